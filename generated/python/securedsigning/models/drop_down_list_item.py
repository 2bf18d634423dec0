# Generated from spec/schemas/smart-tags.yaml#/DropDownListItem by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class DropDownListItem(Model):
    """A choice of a drop-down field.

    Attributes:
        client_field: Name of the field on the caller's side.
        item: Text that is shown.
        value: Value that is stored when it is chosen.
    """

    client_field: str
    item: str
    value: str
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("ClientField", "Item", "Value")

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.client_field = take("ClientField")
        self.item = take("Item")
        self.value = take("Value")
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["ClientField"] = self.client_field
        data["Item"] = self.item
        data["Value"] = self.value
        return data
