"""Invoices: made from the documents an account used in a month, when the month is over.

A new account finds three older ones, so that there is something to read. Amounts and occasions are the sandbox's own.
"""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from typing import Any

from securedsigning_sandbox import plan, prices, views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.references import new_reference

Line = dict[str, Any]
"""An ``InvoiceDetail``."""


def invoices(state: State, account: str) -> list[sqlite3.Row]:
    """The invoices of an account, newest first. Those of a company are its administrator's."""
    with state.store.transaction():
        _issue_due(state, account)
        return state.store.all("SELECT * FROM invoices WHERE account = ? ORDER BY at DESC, rowid DESC", account)


def invoice(state: State, account: str, reference: str) -> sqlite3.Row | None:
    """An invoice of an account; None if it has no such invoice."""
    return state.store.one("SELECT * FROM invoices WHERE account = ? AND reference = ?", account, reference)


def lines(row: sqlite3.Row) -> list[Line]:
    """The lines of an invoice."""
    found: list[Line] = json.loads(row["lines"])
    return found


def amount(row: sqlite3.Row) -> Decimal:
    """What an invoice comes to."""
    return sum((line_amount(line) for line in lines(row)), Decimal(0))


def line_amount(line: Line) -> Decimal:
    """What a line comes to: price times quantity, or the cost of ID checks."""
    if "IDCheckCost" in line:
        return Decimal(str(line["IDCheckCost"]))
    return Decimal(str(line["Price"])) * int(line["Quantity"])


def _issue_due(state: State, account: str) -> None:
    """Issue what is due: invoices of months that are over, and the older ones of an account that has none."""
    company = state.store.one(
        "SELECT companies.*, is_admin FROM company_users JOIN companies ON reference = company WHERE account = ?",
        account,
    )
    if company is not None and not company["is_admin"]:
        return
    payers = plan.sharing(state, account)
    marks = ", ".join("?" * len(payers))
    uses = state.store.all(
        "SELECT uses.*, accounts.name, senders.name AS sender_name FROM uses JOIN accounts ON accounts.reference = uses.account "
        f"LEFT JOIN senders ON senders.reference = uses.sender WHERE uses.account IN ({marks}) ORDER BY month, uses.rowid",
        *payers,
    )
    current = plan.month_of(state.clock())
    if company is None:
        _issue_older(state, account, min([current, *(row["month"] for row in uses)]))
    for month in sorted({row["month"] for row in uses if row["month"] < current}):
        if state.store.one("SELECT 1 FROM invoices WHERE account = ? AND month = ?", account, month) is None:
            found = [_documents_line(row, company) for row in uses if row["month"] == month]
            kind = "Account" if company is None or company["type"] == "B" else "Membership"
            _issue(state, account, month, kind, f"Documents in {month}", found)


def _documents_line(use: sqlite3.Row, company: sqlite3.Row | None) -> Line:
    by_sender = use["sender_name"] is not None
    line: Line = {
        "Description": f"Documents of {use['sender_name'] if by_sender else use['name']}",
        "InvoiceType": "Sender" if by_sender else "Account" if company is None else "MembershipAccount",
        "InvoiceUser": use["sender_name"] if by_sender else use["name"],
        "Price": float(prices.DOCUMENT),
        "Quantity": use["documents"],
        "TotalDocuments": use["documents"],
    }
    return line if company is None else line | {"InvoiceMembership": company["name"]}


def _issue_older(state: State, account: str, before: str) -> None:
    if state.store.one("SELECT 1 FROM invoices WHERE account = ?", account) is not None:
        return
    row = state.store.one("SELECT name FROM accounts WHERE reference = ?", account)
    assert row is not None
    documents = {
        "Description": f"Documents of {row['name']}",
        "InvoiceType": "Account",
        "InvoiceUser": row["name"],
        "Price": float(prices.DOCUMENT),
        "Quantity": 12,
        "TotalDocuments": 12,
    }
    messages = {
        "Description": "Text messages",
        "InvoiceType": "BuySMS",
        "Price": float(prices.SMS),
        "Quantity": 50,
        "NumberOfSMS": 50,
    }
    checks = {
        "Description": "ID checks",
        "InvoiceType": "BuyIdCheck",
        "IDCheckCost": float(prices.ID_CHECK * 3),
        "IDCheckDetails": [
            {"ServiceName": "passport", "Count": 2},
            {"ServiceName": "driving licence", "Count": 1},
        ],
    }
    last = plan.month_before(before)
    middle = plan.month_before(last)
    _issue(state, account, plan.month_before(middle), "Account", "Documents in an earlier month", [documents])
    _issue(state, account, middle, "BuySMS", "Text messages", [messages])
    _issue(state, account, last, "BuyIdCheck", "ID checks", [checks])


def _issue(state: State, account: str, month: str, kind: str, description: str, found: list[Line]) -> None:
    """Write an invoice, dated on the first moment after its month."""
    counted = state.store.one("SELECT count(*) + 1 AS n FROM invoices")
    assert counted is not None
    number = f"SANDBOX-{month}-{counted['n']:04d}"
    time = {
        "InvoiceNO": number,
        "StartDate": views.moment(plan.start_of(month)),
        "StartDateTimezone": "UTC",
        "EndDate": views.moment(plan.end_of(month)),
        "EndDateTimezone": "UTC",
    }
    state.store.insert(
        "invoices",
        reference=new_reference(),
        account=account,
        number=number,
        month=month,
        at=plan.end_of(month) + 1,
        description=description,
        type=kind,
        lines=json.dumps([time | line for line in found]),
    )
