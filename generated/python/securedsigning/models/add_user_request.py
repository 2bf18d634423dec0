# Generated from spec/schemas/partners.yaml#/AddUserRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.partner_user_details import PartnerUserDetails

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class AddUserRequest(Model):
    """Add a user to a type B company account.

    Attributes:
        user: User profile.
        gmt: UTC offset in minutes.
        additional_properties: members that the spec does not know.
    """

    user: PartnerUserDetails
    gmt: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("User",)
    _checked: ClassVar[Mapping[str, str]] = {"User": "PartnerUserDetails"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("User")
        self.user = PartnerUserDetails.decode_owned(value)
        self.gmt = take("GMT", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["User"] = self.user.to_dict()
        if self.gmt is not None:
            data["GMT"] = self.gmt
        return data
