"""The recipient group; recipients are seeded with the account, and the control API adds and removes some."""

from __future__ import annotations

import sqlite3
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.operations import operation


@operation("getRecipients")
@operation("getRecipientsAlias")
def recipients(call: Call) -> Any:
    """A list of one object, as the official SDK declares it."""
    rows = call.state.store.all("SELECT * FROM recipients WHERE account = ? ORDER BY rowid", call.account["reference"])
    notified = [
        _recipient(row)
        | {"IsReviewer": bool(row["is_reviewer"]), "IsDefaultReviewer": bool(row["is_default_reviewer"])}
        for row in rows
        if row["kind"] == "notification"
    ]
    completed = [_recipient(row) for row in rows if row["kind"] == "completion"]
    return [{"NotificationRecipients": notified, "CompletionRecipients": completed}]


def _recipient(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "FirstName": row["first_name"],
        "LastName": row["last_name"],
        "Email": row["email"],
        "RecipientReference": row["reference"],
        "IsDefault": bool(row["is_default"]),
    }
