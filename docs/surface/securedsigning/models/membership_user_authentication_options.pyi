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
    user_authentication_type: UserAuthenticationType | None | Unset = UNSET
    options: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, user_authentication_type: UserAuthenticationType | None | Unset=UNSET, options: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
