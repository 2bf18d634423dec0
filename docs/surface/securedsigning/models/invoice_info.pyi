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
    invoice_reference: str
    invoice_no: str | None = None
    invoice_date: str | None = None
    invoice_timezone: str | None = None
    description: str | None = None
    amount: float | None = None
    invoice_type: InvoiceType | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def invoice_date_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, invoice_reference: str, invoice_no: str | None=None, invoice_date: str | None=None, invoice_timezone: str | None=None, description: str | None=None, amount: float | None=None, invoice_type: InvoiceType | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
