from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_integer, no_members
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class Company(Model):
    company_name: str | None = None
    street_address: str | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    phone_number: str | None = None
    contact_first_name: str | None = None
    contact_last_name: str | None = None
    contact_email: str | None = None
    gmt_offset: int | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, company_name: str | None=None, street_address: str | None=None, city: str | None=None, country: str | None=None, country_code: str | None=None, phone_number: str | None=None, contact_first_name: str | None=None, contact_last_name: str | None=None, contact_email: str | None=None, gmt_offset: int | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
