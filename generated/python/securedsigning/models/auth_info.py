# Generated from spec/schemas/people.yaml#/AuthInfo by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.enums import AuthInfoDataType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


known_auth_info_data_type = AuthInfoDataType.member_lookup()


@define(kw_only=True)
class AuthInfo(Model):
    """A question by which an invitee without mobile phone is identified.

    Attributes:
        label: The question.
        value: The answer that is expected.
        data_type: Kind of the answer.
    """

    label: str | None = None
    value: str | None = None
    data_type: AuthInfoDataType | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"DataType": "AuthInfoDataType"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.label = take("Label", None)
        self.value = take("Value", None)
        value = take("DataType", None)
        self.data_type = None if value is None else known_auth_info_data_type(value) or AuthInfoDataType(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.label is not None:
            data["Label"] = self.label
        if self.value is not None:
            data["Value"] = self.value
        if self.data_type is not None:
            data["DataType"] = str(self.data_type)
        return data
