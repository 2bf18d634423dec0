# Generated from spec/schemas/partners.yaml#/Company by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_integer, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class Company(Model):
    """A company.

    Attributes:
        company_name: Name of the company.
        street_address: Street and number.
        city: City.
        country: Country by its full name.
        country_code: Country by its code of two letters.
        phone_number: Telephone number.
        contact_first_name: First name of the first administrator.
        contact_last_name: Last name of the first administrator.
        contact_email: Email address of the first administrator.
        gmt_offset: Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York
            in summer.
    """

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

    _checked: ClassVar[Mapping[str, str]] = {"GMTOffset": "integer"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.company_name = take("CompanyName", None)
        self.street_address = take("StreetAddress", None)
        self.city = take("City", None)
        self.country = take("Country", None)
        self.country_code = take("CountryCode", None)
        self.phone_number = take("PhoneNumber", None)
        self.contact_first_name = take("ContactFirstName", None)
        self.contact_last_name = take("ContactLastName", None)
        self.contact_email = take("ContactEmail", None)
        value = take("GMTOffset", None)
        self.gmt_offset = None if value is None else value if value.__class__ is int else as_integer(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.company_name is not None:
            data["CompanyName"] = self.company_name
        if self.street_address is not None:
            data["StreetAddress"] = self.street_address
        if self.city is not None:
            data["City"] = self.city
        if self.country is not None:
            data["Country"] = self.country
        if self.country_code is not None:
            data["CountryCode"] = self.country_code
        if self.phone_number is not None:
            data["PhoneNumber"] = self.phone_number
        if self.contact_first_name is not None:
            data["ContactFirstName"] = self.contact_first_name
        if self.contact_last_name is not None:
            data["ContactLastName"] = self.contact_last_name
        if self.contact_email is not None:
            data["ContactEmail"] = self.contact_email
        if self.gmt_offset is not None:
            data["GMTOffset"] = self.gmt_offset
        return data
