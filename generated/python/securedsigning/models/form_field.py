# Generated from spec/schemas/form-direct.yaml#/FormField by model.py.jinja; do not edit.
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
    """A field of a form.

    Attributes:
        field_name: Name of the field.
        display_name: Name that is shown.
        field_type: Kind of the field.
        filed_value: Value of the field; misspelt in the API.
        value_options: Values that can be chosen.
        client_field: Name of the field on the caller's side.
        client_mapping: How the field is mapped to ClientField, as a number. What the numbers mean is not published
            (inferred).
    """

    field_name: str | None = None
    display_name: str | None = None
    field_type: HTMLElementType | None = None
    filed_value: str | None = None
    value_options: list[str] | None = None
    client_field: str | None = None
    client_mapping: int | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "FieldType": "HTMLElementType",
        "ValueOptions": "list",
        "ClientMapping": "integer",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.field_name = take("FieldName", None)
        self.display_name = take("DisplayName", None)
        value = take("FieldType", None)
        self.field_type = None if value is None else known_htmlelement_type(value) or HTMLElementType(value)
        self.filed_value = take("FiledValue", None)
        value = take("ValueOptions", None)
        self.value_options = None if value is None else value if value.__class__ is list else as_list(value)
        self.client_field = take("ClientField", None)
        value = take("ClientMapping", None)
        self.client_mapping = None if value is None else value if value.__class__ is int else as_integer(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.field_name is not None:
            data["FieldName"] = self.field_name
        if self.display_name is not None:
            data["DisplayName"] = self.display_name
        if self.field_type is not None:
            data["FieldType"] = str(self.field_type)
        if self.filed_value is not None:
            data["FiledValue"] = self.filed_value
        if self.value_options is not None:
            data["ValueOptions"] = self.value_options
        if self.client_field is not None:
            data["ClientField"] = self.client_field
        if self.client_mapping is not None:
            data["ClientMapping"] = self.client_mapping
        return data
