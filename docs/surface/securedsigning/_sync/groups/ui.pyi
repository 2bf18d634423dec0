from __future__ import annotations
from securedsigning._arguments import query
from securedsigning._codec import decode
from securedsigning.models.ui_resource import UiResource
from securedsigning.operations import GET_UI_RESOURCE
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions

class Ui:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def resource(self, *, resource_type: int, options: CallOptions | None=None) -> UiResource:
        ...
