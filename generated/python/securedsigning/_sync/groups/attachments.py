# Generated from spec/paths/attachments.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The attachments group: Files that invitees receive beside the document."""

from __future__ import annotations

from securedsigning._codec import as_json, decode, decode_list, json_object, query, segment
from securedsigning.models.attachment_response import AttachmentResponse
from securedsigning.operations import (
    DELETE_ATTACHMENT,
    DELETE_ATTACHMENT_POST,
    LIST_ATTACHMENTS,
    UPLOAD_ATTACHMENT,
    UPLOAD_ATTACHMENT_BY_URL,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.files import FileInput
    from securedsigning.models.attachment_file_info import AttachmentFileInfo
    from securedsigning.options import CallOptions


class Attachments:
    """Files that invitees receive beside the document."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def upload(
        self,
        file: FileInput,
        *,
        number: str | None = None,
        category: str | None = None,
        options: CallOptions | None = None,
    ) -> AttachmentResponse:
        """Upload an attachment as a multipart form.

        ``POST /Attachment/Uploader``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            file: file part with a file name.
            number: attachment number, digits only; also accepted in the query string.
            category: category; also accepted in the query string.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        fields = query(("Number", number), ("Category", category))
        response = self._client.upload(
            UPLOAD_ATTACHMENT,
            "/Attachment/Uploader",
            fields=fields,
            file_field="file",
            file=file,
            extensions=("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods"),
            options=options,
        )
        return decode(response, UPLOAD_ATTACHMENT, AttachmentResponse)

    def upload_by_url(
        self,
        *,
        file: AttachmentFileInfo,
        options: CallOptions | None = None,
    ) -> AttachmentResponse:
        """Let the service fetch an attachment from a URL.

        ``POST /Attachment/UploadByUrl``. Known from an official page. Scope: Basic.

        Args:
            file: file to fetch.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(("File", as_json(file, "file")))
        response = self._client.send(UPLOAD_ATTACHMENT_BY_URL, "/Attachment/UploadByUrl", json=body, options=options)
        return decode(response, UPLOAD_ATTACHMENT_BY_URL, AttachmentResponse)

    def list_all(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[AttachmentResponse]:
        """List the account's attachments.

        ``GET /Attachment/GetAttachments``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = self._client.send(LIST_ATTACHMENTS, "/Attachment/GetAttachments", options=options)
        return decode_list(response, LIST_ATTACHMENTS, AttachmentResponse)

    def delete_by_post(
        self,
        attachment_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete an attachment (POST form).

        ``POST /Attachment/Delete/{AttachmentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            attachment_reference: attachment reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        self._client.send(
            DELETE_ATTACHMENT_POST,
            "/Attachment/Delete/" + segment(attachment_reference, "attachment_reference"),
            options=options,
        )

    def delete(
        self,
        attachment_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete an attachment.

        ``DELETE /Attachment/{AttachmentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            attachment_reference: attachment reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        self._client.send(
            DELETE_ATTACHMENT, "/Attachment/" + segment(attachment_reference, "attachment_reference"), options=options
        )
