"""The price plan: how many documents an account, or the users of a company together, may still use.

Every document that counts goes through ``use``, which is also what invoices are made from. What counts is our choice: an
uploaded document and a form that is sent.
"""

from __future__ import annotations

from datetime import UTC, datetime

from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.errors import ApiError


def sharing(state: State, account: str) -> list[str]:
    """The accounts that share an account's plan: the users of its company, or the account alone."""
    rows = state.store.all(
        "SELECT account FROM company_users WHERE company = (SELECT company FROM company_users WHERE account = ?)",
        account,
    )
    return [row["account"] for row in rows] or [account]


def included(state: State, account: str) -> int:
    """Documents that an account's plan includes."""
    row = state.store.one(
        "SELECT coalesce(companies.documents_in_plan, accounts.documents_in_plan) AS documents FROM accounts "
        "LEFT JOIN company_users ON company_users.account = accounts.reference "
        "LEFT JOIN companies ON companies.reference = company_users.company WHERE accounts.reference = ?",
        account,
    )
    return state.settings.documents_in_plan if row is None or row["documents"] is None else int(row["documents"])


def used(state: State, account: str, month: str = "%") -> int:
    """Documents of an account's plan that were used, ever or in a month such as ``2031-02``."""
    accounts = sharing(state, account)
    marks = ", ".join("?" * len(accounts))
    row = state.store.one(
        f"SELECT coalesce(sum(documents), 0) AS n FROM uses WHERE month LIKE ? AND account IN ({marks})",
        month,
        *accounts,
    )
    assert row is not None
    return int(row["n"])


def remaining(state: State, account: str) -> int:
    """Documents that are left in an account's plan."""
    return max(included(state, account) - used(state, account), 0)


def check_plan(call: Call, documents: int = 1) -> None:
    """Refuse a call before its work is done, if the plan does not hold its documents.

    Raises:
        ApiError: 426.
    """
    left = remaining(call.state, call.account["reference"])
    if left < documents:
        raise ApiError(426, f"Not enough documents are left in the plan: {documents} needed, {left} left.")


def use(call: Call, documents: int = 1) -> None:
    """Count documents against the plan of the caller's account, in the transaction that makes them.

    Raises:
        ApiError: 426; others may have used up the plan since ``check_plan``.
    """
    check_plan(call, documents)
    state = call.state
    state.store.run(
        "INSERT INTO uses (account, month, sender, documents) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (account, month, sender) DO UPDATE SET documents = documents + excluded.documents",
        call.account["reference"],
        month_of(state.clock()),
        call.sender["reference"] if call.sender else "",
        documents,
    )


def month_of(seconds: float) -> str:
    """The month of a time, such as ``2031-02``, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m")


def start_of(month: str) -> float:
    """The first moment of a month, in Unix seconds."""
    return datetime.strptime(f"{month} +0000", "%Y-%m %z").timestamp()


def end_of(month: str) -> float:
    """The last second of a month, in Unix seconds."""
    year, number = map(int, month.split("-"))
    return start_of(f"{year + number // 12:04d}-{number % 12 + 1:02d}") - 1


def month_before(month: str) -> str:
    """The month before a month."""
    return month_of(start_of(month) - 1)


def set_remaining(state: State, account: str, documents: int) -> None:
    """Let a plan have that many documents left from now on.

    Raises:
        ValueError: the number is negative.
    """
    if documents < 0:
        raise ValueError("a plan cannot have fewer than 0 documents left")
    with state.store.transaction():
        size = used(state, account) + documents
        company = state.store.run(
            "UPDATE companies SET documents_in_plan = ? "
            "WHERE reference = (SELECT company FROM company_users WHERE account = ?)",
            size,
            account,
        )
        if not company:
            state.store.run("UPDATE accounts SET documents_in_plan = ? WHERE reference = ?", size, account)


def set_on_hold(state: State, account: str, on_hold: bool) -> None:
    """Put an account on hold, because a payment is due, or let it go on."""
    state.store.run("UPDATE accounts SET on_hold = ? WHERE reference = ?", int(on_hold), account)
