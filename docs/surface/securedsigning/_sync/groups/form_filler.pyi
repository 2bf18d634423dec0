from __future__ import annotations
from securedsigning._arguments import items_as_json, json_object, segment
from securedsigning._codec import decode, decode_list
from securedsigning.dates import wire_date
from securedsigning.models.form_filler_send_response import FormFillerSendResponse
from securedsigning.models.form_filler_template import FormFillerTemplate
from securedsigning.operations import GET_FORM_FILLER_FIELDS, GET_FORM_FILLER_SIGNERS, LIST_FORM_FILLER_TEMPLATES, SEND_FORM_FILLER_TEMPLATES
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions

class FormFiller:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def list_templates(self, *, options: CallOptions | None=None) -> list[FormFillerTemplate]:
        ...

    def template_signers(self, template_reference: str, *, options: CallOptions | None=None) -> FormFillerTemplate:
        ...

    def template_fields(self, template_reference: str, *, options: CallOptions | None=None) -> FormFillerTemplate:
        ...

    def send(self, *, templates: Sequence[FormFillerTemplate], due_date: str | date | datetime | None=None, gmt: str | None=None, embedded: bool | None=None, return_url: str | None=None, sequential: bool | None=None, notify_url: str | None=None, options: CallOptions | None=None) -> FormFillerSendResponse:
        ...
