"""The document group."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError, not_found
from securedsigning_sandbox.file_addresses import signed_address
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.account import MAX_DUE_DAYS
from securedsigning_sandbox.papers import verified
from securedsigning_sandbox.plan import check_plan, use
from securedsigning_sandbox.statuses import FINAL, OPEN
from securedsigning_sandbox.timetable import plan as plan_events
from securedsigning_sandbox.uploads import EXTENSIONS_BY_ADDRESS, Taken, fetch_in, take_in


@operation("uploadDocument")
def upload(call: Call) -> Any:
    return _upload(call, call.body.get("ClientReference"))


@operation("uploadDocumentWithClientReference")
def upload_with_client_reference(call: Call) -> Any:
    return _upload(call, call.parameters["ClientReference"])


@operation("uploadDocumentByUrl")
def upload_by_url(call: Call) -> Any:
    check_plan(call)
    file = call.body["File"]
    return _kept(call, fetch_in(call.state, file, EXTENSIONS_BY_ADDRESS), file.get("ClientReference"))


def _upload(call: Call, client_reference: str | None) -> Any:
    check_plan(call)
    assert call.file is not None
    return _kept(call, take_in(call.state, call.file), client_reference)


def _kept(call: Call, taken: Taken, client_reference: str | None) -> Any:
    """Write a document down whose file was taken in."""
    state = call.state
    name, extension, content = taken
    try:
        with state.store.transaction():
            use(call)
            row = flow.add_document(
                state,
                call.account["reference"],
                name=name,
                content=content,
                by=call.actor,
                action="Uploaded",
                extension=extension,
                client_reference=client_reference,
            )
    except BaseException:
        state.store.path(content).unlink(missing_ok=True)  # nothing names it
        raise
    return {"Reference": row["reference"]}


@operation("getDocumentStatus")
def status(call: Call) -> Any:
    row = _document(call)
    return views.document(call.state, row, with_log=call.parameters.get("DocumentLog", False))


@operation("getDocumentLog")
def log(call: Call) -> Any:
    row = _document(call)
    return views.log(call.state, row["reference"], row["gmt"])


@operation("listActiveDocuments")
def list_active(call: Call) -> Any:
    state, folder = call.state, call.parameters["Folder"]
    # As the index of documents that are under way has it, so that those that are over cost nothing.
    under_way = f"status NOT IN ({', '.join(repr(each) for each in sorted(FINAL))})"
    rows = state.store.all(
        f"SELECT * FROM documents WHERE account = ? AND {'status = ?' if folder == 'Signed' else under_way} "
        "ORDER BY created_at DESC",
        call.account["reference"],
        *(["Complete"] if folder == "Signed" else []),
    )
    wanted = [row for row in rows if views.folder(state, row) == folder]
    return [views.document(state, row, with_log=call.parameters.get("DocumentLog", False)) for row in wanted]


@operation("extendDocument")
def extend(call: Call) -> Any:
    with call.state.store.transaction():  # from the first look on: somebody might sign at the same time
        row = flow.find_document(call.state, call.account["reference"], call.body["DocumentReference"])
        extend_row(call, row, call.body["DueDate"], call.body.get("GMT"))
    return views.document(call.state, flow.reload(call.state, row))


def extend_row(call: Call, row: Any, due_date: str, gmt: str | None) -> None:
    """Move a document's due date, in the transaction that has read its row; an expired one is open again."""
    state = call.state
    if row["status"] in FINAL | {"Initialized"}:
        raise ApiError(400, f"The due date of a document in the state {row['status']} cannot be moved.")
    due = due_moment(due_date, gmt or row["gmt"], state.clock(), MAX_DUE_DAYS)
    state.store.run(
        "UPDATE documents SET due_at = ?, due_date = ?, status = 'Invitation' WHERE reference = ?",
        due,
        due_date,
        row["reference"],
    )
    expired = state.store.all(
        "SELECT * FROM signers WHERE document = ? AND status = 'Expired' ORDER BY signing_order", row["reference"]
    )
    for signer in expired:
        turn = not row["sequential"] or signer["signing_order"] == expired[0]["signing_order"]
        state.store.run(
            "UPDATE signers SET status = ? WHERE reference = ?",
            "Invitation" if turn else "Pending",
            signer["reference"],
        )
    plan_events(state, row["reference"], due)
    flow.happened(state, row, "Invitation", by=call.actor, action="Extended")


@operation("updateSigners")
def update_signers(call: Call) -> Any:
    state = call.state
    row = flow.find_document(state, call.account["reference"], call.body["DocumentReference"])
    columns = {"FirstName": "first_name", "LastName": "last_name", "Email": "email", "MobileNumber": "mobile"}
    with state.store.transaction():
        for index, wanted in enumerate(call.body["Signers"]):
            reference = wanted.get("SignerReference", "")
            signer = _signer(call, row, reference)
            if not views.signer(signer)["Editable"]:
                raise ApiError(400, f"{signer['email']} can no longer be changed; the state is {signer['status']}.")
            if "Email" in wanted:
                check_email(wanted["Email"], f"Signers[{index}].Email")
            for name, column in columns.items():
                if name in wanted:
                    state.store.run(f"UPDATE signers SET {column} = ? WHERE reference = ?", wanted[name], reference)
            current = _signer(call, row, reference)
            if current["email"] != signer["email"] and current["status"] in OPEN:
                flow.invite(state, row, current)  # the mail so far went to another address
        flow.write_log(state, row["reference"], *call.actor, "Signers updated")
    return views.document(state, flow.reload(state, row))


def _signer(call: Call, row: Any, reference: str) -> Any:
    signer = call.state.store.one(
        "SELECT * FROM signers WHERE reference = ? AND document = ?", reference, row["reference"]
    )
    if signer is None:
        raise not_found("signer", reference or "without SignerReference")
    return signer


@operation("sendReminder")
def send_reminder(call: Call) -> Any:
    state = call.state
    with state.store.transaction():
        row = flow.find_document(state, call.account["reference"], call.body["DocumentReference"])
        signer = _signer(call, row, call.body["SignerReference"])
        if not flow.may_act(signer, row):
            raise ApiError(400, f"{signer['email']} is not to sign now; the state is {signer['status']}.")
        state.store.run("UPDATE documents SET status = 'Reminder' WHERE reference = ?", row["reference"])
        flow.invite(state, row, signer, status="Reminder")
    return None


@operation("deleteDocument")
@operation("deleteDocumentPost")
def delete(call: Call) -> Any:
    state = call.state
    with state.store.transaction():
        row = _document(call)
        alone = row["package"] is None or call.parameters["RemoveFromPackage"]
        rows = (
            [row]
            if alone
            else state.store.all("SELECT * FROM documents WHERE package = ? AND status != 'Deleted'", row["package"])
        )
        for each in rows:
            delete_row(call, each)
    return views.document(state, flow.reload(state, row))


def delete_row(call: Call, row: Any) -> None:
    """Delete a document; its signers can no longer open it."""
    store = call.state.store
    store.run("UPDATE documents SET status = 'Deleted' WHERE reference = ?", row["reference"])
    store.run("UPDATE signers SET status = 'Deleted' WHERE document = ?", row["reference"])
    flow.happened(call.state, row, "Deleted", by=call.actor)


@operation("getDocumentUrl")
def url(call: Call) -> Any:
    row = _document(call)
    return {"Url": signed_address(call.state, call.origin, row["reference"])}


@operation("validateDocument")
def validate(call: Call) -> Any:
    row = _document(call)
    found = _signatures(call, call.state.store.path(row["pdf"])) if row["pdf"] else []
    address = signed_address(call.state, call.origin, row["reference"])
    return {"DocumentName": row["name"], "DocumentURL": address, "Signatures": found}


@operation("validateDocumentFile")
def validate_file(call: Call) -> Any:
    assert call.file is not None
    name, extension, content = take_in(call.state, call.file)
    path = call.state.store.path(content)
    try:
        if extension != "pdf":
            raise ApiError(400, "Only PDF documents can be validated.", [("file", f"{name!r} is no PDF.")])
        return {"DocumentName": name, "Signatures": _signatures(call, path)}
    finally:
        path.unlink(missing_ok=True)


def _signatures(call: Call, path: Path) -> list[dict[str, Any]]:
    try:
        checked = verified(call.state, path)
    except DocumentError as error:
        raise ApiError(400, "The document cannot be validated.", [("file", str(error))]) from error
    return [
        {
            "isValid": item.valid,
            "SignatureTime": views.moment(item.time.timestamp()) if item.time else None,
            "User": item.name,
            "Signer": {
                "FirstName": item.name.partition(" ")[0],
                "LastName": item.name.partition(" ")[2],
                "Email": item.email,
                "HasSigned": True,
                "Reason": item.reason,
            },
        }
        for item in checked
    ]


def _document(call: Call) -> Any:
    return flow.find_document(call.state, call.account["reference"], call.parameters["DocumentReference"])
