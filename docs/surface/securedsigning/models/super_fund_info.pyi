from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, no_members
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class SuperFundInfo(Model):
    reference: str
    abn: str | None = None
    business_name: str | None = None
    super_fund_name: str | None = None
    usi: str | None = None
    phone: str | None = None
    super_fund_website: str | None = None
    name: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, reference: str, abn: str | None=None, business_name: str | None=None, super_fund_name: str | None=None, usi: str | None=None, phone: str | None=None, super_fund_website: str | None=None, name: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
