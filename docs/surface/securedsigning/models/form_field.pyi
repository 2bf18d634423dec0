from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_integer, as_list, no_members
from securedsigning.models.enums import HTMLElementType
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self
known_htmlelement_type = HTMLElementType.member_lookup()

@define(kw_only=True)
class FormField(Model):
    field_name: str | None = None
    display_name: str | None = None
    field_type: HTMLElementType | None = None
    filed_value: str | None = None
    value_options: list[str] | None = None
    client_field: str | None = None
    client_mapping: int | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, field_name: str | None=None, display_name: str | None=None, field_type: HTMLElementType | None=None, filed_value: str | None=None, value_options: list[str] | None=None, client_field: str | None=None, client_mapping: int | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
