"""Saved senders: people on whose behalf the account makes calls, with the header ``X-CUSTOM-SENDER``."""

from __future__ import annotations

import json
from typing import Any

from securedsigning_sandbox.companies import full_name
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.references import new_reference


@operation("saveSender")
def save(call: Call) -> Any:
    """A sender is known again by the caller's own id, or else by the e-mail address; that is our choice."""
    store, account, user = call.state.store, call.account["reference"], call.body["User"]
    empty = [(f"User.{name}", "It is empty.") for name in ("FirstName", "LastName") if not user[name].strip()]
    if empty:
        raise ApiError(400, "A name is missing.", empty)
    check_email(user["Email"], "User.Email")
    own_id, email = call.body.get("ClientReference") or None, user["Email"].lower()
    with store.transaction():
        known = store.one("SELECT * FROM senders WHERE account = ? AND client_reference = ?", account, own_id)
        same_address = store.one("SELECT * FROM senders WHERE account = ? AND email = ?", account, email)
        if known is not None and same_address is not None and known["reference"] != same_address["reference"]:
            raise ApiError(400, "The e-mail address is another sender's.", [("User.Email", "Another sender has it.")])
        sender = known or same_address
        reference = sender["reference"] if sender is not None else new_reference()
        kept_id = own_id or (sender["client_reference"] if sender is not None else None)
        store.run(
            "INSERT INTO senders (reference, account, email, name, client_reference, details) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (reference) DO UPDATE SET email = excluded.email, name = excluded.name, "
            "client_reference = excluded.client_reference, details = excluded.details",
            reference,
            account,
            email,
            full_name(user),
            kept_id,
            json.dumps(call.body),
        )
    return {"Reference": reference}
