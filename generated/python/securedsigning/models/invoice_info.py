# Generated from spec/schemas/billing.yaml#/InvoiceInfo by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_number, no_members
from securedsigning.dates import parse_date
from securedsigning.models.enums import InvoiceType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self


known_invoice_type = InvoiceType.member_lookup()


@define(kw_only=True)
class InvoiceInfo(Model):
    """An invoice.

    Attributes:
        invoice_reference: Reference of the invoice.
        invoice_no: Number of the invoice; NO is in capitals.
        invoice_date: Date of the invoice, as text whose format is not stated.
        invoice_timezone: Time zone of InvoiceDate.
        description: What the invoice is about, in words.
        amount: Amount; the currency is not stated.
        invoice_type: What the invoice is for.
    """

    invoice_reference: str
    invoice_no: str | None = None
    invoice_date: str | None = None
    invoice_timezone: str | None = None
    description: str | None = None
    amount: float | None = None
    invoice_type: InvoiceType | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("InvoiceReference",)
    _checked: ClassVar[Mapping[str, str]] = {"Amount": "number", "InvoiceType": "InvoiceType"}

    @property
    def invoice_date_parsed(self) -> datetime | None:
        """``invoice_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.invoice_date is None else parse_date(self.invoice_date)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.invoice_reference = take("InvoiceReference")
        self.invoice_no = take("InvoiceNO", None)
        self.invoice_date = take("InvoiceDate", None)
        self.invoice_timezone = take("InvoiceTimezone", None)
        self.description = take("Description", None)
        value = take("Amount", None)
        self.amount = (
            None if value is None else value if value.__class__ is float or value.__class__ is int else as_number(value)
        )
        value = take("InvoiceType", None)
        self.invoice_type = None if value is None else known_invoice_type(value) or InvoiceType(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["InvoiceReference"] = self.invoice_reference
        if self.invoice_no is not None:
            data["InvoiceNO"] = self.invoice_no
        if self.invoice_date is not None:
            data["InvoiceDate"] = self.invoice_date
        if self.invoice_timezone is not None:
            data["InvoiceTimezone"] = self.invoice_timezone
        if self.description is not None:
            data["Description"] = self.description
        if self.amount is not None:
            data["Amount"] = self.amount
        if self.invoice_type is not None:
            data["InvoiceType"] = str(self.invoice_type)
        return data
