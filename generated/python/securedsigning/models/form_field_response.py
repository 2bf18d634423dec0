# Generated from spec/schemas/form-direct.yaml#/FormFieldResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.dates import parse_date
from securedsigning.models.form_field import FormField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class FormFieldResponse(Model):
    """Fields of a form whose values can be set beforehand.

    Attributes:
        fields: The fields.
        last_update_time: When the form was last changed, as text whose format is not stated.
    """

    fields: list[FormField] | None = None
    last_update_time: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"Fields": "list FormField"}

    @property
    def last_update_time_parsed(self) -> datetime | None:
        """``last_update_time`` as a moment; None if there is none or its format is not understood."""
        return None if self.last_update_time is None else parse_date(self.last_update_time)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("Fields", None)
        self.fields = None if value is None else [FormField.decode_owned(item) for item in value]
        self.last_update_time = take("LastUpdateTime", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.fields is not None:
            data["Fields"] = [item.to_dict() for item in self.fields]
        if self.last_update_time is not None:
            data["LastUpdateTime"] = self.last_update_time
        return data
