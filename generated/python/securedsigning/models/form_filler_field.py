# Generated from spec/schemas/form-filler.yaml#/FormFillerField by model.py.jinja; do not edit.
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
    """A field of a template, or of a signed document.

    Attributes:
        label: Text that is shown beside the field.
        value: Value of the field.
        field_type: Kind of the field.
        is_required: Whether the field must be filled.
        id: Identifier of the field.
        read_only: Whether the signer cannot change the field.
        client_field: Name of the field on the caller's side.
    """

    label: str | None = None
    value: str | None = None
    field_type: HTMLElementType | None = None
    is_required: bool | None = None
    id: str | None = None
    read_only: bool | None = None
    client_field: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "FieldType": "HTMLElementType",
        "IsRequired": "boolean",
        "ReadOnly": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.label = take("Label", None)
        self.value = take("Value", None)
        value = take("FieldType", None)
        self.field_type = None if value is None else known_htmlelement_type(value) or HTMLElementType(value)
        value = take("IsRequired", None)
        self.is_required = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.id = take("ID", None)
        value = take("ReadOnly", None)
        self.read_only = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.client_field = take("ClientField", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.label is not None:
            data["Label"] = self.label
        if self.value is not None:
            data["Value"] = self.value
        if self.field_type is not None:
            data["FieldType"] = str(self.field_type)
        if self.is_required is not None:
            data["IsRequired"] = self.is_required
        if self.id is not None:
            data["ID"] = self.id
        if self.read_only is not None:
            data["ReadOnly"] = self.read_only
        if self.client_field is not None:
            data["ClientField"] = self.client_field
        return data
