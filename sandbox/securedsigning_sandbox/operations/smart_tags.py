"""The Smart Tag group: sending uploaded documents whose text holds signature tags."""

from __future__ import annotations

import sqlite3
from typing import Any

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import find_places
from securedsigning_sandbox.documents.rendering import to_pdf
from securedsigning_sandbox.documents.signing import prepare_pdf
from securedsigning_sandbox.documents.smart_tags import Tag, find_tags
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.account import MAX_DUE_DAYS
from securedsigning_sandbox.references import new_reference


@operation("sendSmartTag")
def send_documents(call: Call) -> Any:
    rows, _ = _send(call)
    return [views.document(call.state, row) for row in rows]


@operation("sendSmartTagPackage")
def send_package(call: Call) -> Any:
    rows, package = _send(call)
    if package is None:
        # The one client of this call that could be seen takes an answer without a package for a failure, so there is
        # always one; that it is so with the real service is not known.
        package = _package(call, rows)
    row = call.state.store.one("SELECT * FROM packages WHERE reference = ?", package)
    assert row is not None
    return views.package(call.state, row)


def _send(call: Call) -> tuple[list[sqlite3.Row], str | None]:
    """Send all documents of the request or none of them."""
    state, body = call.state, call.body
    if not body["DocumentReferences"]:
        raise ApiError(400, "There is nothing to send.", [("DocumentReferences", "It is empty.")])
    due = due_moment(body["DueDate"], body.get("GMT"), state.clock(), MAX_DUE_DAYS)
    rows = [flow.find_document(state, call.account["reference"], item) for item in body["DocumentReferences"]]
    for row in rows:
        if row["status"] != "Initialized":
            raise ApiError(400, f"The document {row['reference']} was sent before; its state is {row['status']}.")
    prepared = [_prepared(call, row) for row in rows]
    with state.store.transaction():
        for row, (pdf, renderer, signers, ignored) in zip(rows, prepared, strict=True):
            state.store.run(
                "UPDATE documents SET pdf = ?, status = 'Invitation', due_at = ?, due_date = ?, gmt = ?, "
                "return_url = ?, notify_url = ? WHERE reference = ?",
                pdf,
                due,
                body["DueDate"],
                body.get("GMT"),
                body.get("ReturnUrl"),
                body.get("NotifyUrl"),
                row["reference"],
            )
            sender = (call.account["name"], call.account["email"])
            flow.write_log(state, row["reference"], *sender, f"Sent, made a PDF by {renderer}")
            for tag in ignored:
                flow.write_log(state, row["reference"], *sender, f"Unsupported tag, ignored: {tag}")
            _add_signers(call, row, signers)
        package = None
        if not body.get("NoPackage") and (len(rows) > 1 or body.get("SingleDocumentAsPackage")):
            package = _package(call, rows)
    return [flow.reload(state, row) for row in rows], package


def _prepared(call: Call, row: sqlite3.Row) -> tuple[str, str, list[tuple[int, dict[str, Any]]], list[str]]:
    """The PDF ready for signing, who made it, the signers by order, and the tags that are not supported."""
    state = call.state
    source = state.store.path(row["content"])
    rendered, prepared = state.store.new_file(), state.store.new_file()
    try:
        scan = find_tags(source, row["extension"])
        signers = _matched(scan.tags, call.body.get("Signers", []), row)
        renderer = to_pdf(source, row["extension"], rendered)
        prepare_pdf(rendered, prepared, find_places(rendered))
        return state.store.keep(prepared), renderer, signers, scan.ignored
    except DocumentError as error:
        problem = f"{row['name']}: {error}"
        raise ApiError(400, "The document cannot be sent.", [("DocumentReferences", problem)]) from error
    finally:
        rendered.unlink(missing_ok=True)
        prepared.unlink(missing_ok=True)


def _matched(tags: list[Tag], wanted: list[dict[str, Any]], row: sqlite3.Row) -> list[tuple[int, dict[str, Any]]]:
    """The details of each signer, the i-th of the request for the i-th order of the document; that is our choice."""
    orders = sorted({tag.order for tag in tags})
    if not orders:
        raise ApiError(400, f"{row['name']} holds no Smart Tag.", [("DocumentReferences", "No [!Sign...] was found.")])
    if len(wanted) > len(orders):
        problem = f"{row['name']} has tags for {len(orders)} signers, but {len(wanted)} are given."
        raise ApiError(400, "There are more signers than tags.", [("Signers", problem)])
    found = []
    for index, order in enumerate(orders):
        mine = [tag for tag in tags if tag.order == order]
        emails = {tag.email.lower() for tag in mine if tag.email}
        if len(emails) > 1:
            raise ApiError(
                400, f"The tags [!Sign.{order}] name different e-mail addresses.", [("Signers", mine[0].raw)]
            )
        named = next((tag for tag in mine if tag.email), mine[0])
        details = {"FirstName": named.first_name, "LastName": named.last_name, "Email": named.email}
        details |= wanted[index] if index < len(wanted) else {}
        if not details["Email"]:
            problem = f"The tag {mine[0].raw} of {row['name']} has no e-mail address, and the request gives none."
            raise ApiError(400, "A signer is missing.", [(f"Signers[{index}]", problem)])
        found.append((order, details))
    return found


def _add_signers(call: Call, row: sqlite3.Row, signers: list[tuple[int, dict[str, Any]]]) -> None:
    state = call.state
    for order, details in signers:
        reference = new_reference()
        embedded = details.get("Embedded", call.body.get("Embedded", False))
        state.store.insert(
            "signers",
            reference=reference,
            document=row["reference"],
            signing_order=order,
            first_name=details["FirstName"],
            last_name=details["LastName"],
            email=details["Email"],
            mobile=details.get("MobileNumber"),
            client_reference=details.get("ClientReference"),
            signing_key=new_reference(),
            status="Pending",
            embedded=int(bool(embedded)),
            return_url=details.get("ReturnUrl") or call.body.get("ReturnUrl"),
        )
        if order == signers[0][0]:
            signer = state.store.one("SELECT * FROM signers WHERE reference = ?", reference)
            assert signer is not None
            flow.invite(state, row, signer)


def _package(call: Call, rows: list[sqlite3.Row]) -> str:
    reference = new_reference()
    name = call.body.get("PackageName") or rows[0]["name"]
    with call.state.store.transaction():
        call.state.store.insert("packages", reference=reference, account=call.account["reference"], name=name)
        for row in rows:
            call.state.store.run("UPDATE documents SET package = ? WHERE reference = ?", reference, row["reference"])
    return reference
