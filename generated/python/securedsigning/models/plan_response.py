# Generated from spec/schemas/partners.yaml#/PlanResponse by model.py.jinja; do not edit.
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
    """Price plan of a company of type A, and how much of it is used. Currencies are not stated.

    Attributes:
        plan_name: Name of the plan.
        plan_type: Kind of the plan.
        plan_users: Users that the plan includes.
        plan_documents: Documents that the plan includes.
        document_price: Price of a document, as text.
        plan_price: Price of the plan, as text.
        account_price: Price of an account, as text.
        paid: Whether the plan is paid for.
        base_document_price: Base price of a document, as text.
        base_user_price: Base price of a user, as text.
        plan_expiry_date: When the plan ends, as text whose format is not stated.
        billing_balance: Balance, as text.
        billing_date: When the plan is billed, as text whose format is not stated.
        billing_status: State of billing. Its values are not published.
        total_accounts_used: Accounts that are used.
        total_documents_used: Documents that have been used.
        billing_balance_amount: Balance, as a number.
    """

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

    _checked: ClassVar[Mapping[str, str]] = {
        "PlanUsers": "integer",
        "PlanDocuments": "integer",
        "Paid": "boolean",
        "TotalAccountsUsed": "integer",
        "TotalDocumentsUsed": "integer",
        "BillingBalanceAmount": "number",
    }

    @property
    def plan_expiry_date_parsed(self) -> datetime | None:
        """``plan_expiry_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.plan_expiry_date is None else parse_date(self.plan_expiry_date)

    @property
    def billing_date_parsed(self) -> datetime | None:
        """``billing_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.billing_date is None else parse_date(self.billing_date)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.plan_name = take("PlanName", None)
        self.plan_type = take("PlanType", None)
        value = take("PlanUsers", None)
        self.plan_users = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("PlanDocuments", None)
        self.plan_documents = None if value is None else value if value.__class__ is int else as_integer(value)
        self.document_price = take("DocumentPrice", None)
        self.plan_price = take("PlanPrice", None)
        self.account_price = take("AccountPrice", None)
        value = take("Paid", None)
        self.paid = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.base_document_price = take("BaseDocumentPrice", None)
        self.base_user_price = take("BaseUserPrice", None)
        self.plan_expiry_date = take("PlanExpiryDate", None)
        self.billing_balance = take("BillingBalance", None)
        self.billing_date = take("BillingDate", None)
        self.billing_status = take("BillingStatus", None)
        value = take("TotalAccountsUsed", None)
        self.total_accounts_used = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("TotalDocumentsUsed", None)
        self.total_documents_used = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("BillingBalanceAmount", None)
        self.billing_balance_amount = (
            None if value is None else value if value.__class__ is float or value.__class__ is int else as_number(value)
        )
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.plan_name is not None:
            data["PlanName"] = self.plan_name
        if self.plan_type is not None:
            data["PlanType"] = self.plan_type
        if self.plan_users is not None:
            data["PlanUsers"] = self.plan_users
        if self.plan_documents is not None:
            data["PlanDocuments"] = self.plan_documents
        if self.document_price is not None:
            data["DocumentPrice"] = self.document_price
        if self.plan_price is not None:
            data["PlanPrice"] = self.plan_price
        if self.account_price is not None:
            data["AccountPrice"] = self.account_price
        if self.paid is not None:
            data["Paid"] = self.paid
        if self.base_document_price is not None:
            data["BaseDocumentPrice"] = self.base_document_price
        if self.base_user_price is not None:
            data["BaseUserPrice"] = self.base_user_price
        if self.plan_expiry_date is not None:
            data["PlanExpiryDate"] = self.plan_expiry_date
        if self.billing_balance is not None:
            data["BillingBalance"] = self.billing_balance
        if self.billing_date is not None:
            data["BillingDate"] = self.billing_date
        if self.billing_status is not None:
            data["BillingStatus"] = self.billing_status
        if self.total_accounts_used is not None:
            data["TotalAccountsUsed"] = self.total_accounts_used
        if self.total_documents_used is not None:
            data["TotalDocumentsUsed"] = self.total_documents_used
        if self.billing_balance_amount is not None:
            data["BillingBalanceAmount"] = self.billing_balance_amount
        return data
