# Generated from spec/schemas/partners.yaml#/MembershipResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members, unprinted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


@define(kw_only=True, field_transformer=unprinted("membership_code", "update_key"))
class MembershipResponse(Model):
    """The company of type A that was created or linked.

    Attributes:
        membership_code: Code of the company, which the token request takes.
        reference: Reference of the company, which the token request takes.
        update_key: Key for updates. What it is for is not published.
        result: Outcome, in words.
    """

    membership_code: str | None = None
    reference: str | None = None
    update_key: str | None = None
    result: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.membership_code = take("MembershipCode", None)
        self.reference = take("Reference", None)
        self.update_key = take("UpdateKey", None)
        self.result = take("Result", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.membership_code is not None:
            data["MembershipCode"] = self.membership_code
        if self.reference is not None:
            data["Reference"] = self.reference
        if self.update_key is not None:
            data["UpdateKey"] = self.update_key
        if self.result is not None:
            data["Result"] = self.result
        return data
