from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.enums import HTMLElementType
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self
known_htmlelement_type = HTMLElementType.member_lookup()

@define(kw_only=True)
class FormFillerField(Model):
    label: str | None = None
    value: str | None = None
    field_type: HTMLElementType | None = None
    is_required: bool | None = None
    id: str | None = None
    read_only: bool | None = None
    client_field: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, label: str | None=None, value: str | None=None, field_type: HTMLElementType | None=None, is_required: bool | None=None, id: str | None=None, read_only: bool | None=None, client_field: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
