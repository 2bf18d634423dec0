"""What an invitee sees: the document's pages as pictures, and the way to sign or decline."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.bodies import check_length
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import page_png
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_addresses import is_valid
from securedsigning_sandbox.operations.downloads import document_file
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.signing_places import sheets

_LARGEST_FORM = 4 * 1024 * 1024
_PICTURE_WIDTH = 1240
_PICTURE = "data:image/png;base64,"


async def sign_page(request: Request) -> Response:
    """GET shows the document, POST signs or declines."""
    form: dict[str, str] = {}
    if request.method == "POST":
        check_length(request, _LARGEST_FORM)
        sent = await request.form(max_files=1, max_fields=20, max_part_size=_LARGEST_FORM)
        form = {name: str(value) for name, value in sent.items()}
    return await run_in_threadpool(_page, request, form)


def _page(request: Request, form: dict[str, str]) -> Response:
    state: State = request.app.state.sandbox
    key = request.path_params["key"]
    try:
        signer, document = flow.by_signing_key(state, key)
    except ApiError as error:
        return page(request, "problem.html", status=404, title="This link is not known", problem=str(error))
    problem = ""
    try:
        if form.get("action") == "sign":
            flow.sign(state, key, typed=form.get("typed", "")[:100], drawing=_drawing(form.get("drawing", "")))
        elif form.get("action") == "decline":
            flow.decline(state, key, form.get("reason", ""))
        if form.get("action") in {"sign", "decline"}:
            # Within a frame the page itself tells the one around it; a redirect would load the return address inside.
            address = None if form.get("framed") else signer["return_url"]
            return RedirectResponse(address or f"/sign/{key}", status_code=303)
    except (ApiError, DocumentError) as error:
        problem = str(error)
    signer, document = flow.by_signing_key(state, key)
    if not problem:
        flow.view(state, signer)
    can_sign = flow.may_act(signer, document)
    everyone = state.store.all("SELECT * FROM signers WHERE document = ? ORDER BY signing_order", document["reference"])
    return page(
        request,
        "sign.html",
        status=400 if problem else 200,
        frame_ancestors="'self' " + _origins(state, document["account"]),
        signer=signer,
        document=document,
        everyone=everyone,
        pages=sheets(state.store.path(document["pdf"]), signer["signing_order"] if can_sign else None),
        can_sign=can_sign,
        problem=problem,
    )


def _drawing(text: str) -> bytes | None:
    if not text.startswith(_PICTURE):
        return None
    try:
        return base64.b64decode(text.removeprefix(_PICTURE), validate=True)
    except binascii.Error:
        raise ApiError(400, "The drawn signature cannot be read; draw it again.") from None


def _origins(state: State, account: str) -> str:
    """Who may embed the page: the origins registered for the account's keys."""
    rows = state.store.all("SELECT access_url FROM api_keys WHERE account = ?", account)
    found = (urlsplit(row["access_url"]) for row in rows)
    origins = {f"{parts.scheme}://{parts.netloc}" for parts in found if parts.scheme in {"http", "https"}}
    return " ".join(sorted(origin for origin in origins if not set(origin) & set(" ;,'\"")))


async def page_picture(request: Request) -> Response:
    """One page of the document as PNG."""
    return await run_in_threadpool(_picture, request)


def _picture(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        _, document = flow.by_signing_key(state, request.path_params["key"])
        picture = page_png(state.store.path(document["pdf"]), request.path_params["page"], _PICTURE_WIDTH)
    except (ApiError, DocumentError, IndexError):
        return Response(status_code=404)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "no-store"})


async def file_by_address(request: Request) -> Response:
    """What GetDocumentUrl points at; whoever has the address may fetch it while it is good, which is our choice."""
    return await run_in_threadpool(_file, request)


def _file(request: Request) -> Response:
    state: State = request.app.state.sandbox
    reference = request.path_params["reference"]
    query = request.query_params
    if not is_valid(state, reference, query.get("until", ""), query.get("key", "")):
        return ApiError(404, "This address is unknown or has expired.").response()
    row = state.store.one("SELECT * FROM documents WHERE reference = ? AND status != 'Deleted'", reference)
    if row is None:
        return ApiError(404, "The document was deleted.").response()
    return document_file(state, row)
