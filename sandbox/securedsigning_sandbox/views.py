"""Rows as the JSON objects of the API."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any

from securedsigning_sandbox.context import State
from securedsigning_sandbox.statuses import FINAL, OPEN


def moment(seconds: float | None) -> str | None:
    """A time as the sandbox writes it. The real service's format is not stated; ISO 8601 is our choice."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def document(state: State, row: sqlite3.Row, *, with_log: bool = False) -> dict[str, Any]:
    """A ``Document``."""
    signers = state.signers(row["reference"])
    view: dict[str, Any] = {
        "Reference": row["reference"],
        "Name": row["name"],
        "FormDirectReference": row["form"],
        "Signers": [signer(item) for item in signers],
        "Status": row["status"],
        "DueDate": moment(row["due_at"]),
        "GMT": row["gmt"],
        "LastSignedDate": moment(row["last_signed_at"]),
        "Folder": folder(state, row),
        "HasFileUploaded": state.store.one("SELECT 1 FROM uploaded_files WHERE document = ?", row["reference"])
        is not None,
        "IDVerificationRequested": any(item["id_check"] for item in signers),
        "PackageReference": row["package"],
        "ClientReference": row["client_reference"],
    }
    if with_log:
        view["Logs"] = log(state, row["reference"], row["gmt"])
    return view


def folder(state: State, row: sqlite3.Row) -> str | None:
    """``InBox`` while it waits for the account's user, to send or to sign; ``Signed`` when complete; ``Progress`` in other
    states that are not final; none in those. Our choice: no source says what the folders hold."""
    if row["status"] == "Complete":
        return "Signed"
    if row["status"] in FINAL:
        return None
    if row["status"] == "Initialized":
        return "InBox"
    marks = ", ".join("?" * len(OPEN))
    own_turn = state.store.one(
        "SELECT 1 FROM signers JOIN accounts ON lower(accounts.email) = lower(signers.email) "
        f"WHERE accounts.reference = ? AND document = ? AND signers.status IN ({marks})",
        row["account"],
        row["reference"],
        *sorted(OPEN),
    )
    return "InBox" if own_turn else "Progress"


def signer(row: sqlite3.Row) -> dict[str, Any]:
    """A ``Signer``."""
    return {
        "FirstName": row["first_name"],
        "LastName": row["last_name"],
        "Email": row["email"],
        "MobileNumber": row["mobile"],
        "MobileCountry": row["mobile_country"],
        "IsFaceToFaceSigning": bool(row["face_to_face"]),
        "ClientReference": row["client_reference"],
        "SignerReference": row["reference"],
        "SigningKey": row["signing_key"],
        "HasSigned": bool(row["has_signed"]),
        "Editable": row["status"] == "Pending" or row["status"] in OPEN,
        "SignedStatus": row["status"],
        "DeclinedReason": row["declined_reason"],
        "SignerType": row["signer_type"],
    }


def log(state: State, reference: str, gmt: str | None) -> list[dict[str, Any]]:
    """The entries of a document's log, oldest first."""
    rows = state.store.all("SELECT * FROM log WHERE document = ? ORDER BY rowid", reference)
    return [
        {
            "Name": row["name"],
            "Email": row["email"] or None,
            "Action": row["action"],
            "Date": moment(row["at"]),
            "GMT": gmt or "0",
        }
        for row in rows
    ]


def package(state: State, row: sqlite3.Row, *, with_log: bool = False) -> dict[str, Any]:
    """A ``PackageResponse``."""
    documents = state.store.all(
        "SELECT * FROM documents WHERE package = ? AND status != 'Deleted' ORDER BY package_position", row["reference"]
    )
    statuses = {item["status"] for item in documents}
    return {
        "PackageReference": row["reference"],
        "PackageName": row["name"],
        "PackageStatus": statuses.pop() if len(statuses) == 1 else "Pending",
        "Documents": [document(state, item, with_log=with_log) for item in documents],
    }
