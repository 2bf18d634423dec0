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
    label: str | None = None
    value: str | None = None
    data_type: AuthInfoDataType | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, label: str | None=None, value: str | None=None, data_type: AuthInfoDataType | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
