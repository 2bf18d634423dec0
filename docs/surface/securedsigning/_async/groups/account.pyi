from __future__ import annotations
from securedsigning._arguments import as_json, json_object
from securedsigning._codec import decode
from securedsigning.models.account_info import AccountInfo
from securedsigning.models.user_reference_response import UserReferenceResponse
from securedsigning.operations import GET_ACCOUNT_INFO, SAVE_SENDER
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.models.user_details import UserDetails
    from securedsigning.options import CallOptions

class AsyncAccount:

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def info(self, *, options: CallOptions | None=None) -> AccountInfo:
        ...

    async def save_sender(self, *, user: UserDetails, gmt: str | None=None, client_reference: str | None=None, options: CallOptions | None=None) -> UserReferenceResponse:
        ...
