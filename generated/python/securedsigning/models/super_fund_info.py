# Generated from spec/schemas/form-direct.yaml#/SuperFundInfo by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SuperFundInfo(Model):
    """An employer for Australian superannuation forms.

    Attributes:
        reference: Reference of the employer, for FormDirect.EmployerReference.
        abn: Australian Business Number.
        business_name: Name of the business.
        super_fund_name: Name of the superannuation fund.
        usi: Unique Superannuation Identifier of the fund.
        phone: Telephone number.
        super_fund_website: Web site of the fund.
        name: Name by which to tell employers apart.
    """

    reference: str
    abn: str | None = None
    business_name: str | None = None
    super_fund_name: str | None = None
    usi: str | None = None
    phone: str | None = None
    super_fund_website: str | None = None
    name: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.abn = take("ABN", None)
        self.business_name = take("BusinessName", None)
        self.super_fund_name = take("SuperFundName", None)
        self.usi = take("USI", None)
        self.phone = take("Phone", None)
        self.super_fund_website = take("SuperFundWebsite", None)
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
        if self.super_fund_name is not None:
            data["SuperFundName"] = self.super_fund_name
        if self.usi is not None:
            data["USI"] = self.usi
        if self.phone is not None:
            data["Phone"] = self.phone
        if self.super_fund_website is not None:
            data["SuperFundWebsite"] = self.super_fund_website
        data["Reference"] = self.reference
        if self.name is not None:
            data["Name"] = self.name
        return data
