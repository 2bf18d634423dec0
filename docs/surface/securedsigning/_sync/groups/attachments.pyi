from __future__ import annotations
from securedsigning._arguments import as_json, json_object, query, segment
from securedsigning._codec import decode, decode_list
from securedsigning.models.attachment_response import AttachmentResponse
from securedsigning.operations import DELETE_ATTACHMENT, DELETE_ATTACHMENT_POST, LIST_ATTACHMENTS, UPLOAD_ATTACHMENT, UPLOAD_ATTACHMENT_BY_URL
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.files import FileInput
    from securedsigning.models.attachment_file_info import AttachmentFileInfo
    from securedsigning.options import CallOptions

class Attachments:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def upload(self, file: FileInput, *, number: str | None=None, category: str | None=None, options: CallOptions | None=None) -> AttachmentResponse:
        ...

    def upload_by_url(self, *, file: AttachmentFileInfo, options: CallOptions | None=None) -> AttachmentResponse:
        ...

    def list_all(self, *, options: CallOptions | None=None) -> list[AttachmentResponse]:
        ...

    def delete_by_post(self, attachment_reference: str, *, options: CallOptions | None=None) -> None:
        ...

    def delete(self, attachment_reference: str, *, options: CallOptions | None=None) -> None:
        ...
