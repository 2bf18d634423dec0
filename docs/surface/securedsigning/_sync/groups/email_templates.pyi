from __future__ import annotations
from securedsigning._codec import decode_list
from securedsigning.models.email_template import EmailTemplate
from securedsigning.operations import LIST_COMPLETION_TEMPLATES, LIST_INVITATION_TEMPLATES
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions

class EmailTemplates:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def list_invitations(self, *, options: CallOptions | None=None) -> list[EmailTemplate]:
        ...

    def list_completions(self, *, options: CallOptions | None=None) -> list[EmailTemplate]:
        ...
