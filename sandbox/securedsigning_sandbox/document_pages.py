"""The sandbox's own pages about documents: all of them, and each one."""

from __future__ import annotations

import sqlite3

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from securedsigning_sandbox import views
from securedsigning_sandbox.console import NotThereError, local, shown
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.listing import listed
from securedsigning_sandbox.operations.downloads import document_file
from securedsigning_sandbox.statuses import OPEN

_THUMBNAIL_WIDTH = 480


@local
def documents(request: Request, state: State) -> Response:
    """All documents, newest first."""
    wanted, name = request.query_params.get("status", ""), request.query_params.get("name", "").strip()
    conditions = {"d.status = ?": wanted, "instr(lower(d.name), lower(?))": name}
    chosen = {condition: value for condition, value in conditions.items() if value}
    where = " AND ".join(["d.status != 'Deleted'", *chosen])
    found = listed(
        request,
        state,
        "SELECT d.*, a.email AS owner FROM documents d JOIN accounts a ON a.reference = d.account "
        f"WHERE {where} ORDER BY d.created_at DESC",
        *chosen.values(),
    )
    people = {row["reference"]: state.signers(row["reference"]) for row in found.rows}
    states = state.store.all("SELECT DISTINCT status FROM documents WHERE status != 'Deleted' ORDER BY status")
    return shown(
        request,
        state,
        "documents.html",
        documents=found,
        people=people,
        states=[row[0] for row in states],
        wanted=wanted,
        name=name,
    )


@local
def document(request: Request, state: State) -> Response:
    """One document: its state, its signers and what can be done as them, its log and its mails."""
    row = _document(request, state)
    return shown(
        request,
        state,
        "document.html",
        document=row,
        owner=state.store.one("SELECT email FROM accounts WHERE reference = ?", row["account"]),
        view=views.document(state, row, with_log=True),
        signers=state.signers(row["reference"]),
        open_states=OPEN,
        mails=state.store.all("SELECT * FROM mails WHERE document = ? ORDER BY id", row["reference"]),
    )


@local
def picture(request: Request, state: State) -> Response:
    """A document's first page as PNG."""
    from securedsigning_sandbox.documents.places import page_png  # loads large libraries

    row = _document(request, state)
    try:
        content = page_png(state.store.path(row["pdf"] or row["content"]), 0, _THUMBNAIL_WIDTH)
    except (DocumentError, IndexError):
        raise NotThereError from None
    return Response(content, media_type="image/png", headers={"Cache-Control": "no-store"})


@local
def file(request: Request, state: State) -> Response:
    """A document as the API's download gives it."""
    try:
        return document_file(state, _document(request, state))
    except ApiError as error:
        return error.response()


def _document(request: Request, state: State) -> sqlite3.Row:
    row = state.store.one("SELECT * FROM documents WHERE reference = ?", request.path_params["reference"])
    if row is None or row["status"] == "Deleted":
        raise NotThereError
    return row


ROUTES = [
    Route("/documents", documents),
    Route("/documents/{reference}", document),
    Route("/documents/{reference}/first-page.png", picture),
    Route("/documents/{reference}/file", file),
]
