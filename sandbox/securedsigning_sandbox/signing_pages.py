"""What an invitee sees: the document's pages as pictures, and the way to sign or decline."""

from __future__ import annotations

import base64
import binascii
import sqlite3

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from securedsigning_sandbox import face_to_face, fields, flow, identity
from securedsigning_sandbox.bodies import check_length
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import page_png
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_addresses import signed_address
from securedsigning_sandbox.framing import frame_ancestors, frame_ancestors_of_any
from securedsigning_sandbox.given_attachments import given
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.signer_files import LARGEST, add, remove, uploaded
from securedsigning_sandbox.signing_places import sheets

_LARGEST_FORM = 4 * 1024 * 1024
PICTURE_WIDTH = 1240
_PICTURE = "data:image/png;base64,"


async def sign_page(request: Request) -> Response:
    """GET shows the document, POST signs, declines, or takes in or back a file that the invitee was asked for."""
    if request.method == "GET":
        return await run_in_threadpool(_page, request, {}, None)
    try:
        check_length(request, _LARGEST_FORM + LARGEST)
    except ApiError as error:
        return await run_in_threadpool(_page, request, {}, None, error)
    async with request.form(max_files=1, max_fields=1000, max_part_size=_LARGEST_FORM) as sent:
        form = {name: value for name, value in sent.items() if isinstance(value, str)}
        file = sent.get("file")
        chosen = file if isinstance(file, UploadFile) and file.filename else None
        return await run_in_threadpool(_page, request, form, chosen)


def _page(request: Request, form: dict[str, str], file: UploadFile | None, refusal: ApiError | None = None) -> Response:
    state: State = request.app.state.sandbox
    key = request.path_params["key"]
    try:
        signer, document = flow.by_signing_key(state, key)
    except ApiError as error:
        allowed, title = frame_ancestors_of_any(state), "This link is not known"
        return page(request, "problem.html", status=404, frame_ancestors=allowed, title=title, problem=str(error))
    try:
        if form:
            _act(state, signer, document, form, file)
        if form.get("action") in {"sign", "decline"}:
            return RedirectResponse(_way_on(state, signer, form), status_code=303)
    except ApiError as error:
        refusal = error
    except DocumentError as error:
        refusal = ApiError(400, str(error))
    return _shown(request, state, key, form, refusal)


def _act(
    state: State, signer: sqlite3.Row, document: sqlite3.Row, form: dict[str, str], file: UploadFile | None
) -> None:
    """Do what an invitee decided on the page.

    Raises:
        ApiError: it is refused; the reason is to be shown.
        DocumentError: the PDF or the drawing is not to be used.
    """
    key = signer["signing_key"]
    action, _, number = form.get("action", "").partition("-")
    if action == "hand over":
        face_to_face.hand_over(state, signer, document)
    elif face_to_face.waits_for_person(signer):
        raise ApiError(400, "The device has to be handed over before anybody signs.")
    elif action == "identify":
        identity.identify(state, signer, identity.answers_in(form))
    elif identity.open_questions(state, signer):
        raise ApiError(400, "Answer what the sender asks first.")
    elif action == "upload":
        add(state, key, file)
    elif action == "remove":
        remove(state, key, number)
    elif action == "sign":
        if file is not None:  # chosen and not uploaded before: it is meant to go along
            add(state, key, file)
        drawing = drawn_signature(form.get("drawing", ""))
        values = fields.posted(state, signer, form)
        flow.sign(state, key, typed=form.get("typed", "")[:100], drawing=drawing, values=values)
    elif action == "decline":
        flow.decline(state, key, form.get("reason", ""))


def _shown(request: Request, state: State, key: str, form: dict[str, str], refusal: ApiError | None) -> Response:
    """The page as it is now, with what was typed if the invitee stays on it."""
    signer, document = flow.by_signing_key(state, key)
    can_sign = flow.may_act(signer, document)
    hands_over = can_sign and face_to_face.waits_for_person(signer)
    questions = [] if hands_over else identity.open_questions(state, signer)
    hidden = hands_over or bool(questions)
    if not refusal and not hidden:
        flow.view(state, signer)
    everyone = state.signers(document["reference"])
    about_files = form.get("action", "").startswith(("upload", "remove"))
    return page(
        request,
        "sign.html",
        status=refusal.status if refusal else 200,
        frame_ancestors=frame_ancestors(state, document["account"]),
        signer=signer,
        document=document,
        everyone=everyone,
        pages=sheets(state.store.path(document["pdf"]), signer["signing_order"] if can_sign else None),
        can_sign=can_sign and not hidden,
        hidden=hidden,
        questions=questions,
        answers=identity.answers_in(form),
        hands_over=hands_over,
        following=face_to_face.following(state, signer),
        attachments=given(state, signer["reference"]),
        files=uploaded(state, signer["reference"]),
        download=signed_address(state, "", document["reference"]),
        problem=refusal.reason if refusal else "",
        at_files=about_files and can_sign and not hidden and bool(signer["asked_for_files"]),
        largest_file=LARGEST,
        fields=fields.fields_of(state, document["reference"], signer["signing_order"]),
        options=fields.options_of,
        entered=fields.posted(state, signer, form) if about_files or form.get("action") == "sign" else {},
        typed=form.get("typed", ""),
        drawing=form.get("drawing", "") if form.get("drawing", "").startswith(_PICTURE) else "",
    )


def _way_on(state: State, signer: sqlite3.Row, form: dict[str, str]) -> str:
    """Where the browser goes after signing or declining.

    To the return address, unless the SDK shows the page in a frame, which tells the page around it, or the device goes on to
    the next person: then the page stays.
    """
    own_page = f"/sign/{signer['signing_key']}"
    if form.get("framed"):
        return f"{own_page}?sdk=1"
    if face_to_face.following(state, signer) is not None:
        return own_page
    return str(signer["return_url"] or own_page)


def drawn_signature(text: str) -> bytes | None:
    """A drawn signature as PNG bytes, from the data address a canvas makes; None if nothing was drawn.

    Raises:
        ApiError: 400.
    """
    if not text.startswith(_PICTURE):
        return None
    try:
        return base64.b64decode(text.removeprefix(_PICTURE), validate=True)
    except binascii.Error:
        raise ApiError(400, "The drawn signature cannot be read; draw it again.") from None


async def page_picture(request: Request) -> Response:
    """One page of the document as PNG."""
    return await run_in_threadpool(_picture, request)


def _picture(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        signer, document = flow.by_signing_key(state, request.path_params["key"])
        if identity.open_questions(state, signer):
            return Response(status_code=404)
        picture = page_png(state.store.path(document["pdf"]), request.path_params["page"], PICTURE_WIDTH)
    except (ApiError, DocumentError, IndexError):
        return Response(status_code=404)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "no-store"})
