"""The last requests and the reason of every refusal, for the start page. Headers and bodies are never written down."""

from __future__ import annotations

from starlette.requests import Request

from securedsigning_sandbox.context import State

_KEPT = 500
FAULT = "securedsigning_sandbox.fault"
"""Where the scope of a request says that its answer is a fault."""


def record(state: State, request: Request, operation: str, status: int, reason: str = "") -> None:
    """Remember a request.

    Args:
        state: the sandbox.
        request: the request; of its address only the path is kept, since queries hold codes and tokens.
        operation: the operationId, or ``?``.
        status: the answer's status.
        reason: why it was refused.
    """
    reason = " ".join(text for text in (request.scope.get(FAULT, ""), reason) if text)
    with state.store.transaction(flushed=False):
        state.store.insert(
            "requests",
            at=state.clock(),
            method=request.method,
            path=str(request.scope["path"])[:500],
            operation=operation,
            status=status,
            reason=reason[:2000],
        )
        state.store.run("DELETE FROM requests WHERE id <= (SELECT max(id) FROM requests) - ?", _KEPT)
