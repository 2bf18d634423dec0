from __future__ import annotations
from securedsigning._codec import decode_list
from securedsigning.models.recipients_response import RecipientsResponse
from securedsigning.operations import GET_RECIPIENTS, GET_RECIPIENTS_ALIAS
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions

class Recipients:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def list_all(self, *, options: CallOptions | None=None) -> list[RecipientsResponse]:
        ...

    def list_all_alias(self, *, options: CallOptions | None=None) -> list[RecipientsResponse]:
        ...
