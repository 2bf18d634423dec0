"""The sandbox's own pages: accounts and keys, documents, the inbox of every invitee, requests, and controls."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from securedsigning_sandbox import document_pages, notifications, plan
from securedsigning_sandbox.console import REFUSED, local, shown
from securedsigning_sandbox.context import State
from securedsigning_sandbox.fault_rules import KINDS, OAUTH
from securedsigning_sandbox.listing import SHOWN, listed
from securedsigning_sandbox.seed import PASSWORD


@local
def overview(request: Request, state: State) -> Response:
    """Where the API is, the keys, the accounts, and what is going on."""
    return shown(
        request,
        state,
        "overview.html",
        base_url=f"{state.base_url or str(request.base_url).rstrip('/')}/web/v1.4",
        keys=state.store.all("SELECT k.*, a.email FROM api_keys k JOIN accounts a ON a.reference = k.account"),
        accounts=state.store.all("SELECT * FROM accounts ORDER BY rowid LIMIT ?", SHOWN),
        password=PASSWORD,
        states=state.store.all("SELECT status, count(*) AS number FROM documents GROUP BY status ORDER BY number DESC"),
        refusals=state.store.all(f"SELECT * FROM requests WHERE {REFUSED} ORDER BY id DESC LIMIT 3"),
    )


@local
def inbox(request: Request, state: State) -> Response:
    """The mails of everyone, or of one person."""
    wanted = request.query_params.get("to", "").strip()
    people = state.store.all(
        "SELECT recipient, count(*) AS number FROM mails GROUP BY recipient ORDER BY max(id) DESC LIMIT ?", SHOWN
    )
    chosen = ("WHERE recipient = ?", wanted) if wanted else ("",)
    mails = listed(request, state, f"SELECT * FROM mails {chosen[0]} ORDER BY id DESC", *chosen[1:])
    return shown(request, state, "inbox.html", people=people, mails=mails, wanted=wanted)


@local
def told(request: Request, state: State) -> Response:
    """The notifications, newest first, with every attempt to deliver them."""
    part = listed(request, state, "SELECT * FROM deliveries ORDER BY id DESC")
    deliveries = notifications.with_attempts(state, part.rows)
    return shown(request, state, "notifications.html", deliveries=deliveries, part=part)


@local
def requests(request: Request, state: State) -> Response:
    """The last requests, and why some were refused."""
    refused = "refused" in request.query_params
    chosen = REFUSED if refused else "true"
    rows = listed(request, state, f"SELECT * FROM requests WHERE {chosen} ORDER BY id DESC")
    return shown(request, state, "requests.html", requests=rows, refused=refused)


@local
def controls(request: Request, state: State) -> Response:
    """What tests do through the control API, for a person: time, tokens, plan, a fresh start, faults."""
    groups: dict[str, list[str]] = {}
    for operation in state.spec.operations.values():
        groups.setdefault(operation.raw["tags"][0], []).append(operation.id)
    account = state.store.one("SELECT * FROM accounts ORDER BY rowid")
    assert account is not None  # the seeded one, which stays
    return shown(
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


ROUTES = [
    Route("/", overview),
    *document_pages.ROUTES,
    Route("/inbox", inbox),
    Route("/notifications", told),
    Route("/requests", requests),
    Route("/controls", controls),
]
