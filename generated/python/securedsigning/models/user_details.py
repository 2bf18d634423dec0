# Generated from spec/schemas/account.yaml#/UserDetails by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class UserDetails(Model):
    """A sender in detail.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        middle_name: Middle name.
        job_title: Job title.
        company_name: Name of the company the person works for.
        legal_name: Legal name.
        website: Web site of the company.
        industry: Industry of the company.
        employees: Number of employees of the company, as text.
        street: Street and number.
        suburb: Suburb.
        city: City.
        postcode: Postcode.
        country: Country by its full name, not a code.
        state: State or region.
        phone_country: International dialling code of the telephone number.
        phone_area: Area code of the telephone number.
        phone_number: Telephone number without its codes.
        title: Form of address, such as Mr or Dr.
    """

    first_name: str
    last_name: str
    email: str
    middle_name: str | None = None
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

    _required: ClassVar[tuple[str, ...]] = ("FirstName", "LastName", "Email")

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName")
        self.last_name = take("LastName")
        self.email = take("Email")
        self.middle_name = take("MiddleName", None)
        self.job_title = take("JobTitle", None)
        self.company_name = take("CompanyName", None)
        self.legal_name = take("LegalName", None)
        self.website = take("Website", None)
        self.industry = take("Industry", None)
        self.employees = take("Employees", None)
        self.street = take("Street", None)
        self.suburb = take("Suburb", None)
        self.city = take("City", None)
        self.postcode = take("Postcode", None)
        self.country = take("Country", None)
        self.state = take("State", None)
        self.phone_country = take("PhoneCountry", None)
        self.phone_area = take("PhoneArea", None)
        self.phone_number = take("PhoneNumber", None)
        self.title = take("Title", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["FirstName"] = self.first_name
        data["LastName"] = self.last_name
        data["Email"] = self.email
        if self.middle_name is not None:
            data["MiddleName"] = self.middle_name
        if self.job_title is not None:
            data["JobTitle"] = self.job_title
        if self.company_name is not None:
            data["CompanyName"] = self.company_name
        if self.legal_name is not None:
            data["LegalName"] = self.legal_name
        if self.website is not None:
            data["Website"] = self.website
        if self.industry is not None:
            data["Industry"] = self.industry
        if self.employees is not None:
            data["Employees"] = self.employees
        if self.street is not None:
            data["Street"] = self.street
        if self.suburb is not None:
            data["Suburb"] = self.suburb
        if self.city is not None:
            data["City"] = self.city
        if self.postcode is not None:
            data["Postcode"] = self.postcode
        if self.country is not None:
            data["Country"] = self.country
        if self.state is not None:
            data["State"] = self.state
        if self.phone_country is not None:
            data["PhoneCountry"] = self.phone_country
        if self.phone_area is not None:
            data["PhoneArea"] = self.phone_area
        if self.phone_number is not None:
            data["PhoneNumber"] = self.phone_number
        if self.title is not None:
            data["Title"] = self.title
        return data
