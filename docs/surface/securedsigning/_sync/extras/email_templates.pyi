from __future__ import annotations
from securedsigning._sync.groups.email_templates import EmailTemplates as _AsyncEmailTemplates
from securedsigning.errors import InputError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.models.email_template import EmailTemplate
    from securedsigning.options import CallOptions

class EmailTemplates(_AsyncEmailTemplates):

    def invitation(self, name: str, *, options: CallOptions | None=None) -> EmailTemplate:
        ...

    def completion(self, name: str, *, options: CallOptions | None=None) -> EmailTemplate:
        ...
