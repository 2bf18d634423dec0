# Generated from spec/schemas/documents.yaml#/VerifiedSigner by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class VerifiedSigner(Model):
    """The signer whom a digital signature names.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        signer_type: Role of the signer.
        mobile_number: Mobile number.
        mobile_country: International dialling code of the mobile number.
        has_signed: Whether the signer has signed.
        title: Title of the signer.
        reason: Reason that was given for signing.
        company: Company of the signer.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    signer_type: str | None = None
    mobile_number: str | None = None
    mobile_country: str | None = None
    has_signed: bool | None = None
    title: str | None = None
    reason: str | None = None
    company: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"HasSigned": "boolean"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName", None)
        self.last_name = take("LastName", None)
        self.email = take("Email", None)
        self.signer_type = take("SignerType", None)
        self.mobile_number = take("MobileNumber", None)
        self.mobile_country = take("MobileCountry", None)
        value = take("HasSigned", None)
        self.has_signed = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.title = take("Title", None)
        self.reason = take("Reason", None)
        self.company = take("Company", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.first_name is not None:
            data["FirstName"] = self.first_name
        if self.last_name is not None:
            data["LastName"] = self.last_name
        if self.email is not None:
            data["Email"] = self.email
        if self.signer_type is not None:
            data["SignerType"] = self.signer_type
        if self.mobile_number is not None:
            data["MobileNumber"] = self.mobile_number
        if self.mobile_country is not None:
            data["MobileCountry"] = self.mobile_country
        if self.has_signed is not None:
            data["HasSigned"] = self.has_signed
        if self.title is not None:
            data["Title"] = self.title
        if self.reason is not None:
            data["Reason"] = self.reason
        if self.company is not None:
            data["Company"] = self.company
        return data
