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

    @property
    def start_date_parsed(self) -> datetime | None:
        ...

    @property
    def end_date_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, invoice_no: str | None=None, description: str | None=None, invoice_type: InvoiceType | None=None, start_date: str | None=None, start_date_timezone: str | None=None, end_date: str | None=None, end_date_timezone: str | None=None, invoice_user: str | None=None, invoice_membership: str | None=None, invoice_partner: str | None=None, price: float | None=None, quantity: int | None=None, devices: int | None=None, total_documents: int | None=None, number_of_sms: int | None=None, id_check_cost: float | None=None, number_of_negotiation: int | None=None, id_check_details: list[IDCheckDetailItem] | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
