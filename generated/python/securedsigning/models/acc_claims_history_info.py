# Generated from spec/schemas/form-direct.yaml#/AccClaimsHistoryInfo by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class AccClaimsHistoryInfo(Model):
    """An employer for New Zealand ACC claims history forms.

    Attributes:
        reference: Reference of the employer, for FormDirect.EmployerReference.
        organisation_name: Name of the organisation.
        contact_person_name: Name of the person to turn to.
        contact_person_phone: Telephone number of that person.
        contact_person_email: Email address of that person.
        name: Name by which to tell employers apart.
        is_default: Whether this employer is used when a form names none.
    """

    reference: str
    organisation_name: str | None = None
    contact_person_name: str | None = None
    contact_person_phone: str | None = None
    contact_person_email: str | None = None
    name: str | None = None
    is_default: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {"IsDefault": "boolean"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.organisation_name = take("OrganisationName", None)
        self.contact_person_name = take("ContactPersonName", None)
        self.contact_person_phone = take("ContactPersonPhone", None)
        self.contact_person_email = take("ContactPersonEmail", None)
        self.reference = take("Reference")
        self.name = take("Name", None)
        value = take("IsDefault", None)
        self.is_default = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.organisation_name is not None:
            data["OrganisationName"] = self.organisation_name
        if self.contact_person_name is not None:
            data["ContactPersonName"] = self.contact_person_name
        if self.contact_person_phone is not None:
            data["ContactPersonPhone"] = self.contact_person_phone
        if self.contact_person_email is not None:
            data["ContactPersonEmail"] = self.contact_person_email
        data["Reference"] = self.reference
        if self.name is not None:
            data["Name"] = self.name
        if self.is_default is not None:
            data["IsDefault"] = self.is_default
        return data
