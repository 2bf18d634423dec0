# Generated from spec/schemas/attachments.yaml#/AttachmentUploadRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.attachment_file_info import AttachmentFileInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class AttachmentUploadRequest(Model):
    """Upload an attachment by URL (server name UploadAttachmentRequest).

    Attributes:
        file: File to fetch.
        additional_properties: members that the spec does not know.
    """

    file: AttachmentFileInfo
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("File",)
    _checked: ClassVar[Mapping[str, str]] = {"File": "AttachmentFileInfo"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("File")
        self.file = AttachmentFileInfo.decode_owned(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["File"] = self.file.to_dict()
        return data
