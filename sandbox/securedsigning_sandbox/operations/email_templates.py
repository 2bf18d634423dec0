"""The e-mail template group; the templates are seeded with the account."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.operations import operation


@operation("listInvitationTemplates")
def invitations(call: Call) -> Any:
    return _templates(call, "invitation")


@operation("listCompletionTemplates")
def completions(call: Call) -> Any:
    return _templates(call, "completion")


def _templates(call: Call, kind: str) -> Any:
    rows = call.state.store.all(
        "SELECT * FROM email_templates WHERE account = ? AND kind = ? ORDER BY rowid", call.account["reference"], kind
    )
    return [
        {
            "Reference": row["reference"],
            "Name": row["name"],
            "IsDefault": bool(row["is_default"]),
            "Subject": row["subject"],
            "Template": row["body"],
        }
        for row in rows
    ]
