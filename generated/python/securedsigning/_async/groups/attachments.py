# Generated from spec/paths/attachments.yaml by group.py.jinja; do not edit.
"""The attachments group: Upload, list or remove files that invitees receive beside the document."""

from __future__ import annotations

from securedsigning._arguments import as_json, json_object, query, segment
from securedsigning._codec import decode, decode_list
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
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.files import FileInput
    from securedsigning.models.attachment_file_info import AttachmentFileInfo
    from securedsigning.options import CallOptions


class AsyncAttachments:
    """Upload, list or remove files that invitees receive beside the document."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def upload(
        self,
        file: FileInput,
        *,
        number: str | None = None,
        category: str | None = None,
        options: CallOptions | None = None,
    ) -> AttachmentResponse:
        """Upload a file that can go to invitees beside a document, and get its reference.

        The reference goes into SmartTagInvitee.Attachments. Takes the same file types as ``documents.upload``.

        ``POST /Attachment/Uploader``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            file: the attachment, with its file name.
            number: number of the attachment, digits only.
            category: category of the attachment.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the call holds no file, or its file name does not fit its content, or the file cannot
                be fetched.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
        """
        fields = query(("Number", number), ("Category", category))
        response = await self._client.upload(
            UPLOAD_ATTACHMENT,
            "/Attachment/Uploader",
            fields=fields,
            file_field="file",
            file=file,
            extensions=("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods"),
            options=options,
        )
        return decode(response, UPLOAD_ATTACHMENT, AttachmentResponse)

    async def upload_by_url(
        self,
        *,
        file: AttachmentFileInfo,
        options: CallOptions | None = None,
    ) -> AttachmentResponse:
        """Let the service fetch an attachment from a web address, and get its reference.

        The address must be reachable for the service. Takes pdf, doc, docx and rtf files.

        ``POST /Attachment/UploadByUrl``. Known from an official page. Scope: Basic.

        Args:
            file: where the attachment is, and what it is called.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the call holds no file, or its file name does not fit its content, or the file cannot
                be fetched.
            FileTooLargeError: 413; the file is larger than AccountInfo.MaxUploadSize.
        """
        body = json_object(("File", as_json(file, "file")))
        response = await self._client.send(
            UPLOAD_ATTACHMENT_BY_URL, "/Attachment/UploadByUrl", json=body, options=options
        )
        return decode(response, UPLOAD_ATTACHMENT_BY_URL, AttachmentResponse)

    async def list_all(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[AttachmentResponse]:
        """List the attachments of the account.

        ``GET /Attachment/GetAttachments``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(LIST_ATTACHMENTS, "/Attachment/GetAttachments", options=options)
        return decode_list(response, LIST_ATTACHMENTS, AttachmentResponse)

    async def delete_by_post(
        self,
        attachment_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete an attachment by POST, for callers that cannot send DELETE.

        Does the same as ``attachments.delete``.

        ``POST /Attachment/Delete/{AttachmentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            attachment_reference: reference of the attachment.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        await self._client.send(
            DELETE_ATTACHMENT_POST,
            "/Attachment/Delete/" + segment(attachment_reference, "attachment_reference"),
            options=options,
        )

    async def delete(
        self,
        attachment_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete an attachment.

        ``DELETE /Attachment/{AttachmentReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            attachment_reference: reference of the attachment.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        await self._client.send(
            DELETE_ATTACHMENT, "/Attachment/" + segment(attachment_reference, "attachment_reference"), options=options
        )
