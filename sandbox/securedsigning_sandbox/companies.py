"""Companies that partners look after, their users, and the keys that connect those.

A company is of type A, made or linked by ``/Account/Membership``, or of type B, made by ``/Account/AddAccount``. Each user is an
account of its own; the users of a company share its plan.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from securedsigning_sandbox.context import State
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.references import new_reference, new_signing_key
from securedsigning_sandbox.seed import add_account
from securedsigning_sandbox.statuses import FINAL
from securedsigning_sandbox.store import GIVEN

_HANDED_OVER = ("documents", "packages", "attachments", "merges")
"""What a removed user leaves to another."""


def add_company(
    state: State,
    name: str,
    *,
    kind: str = "A",
    details: Mapping[str, Any] | None = None,
    users_in_plan: int | None = None,
    documents_in_plan: int | None = None,
) -> sqlite3.Row:
    """A company without users; returns its row.

    Args:
        state: the sandbox.
        name: its name.
        kind: ``A`` or ``B``.
        details: what the request says about it.
        users_in_plan: most users; None for any number.
        documents_in_plan: documents in the plan that its users share; None for as many as the sandbox's setting says.
    """
    reference = new_reference()
    state.store.insert(
        "companies",
        reference=reference,
        type=kind,
        name=name,
        code=new_signing_key()[:10].upper(),
        authentication_code=new_signing_key(),
        update_key=new_signing_key(),
        details=json.dumps(details or {}),
        users_in_plan=users_in_plan,
        documents_in_plan=documents_in_plan,
        created_at=state.clock(),
    )
    return company(state, reference)


def add_unlinked(state: State, name: str, email: str) -> dict[str, str]:
    """A company of type A with an administrator and no partner; what a partner needs to link it.

    Raises:
        ApiError: 400; the name is empty or the address is none that can be used.
    """
    with state.store.transaction():
        row = add_company(state, name)
        add_user(
            state, row, {"FirstName": "Administrator of", "LastName": name, "Email": email}, prefix="", is_admin=True
        )
    return {"code": row["code"], "authentication_code": row["authentication_code"]}


def company(state: State, reference: str) -> sqlite3.Row:
    """A company's row."""
    row = state.store.one("SELECT * FROM companies WHERE reference = ?", reference)
    assert row is not None
    return row


def link(state: State, partner: str, reference: str, client_reference: str | None) -> None:
    """Let a partner look after a company; once more changes the partner's own id for it, if there is one."""
    state.store.run(
        "INSERT INTO partnerships VALUES (?, ?, ?) ON CONFLICT (partner, company) "
        "DO UPDATE SET client_reference = coalesce(excluded.client_reference, client_reference)",
        partner,
        reference,
        client_reference,
    )


def partners_company(state: State, partner: str, code: str, reference: str) -> sqlite3.Row | None:
    """The company of type A with this code and reference, if it is one of the partner's."""
    return state.store.one(
        "SELECT companies.* FROM companies JOIN partnerships ON partnerships.company = companies.reference "
        "WHERE partner = ? AND code = ? AND reference = ? AND type = 'A'",
        partner,
        code,
        reference,
    )


def add_user(
    state: State,
    employer: sqlite3.Row,
    details: Mapping[str, Any],
    *,
    prefix: str = "User.",
    is_admin: bool = False,
    client_reference: str | None = None,
) -> str:
    """A user of a company, in a transaction; returns the reference of the account.

    Args:
        state: the sandbox.
        employer: the company's row.
        details: ``FirstName``, ``LastName``, ``Email`` and what else the request says.
        prefix: what stands before their names in the request.
        is_admin: whether the user administers the company.
        client_reference: the partner's own id for the user.

    Raises:
        ApiError: 400; the user cannot be added.
    """
    check_person(state, details, prefix)
    users = state.store.all("SELECT * FROM company_users WHERE company = ?", employer["reference"])
    if employer["users_in_plan"] is not None and len(users) >= employer["users_in_plan"]:
        problem = f"The plan includes {employer['users_in_plan']}."
        raise ApiError(400, "The company's plan includes no further user.", [("User", problem)])
    if client_reference and any(user["client_reference"] == client_reference for user in users):
        problem = "Another user of the company has it."
        raise ApiError(400, "The client reference is taken.", [("ClientReference", problem)])
    account = add_account(state.store, details["Email"], full_name(details))
    state.store.insert(
        "company_users",
        account=account,
        company=employer["reference"],
        is_admin=int(is_admin),
        client_reference=client_reference or None,
        details=json.dumps(details),
    )
    return account


def check_person(state: State, details: Mapping[str, Any], prefix: str, *, own: str = "") -> None:
    """Refuse a person who cannot have an account.

    Args:
        state: the sandbox.
        details: ``FirstName``, ``LastName``, ``Email``.
        prefix: what stands before their names in the request.
        own: the account that has the address already.

    Raises:
        ApiError: 400; a name is empty, the address is none, or another account has it.
    """
    empty = [(f"{prefix}{name}", "It is empty.") for name in ("FirstName", "LastName") if not details[name].strip()]
    if empty:
        raise ApiError(400, "A name is missing.", empty)
    check_email(details["Email"], f"{prefix}Email")
    taken = state.store.one("SELECT reference FROM accounts WHERE lower(email) = lower(?)", details["Email"])
    if taken is not None and taken["reference"] != own:
        problem = f"An account with the address {details['Email']} exists already."
        raise ApiError(400, "The e-mail address is taken.", [(f"{prefix}Email", problem)])


def full_name(details: Mapping[str, Any]) -> str:
    """First and last name."""
    return f"{details['FirstName']} {details['LastName']}".strip()


def connect_key(state: State, account: str, partner: str, *, works_once: bool = False) -> str:
    """The key with which a partner's application gets tokens of an account; the one there is, or a new one."""
    row = state.store.one(
        "SELECT connect_key FROM connect_keys WHERE account = ? AND partner = ? AND works_once = ?",
        account,
        partner,
        works_once,
    )
    if row is not None:
        return str(row["connect_key"])
    key = new_signing_key()
    state.store.insert("connect_keys", connect_key=key, account=account, partner=partner, works_once=int(works_once))
    return key


def account_of_connect_key(state: State, key: str, partner: str) -> str | None:
    """The account behind a connect key; None if the key is none of the partner's, or worked once and works no more."""
    # A company's key works once, as a comment in an official sample says of it and of no other.
    found = state.store.run(
        "UPDATE connect_keys SET used = 1 WHERE connect_key = ? AND partner = ? AND NOT (works_once AND used)",
        key,
        partner,
    )
    row = state.store.one("SELECT account FROM connect_keys WHERE connect_key = ?", key) if found else None
    return None if row is None else str(row["account"])


def remove_user(state: State, employer: sqlite3.Row, user: str, *, force: bool = False, heir: str = "") -> None:
    """Remove a user of a company; documents, packages, mail merges and attachments go to another, so that nothing is lost.

    Args:
        state: the sandbox.
        employer: the company's row.
        user: reference of the account.
        force: whether documents of the user may be under way though no heir is named.
        heir: account of the user who takes over; the administrator by default.

    Raises:
        ApiError: 400; the user administers the company, or has documents under way. 404; the company has no such user.
    """
    store = state.store
    with store.transaction():  # from the first look on: the heir might be removed at the same time
        leaving = _user(state, employer, user, "UserID")
        if leaving["is_admin"]:
            problem = "It is the administrator."
            raise ApiError(400, "The company's administrator cannot be removed.", [("UserID", problem)])
        marks = ", ".join("?" * len(FINAL))
        pending = store.one(
            f"SELECT 1 FROM documents WHERE account = ? AND status NOT IN ('Initialized', {marks})",
            user,
            *sorted(FINAL),
        )
        if pending and not force and not heir:
            problem = "Set ForceRemove, or name in TransferTo who takes them over."
            raise ApiError(400, "The user has documents under way.", [("UserID", problem)])
        if heir == user:
            raise ApiError(400, "A removed user takes nothing over.", [("TransferTo", "It is the user to remove.")])
        to = _user(state, employer, heir, "TransferTo") if heir else administrator(state, employer)
        for table in _HANDED_OVER:
            store.run(f"UPDATE {table} SET account = ? WHERE account = ?", to["account"], user)
        store.run(
            "INSERT INTO uses SELECT ?, month, sender, documents FROM uses WHERE account = ? "
            "ON CONFLICT (account, month, sender) DO UPDATE SET documents = documents + excluded.documents",
            to["account"],
            user,
        )
        for table in ("uses", "tokens", "codes", "connect_keys", "senders", *GIVEN, "company_users"):
            store.run(f"DELETE FROM {table} WHERE account = ?", user)
        store.run("DELETE FROM accounts WHERE reference = ?", user)


def administrator(state: State, employer: sqlite3.Row) -> sqlite3.Row:
    """The user who administers a company.

    Raises:
        ApiError: 400; it has none, as one that was made for linking.
    """
    row = state.store.one("SELECT * FROM company_users WHERE company = ? AND is_admin", employer["reference"])
    if row is None:
        raise ApiError(400, "The company has no administrator.")
    return row


def _user(state: State, employer: sqlite3.Row, account: str, field: str) -> sqlite3.Row:
    row = state.store.one(
        "SELECT * FROM company_users WHERE account = ? AND company = ?", account, employer["reference"]
    )
    if row is None:
        raise ApiError(404, f"The company has no user {account}.", [(field, "It is no user of the company.")])
    return row
