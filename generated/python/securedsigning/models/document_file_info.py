# Generated from spec/schemas/documents.yaml#/DocumentFileInfo by model.py.jinja; do not edit.
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
class DocumentFileInfo(Model):
    """A document for the service to fetch.

    Attributes:
        name: File name.
        file_type: Type of the file.
        file_url: Web address from which the service fetches the file.
        client_reference: Caller's own id for the document; the service echoes it.
    """

    name: str
    file_type: FileType
    file_url: str
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Name", "FileType", "FileUrl")
    _checked: ClassVar[Mapping[str, str]] = {"FileType": "FileType"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.name = take("Name")
        value = take("FileType")
        self.file_type = known_file_type(value) or FileType(value)
        self.file_url = take("FileUrl")
        self.client_reference = take("ClientReference", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Name"] = self.name
        data["FileType"] = str(self.file_type)
        data["FileUrl"] = self.file_url
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
