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
    reference: str
    name: str | None = None
    file_type: FileType | None = None
    file_url: str | None = None
    number: str | None = None
    category: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, reference: str, name: str | None=None, file_type: FileType | None=None, file_url: str | None=None, number: str | None=None, category: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
