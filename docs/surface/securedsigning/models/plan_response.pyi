from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_boolean, as_integer, as_number, no_members
from securedsigning.dates import parse_date
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class PlanResponse(Model):
    plan_name: str | None = None
    plan_type: str | None = None
    plan_users: int | None = None
    plan_documents: int | None = None
    document_price: str | None = None
    plan_price: str | None = None
    account_price: str | None = None
    paid: bool | None = None
    base_document_price: str | None = None
    base_user_price: str | None = None
    plan_expiry_date: str | None = None
    billing_balance: str | None = None
    billing_date: str | None = None
    billing_status: str | None = None
    total_accounts_used: int | None = None
    total_documents_used: int | None = None
    billing_balance_amount: float | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def plan_expiry_date_parsed(self) -> datetime | None:
        ...

    @property
    def billing_date_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, plan_name: str | None=None, plan_type: str | None=None, plan_users: int | None=None, plan_documents: int | None=None, document_price: str | None=None, plan_price: str | None=None, account_price: str | None=None, paid: bool | None=None, base_document_price: str | None=None, base_user_price: str | None=None, plan_expiry_date: str | None=None, billing_balance: str | None=None, billing_date: str | None=None, billing_status: str | None=None, total_accounts_used: int | None=None, total_documents_used: int | None=None, billing_balance_amount: float | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
