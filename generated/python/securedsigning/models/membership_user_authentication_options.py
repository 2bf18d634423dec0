# Generated from spec/schemas/partners.yaml#/MembershipUserAuthenticationOptions by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import UNSET, Model, no_members
from securedsigning.models.enums import UserAuthenticationType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self

    from securedsigning._codec import Unset

known_user_authentication_type = UserAuthenticationType.member_lookup()


@define(kw_only=True)
class MembershipUserAuthenticationOptions(Model):
    """How the users of a company sign in.

    Attributes:
        user_authentication_type: Way of signing in.
        options: Settings of that way of signing in, as text.
    """

    user_authentication_type: UserAuthenticationType | None | Unset = UNSET
    options: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"UserAuthenticationType": "UserAuthenticationType"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("UserAuthenticationType", UNSET)
        self.user_authentication_type = (
            value
            if value is None or value is UNSET
            else known_user_authentication_type(value) or UserAuthenticationType(value)
        )
        self.options = take("Options", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.user_authentication_type is not UNSET:
            data["UserAuthenticationType"] = (
                None if self.user_authentication_type is None else str(self.user_authentication_type)
            )
        if self.options is not None:
            data["Options"] = self.options
        return data
