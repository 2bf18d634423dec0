"""What all of the sandbox's own pages have in common: for whom they are, and the frame around them.

They are for people on this machine only: secrets and mails of all accounts are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox import views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.local import is_from_this_machine
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.timetable import catch_up

REFUSED = "(status >= 400 OR status = 0)"
"""Of requests; 0: a fault on purpose left it without an answer."""


class NotThereError(Exception):
    """What the address names is not there."""


def local(show: Callable[[Request, State], Response]) -> Callable[[Request], Any]:
    """Answer people on this machine; for others nothing is here."""

    def now(request: Request, state: State) -> Response:
        catch_up(state)
        return show(request, state)

    async def answer(request: Request) -> Response:
        if is_from_this_machine(request):
            try:
                return await run_in_threadpool(now, request, request.app.state.sandbox)
            except NotThereError:
                pass
        return page(request, "problem.html", status=404, title="Nothing is here", problem="Open the API's addresses.")

    return answer


def shown(request: Request, state: State, template: str, **facts: Any) -> Response:
    """One of the pages, with what all of them show."""
    counts = {
        "documents": "SELECT count(*) FROM documents WHERE status != 'Deleted'",
        "mails": "SELECT count(*) FROM mails",
        "refused": f"SELECT count(*) FROM requests WHERE {REFUSED}",
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


def _number(state: State, sql: str) -> int:
    row = state.store.one(sql)
    assert row is not None
    return int(row[0])
