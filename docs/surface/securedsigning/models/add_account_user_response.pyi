from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, no_members, unprinted
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

@define(kw_only=True, field_transformer=unprinted('connect_key'))
class AddAccountUserResponse(Model):
    result: str | None = None
    connect_key: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, result: str | None=None, connect_key: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
