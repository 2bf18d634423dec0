"""The sandbox's own pages: keys, documents, the inbox of every invitee, and why requests were refused."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox import views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.rendering import page


async def home(request: Request) -> Response:
    """Everything on one page."""
    return await run_in_threadpool(_home, request)


def _home(request: Request) -> Response:
    state: State = request.app.state.sandbox
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
    )
