"""The workflow group; the workflows are seeded with the account.

What a workflow does is nowhere said. The sandbox checks the reference and notes the workflow's name in the document's log.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.operations import operation


@operation("listSmartTagWorkflows")
def list_smart_tag_workflows(call: Call) -> Any:
    rows = call.state.store.all("SELECT * FROM workflows WHERE account = ? ORDER BY rowid", call.account["reference"])
    return [{"Reference": row["reference"], "Name": row["name"]} for row in rows]


def chosen_workflow(call: Call) -> sqlite3.Row | None:
    """The workflow that a send call names, if it does.

    Raises:
        ApiError: 404.
    """
    reference = call.body.get("WorkflowReference")
    if not reference:
        return None
    return call.own("workflows", "workflow", reference)
