# Generated from spec/schemas/partners.yaml#/RemoveUserRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class RemoveUserRequest(Model):
    """Remove a user from a type B company account.

    Attributes:
        user_id: User reference as given by the account info call.
        additional_properties: members that the spec does not know.
    """

    user_id: str
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("UserID",)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.user_id = take("UserID")
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["UserID"] = self.user_id
        return data
