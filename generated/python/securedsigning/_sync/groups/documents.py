# Generated from spec/paths/documents.yaml by group.py.jinja; do not edit.
"""The documents group: Upload documents, and follow, change, check or remove them."""

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
from securedsigning.operations import (
    COMBINE_DOCUMENTS,
    DELETE_DOCUMENT,
    DELETE_DOCUMENT_POST,
    EXTEND_DOCUMENT,
    GET_DOCUMENT_LOG,
    GET_DOCUMENT_STATUS,
    GET_DOCUMENT_URL,
    GET_FIELD_DATA,
    LIST_ACTIVE_DOCUMENTS,
    LIST_SIGNING_COMPLETION_CERTIFICATES,
    RESCHEDULE_VIDEO_SIGNING,
    SEND_REMINDER,
    UPDATE_SIGNERS,
    UPLOAD_DOCUMENT,
    UPLOAD_DOCUMENT_BY_URL,
    UPLOAD_DOCUMENT_WITH_CLIENT_REFERENCE,
    VALIDATE_DOCUMENT,
    VALIDATE_DOCUMENT_FILE,
)

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
    """Upload documents, and follow, change, check or remove them."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def upload(
        self,
        file: FileInput,
        *,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> DocumentReference:
        """Upload a document and get the reference that other calls take.

        Takes PDF, Word, OpenDocument, RTF and Excel files (.pdf .doc .docx .odt .rtf .xls .xlsx .ods) up to
        AccountInfo.MaxUploadSize. Nothing is sent to anyone yet.

        ``POST /Document/Uploader``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            file: the document, with its file name. The name of the form part appears not to matter.
            client_reference: caller's own id for the document; the service echoes it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the call holds no file, or its file name does not fit its content, or the file cannot
                be fetched.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
            PlanExhaustedError: 426; no documents are left in the plan. HTTP itself gives 426 another meaning, Upgrade
                Required.
        """
        fields = query(("ClientReference", client_reference))
        response = self._client.upload(
            UPLOAD_DOCUMENT,
            "/Document/Uploader",
            fields=fields,
            file_field="file",
            file=file,
            extensions=("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods"),
            options=options,
        )
        return decode(response, UPLOAD_DOCUMENT, DocumentReference)

    def upload_with_client_reference(
        self,
        client_reference: str,
        file: FileInput,
        *,
        options: CallOptions | None = None,
    ) -> DocumentReference:
        """Upload a document under the caller's own id, and get the reference that other calls take.

        The same as ``documents.upload``, with the id in the path instead of the form.

        ``POST /Document/Uploader/{ClientReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            client_reference: caller's own id for the document. The service echoes it as Document.ClientReference.
            file: the document, with its file name.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the call holds no file, or its file name does not fit its content, or the file cannot
                be fetched.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
            PlanExhaustedError: 426; no documents are left in the plan. HTTP itself gives 426 another meaning, Upgrade
                Required.
        """
        response = self._client.upload(
            UPLOAD_DOCUMENT_WITH_CLIENT_REFERENCE,
            "/Document/Uploader/" + segment(client_reference, "client_reference"),
            file_field="file",
            file=file,
            extensions=("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods"),
            options=options,
        )
        return decode(response, UPLOAD_DOCUMENT_WITH_CLIENT_REFERENCE, DocumentReference)

    def upload_by_url(
        self,
        *,
        file: DocumentFileInfo,
        options: CallOptions | None = None,
    ) -> DocumentReference:
        """Let the service fetch a document from a web address, and get its reference.

        The address must be reachable for the service. Takes fewer file types than an upload: pdf, doc, docx and rtf.

        ``POST /Document/UploadByUrl``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            file: where the document is, and what it is called.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the call holds no file, or its file name does not fit its content, or the file cannot
                be fetched.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
            PlanExhaustedError: 426; no documents are left in the plan. HTTP itself gives 426 another meaning, Upgrade
                Required.
        """
        body = json_object(("File", as_json(file, "file")))
        response = self._client.send(UPLOAD_DOCUMENT_BY_URL, "/Document/UploadByUrl", json=body, options=options)
        return decode(response, UPLOAD_DOCUMENT_BY_URL, DocumentReference)

    def combine(
        self,
        *,
        document_references: Sequence[str],
        combined_document_name: str,
        client_reference: str | None = None,
        folder: CombineRequestFolder | str | None = None,
        options: CallOptions | None = None,
    ) -> DocumentReference:
        """Merge several uploaded documents into one, and get the reference of the new document.

        ``POST /Document/Combine``. Known from an official page. Scope: Basic.

        Args:
            document_references: references of the documents, in the order in which they are merged.
            combined_document_name: name of the merged document.
            client_reference: caller's own id for the merged document; the service echoes it.
            folder: only InBox is accepted: the merged document is charged and shows in the web portal. When left out
                it stays in a hidden, temporary place that only calls can reach.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("DocumentReferences", items(document_references, "document_references")),
            ("CombinedDocumentName", combined_document_name),
            ("ClientReference", client_reference),
            ("Folder", folder),
        )
        response = self._client.send(COMBINE_DOCUMENTS, "/Document/Combine", json=body, options=options)
        return decode(response, COMBINE_DOCUMENTS, DocumentReference)

    def status(
        self,
        document_reference: str,
        *,
        document_log: bool | None = None,
        options: CallOptions | None = None,
    ) -> Document:
        """Read a document with its state and its signers.

        The call to repeat while waiting for signatures; official samples ask every five seconds until Status is
        Complete.

        ``GET /Document/Status/{DocumentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            document_reference: reference of the document, as the call that sent it answered.
            document_log: whether the answer also holds the activity log, as Document.Logs.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        params = query(("DocumentLog", document_log))
        response = self._client.send(
            GET_DOCUMENT_STATUS,
            "/Document/Status/" + segment(document_reference, "document_reference"),
            params=params,
            options=options,
        )
        return decode(response, GET_DOCUMENT_STATUS, Document)

    def log(
        self,
        document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> list[DocumentLog]:
        """List what has happened to a document: who did what, and when.

        ``GET /Document/Log/{DocumentReference}``. Known from an official SDK only; no official page shows it. Scope:
        Basic.

        Args:
            document_reference: reference of the document.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            GET_DOCUMENT_LOG, "/Document/Log/" + segment(document_reference, "document_reference"), options=options
        )
        return decode_list(response, GET_DOCUMENT_LOG, DocumentLog)

    def extend(
        self,
        *,
        document_reference: str,
        due_date: str | date | datetime,
        gmt: str | None = None,
        options: CallOptions | None = None,
    ) -> Document:
        """Move the due date of a document, and get the document as it is then.

        For documents that were sent together see ``packages.extend``.

        ``POST /Document/Extend``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            due_date: new last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user
                and refused when they are not clear.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("DocumentReference", document_reference),
            ("DueDate", wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
        )
        response = self._client.send(EXTEND_DOCUMENT, "/Document/Extend", json=body, options=options)
        return decode(response, EXTEND_DOCUMENT, Document)

    def reschedule_video_signing(
        self,
        *,
        document_reference: str,
        schedule_date: str | date | datetime,
        gmt: str | None = None,
        options: CallOptions | None = None,
    ) -> Document:
        """Move the meeting of a video signing, and get the document as it is then.

        ``POST /Document/Reschedule``. Known from an official page. Scope: Basic.

        Args:
            document_reference: reference of the document.
            schedule_date: new time of the meeting. ISO 8601, best in UTC; other formats are read by the settings of
                the user and refused when they are not clear.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when ScheduleDate is given in UTC.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("DocumentReference", document_reference),
            ("ScheduleDate", wire_date(schedule_date, argument="schedule_date", now=self._client.now())),
            ("GMT", gmt),
        )
        response = self._client.send(RESCHEDULE_VIDEO_SIGNING, "/Document/Reschedule", json=body, options=options)
        return decode(response, RESCHEDULE_VIDEO_SIGNING, Document)

    def update_signers(
        self,
        *,
        document_reference: str,
        signers: Sequence[Signer],
        options: CallOptions | None = None,
    ) -> Document:
        """Correct the details of signers, such as an email address, and get the document as it is then.

        Works for signers whose Editable is true. Each is found by its SignerReference.

        ``POST /Document/UpdateSigner``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            signers: signers as they should be, each with its SignerReference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("DocumentReference", document_reference), ("Signers", items_as_json(signers, "signers")))
        response = self._client.send(UPDATE_SIGNERS, "/Document/UpdateSigner", json=body, options=options)
        return decode(response, UPDATE_SIGNERS, Document)

    def url(
        self,
        document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> DocumentUrl:
        """Get a web address from which the document can be downloaded.

        How long the address works, and whether fetching it needs a signature or token, is not stated;
        ``downloads.document`` gives the content itself.

        ``GET /Document/GetDocumentUrl/{DocumentReference}``. Known from an official SDK only; no official page shows
        it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            GET_DOCUMENT_URL,
            "/Document/GetDocumentUrl/" + segment(document_reference, "document_reference"),
            options=options,
        )
        return decode(response, GET_DOCUMENT_URL, DocumentUrl)

    def validate(
        self,
        document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> DocumentValidationResponse:
        """Check the digital signatures of a stored document.

        ``GET /Document/Validation/{DocumentReference}``. Known from an official page. Scope: Basic.

        Args:
            document_reference: reference of the document.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            VALIDATE_DOCUMENT,
            "/Document/Validation/" + segment(document_reference, "document_reference"),
            options=options,
        )
        return decode(response, VALIDATE_DOCUMENT, DocumentValidationResponse)

    def validate_file(
        self,
        file: FileInput,
        *,
        options: CallOptions | None = None,
    ) -> DocumentValidationResponse:
        """Check the digital signatures of a file that is sent along.

        ``POST /Document/FileValidation``. Known from an official page. Scope: Basic.

        Args:
            file: the signed file, with its file name.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the call holds no file, or its file name does not fit its content, or the file cannot
                be fetched.
        """
        response = self._client.upload(
            VALIDATE_DOCUMENT_FILE, "/Document/FileValidation", file_field="file", file=file, options=options
        )
        return decode(response, VALIDATE_DOCUMENT_FILE, DocumentValidationResponse)

    def list_active(
        self,
        folder: Folder | str,
        *,
        document_log: bool | None = None,
        options: CallOptions | None = None,
    ) -> list[Document]:
        """List the documents of a folder that have not been removed.

        Gives all of them at once; no way to page or filter is known.

        ``GET /Document/GetActiveDocuments/{Folder}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            folder: folder to list.
            document_log: whether each document also holds its activity log, as Document.Logs.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        params = query(("DocumentLog", document_log))
        response = self._client.send(
            LIST_ACTIVE_DOCUMENTS,
            "/Document/GetActiveDocuments/" + segment(folder, "folder"),
            params=params,
            options=options,
        )
        return decode_list(response, LIST_ACTIVE_DOCUMENTS, Document)

    def send_reminder(
        self,
        *,
        document_reference: str,
        signer_reference: str,
        options: CallOptions | None = None,
    ) -> None:
        """Remind one signer of a document that it waits for them.

        Meant for the signer whose turn it is; what happens for others is not stated.

        ``POST /Document/SendReminder``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            signer_reference: reference of the signer to remind.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("DocumentReference", document_reference), ("SignerReference", signer_reference))
        self._client.send(SEND_REMINDER, "/Document/SendReminder", json=body, options=options)

    def field_data(
        self,
        document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> list[FormFillerField]:
        """Read the values that signers entered in the fields of a Smart Tag or Form Filler document.

        Meant for signed documents. The data of a Form Direct document comes from ``forms.export_data``.

        ``GET /Document/FieldData/{DocumentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            document_reference: reference of the document.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            GET_FIELD_DATA, "/Document/FieldData/" + segment(document_reference, "document_reference"), options=options
        )
        return decode_list(response, GET_FIELD_DATA, FormFillerField)

    def delete_by_post(
        self,
        document_reference: str,
        *,
        remove_from_package: bool = False,
        options: CallOptions | None = None,
    ) -> Document:
        """Delete a document by POST, for callers that cannot send DELETE, and get its last state.

        Does the same as ``documents.delete``.

        ``POST /Document/Delete/{DocumentReference}``. Known from an official page. Scope: Basic.

        Args:
            document_reference: reference of the document.
            remove_from_package: for a document in a package: true takes only this document out, false deletes the
                whole package.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        params = query(("RemoveFromPackage", remove_from_package))
        response = self._client.send(
            DELETE_DOCUMENT_POST,
            "/Document/Delete/" + segment(document_reference, "document_reference"),
            params=params,
            options=options,
        )
        return decode(response, DELETE_DOCUMENT_POST, Document)

    def delete(
        self,
        document_reference: str,
        *,
        remove_from_package: bool = False,
        options: CallOptions | None = None,
    ) -> Document:
        """Delete a document, and get its last state.

        ``DELETE /Document/{DocumentReference}``. Known from an official page. Scope: Basic.

        Args:
            document_reference: reference of the document.
            remove_from_package: for a document in a package: true takes only this document out, false deletes the
                whole package.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        params = query(("RemoveFromPackage", remove_from_package))
        response = self._client.send(
            DELETE_DOCUMENT,
            "/Document/" + segment(document_reference, "document_reference"),
            params=params,
            options=options,
        )
        return decode(response, DELETE_DOCUMENT, Document)

    def completion_certificates(
        self,
        document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> list[SigningCompletionCertificate]:
        """List the completion certificates of a document.

        Each has a reference that ``downloads.completion_certificate`` takes.

        ``GET /Document/SigningCompletionCertificate/{DocumentReference}``. Known from an official SDK only; no
        official page shows it. Scope: Basic.

        Args:
            document_reference: reference of the document.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            LIST_SIGNING_COMPLETION_CERTIFICATES,
            "/Document/SigningCompletionCertificate/" + segment(document_reference, "document_reference"),
            options=options,
        )
        return decode_list(response, LIST_SIGNING_COMPLETION_CERTIFICATES, SigningCompletionCertificate)
