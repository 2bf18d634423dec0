"""The last requests and the reason of every refusal, for the start page. Headers and bodies are never written down."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from securedsigning_sandbox.context import State

_KEPT = 500


async def record(state: State, request: Request, operation: str, status: int, reason: str = "") -> None:
    """Remember a request.

    Args:
        state: the sandbox.
        request: the request; of its address only the path is kept, since queries hold codes and tokens.
        operation: the operationId, or ``?``.
        status: the answer's status.
        reason: why it was refused.
    """
    await run_in_threadpool(_insert, state, request.method, str(request.scope["path"]), operation, status, reason)


def _insert(state: State, method: str, path: str, operation: str, status: int, reason: str) -> None:
    with state.store.transaction(flushed=False):
        state.store.insert(
            "requests",
            at=state.clock(),
            method=method,
            path=path[:500],
            operation=operation,
            status=status,
            reason=reason[:2000],
        )
        state.store.run("DELETE FROM requests WHERE id <= (SELECT max(id) FROM requests) - ?", _KEPT)
