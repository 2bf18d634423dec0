from __future__ import annotations
from securedsigning._arguments import segment
from securedsigning.operations import DOWNLOAD_ATTACHMENT, DOWNLOAD_DOCUMENT, DOWNLOAD_FORM_DATA, DOWNLOAD_ID_VERIFICATION, DOWNLOAD_INVOICE, DOWNLOAD_NOTARY_JOURNAL, DOWNLOAD_SIGNING_COMPLETION_CERTIFICATE, DOWNLOAD_SNAPSHOTS, DOWNLOAD_UPLOADED_FILES, DOWNLOAD_VIDEO_SIGNING_RECORDING
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.models.enums import ENotaryJournalDataType, FormDataFileType, IDVerificationDataType
    from securedsigning.options import CallOptions

class Downloads:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def document(self, document_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def uploaded_files(self, document_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def form_data(self, document_reference: str, form_data_file_type: FormDataFileType | str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def attachment(self, attachment_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def invoice(self, invoice_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def notary_journal(self, document_reference: str, e_notary_journal_data_type: ENotaryJournalDataType | str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def id_verification(self, document_reference: str, id_verification_data_type: IDVerificationDataType | str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def completion_certificate(self, certificate_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def video_signing_recording(self, document_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...

    def snapshots(self, document_reference: str, *, to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...
