# Generated from spec/paths/downloads.yaml by group.py.jinja; do not edit.
"""The downloads group: Fetch files: signed documents, form data, certificates, recordings, invoices."""

from __future__ import annotations

from securedsigning._arguments import segment
from securedsigning.operations import (
    DOWNLOAD_ATTACHMENT,
    DOWNLOAD_DOCUMENT,
    DOWNLOAD_FORM_DATA,
    DOWNLOAD_ID_VERIFICATION,
    DOWNLOAD_INVOICE,
    DOWNLOAD_NOTARY_JOURNAL,
    DOWNLOAD_SIGNING_COMPLETION_CERTIFICATE,
    DOWNLOAD_SNAPSHOTS,
    DOWNLOAD_UPLOADED_FILES,
    DOWNLOAD_VIDEO_SIGNING_RECORDING,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.models.enums import ENotaryJournalDataType, FormDataFileType, IDVerificationDataType
    from securedsigning.options import CallOptions


class Downloads:
    """Fetch files: signed documents, form data, certificates, recordings, invoices."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def document(
        self,
        document_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download a document; once all have signed, the signed PDF.

        Documents vanish when the retention time of the account is over, so fetch them soon after they are complete.

        ``GET /Download/GetDocumentData/{DocumentReference}``. Known from an official SDK only; no official page shows
        it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_DOCUMENT,
            "/Download/GetDocumentData/" + segment(document_reference, "document_reference"),
            to=to,
            options=options,
        )

    def uploaded_files(
        self,
        document_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download, as a zip archive, the files that invitees uploaded while signing.

        Worth calling only for a document whose HasFileUploaded is true.

        ``GET /Download/GetUploadedFileData/{DocumentReference}``. Known from an official SDK only; no official page
        shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_UPLOADED_FILES,
            "/Download/GetUploadedFileData/" + segment(document_reference, "document_reference"),
            to=to,
            options=options,
        )

    def form_data(
        self,
        document_reference: str,
        form_data_file_type: FormDataFileType | str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download the data that was entered in a form.

        Second route of ``forms.export_data``, which the official SDK uses.

        ``GET /Download/FormData/{DocumentReference}/{FormDataFileType}``. Known from an official SDK only; no
        official page shows it. Scope: FormDirect.

        Args:
            document_reference: reference of the document that came from the form.
            form_data_file_type: format of the export.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_FORM_DATA,
            "/Download/FormData/"
            + segment(document_reference, "document_reference")
            + "/"
            + segment(form_data_file_type, "form_data_file_type"),
            to=to,
            options=options,
        )

    def attachment(
        self,
        attachment_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download an attachment.

        ``GET /Download/Attachment/{AttachmentReference}``. Known from an official SDK only; no official page shows
        it. Scope: Basic.

        Args:
            attachment_reference: reference of the attachment.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_ATTACHMENT,
            "/Download/Attachment/" + segment(attachment_reference, "attachment_reference"),
            to=to,
            options=options,
        )

    def invoice(
        self,
        invoice_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download an invoice.

        ``GET /Download/Invoice/{InvoiceReference}``. Known from an official SDK only; no official page shows it.
        Scope: Billing.

        Args:
            invoice_reference: reference of the invoice, as ``billing.invoices`` gives it.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_INVOICE,
            "/Download/Invoice/" + segment(invoice_reference, "invoice_reference"),
            to=to,
            options=options,
        )

    def notary_journal(
        self,
        document_reference: str,
        e_notary_journal_data_type: ENotaryJournalDataType | str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download the journal that a notary kept of the signing of a document.

        ``GET /Download/ENotaryJournal/{DocumentReference}/{ENotaryJournalDataType}``. Known from an official SDK
        only; no official page shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            e_notary_journal_data_type: format of the journal.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_NOTARY_JOURNAL,
            "/Download/ENotaryJournal/"
            + segment(document_reference, "document_reference")
            + "/"
            + segment(e_notary_journal_data_type, "e_notary_journal_data_type"),
            to=to,
            options=options,
        )

    def id_verification(
        self,
        document_reference: str,
        id_verification_data_type: IDVerificationDataType | str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download the report on how the signers of a document were identified.

        ``GET /Download/IDVerification/{DocumentReference}/{IDVerificationDataType}``. Known from an official SDK
        only; no official page shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            id_verification_data_type: format of the report.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_ID_VERIFICATION,
            "/Download/IDVerification/"
            + segment(document_reference, "document_reference")
            + "/"
            + segment(id_verification_data_type, "id_verification_data_type"),
            to=to,
            options=options,
        )

    def completion_certificate(
        self,
        certificate_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download a completion certificate.

        ``GET /Download/SigningCompletionCertificate/{CertificateReference}``. Known from an official SDK only; no
        official page shows it. Scope: Basic.

        Args:
            certificate_reference: reference of the certificate, as ``documents.completion_certificates`` gives it.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_SIGNING_COMPLETION_CERTIFICATE,
            "/Download/SigningCompletionCertificate/" + segment(certificate_reference, "certificate_reference"),
            to=to,
            options=options,
        )

    def video_signing_recording(
        self,
        document_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download the recording of a video signing.

        ``GET /Download/VideoSigningRecording/{DocumentReference}``. Known from an official SDK only; no official page
        shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_VIDEO_SIGNING_RECORDING,
            "/Download/VideoSigningRecording/" + segment(document_reference, "document_reference"),
            to=to,
            options=options,
        )

    def snapshots(
        self,
        document_reference: str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Download the pictures that were captured during the signing of a document.

        ``GET /Download/Snapshot/{DocumentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            document_reference: reference of the document.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            DOWNLOAD_SNAPSHOTS,
            "/Download/Snapshot/" + segment(document_reference, "document_reference"),
            to=to,
            options=options,
        )
