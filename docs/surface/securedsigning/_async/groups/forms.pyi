from __future__ import annotations
from securedsigning._arguments import as_json, items_as_json, json_object, segment
from securedsigning._codec import decode, decode_list
from securedsigning.dates import wire_date
from securedsigning.models.document import Document
from securedsigning.models.employers import Employers
from securedsigning.models.form_direct import FormDirect
from securedsigning.models.form_field_response import FormFieldResponse
from securedsigning.models.package_response import PackageResponse
from securedsigning.models.signer import Signer
from securedsigning.operations import EXPORT_FORM_DATA, GET_FORM, GET_PREDEFINED_FORM_FIELDS, GET_SIGNER_LINK, LIST_EMPLOYERS, LIST_FORMS, SEND_FORMS, SEND_FORMS_PACKAGE, UPDATE_EMPLOYERS
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.models.acc_claims_history_info import AccClaimsHistoryInfo
    from securedsigning.models.drop_down_list_item import DropDownListItem
    from securedsigning.models.enums import FormDataFileType
    from securedsigning.models.super_fund_info import SuperFundInfo
    from securedsigning.models.tfn_info import TFNInfo
    from securedsigning.options import CallOptions

class AsyncForms:

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def list_all(self, *, options: CallOptions | None=None) -> list[FormDirect]:
        ...

    async def get(self, form_reference: str, *, options: CallOptions | None=None) -> FormDirect:
        ...

    async def predefined_fields(self, form_reference: str, *, options: CallOptions | None=None) -> FormFieldResponse:
        ...

    async def send_documents(self, *, forms: Sequence[FormDirect], due_date: str | date | datetime | None=None, gmt: str | None=None, invitation_email_template_reference: str | None=None, list_items: Sequence[DropDownListItem] | None=None, options: CallOptions | None=None) -> list[Document]:
        ...

    async def send_package(self, *, forms: Sequence[FormDirect], due_date: str | date | datetime | None=None, gmt: str | None=None, invitation_email_template_reference: str | None=None, list_items: Sequence[DropDownListItem] | None=None, options: CallOptions | None=None) -> PackageResponse:
        ...

    async def signer_link(self, *, document_reference: str, signer: Signer, options: CallOptions | None=None) -> Signer:
        ...

    async def export_data(self, document_reference: str, form_data_file_type: FormDataFileType | str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    async def employers(self, *, options: CallOptions | None=None) -> Employers:
        ...

    async def update_employers(self, *, super_fund: Sequence[SuperFundInfo] | None=None, tfn: Sequence[TFNInfo] | None=None, acc_claims_history: Sequence[AccClaimsHistoryInfo] | None=None, options: CallOptions | None=None) -> Employers:
        ...
