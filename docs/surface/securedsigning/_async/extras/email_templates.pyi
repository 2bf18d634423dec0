from __future__ import annotations
from securedsigning._async.groups.email_templates import AsyncEmailTemplates as _AsyncEmailTemplates
from securedsigning.errors import InputError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.models.email_template import EmailTemplate
    from securedsigning.options import CallOptions

class AsyncEmailTemplates(_AsyncEmailTemplates):

    async def invitation(self, name: str, *, options: CallOptions | None=None) -> EmailTemplate:
        ...

    async def completion(self, name: str, *, options: CallOptions | None=None) -> EmailTemplate:
        ...
