"""The Smart Tag group: sending uploaded documents whose text holds signature tags."""

from __future__ import annotations

import sqlite3
from typing import Any

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.errors import ApiError, not_found
from securedsigning_sandbox.invitees import Invitee, matched
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.account import MAX_DUE_DAYS
from securedsigning_sandbox.papers import Prepared, prepared
from securedsigning_sandbox.references import new_reference, new_signing_key


@operation("sendSmartTag")
def send_documents(call: Call) -> Any:
    rows, _ = _send(call, always_package=False)
    return [views.document(call.state, row) for row in rows]


@operation("sendSmartTagPackage")
def send_package(call: Call) -> Any:
    # The one client of this call that could be seen takes an answer without a package for a failure, so there is always
    # one; that it is so with the real service is not known.
    _, package = _send(call, always_package=True)
    row = call.state.store.one("SELECT * FROM packages WHERE reference = ?", package)
    assert row is not None
    return views.package(call.state, row)


def _send(call: Call, *, always_package: bool) -> tuple[list[sqlite3.Row], str | None]:
    """Send all documents of the request or none of them."""
    state, body = call.state, call.body
    rows = _documents(call)
    due = due_moment(body["DueDate"], body.get("GMT"), state.clock(), MAX_DUE_DAYS)
    _check_addresses(body)
    papers = [prepared(state, row) for row in rows]
    invitees = matched(call, [(row, paper.scan.tags) for row, paper in zip(rows, papers, strict=True)])
    sender = (call.account["name"], call.account["email"])
    with state.store.transaction():
        _check_unsent([flow.reload(state, row) for row in rows])  # another request may have sent one meanwhile
        for row, paper, people in zip(rows, papers, invitees, strict=True):
            _mark_sent(call, row, paper, due)
            flow.write_log(state, row["reference"], *sender, f"Sent, made a PDF by {paper.renderer}")
            for tag in paper.scan.ignored:
                flow.write_log(state, row["reference"], *sender, f"Unsupported tag, ignored: {tag}")
            _invite(call, row, people)
        package = None
        several = len(rows) > 1 and not body.get("NoPackage")
        if always_package or several or (len(rows) == 1 and body.get("SingleDocumentAsPackage")):
            package = _package(call, rows)
    return [flow.reload(state, row) for row in rows], package


def _documents(call: Call) -> list[sqlite3.Row]:
    references = call.body["DocumentReferences"]
    if not references:
        raise ApiError(400, "There is nothing to send.", [("DocumentReferences", "It is empty.")])
    if len(set(references)) < len(references):
        raise ApiError(400, "A document is named twice.", [("DocumentReferences", "Each may stand there once.")])
    rows = [flow.find_document(call.state, call.account["reference"], item) for item in references]
    _check_unsent(rows)
    return rows


def _check_unsent(rows: list[sqlite3.Row]) -> None:
    for row in rows:
        if row["status"] != "Initialized":
            problem = f"The document {row['reference']} was sent before; its state is {row['status']}."
            raise ApiError(400, problem, [("DocumentReferences", problem)])


def _check_addresses(body: dict[str, Any]) -> None:
    """Return addresses open in the invitee's browser: nothing but web addresses may stand there."""
    sent = [("ReturnUrl", body.get("ReturnUrl")), ("NotifyUrl", body.get("NotifyUrl"))]
    sent += [(f"Signers[{i}].ReturnUrl", one.get("ReturnUrl")) for i, one in enumerate(body.get("Signers", []))]
    wrong = [(name, "It is no http or https address.") for name, value in sent if value and not _is_web(value)]
    if wrong:
        raise ApiError(400, "An address is refused.", wrong)


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://")) and not any(ord(letter) < 33 for letter in address)


def _mark_sent(call: Call, row: sqlite3.Row, paper: Prepared, due: float) -> None:
    body = call.body
    call.state.store.run(
        "UPDATE documents SET pdf = ?, status = 'Invitation', due_at = ?, due_date = ?, gmt = ?, return_url = ?, "
        "notify_url = ? WHERE reference = ?",
        paper.pdf,
        due,
        body["DueDate"],
        body.get("GMT"),
        body.get("ReturnUrl"),
        body.get("NotifyUrl"),
        row["reference"],
    )


def _invite(call: Call, row: sqlite3.Row, people: list[Invitee]) -> None:
    """Write the signers down; the first is invited, the others wait for their turn."""
    store, body = call.state.store, call.body
    for index, person in enumerate(people):
        details, reference = person.details, new_reference()
        embedded = details.get("Embedded", body.get("Embedded", False))
        store.insert(
            "signers",
            reference=reference,
            document=row["reference"],
            signing_order=person.order,
            first_name=details["FirstName"],
            last_name=details["LastName"],
            email=details["Email"],
            mobile=details.get("MobileNumber"),
            client_reference=details.get("ClientReference"),
            signing_key=new_signing_key(),
            status="Pending",
            embedded=int(bool(embedded)),
            return_url=details.get("ReturnUrl") or body.get("ReturnUrl"),
            invitation_template=_template(call, details, "invitation"),
            completion_template=_template(call, details, "completion"),
            subject=details.get("EmailSubject"),
            message=details.get("InvitationText"),
            personal=int(details.get("IsPersonalMessage", True)),
        )
        if index == 0:
            signer = store.one("SELECT * FROM signers WHERE reference = ?", reference)
            assert signer is not None
            flow.invite(call.state, row, signer)


def _template(call: Call, details: dict[str, Any], kind: str) -> str | None:
    """The e-mail template for an invitee; one independent client passes a name instead of a reference."""
    members = {"invitation": ("InvitationEmailTemplateReference", "EmailTemplateReference")}
    for source in (details, call.body):
        for member in members.get(kind, ("CompletionEmailTemplateReference",)):
            if not source.get(member):
                continue
            row = call.state.store.one(
                "SELECT reference FROM email_templates WHERE account = ? AND kind = ? AND ? IN (reference, name)",
                call.account["reference"],
                kind,
                source[member],
            )
            if row is None:
                raise not_found(f"{kind} template", source[member])
            return str(row["reference"])
    return None


def _package(call: Call, rows: list[sqlite3.Row]) -> str:
    store, reference = call.state.store, new_reference()
    name = call.body.get("PackageName") or rows[0]["name"]
    store.insert("packages", reference=reference, account=call.account["reference"], name=name)
    for position, row in enumerate(rows):
        store.run(
            "UPDATE documents SET package = ?, package_position = ? WHERE reference = ?",
            reference,
            position,
            row["reference"],
        )
    return reference
