from __future__ import annotations
from securedsigning._async.groups.documents import AsyncDocuments as _AsyncDocuments
from securedsigning.errors import InputError, NotCompletedError, WaitTimeoutError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from securedsigning.models.document import Document
    from securedsigning.options import CallOptions
WILL_NOT_COMPLETE = frozenset({'Declined', 'Rejected', 'Expired', 'Deleted'})

class AsyncDocuments(_AsyncDocuments):

    async def wait_until_complete(self, document_reference: str, *, timeout: float=3600.0, interval: float=5.0, on_status: Callable[[Document], object] | None=None, options: CallOptions | None=None) -> Document:
        ...
