"""The pages of I Sign and We Sign, in a frame of the application that asked for them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from securedsigning_sandbox.bodies import read_body
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import page_png
from securedsigning_sandbox.embedded_sending import invite_others, sign_alone, signers_of
from securedsigning_sandbox.embedding import opened
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_addresses import signed_address
from securedsigning_sandbox.framing import frame_ancestors, frame_ancestors_of_any
from securedsigning_sandbox.operations.account import DEFAULT_DUE_DAYS
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.signing_pages import PICTURE_WIDTH, drawn_signature
from securedsigning_sandbox.signing_places import sheets

_LARGEST = 4 * 1024 * 1024


async def embedded_page(request: Request) -> Response:
    """GET shows the page, POST takes in JSON what was decided on it."""
    if request.method == "GET":
        return await run_in_threadpool(_shown, request)
    try:
        body = json.loads(await read_body(request, _LARGEST))
        if not isinstance(body, dict):
            raise ApiError(400, "The body is no JSON object.")
        await run_in_threadpool(_act, request, body)
    except (ApiError, DocumentError) as error:
        reason = error.reason if isinstance(error, ApiError) else str(error)
        return JSONResponse({"problem": reason}, status_code=error.status if isinstance(error, ApiError) else 400)
    except (ValueError, RecursionError):
        return JSONResponse({"problem": "The body is no JSON."}, status_code=400)
    return JSONResponse({})


def _origin(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


def _act(request: Request, body: dict[str, Any]) -> None:
    embedded = opened(request.app.state.sandbox, request.path_params["key"], _origin(request))
    if embedded.outcome:
        raise ApiError(400, f"This was done before: the outcome is {embedded.outcome}.")
    if embedded.product == "ISign":
        sign_alone(embedded, body, drawn_signature(str(body.get("drawing") or "")))
    else:
        invite_others(embedded, body)


def _shown(request: Request) -> Response:
    state: State = request.app.state.sandbox
    references = request.query_params.getlist("DocumentReference")
    try:
        embedded = opened(state, request.path_params["key"], _origin(request), references)
    except ApiError as error:
        allowed = frame_ancestors_of_any(state)
        title = "This page cannot be shown"
        return page(
            request, "problem.html", status=error.status, frame_ancestors=allowed, title=title, problem=error.reason
        )
    due = datetime.fromtimestamp(state.clock() + DEFAULT_DUE_DAYS * 86_400, UTC).date()
    name, email = embedded.call.actor
    return page(
        request,
        "embedded.html",
        frame_ancestors=frame_ancestors(state, embedded.call.account["reference"]),
        embedded=embedded,
        documents=[(row, sheets(state.store.path(row["pdf"] or pdf), None)) for row, pdf in embedded.documents],
        signers=signers_of(embedded),
        files=[signed_address(state, "", row["reference"]) for row, _ in embedded.documents],
        name=name,
        email=email,
        due=due.isoformat(),
        today=datetime.fromtimestamp(state.clock(), UTC).date().isoformat(),
    )


async def embedded_picture(request: Request) -> Response:
    """One page of one of the documents as PNG."""
    return await run_in_threadpool(_picture, request)


def _picture(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        embedded = opened(state, request.path_params["key"], _origin(request))
        row, pdf = embedded.documents[request.path_params["document"]]
        picture = page_png(state.store.path(row["pdf"] or pdf), request.path_params["page"], PICTURE_WIDTH)
    except (ApiError, DocumentError, IndexError):
        return Response(status_code=404)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "no-store"})
