from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, no_members
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class PartnerUserDetails(Model):
    first_name: str
    last_name: str
    email: str
    job_title: str | None = None
    company_name: str | None = None
    legal_name: str | None = None
    website: str | None = None
    industry: str | None = None
    employees: str | None = None
    street: str | None = None
    suburb: str | None = None
    city: str | None = None
    postcode: str | None = None
    country: str | None = None
    state: str | None = None
    phone_country: str | None = None
    phone_area: str | None = None
    phone_number: str | None = None
    title: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, first_name: str, last_name: str, email: str, job_title: str | None=None, company_name: str | None=None, legal_name: str | None=None, website: str | None=None, industry: str | None=None, employees: str | None=None, street: str | None=None, suburb: str | None=None, city: str | None=None, postcode: str | None=None, country: str | None=None, state: str | None=None, phone_country: str | None=None, phone_area: str | None=None, phone_number: str | None=None, title: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
