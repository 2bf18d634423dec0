# Generated from spec/schemas/account.yaml#/SaveSenderRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.user_details import UserDetails

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SaveSenderRequest(Model):
    """Creates or updates a sender.

    Attributes:
        user: Sender profile; first name, last name and email are needed.
        gmt: UTC offset in minutes.
        client_reference: Caller's own id for the sender.
        additional_properties: members that the spec does not know.
    """

    user: UserDetails
    gmt: str | None = None
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("User",)
    _checked: ClassVar[Mapping[str, str]] = {"User": "UserDetails"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("User")
        self.user = UserDetails.decode_owned(value)
        self.gmt = take("GMT", None)
        self.client_reference = take("ClientReference", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["User"] = self.user.to_dict()
        if self.gmt is not None:
            data["GMT"] = self.gmt
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
