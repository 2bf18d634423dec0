from __future__ import annotations
from securedsigning._async.groups.forms import AsyncForms as _AsyncForms
from securedsigning.sent import SentDocuments
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from securedsigning.models.drop_down_list_item import DropDownListItem
    from securedsigning.models.form_direct import FormDirect
    from securedsigning.options import CallOptions

class AsyncForms(_AsyncForms):

    async def send(self, forms: Sequence[FormDirect], *, due_date: str | date | datetime | None=None, as_package: bool=False, invitation_email_template_reference: str | None=None, list_items: Sequence[DropDownListItem] | None=None, options: CallOptions | None=None) -> SentDocuments:
        ...
