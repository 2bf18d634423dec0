"""The Smart Tag group: sending uploaded documents whose text holds signature tags."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.asking_tags import is_asking
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.drop_downs import is_drop_down, unused_items
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field, store_fields
from securedsigning_sandbox.invitees import Invitee, matched
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.account import MAX_DUE_DAYS
from securedsigning_sandbox.operations.workflows import chosen_workflow
from securedsigning_sandbox.papers import prepared
from securedsigning_sandbox.sending import Terms, bundle, check_addresses, send, template

_SENT = {
    "copy": "Sent as it was uploaded",
    "repaired copy": "Sent; the PDF was damaged and has been repaired",
    "libreoffice": "Sent; converted to PDF by LibreOffice",
    "plain": "Sent; converted to PDF by the sandbox's plain renderer",
}
"""What the log says, by what made the PDF."""


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
    terms = _terms(call)
    workflow = chosen_workflow(call)
    items = body.get("ListItems", [])
    papers = [prepared(state, row, items) for row in rows]
    invitees = matched(call, [(row, paper.scan) for row, paper in zip(rows, papers, strict=True)])
    unused = unused_items([each for paper in papers for each in paper.fields], items)
    sender = call.actor
    with state.store.transaction():
        _check_unsent([flow.reload(state, row) for row in rows])  # another request may have sent one meanwhile
        package = None
        several = len(rows) > 1 and not body.get("NoPackage")
        if always_package or several or (len(rows) == 1 and body.get("SingleDocumentAsPackage")):
            package = bundle(call, rows, body.get("PackageName"))  # before the first notification, which names it
        for row, paper, people in zip(rows, papers, invitees, strict=True):
            flow.write_log(state, row["reference"], *sender, _SENT[paper.renderer])
            for tag in paper.scan.ignored:
                if not is_asking(tag) and not is_drop_down(tag):
                    flow.write_log(state, row["reference"], *sender, f"Unsupported tag, ignored: {tag}")
            for note in [*_notes(body), *(f"List items not used: {name}" for name in unused)]:
                flow.write_log(state, row["reference"], *sender, note)
            if workflow:
                flow.write_log(state, row["reference"], *sender, f"Workflow: {workflow['name']}")
            _check_orders(row, paper.fields, people)
            store_fields(state, row["reference"], paper.fields)
            send(call, row, paper.pdf, people, terms)
    return [flow.reload(state, row) for row in rows], package


def _terms(call: Call) -> Terms:
    body = call.body
    people = body.get("Signers", [])
    check_addresses(
        {"ReturnUrl": body.get("ReturnUrl"), "NotifyUrl": body.get("NotifyUrl")}
        | {f"Signers[{index}].ReturnUrl": person.get("ReturnUrl") for index, person in enumerate(people)}
    )
    return Terms(
        product="SmartTag",
        due=due_moment(body["DueDate"], body.get("GMT"), call.state.clock(), MAX_DUE_DAYS),
        due_date=body["DueDate"],
        gmt=body.get("GMT"),
        embedded=body.get("Embedded", False),
        return_url=body.get("ReturnUrl"),
        notify_url=body.get("NotifyUrl"),
        invitation_template=template(call, "invitation", body),
        completion_template=template(call, "completion", body),
        share_users=body.get("ShareUsers", ()),
        own_invitation=body.get("NoInvitationEmailTemplate", False),
        own_completion=body.get("NoCompletionEmailTemplate", False),
    )


def _notes(body: dict[str, Any]) -> list[str]:
    """Members of which only the name is known: they are noted, and change nothing."""
    notes = [f"Queue: {body['QueueReference']}"] if body.get("QueueReference") else []
    return notes + (["Supervising"] if body.get("Supervising") else [])


def _check_orders(row: sqlite3.Row, fields: Sequence[Field], people: Sequence[Invitee]) -> None:
    for each in fields:
        if each.order not in {person.order for person in people}:
            problem = f"{row['name']} has a drop-down list for signer {each.order}, who does not sign it."
            raise ApiError(400, "A drop-down list is nobody's.", [("DocumentReferences", problem)])


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
