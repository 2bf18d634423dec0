from __future__ import annotations
from securedsigning._codec import decode_list
from securedsigning.models.recipients_response import RecipientsResponse
from securedsigning.operations import GET_RECIPIENTS, GET_RECIPIENTS_ALIAS
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions

class AsyncRecipients:

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def list_all(self, *, options: CallOptions | None=None) -> list[RecipientsResponse]:
        ...

    async def list_all_alias(self, *, options: CallOptions | None=None) -> list[RecipientsResponse]:
        ...
