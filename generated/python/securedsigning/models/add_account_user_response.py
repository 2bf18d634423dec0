# Generated from spec/schemas/partners.yaml#/AddAccountUserResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members, unprinted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


@define(kw_only=True, field_transformer=unprinted("connect_key"))
class AddAccountUserResponse(Model):
    """What came of adding a company account or a user of type B.

    Attributes:
        result: OK on success.
        connect_key: Key for the key parameter of the authorize endpoint, which leads to a token.
    """

    result: str | None = None
    connect_key: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.result = take("Result", None)
        self.connect_key = take("ConnectKey", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.result is not None:
            data["Result"] = self.result
        if self.connect_key is not None:
            data["ConnectKey"] = self.connect_key
        return data
