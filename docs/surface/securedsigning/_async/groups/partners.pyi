from __future__ import annotations
from securedsigning._arguments import as_json, json_object
from securedsigning._codec import decode, decode_text
from securedsigning.models.add_account_user_response import AddAccountUserResponse
from securedsigning.models.membership_response import MembershipResponse
from securedsigning.models.plan_response import PlanResponse
from securedsigning.operations import ADD_ACCOUNT, ADD_ACCOUNT_USER, ADD_MEMBERSHIP_USER, CREATE_OR_LINK_MEMBERSHIP, GET_MEMBERSHIP_PLAN, REMOVE_ACCOUNT_USER, REMOVE_MEMBERSHIP_USER, UPDATE_MEMBERSHIP_USER
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.models.company import Company
    from securedsigning.models.membership_user_authentication_options import MembershipUserAuthenticationOptions
    from securedsigning.models.partner_user_details import PartnerUserDetails
    from securedsigning.models.plan_details import PlanDetails
    from securedsigning.options import CallOptions

class AsyncPartners:

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def create_or_link_membership(self, *, terms_of_use: bool, company: Company | None=None, membership_code: str | None=None, membership_authentication_code: str | None=None, user_authentication_options: MembershipUserAuthenticationOptions | None=None, client_reference: str | None=None, options: CallOptions | None=None) -> MembershipResponse:
        ...

    async def add_membership_user(self, *, user: PartnerUserDetails, client_reference: str | None=None, options: CallOptions | None=None) -> str:
        ...

    async def update_membership_user(self, *, first_name: str | None=None, last_name: str | None=None, email: str | None=None, job_title: str | None=None, client_reference: str | None=None, options: CallOptions | None=None) -> None:
        ...

    async def remove_membership_user(self, *, user_id: str, force_remove: bool | None=None, transfer_to: str | None=None, options: CallOptions | None=None) -> None:
        ...

    async def membership_plan(self, *, options: CallOptions | None=None) -> PlanResponse:
        ...

    async def add_account(self, *, user: PartnerUserDetails, plan: PlanDetails, gmt: str | None=None, options: CallOptions | None=None) -> AddAccountUserResponse:
        ...

    async def add_account_user(self, *, user: PartnerUserDetails, gmt: str | None=None, options: CallOptions | None=None) -> AddAccountUserResponse:
        ...

    async def remove_account_user(self, *, user_id: str, options: CallOptions | None=None) -> None:
        ...
