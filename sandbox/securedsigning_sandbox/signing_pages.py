"""What an invitee sees: the document's pages as pictures, and the way to sign or decline."""

from __future__ import annotations

import base64
import binascii

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import page_count, page_png
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.operations.downloads import document_file
from securedsigning_sandbox.rendering import page

_PICTURE = "data:image/png;base64,"


async def sign_page(request: Request) -> Response:
    """GET shows the document, POST signs or declines."""
    form = {name: str(value) for name, value in (await request.form()).items()} if request.method == "POST" else {}
    return await run_in_threadpool(_page, request, form)


def _page(request: Request, form: dict[str, str]) -> Response:
    state: State = request.app.state.sandbox
    key = request.path_params["key"]
    problem = ""
    try:
        signer, document = flow.signer_and_document(state, key)
        if form.get("action") == "sign":
            flow.sign(state, key, typed=form.get("typed", "")[:100], drawing=_drawing(form.get("drawing", "")))
        elif form.get("action") == "decline":
            flow.decline(state, key, form.get("reason", ""))
        if form:
            address = signer["return_url"] or document["return_url"] or str(request.url)
            return RedirectResponse(address, status_code=303)
    except (ApiError, DocumentError) as error:
        problem = str(error)
        if isinstance(error, ApiError) and error.status == 404:
            return page(request, "problem.html", status=404, title="This link is not known", problem=problem)
    signer, document = flow.signer_and_document(state, key)
    pages = range(page_count(state.store.path(document["pdf"])))
    everyone = state.store.all("SELECT * FROM signers WHERE document = ? ORDER BY signing_order", document["reference"])
    return page(
        request,
        "sign.html",
        frame_ancestors="'self' " + _origin(state, document["account"]),
        signer=signer,
        document=document,
        everyone=everyone,
        pages=pages,
        can_sign=signer["status"] in flow.OPEN,
        problem=problem,
    )


def _drawing(text: str) -> bytes | None:
    if not text.startswith(_PICTURE):
        return None
    try:
        return base64.b64decode(text.removeprefix(_PICTURE), validate=True)
    except binascii.Error:
        raise ApiError(400, "The drawn signature cannot be read; draw it again.") from None


def _origin(state: State, account: str) -> str:
    row = state.store.one("SELECT access_url FROM api_keys WHERE account = ?", account)
    parts = (row["access_url"] if row else "").split("/")
    return "/".join(parts[:3])


async def page_picture(request: Request) -> Response:
    """One page of the document as PNG."""
    return await run_in_threadpool(_picture, request)


def _picture(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        _, document = flow.signer_and_document(state, request.path_params["key"])
        picture = page_png(state.store.path(document["pdf"]), request.path_params["page"], 1240)
    except (ApiError, DocumentError, IndexError, ValueError):
        return Response(status_code=404)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "no-store"})


async def file_by_url(request: Request) -> Response:
    """What GetDocumentUrl points at; whoever has the address may fetch it, which is our choice."""
    state: State = request.app.state.sandbox
    row = await run_in_threadpool(
        state.store.one,
        "SELECT * FROM documents WHERE reference = ? AND ? IN (pdf, content) AND status != 'Deleted'",
        request.path_params["reference"],
        request.path_params["content"],
    )
    return Response("Not found", status_code=404) if row is None else document_file(state, row)
