from __future__ import annotations
from securedsigning._arguments import as_json, items, items_as_json, json_object, query, segment
from securedsigning._codec import decode, decode_list
from securedsigning.dates import wire_date
from securedsigning.models.document import Document
from securedsigning.models.document_log import DocumentLog
from securedsigning.models.document_reference import DocumentReference
from securedsigning.models.document_url import DocumentUrl
from securedsigning.models.document_validation_response import DocumentValidationResponse
from securedsigning.models.form_filler_field import FormFillerField
from securedsigning.models.signing_completion_certificate import SigningCompletionCertificate
from securedsigning.operations import COMBINE_DOCUMENTS, DELETE_DOCUMENT, DELETE_DOCUMENT_POST, EXTEND_DOCUMENT, GET_DOCUMENT_LOG, GET_DOCUMENT_STATUS, GET_DOCUMENT_URL, GET_FIELD_DATA, LIST_ACTIVE_DOCUMENTS, LIST_SIGNING_COMPLETION_CERTIFICATES, RESCHEDULE_VIDEO_SIGNING, SEND_REMINDER, UPDATE_SIGNERS, UPLOAD_DOCUMENT, UPLOAD_DOCUMENT_BY_URL, UPLOAD_DOCUMENT_WITH_CLIENT_REFERENCE, VALIDATE_DOCUMENT, VALIDATE_DOCUMENT_FILE
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.files import FileInput
    from securedsigning.models.document_file_info import DocumentFileInfo
    from securedsigning.models.enums import CombineRequestFolder, Folder
    from securedsigning.models.signer import Signer
    from securedsigning.options import CallOptions

class Documents:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def upload(self, file: FileInput, *, client_reference: str | None=None, options: CallOptions | None=None) -> DocumentReference:
        ...

    def upload_with_client_reference(self, client_reference: str, file: FileInput, *, options: CallOptions | None=None) -> DocumentReference:
        ...

    def upload_by_url(self, *, file: DocumentFileInfo, options: CallOptions | None=None) -> DocumentReference:
        ...

    def combine(self, *, document_references: Sequence[str], combined_document_name: str, client_reference: str | None=None, folder: CombineRequestFolder | str | None=None, options: CallOptions | None=None) -> DocumentReference:
        ...

    def status(self, document_reference: str, *, document_log: bool | None=None, options: CallOptions | None=None) -> Document:
        ...

    def log(self, document_reference: str, *, options: CallOptions | None=None) -> list[DocumentLog]:
        ...

    def extend(self, *, document_reference: str, due_date: str | date | datetime, gmt: str | None=None, options: CallOptions | None=None) -> Document:
        ...

    def reschedule_video_signing(self, *, document_reference: str, schedule_date: str | date | datetime, gmt: str | None=None, options: CallOptions | None=None) -> Document:
        ...

    def update_signers(self, *, document_reference: str, signers: Sequence[Signer], options: CallOptions | None=None) -> Document:
        ...

    def url(self, document_reference: str, *, options: CallOptions | None=None) -> DocumentUrl:
        ...

    def validate(self, document_reference: str, *, options: CallOptions | None=None) -> DocumentValidationResponse:
        ...

    def validate_file(self, file: FileInput, *, options: CallOptions | None=None) -> DocumentValidationResponse:
        ...

    def list_active(self, folder: Folder | str, *, document_log: bool | None=None, options: CallOptions | None=None) -> list[Document]:
        ...

    def send_reminder(self, *, document_reference: str, signer_reference: str, options: CallOptions | None=None) -> None:
        ...

    def field_data(self, document_reference: str, *, options: CallOptions | None=None) -> list[FormFillerField]:
        ...

    def delete_by_post(self, document_reference: str, *, remove_from_package: bool=False, options: CallOptions | None=None) -> Document:
        ...

    def delete(self, document_reference: str, *, remove_from_package: bool=False, options: CallOptions | None=None) -> Document:
        ...

    def completion_certificates(self, document_reference: str, *, options: CallOptions | None=None) -> list[SigningCompletionCertificate]:
        ...
