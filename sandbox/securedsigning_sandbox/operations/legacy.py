"""What only v1.3 has, and is known from the first official SDKs alone; ``legacy.json`` describes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_addresses import signed_address
from securedsigning_sandbox.form_data import csv_separator
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.documents import extend, update_signers
from securedsigning_sandbox.operations.form_exports import form_data
from securedsigning_sandbox.operations.ui import invitee_page


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
    """As updating signers and extending at once, which is what its members say."""
    body = {name.lower(): value for name, value in call.body.items()}
    missing = [name for name in ("DocumentReference", "DueDate", "WeSigners") if not body.get(name.lower())]
    if missing:
        raise ApiError(400, "The body does not fit the operation.", [(name, "It is missing.") for name in missing])
    document, due_date, signers = body["documentreference"], body["duedate"], body["wesigners"]
    if not isinstance(signers, list) or not all(isinstance(person, dict) for person in signers):
        raise ApiError(400, "The body does not fit the operation.", [("WeSigners", "It is no list of signers.")])
    if not isinstance(document, str) or not isinstance(due_date, str):
        raise ApiError(400, "The body does not fit the operation.", [("body", "Reference and date are texts.")])
    with call.state.store.transaction():
        update_signers(replace(call, body={"DocumentReference": document, "Signers": signers}))
        return extend(replace(call, body={"DocumentReference": document, "DueDate": due_date}))
