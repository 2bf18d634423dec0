"""The sandbox's own pages: keys, documents, the inbox of every invitee, and why requests were refused."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox import views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.flow import expire
from securedsigning_sandbox.local import is_from_this_machine
from securedsigning_sandbox.rendering import page


async def home(request: Request) -> Response:
    """Everything on one page, for people on this machine only: secrets and mails of all accounts are shown."""
    if not is_from_this_machine(request):
        return page(request, "problem.html", status=404, title="Nothing is here", problem="Open the API's addresses.")
    return await run_in_threadpool(_home, request)


def _home(request: Request) -> Response:
    state: State = request.app.state.sandbox
    for row in state.store.all("SELECT * FROM documents WHERE status != 'Deleted'"):
        expire(state, row)
    documents = state.store.all("SELECT * FROM documents WHERE status != 'Deleted' ORDER BY created_at DESC LIMIT 50")
    return page(
        request,
        "home.html",
        base_url=state.base_url,
        keys=state.store.all("SELECT k.*, a.email FROM api_keys k JOIN accounts a ON a.reference = k.account"),
        documents=[(row, views.document(state, row, with_log=True)) for row in documents],
        mails=state.store.all("SELECT * FROM mails ORDER BY id DESC LIMIT 50"),
        requests=state.store.all("SELECT * FROM requests ORDER BY id DESC LIMIT 50"),
        moment=views.moment,
        now=views.moment(state.clock()),
        ahead=round(state.clock.offset),
    )
