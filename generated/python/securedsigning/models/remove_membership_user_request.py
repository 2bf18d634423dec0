# Generated from spec/schemas/partners.yaml#/RemoveMembershipUserRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class RemoveMembershipUserRequest(Model):
    """Remove a user from a type A company.

    Attributes:
        user_id: User reference as given by the account info call.
        force_remove: Remove regardless of pending work (meaning guessed).
        transfer_to: User who takes over (meaning guessed).
        additional_properties: members that the spec does not know.
    """

    user_id: str
    force_remove: bool | None = None
    transfer_to: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("UserID",)
    _checked: ClassVar[Mapping[str, str]] = {"ForceRemove": "boolean"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.user_id = take("UserID")
        value = take("ForceRemove", None)
        self.force_remove = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.transfer_to = take("TransferTo", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["UserID"] = self.user_id
        if self.force_remove is not None:
            data["ForceRemove"] = self.force_remove
        if self.transfer_to is not None:
            data["TransferTo"] = self.transfer_to
        return data
