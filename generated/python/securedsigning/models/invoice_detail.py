# Generated from spec/schemas/billing.yaml#/InvoiceDetail by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_integer, as_number, no_members
from securedsigning.dates import parse_date
from securedsigning.models.enums import InvoiceType
from securedsigning.models.id_check_detail_item import IDCheckDetailItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self


known_invoice_type = InvoiceType.member_lookup()


@define(kw_only=True)
class InvoiceDetail(Model):
    """A line of an invoice.

    Attributes:
        invoice_no: Number of the invoice; NO is in capitals.
        description: What the line is about, in words.
        invoice_type: What the line is for.
        start_date: First day of the time that is billed, as text whose format is not stated.
        start_date_timezone: Time zone of StartDate.
        end_date: Last day of the time that is billed, as text whose format is not stated.
        end_date_timezone: Time zone of EndDate.
        invoice_user: User who is billed.
        invoice_membership: Company (membership) that is billed.
        invoice_partner: Partner who is billed.
        price: Price of one unit; the currency is not stated.
        quantity: Number of units.
        devices: Number of devices.
        total_documents: Number of documents.
        number_of_sms: Number of SMS that were sent.
        id_check_cost: Cost of the ID checks; the currency is not stated.
        number_of_negotiation: Number of documents that were negotiated about.
        id_check_details: ID checks, by the service that made them.
    """

    invoice_no: str | None = None
    description: str | None = None
    invoice_type: InvoiceType | None = None
    start_date: str | None = None
    start_date_timezone: str | None = None
    end_date: str | None = None
    end_date_timezone: str | None = None
    invoice_user: str | None = None
    invoice_membership: str | None = None
    invoice_partner: str | None = None
    price: float | None = None
    quantity: int | None = None
    devices: int | None = None
    total_documents: int | None = None
    number_of_sms: int | None = None
    id_check_cost: float | None = None
    number_of_negotiation: int | None = None
    id_check_details: list[IDCheckDetailItem] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "InvoiceType": "InvoiceType",
        "Price": "number",
        "Quantity": "integer",
        "Devices": "integer",
        "TotalDocuments": "integer",
        "NumberOfSMS": "integer",
        "IDCheckCost": "number",
        "NumberOfNegotiation": "integer",
        "IDCheckDetails": "list IDCheckDetailItem",
    }

    @property
    def start_date_parsed(self) -> datetime | None:
        """``start_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.start_date is None else parse_date(self.start_date)

    @property
    def end_date_parsed(self) -> datetime | None:
        """``end_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.end_date is None else parse_date(self.end_date)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.invoice_no = take("InvoiceNO", None)
        self.description = take("Description", None)
        value = take("InvoiceType", None)
        self.invoice_type = None if value is None else known_invoice_type(value) or InvoiceType(value)
        self.start_date = take("StartDate", None)
        self.start_date_timezone = take("StartDateTimezone", None)
        self.end_date = take("EndDate", None)
        self.end_date_timezone = take("EndDateTimezone", None)
        self.invoice_user = take("InvoiceUser", None)
        self.invoice_membership = take("InvoiceMembership", None)
        self.invoice_partner = take("InvoicePartner", None)
        value = take("Price", None)
        self.price = (
            None if value is None else value if value.__class__ is float or value.__class__ is int else as_number(value)
        )
        value = take("Quantity", None)
        self.quantity = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("Devices", None)
        self.devices = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("TotalDocuments", None)
        self.total_documents = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("NumberOfSMS", None)
        self.number_of_sms = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("IDCheckCost", None)
        self.id_check_cost = (
            None if value is None else value if value.__class__ is float or value.__class__ is int else as_number(value)
        )
        value = take("NumberOfNegotiation", None)
        self.number_of_negotiation = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("IDCheckDetails", None)
        self.id_check_details = None if value is None else [IDCheckDetailItem.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.invoice_no is not None:
            data["InvoiceNO"] = self.invoice_no
        if self.description is not None:
            data["Description"] = self.description
        if self.invoice_type is not None:
            data["InvoiceType"] = str(self.invoice_type)
        if self.start_date is not None:
            data["StartDate"] = self.start_date
        if self.start_date_timezone is not None:
            data["StartDateTimezone"] = self.start_date_timezone
        if self.end_date is not None:
            data["EndDate"] = self.end_date
        if self.end_date_timezone is not None:
            data["EndDateTimezone"] = self.end_date_timezone
        if self.invoice_user is not None:
            data["InvoiceUser"] = self.invoice_user
        if self.invoice_membership is not None:
            data["InvoiceMembership"] = self.invoice_membership
        if self.invoice_partner is not None:
            data["InvoicePartner"] = self.invoice_partner
        if self.price is not None:
            data["Price"] = self.price
        if self.quantity is not None:
            data["Quantity"] = self.quantity
        if self.devices is not None:
            data["Devices"] = self.devices
        if self.total_documents is not None:
            data["TotalDocuments"] = self.total_documents
        if self.number_of_sms is not None:
            data["NumberOfSMS"] = self.number_of_sms
        if self.id_check_cost is not None:
            data["IDCheckCost"] = self.id_check_cost
        if self.number_of_negotiation is not None:
            data["NumberOfNegotiation"] = self.number_of_negotiation
        if self.id_check_details is not None:
            data["IDCheckDetails"] = [item.to_dict() for item in self.id_check_details]
        return data
