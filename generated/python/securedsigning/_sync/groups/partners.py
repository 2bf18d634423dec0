# Generated from spec/paths/partners.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The partners group: Client companies and their users; for partners of Secured Signing."""

from __future__ import annotations

from securedsigning._codec import as_json, decode, decode_text, json_object
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
    """Client companies and their users; for partners of Secured Signing."""

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
        """Create a type A company account, or link to an existing one by its code.

        ``POST /Account/Membership``. Known from an official SDK only; no official page shows it.

        Args:
            terms_of_use: terms accepted.
            company: company to create; leave out when linking.
            membership_code: existing company code; when linking.
            membership_authentication_code: proof for linking.
            user_authentication_options: how users of the company sign in.
            client_reference: partner's own id.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Add a user to a type A company.

        ``POST /Account/AddMembershipUser``. Known from an official SDK only; no official page shows it.

        Args:
            user: user profile.
            client_reference: partner's own unchanging id for the user.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Change a user of a type A company.

        ``POST /Account/UpdateMembershipUser``. Known from an official SDK only; no official page shows it.

        Args:
            first_name: first name.
            last_name: last name.
            email: email.
            job_title: job title.
            client_reference: partner's own id, probably what identifies the user.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Remove a user from a type A company.

        ``POST /Account/RemoveMembershipUser``. Known from an official SDK only; no official page shows it.

        Args:
            user_id: user reference as given by the account info call.
            force_remove: remove regardless of pending work (meaning guessed).
            transfer_to: user who takes over (meaning guessed).
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(("UserID", user_id), ("ForceRemove", force_remove), ("TransferTo", transfer_to))
        self._client.send(REMOVE_MEMBERSHIP_USER, "/Account/RemoveMembershipUser", json=body, options=options)

    def membership_plan(
        self,
        *,
        options: CallOptions | None = None,
    ) -> PlanResponse:
        """Read the price plan of a type A company.

        ``GET /Account/MembershipPlan``. Known from an official SDK only; no official page shows it.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Create a type B company account.

        ``POST /Account/AddAccount``. Known from an official SDK only; no official page shows it.

        Args:
            user: first administrator.
            plan: plan size.
            gmt: UTC offset in minutes.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Add a user to a type B company account.

        ``POST /Account/AddUser``. Known from an official SDK only; no official page shows it. Scope: Account.

        Args:
            user: user profile.
            gmt: UTC offset in minutes.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Remove a user from a type B company account.

        ``POST /Account/RemoveUser``. Known from an official SDK only; no official page shows it. Scope: Account.

        Args:
            user_id: user reference as given by the account info call.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(("UserID", user_id))
        self._client.send(REMOVE_ACCOUNT_USER, "/Account/RemoveUser", json=body, options=options)
