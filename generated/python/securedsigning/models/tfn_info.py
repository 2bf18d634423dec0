# Generated from spec/schemas/form-direct.yaml#/TFNInfo by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class TFNInfo(Model):
    """An employer for Australian tax file number declarations.

    Attributes:
        reference: Reference of the employer, for FormDirect.EmployerReference.
        abn: Australian Business Number.
        business_name: Name of the business.
        business_address: Street and number.
        business_suburb: Suburb.
        business_state: State or territory.
        business_postcode: Postcode.
        contact_person: Name of the person to turn to.
        contact_phone: Telephone number of that person.
        name: Name by which to tell employers apart.
    """

    reference: str
    abn: str | None = None
    business_name: str | None = None
    business_address: str | None = None
    business_suburb: str | None = None
    business_state: str | None = None
    business_postcode: str | None = None
    contact_person: str | None = None
    contact_phone: str | None = None
    name: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.abn = take("ABN", None)
        self.business_name = take("BusinessName", None)
        self.business_address = take("BusinessAddress", None)
        self.business_suburb = take("BusinessSuburb", None)
        self.business_state = take("BusinessState", None)
        self.business_postcode = take("BusinessPostcode", None)
        self.contact_person = take("ContactPerson", None)
        self.contact_phone = take("ContactPhone", None)
        self.reference = take("Reference")
        self.name = take("Name", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.abn is not None:
            data["ABN"] = self.abn
        if self.business_name is not None:
            data["BusinessName"] = self.business_name
        if self.business_address is not None:
            data["BusinessAddress"] = self.business_address
        if self.business_suburb is not None:
            data["BusinessSuburb"] = self.business_suburb
        if self.business_state is not None:
            data["BusinessState"] = self.business_state
        if self.business_postcode is not None:
            data["BusinessPostcode"] = self.business_postcode
        if self.contact_person is not None:
            data["ContactPerson"] = self.contact_person
        if self.contact_phone is not None:
            data["ContactPhone"] = self.contact_phone
        data["Reference"] = self.reference
        if self.name is not None:
            data["Name"] = self.name
        return data
