"""What only v1.3 has, and is known from the first official SDKs alone; ``legacy.json`` describes it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_addresses import signed_address
from securedsigning_sandbox.form_data import csv_separator
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.documents import extend, update_signers
from securedsigning_sandbox.operations.form_exports import form_data
from securedsigning_sandbox.operations.ui import invitee_page
from securedsigning_sandbox.validation import checked_members


@operation("getFormDataUrl")
def form_data_url(call: Call) -> Any:
    separator = csv_separator(call.parameters.get("Separator"))
    form_data(call, separator)  # refuses now what could not be exported later
    document, kind = call.parameters["DocumentReference"], call.parameters["FormDataFileType"]
    return {"Url": signed_address(call.state, call.origin, f"{document}.{kind}.{ord(separator):x}")}


@operation("getUiSetup")
def setup(call: Call) -> Any:
    return invitee_page(call)


@operation("updateWeSignProgress")
def update_progress(call: Call) -> Any:
    """As updating signers and extending at once, which is what its members say; each is checked as that operation's body."""
    state = call.state
    sent = {name.lower(): value for name, value in call.body.items()}
    document, due_date = sent.get("documentreference"), sent.get("duedate")
    signers = _fitting(state, "updateSigners", {"DocumentReference": document, "Signers": sent.get("wesigners")})
    extension = _fitting(state, "extendDocument", {"DocumentReference": document, "DueDate": due_date})
    with state.store.transaction():
        update_signers(replace(call, body=signers))
        return extend(replace(call, body=extension))


def _fitting(state: State, operation: str, body: dict[str, Any]) -> dict[str, Any]:
    try:
        return checked_members(state.spec.operations[operation], state.spec, body)
    except ApiError as error:
        renamed = [(re.sub("^Signers", "WeSigners", place), problem) for place, problem in error.fields]
        raise ApiError(error.status, error.message, renamed) from None
