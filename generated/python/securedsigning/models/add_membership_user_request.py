# Generated from spec/schemas/partners.yaml#/AddMembershipUserRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.partner_user_details import PartnerUserDetails

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class AddMembershipUserRequest(Model):
    """Add a user to a type A company.

    Attributes:
        user: User profile.
        client_reference: Partner's own unchanging id for the user.
        additional_properties: members that the spec does not know.
    """

    user: PartnerUserDetails
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("User",)
    _checked: ClassVar[Mapping[str, str]] = {"User": "PartnerUserDetails"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("User")
        self.user = PartnerUserDetails.decode_owned(value)
        self.client_reference = take("ClientReference", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["User"] = self.user.to_dict()
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
