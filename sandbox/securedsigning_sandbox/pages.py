"""The sandbox's own pages: accounts and keys, documents, the inbox of every invitee, requests, and controls.

For people on this machine only: secrets and mails of all accounts are shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from securedsigning_sandbox import notifications, plan, views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fault_rules import KINDS, OAUTH
from securedsigning_sandbox.listing import SHOWN, listed
from securedsigning_sandbox.local import is_from_this_machine
from securedsigning_sandbox.operations.downloads import document_file
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.seed import PASSWORD
from securedsigning_sandbox.statuses import OPEN
from securedsigning_sandbox.timetable import catch_up

_THUMBNAIL_WIDTH = 480
_REFUSED = "(status >= 400 OR status = 0)"  # 0: a fault on purpose left it without an answer


class _NotFoundError(Exception):
    """What the address names is not there."""


def _local(shown: Callable[[Request, State], Response]) -> Callable[[Request], Any]:
    """Answer people on this machine; for others nothing is here."""

    def now(request: Request, state: State) -> Response:
        catch_up(state)
        return shown(request, state)

    async def answer(request: Request) -> Response:
        if is_from_this_machine(request):
            try:
                return await run_in_threadpool(now, request, request.app.state.sandbox)
            except _NotFoundError:
                pass
        return page(request, "problem.html", status=404, title="Nothing is here", problem="Open the API's addresses.")

    return answer


def _shown(request: Request, state: State, template: str, **facts: Any) -> Response:
    """One of the pages, with what all of them show."""
    counts = {
        "documents": "SELECT count(*) FROM documents WHERE status != 'Deleted'",
        "mails": "SELECT count(*) FROM mails",
        "refused": f"SELECT count(*) FROM requests WHERE {_REFUSED}",
    }
    return page(
        request,
        template,
        counts={name: _number(state, sql) for name, sql in counts.items()},
        now=views.moment(state.clock()),
        ahead=round(state.clock.offset),
        moment=views.moment,
        **facts,
    )


def _number(state: State, sql: str, *values: object) -> int:
    row = state.store.one(sql, *values)
    assert row is not None
    return int(row[0])


@_local
def overview(request: Request, state: State) -> Response:
    """Where the API is, the keys, the accounts, and what is going on."""
    return _shown(
        request,
        state,
        "overview.html",
        base_url=f"{state.base_url or str(request.base_url).rstrip('/')}/web/v1.4",
        keys=state.store.all("SELECT k.*, a.email FROM api_keys k JOIN accounts a ON a.reference = k.account"),
        accounts=state.store.all("SELECT * FROM accounts ORDER BY rowid LIMIT ?", SHOWN),
        password=PASSWORD,
        states=state.store.all("SELECT status, count(*) AS number FROM documents GROUP BY status ORDER BY number DESC"),
        refusals=state.store.all(f"SELECT * FROM requests WHERE {_REFUSED} ORDER BY id DESC LIMIT 3"),
    )


@_local
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
    people = {row["reference"]: _signers(state, row["reference"]) for row in found.rows}
    states = state.store.all("SELECT DISTINCT status FROM documents WHERE status != 'Deleted' ORDER BY status")
    return _shown(
        request,
        state,
        "documents.html",
        documents=found,
        people=people,
        states=[row[0] for row in states],
        wanted=wanted,
        name=name,
    )


@_local
def document(request: Request, state: State) -> Response:
    """One document: its state, its signers and what can be done as them, its log and its mails."""
    row = _document(request, state)
    return _shown(
        request,
        state,
        "document.html",
        document=row,
        owner=state.store.one("SELECT email FROM accounts WHERE reference = ?", row["account"]),
        view=views.document(state, row, with_log=True),
        signers=_signers(state, row["reference"]),
        open_states=OPEN,
        mails=state.store.all("SELECT * FROM mails WHERE document = ? ORDER BY id", row["reference"]),
    )


@_local
def picture(request: Request, state: State) -> Response:
    """A document's first page as PNG."""
    from securedsigning_sandbox.documents.places import page_png  # loads large libraries

    row = _document(request, state)
    try:
        content = page_png(state.store.path(row["pdf"] or row["content"]), 0, _THUMBNAIL_WIDTH)
    except (DocumentError, IndexError):
        raise _NotFoundError from None
    return Response(content, media_type="image/png", headers={"Cache-Control": "no-store"})


@_local
def file(request: Request, state: State) -> Response:
    """A document as the API's download gives it."""
    try:
        return document_file(state, _document(request, state))
    except ApiError as error:
        return error.response()


@_local
def inbox(request: Request, state: State) -> Response:
    """The mails of everyone, or of one person."""
    wanted = request.query_params.get("to", "").strip()
    people = state.store.all(
        "SELECT recipient, count(*) AS number FROM mails GROUP BY recipient ORDER BY max(id) DESC LIMIT ?", SHOWN
    )
    chosen = ("WHERE recipient = ?", wanted) if wanted else ("",)
    mails = listed(request, state, f"SELECT * FROM mails {chosen[0]} ORDER BY id DESC", *chosen[1:])
    return _shown(request, state, "inbox.html", people=people, mails=mails, wanted=wanted)


@_local
def told(request: Request, state: State) -> Response:
    """The notifications, newest first, with every attempt to deliver them."""
    return _shown(request, state, "notifications.html", deliveries=notifications.deliveries(state, SHOWN)[::-1])


@_local
def requests(request: Request, state: State) -> Response:
    """The last requests, and why some were refused."""
    refused = "refused" in request.query_params
    chosen = _REFUSED if refused else "true"
    rows = listed(request, state, f"SELECT * FROM requests WHERE {chosen} ORDER BY id DESC")
    return _shown(request, state, "requests.html", requests=rows, refused=refused)


@_local
def controls(request: Request, state: State) -> Response:
    """What tests do through the control API, for a person: time, tokens, plan, a fresh start, faults."""
    groups: dict[str, list[str]] = {}
    for operation in state.spec.operations.values():
        groups.setdefault(operation.raw["tags"][0], []).append(operation.id)
    account = state.store.one("SELECT * FROM accounts ORDER BY rowid")
    assert account is not None  # the seeded one, which stays
    return _shown(
        request,
        state,
        "controls.html",
        account=account,
        settings=state.settings,
        remaining=plan.remaining(state, account["reference"]),
        faults=state.faults.as_json(),
        fault_kinds=list(KINDS),
        oauth=OAUTH,
        operations=groups,
    )


def _document(request: Request, state: State) -> sqlite3.Row:
    row = state.store.one("SELECT * FROM documents WHERE reference = ?", request.path_params["reference"])
    if row is None or row["status"] == "Deleted":
        raise _NotFoundError
    return row


def _signers(state: State, reference: str) -> list[sqlite3.Row]:
    return state.store.all("SELECT * FROM signers WHERE document = ? ORDER BY signing_order", reference)


ROUTES = [
    Route("/", overview),
    Route("/documents", documents),
    Route("/documents/{reference}", document),
    Route("/documents/{reference}/first-page.png", picture),
    Route("/documents/{reference}/file", file),
    Route("/inbox", inbox),
    Route("/notifications", told),
    Route("/requests", requests),
    Route("/controls", controls),
]
