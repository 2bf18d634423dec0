from __future__ import annotations
from securedsigning._codec import decode_list
from securedsigning.models.workflow import Workflow
from securedsigning.operations import LIST_SMART_TAG_WORKFLOWS
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions

class AsyncWorkflows:

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def list_smart_tag_workflows(self, *, options: CallOptions | None=None) -> list[Workflow]:
        ...
