"""Rows as the JSON objects of the API."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any

from securedsigning_sandbox.context import State


def moment(seconds: float | None) -> str | None:
    """A time as the sandbox writes it. The real service's format is not stated; ISO 8601 is our choice."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def document(state: State, row: sqlite3.Row, *, with_log: bool = False) -> dict[str, Any]:
    """A ``Document``."""
    signers = state.store.all("SELECT * FROM signers WHERE document = ? ORDER BY signing_order", row["reference"])
    view: dict[str, Any] = {
        "Reference": row["reference"],
        "Name": row["name"],
        "Signers": [signer(item) for item in signers],
        "Status": row["status"],
        "DueDate": moment(row["due_at"]),
        "GMT": row["gmt"],
        "LastSignedDate": moment(row["last_signed_at"]),
        "Folder": folder(state, row),
        "HasFileUploaded": False,
        "PackageReference": row["package"],
        "ClientReference": row["client_reference"],
    }
    if with_log:
        view["Logs"] = log(state, row["reference"], row["gmt"])
    return view


def folder(state: State, row: sqlite3.Row) -> str:
    """``InBox`` while nothing was sent or the sender has to sign, ``Signed`` when complete, else ``Progress``."""
    if row["status"] == "Complete":
        return "Signed"
    return "InBox" if row["status"] == "Initialized" else "Progress"


def signer(row: sqlite3.Row) -> dict[str, Any]:
    """A ``Signer``."""
    return {
        "FirstName": row["first_name"],
        "LastName": row["last_name"],
        "Email": row["email"],
        "MobileNumber": row["mobile"],
        "ClientReference": row["client_reference"],
        "SignerReference": row["reference"],
        "SigningKey": row["signing_key"],
        "HasSigned": row["status"] in {"Signed", "Complete"},
        "Editable": row["status"] in {"Pending", "Invitation", "Reminder"},
        "SignedStatus": row["status"],
        "DeclinedReason": row["declined_reason"],
    }


def log(state: State, reference: str, gmt: str | None) -> list[dict[str, Any]]:
    """The entries of a document's log, oldest first."""
    rows = state.store.all("SELECT * FROM log WHERE document = ? ORDER BY rowid", reference)
    return [
        {
            "Name": row["name"],
            "Email": row["email"],
            "Action": row["action"],
            "Date": moment(row["at"]),
            "GMT": gmt or "0",
        }
        for row in rows
    ]


def package(state: State, row: sqlite3.Row, *, with_log: bool = False) -> dict[str, Any]:
    """A ``PackageResponse``."""
    documents = state.store.all("SELECT * FROM documents WHERE package = ? ORDER BY rowid", row["reference"])
    statuses = {item["status"] for item in documents}
    return {
        "PackageReference": row["reference"],
        "PackageName": row["name"],
        "PackageStatus": statuses.pop() if len(statuses) == 1 else "Pending",
        "Documents": [document(state, item, with_log=with_log) for item in documents],
    }
