# Generated from spec/schemas/attachments.yaml#/AttachmentResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.enums import FileType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


known_file_type = FileType.member_lookup()


@define(kw_only=True)
class AttachmentResponse(Model):
    """A stored attachment.

    Attributes:
        reference: Reference of the attachment, which SmartTagInvitee.Attachments takes.
        name: File name.
        file_type: Type of the file.
        file_url: Web address from which the service fetches the file.
        number: Number of the attachment, digits only.
        category: Category of the attachment.
    """

    reference: str
    name: str | None = None
    file_type: FileType | None = None
    file_url: str | None = None
    number: str | None = None
    category: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {"FileType": "FileType"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.name = take("Name", None)
        value = take("FileType", None)
        self.file_type = None if value is None else known_file_type(value) or FileType(value)
        self.file_url = take("FileUrl", None)
        self.number = take("Number", None)
        self.category = take("Category", None)
        self.reference = take("Reference")
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            data["Name"] = self.name
        if self.file_type is not None:
            data["FileType"] = str(self.file_type)
        if self.file_url is not None:
            data["FileUrl"] = self.file_url
        if self.number is not None:
            data["Number"] = self.number
        if self.category is not None:
            data["Category"] = self.category
        data["Reference"] = self.reference
        return data
