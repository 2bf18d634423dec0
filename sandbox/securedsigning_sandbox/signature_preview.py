"""What a typed signature will look like in the document, for the pages on which people type it."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import State
from securedsigning_sandbox.embedding import opened
from securedsigning_sandbox.errors import ApiError

_WIDTH, _HEIGHT = 168.0, 46.0
"""Points, as large as signatures at Smart Tags."""

_PIXELS = 672


async def of_invitee(request: Request) -> Response:
    """The signature of an invitee as PNG; ``typed`` is what it is to say."""
    return await run_in_threadpool(_of_invitee, request)


def _of_invitee(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        signer, _ = flow.by_signing_key(state, request.path_params["key"])
    except ApiError:
        return Response(status_code=404)
    return _picture(state, flow.full_name(signer), request)


async def of_user(request: Request) -> Response:
    """The same for whoever opened an embedded page."""
    return await run_in_threadpool(_of_user, request)


def _of_user(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        name, _ = opened(state, request.path_params["key"], "").call.actor
    except ApiError:
        return Response(status_code=404)
    return _picture(state, name, request)


def _picture(state: State, name: str, request: Request) -> Response:
    # These load large libraries.
    from securedsigning_sandbox.documents.appearance import appearance_of, draw_signature
    from securedsigning_sandbox.documents.places import page_png

    typed = request.query_params.get("typed", "")[:100]
    stamp = draw_signature(appearance_of(name, state.clock.moment(), typed=typed), _WIDTH, _HEIGHT)
    return Response(page_png(stamp, 0, _PIXELS), media_type="image/png", headers={"Cache-Control": "no-store"})
