from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, no_members
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class DocumentUrl(Model):
    url: str
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, url: str, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
