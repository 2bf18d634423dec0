# Generated from spec/paths/documents.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The documents group: Upload documents and follow, change or remove them."""

from __future__ import annotations

from securedsigning._codec import as_json, decode, decode_list, items, items_as_json, json_object, query, segment
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
    from securedsigning.models.combine_request_folder import CombineRequestFolder
    from securedsigning.models.document_file_info import DocumentFileInfo
    from securedsigning.models.folder import Folder
    from securedsigning.models.signer import Signer
    from securedsigning.options import CallOptions


class Documents:
    """Upload documents and follow, change or remove them."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def upload(
        self,
        file: FileInput,
        *,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> DocumentReference:
        """Upload a document as a multipart form.

        Accepts .pdf .doc .docx .odt .rtf .xls .xlsx .ods. Refused with 426 when the plan has no documents left.

        ``POST /Document/Uploader``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            file: file part with a file name. The part name appears not to matter: the Java SDK uses 'file', the .NET
                client library defaults to 'upload'.
            client_reference: caller's own id, as a plain form field.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
            PlanExhaustedError: 426; no documents are left in the plan. (HTTP's own meaning of 426 is another.).
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
        """Upload a document and tag it with the caller's own id in the path.

        ``POST /Document/Uploader/{ClientReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            client_reference: caller's own id for the document.
            file: file part with a file name.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
            PlanExhaustedError: 426; no documents are left in the plan. (HTTP's own meaning of 426 is another.).
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
        """Let the service fetch a document from a URL.

        ``POST /Document/UploadByUrl``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            file: file to fetch.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
            PlanExhaustedError: 426; no documents are left in the plan. (HTTP's own meaning of 426 is another.).
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
        """Merge several uploaded documents into one.

        ``POST /Document/Combine``. Known from an official page. Scope: Basic.

        Args:
            document_references: documents to merge, in order.
            combined_document_name: name of the result (the published text wrongly calls it a reference).
            client_reference: caller's own id.
            folder: only InBox is accepted. In InBox the result is charged and shows in the portal; otherwise it stays
                in a hidden temporary place reachable through the API only.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Read a document with its signers and state.

        ``GET /Document/Status/{DocumentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            document_reference: document reference.
            document_log: also return the activity log.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """List the activity log of a document.

        ``GET /Document/Log/{DocumentReference}``. Known from an official SDK only; no official page shows it. Scope:
        Basic.

        Args:
            document_reference: document reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Move a document's due date.

        ``POST /Document/Extend``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            document_reference: document reference.
            due_date: new due date; ISO 8601 advised, other formats are parsed with the user's settings and may be
                refused.
            gmt: local offset from UTC in minutes; user setting when left out; 0 when DueDate is UTC.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Move a video signing meeting.

        ``POST /Document/Reschedule``. Known from an official page. Scope: Basic.

        Args:
            document_reference: document reference.
            schedule_date: new meeting time; ISO 8601 advised.
            gmt: local offset from UTC in minutes; user setting when left out; 0 for UTC.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Correct the details of signers who may still be edited.

        ``POST /Document/UpdateSigner``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            document_reference: document reference.
            signers: signers with their new details; identify each by SignerReference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Get a download address for a document.

        ``GET /Document/GetDocumentUrl/{DocumentReference}``. Known from an official SDK only; no official page shows
        it. Scope: Basic.

        Args:
            document_reference: document reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
            document_reference: document reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Check the digital signatures of an uploaded file.

        ``POST /Document/FileValidation``. Known from an official page. Scope: Basic.

        Args:
            file: signed file.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """List documents that are in a folder and not yet removed.

        ``GET /Document/GetActiveDocuments/{Folder}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            folder: folder to list.
            document_log: also return the activity log.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Remind one invitee.

        ``POST /Document/SendReminder``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            document_reference: document reference.
            signer_reference: signer reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(("DocumentReference", document_reference), ("SignerReference", signer_reference))
        self._client.send(SEND_REMINDER, "/Document/SendReminder", json=body, options=options)

    def field_data(
        self,
        document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> list[FormFillerField]:
        """Read the field values entered in a signed Smart Tag or Form Filler document.

        ``GET /Document/FieldData/{DocumentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            document_reference: document reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Delete a document (POST form).

        ``POST /Document/Delete/{DocumentReference}``. Known from an official page. Scope: Basic.

        Args:
            document_reference: document reference.
            remove_from_package: for a document in a package: true removes only this document, false deletes the whole
                package.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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
        """Delete a document.

        ``DELETE /Document/{DocumentReference}``. Known from an official page. Scope: Basic.

        Args:
            document_reference: document reference.
            remove_from_package: for a document in a package: true removes only this document, false deletes the whole
                package.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
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

        ``GET /Document/SigningCompletionCertificate/{DocumentReference}``. Known from an official SDK only; no
        official page shows it. Scope: Basic.

        Args:
            document_reference: document reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = self._client.send(
            LIST_SIGNING_COMPLETION_CERTIFICATES,
            "/Document/SigningCompletionCertificate/" + segment(document_reference, "document_reference"),
            options=options,
        )
        return decode_list(response, LIST_SIGNING_COMPLETION_CERTIFICATES, SigningCompletionCertificate)
