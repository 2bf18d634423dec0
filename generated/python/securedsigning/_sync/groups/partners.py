# Generated from spec/paths/partners.yaml by group.py.jinja; do not edit.
"""The partners group: Manage client companies, their users and plans; for partners of Secured Signing."""

from __future__ import annotations

from securedsigning._arguments import as_json, json_object
from securedsigning._codec import decode, decode_text
from securedsigning.models.add_account_user_response import AddAccountUserResponse
from securedsigning.models.membership_response import MembershipResponse
from securedsigning.models.plan_response import PlanResponse
from securedsigning.operations import (
    ADD_ACCOUNT,
    ADD_ACCOUNT_USER,
    ADD_MEMBERSHIP_USER,
    CREATE_OR_LINK_MEMBERSHIP,
    GET_MEMBERSHIP_PLAN,
    REMOVE_ACCOUNT_USER,
    REMOVE_MEMBERSHIP_USER,
    UPDATE_MEMBERSHIP_USER,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.models.company import Company
    from securedsigning.models.membership_user_authentication_options import MembershipUserAuthenticationOptions
    from securedsigning.models.partner_user_details import PartnerUserDetails
    from securedsigning.models.plan_details import PlanDetails
    from securedsigning.options import CallOptions


class Partners:
    """Manage client companies, their users and plans; for partners of Secured Signing."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def create_or_link_membership(
        self,
        *,
        terms_of_use: bool,
        company: Company | None = None,
        membership_code: str | None = None,
        membership_authentication_code: str | None = None,
        user_authentication_options: MembershipUserAuthenticationOptions | None = None,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> MembershipResponse:
        """Create a company account of type A, or link an existing one by its code.

        To create one give Company, to link one give MembershipCode and MembershipAuthenticationCode. Needs a partner
        token: grant client_credentials of type special_feature with the feature MembershipManagement, good for one
        call.

        ``POST /Account/Membership``. Known from an official SDK only; no official page shows it.

        Args:
            terms_of_use: whether the terms of use are accepted.
            company: company to create; left out when one is linked.
            membership_code: code of the company to link.
            membership_authentication_code: proof that the company may be linked.
            user_authentication_options: how the users of the company sign in.
            client_reference: partner's own id for the company.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("TermsOfUse", terms_of_use),
            ("Company", as_json(company, "company")),
            ("MembershipCode", membership_code),
            ("MembershipAuthenticationCode", membership_authentication_code),
            ("UserAuthenticationOptions", as_json(user_authentication_options, "user_authentication_options")),
            ("ClientReference", client_reference),
        )
        response = self._client.send(CREATE_OR_LINK_MEMBERSHIP, "/Account/Membership", json=body, options=options)
        return decode(response, CREATE_OR_LINK_MEMBERSHIP, MembershipResponse)

    def add_membership_user(
        self,
        *,
        user: PartnerUserDetails,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> str:
        """Add a user to a company of type A, and get the key with which the user is authorised.

        Needs the token of the company: grant client_credentials of type membership_authentication, good for one call.

        ``POST /Account/AddMembershipUser``. Known from an official SDK only; no official page shows it.

        Args:
            user: the user. First name, last name and email address are needed.
            client_reference: partner's own id for the user, which must never change.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("User", as_json(user, "user")), ("ClientReference", client_reference))
        response = self._client.send(ADD_MEMBERSHIP_USER, "/Account/AddMembershipUser", json=body, options=options)
        return decode_text(response, ADD_MEMBERSHIP_USER)

    def update_membership_user(
        self,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
        email: str | None = None,
        job_title: str | None = None,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> None:
        """Change the details of a user of a company of type A.

        Needs the token of the company: grant client_credentials of type membership_authentication, good for one call.

        ``POST /Account/UpdateMembershipUser``. Known from an official SDK only; no official page shows it.

        Args:
            first_name: first name.
            last_name: last name.
            email: email address.
            job_title: job title.
            client_reference: partner's own id for the user; probably what tells which user is meant.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("FirstName", first_name),
            ("LastName", last_name),
            ("Email", email),
            ("JobTitle", job_title),
            ("ClientReference", client_reference),
        )
        self._client.send(UPDATE_MEMBERSHIP_USER, "/Account/UpdateMembershipUser", json=body, options=options)

    def remove_membership_user(
        self,
        *,
        user_id: str,
        force_remove: bool | None = None,
        transfer_to: str | None = None,
        options: CallOptions | None = None,
    ) -> None:
        """Remove a user from a company of type A.

        Needs the token of the company: grant client_credentials of type membership_authentication, good for one call.

        ``POST /Account/RemoveMembershipUser``. Known from an official SDK only; no official page shows it.

        Args:
            user_id: reference of the user, as AccountInfo.UserId gives it.
            force_remove: whether the user is removed even if work is pending (inferred).
            transfer_to: user who takes over what the removed one leaves (inferred).
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("UserID", user_id), ("ForceRemove", force_remove), ("TransferTo", transfer_to))
        self._client.send(REMOVE_MEMBERSHIP_USER, "/Account/RemoveMembershipUser", json=body, options=options)

    def membership_plan(
        self,
        *,
        options: CallOptions | None = None,
    ) -> PlanResponse:
        """Read the price plan of a company of type A, and how much of it is used.

        Needs the token of the company: grant client_credentials of type membership_authentication, good for one call.

        ``GET /Account/MembershipPlan``. Known from an official SDK only; no official page shows it.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(GET_MEMBERSHIP_PLAN, "/Account/MembershipPlan", options=options)
        return decode(response, GET_MEMBERSHIP_PLAN, PlanResponse)

    def add_account(
        self,
        *,
        user: PartnerUserDetails,
        plan: PlanDetails,
        gmt: str | None = None,
        options: CallOptions | None = None,
    ) -> AddAccountUserResponse:
        """Create a company account of type B, and get its connect key.

        Needs a partner token: grant client_credentials of type special_feature with the feature AccountManagement,
        good for one call. The connect key of a company works once; after that use the refresh token.

        ``POST /Account/AddAccount``. Known from an official SDK only; no official page shows it.

        Args:
            user: first administrator. First name, last name and email address are needed.
            plan: size of the plan.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("User", as_json(user, "user")), ("Plan", as_json(plan, "plan")), ("GMT", gmt))
        response = self._client.send(ADD_ACCOUNT, "/Account/AddAccount", json=body, options=options)
        return decode(response, ADD_ACCOUNT, AddAccountUserResponse)

    def add_account_user(
        self,
        *,
        user: PartnerUserDetails,
        gmt: str | None = None,
        options: CallOptions | None = None,
    ) -> AddAccountUserResponse:
        """Add a user to a company account of type B, and get the connect key of the user.

        Needs the token of the company: from the authorize endpoint with key set to the connect key of the company,
        and scope Account; it can be refreshed.

        ``POST /Account/AddUser``. Known from an official SDK only; no official page shows it. Scope: Account.

        Args:
            user: the user. First name, last name and email address are needed.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("User", as_json(user, "user")), ("GMT", gmt))
        response = self._client.send(ADD_ACCOUNT_USER, "/Account/AddUser", json=body, options=options)
        return decode(response, ADD_ACCOUNT_USER, AddAccountUserResponse)

    def remove_account_user(
        self,
        *,
        user_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """Remove a user from a company account of type B.

        Needs the token of the company: from the authorize endpoint with key set to the connect key of the company,
        and scope Account; it can be refreshed.

        ``POST /Account/RemoveUser``. Known from an official SDK only; no official page shows it. Scope: Account.

        Args:
            user_id: reference of the user, as AccountInfo.UserId gives it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("UserID", user_id))
        self._client.send(REMOVE_ACCOUNT_USER, "/Account/RemoveUser", json=body, options=options)
