"""Files between sender and invitee, on the signing page: attachments to be read, and files an invitee was asked to add.

That invitees can upload files is known, how they do it is not: the form, the types and the limits are our choice.
"""

from __future__ import annotations

import sqlite3

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.bodies import check_length
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.given_attachments import given
from securedsigning_sandbox.operations.downloads import sent_file
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.uploads import EXTENSIONS, take_in

_TYPES = (*EXTENSIONS, "png", "jpg", "jpeg", "txt")
_LARGEST = 20 * 1024 * 1024
_MOST_FILES = 20  # of one invitee


def uploaded(state: State, signer: str) -> list[sqlite3.Row]:
    """What an invitee has uploaded, oldest first."""
    return state.store.all("SELECT * FROM uploaded_files WHERE signer = ? ORDER BY rowid", signer)


async def attachment(request: Request) -> Response:
    """An attachment that the invitee got."""
    return await run_in_threadpool(_attachment, request)


def _attachment(request: Request) -> Response:
    state: State = request.app.state.sandbox
    try:
        signer, _ = flow.by_signing_key(state, request.path_params["key"])
    except ApiError as error:
        return page(request, "problem.html", status=404, title="This link is not known", problem=str(error))
    for row in given(state, signer["reference"]):
        if row["position"] == request.path_params["position"]:
            return sent_file(state, row["content"], row["name"], "application/octet-stream")
    return page(request, "problem.html", status=404, title="There is no such file", problem="Go back to the document.")


async def upload(request: Request) -> Response:
    """Take in a file from an invitee whose turn it is and who was asked for files."""
    check_length(request, _LARGEST + 64 * 1024)
    async with request.form(max_files=1, max_fields=5) as form:
        return await run_in_threadpool(_upload, request, form.get("file"))


def _upload(request: Request, file: UploadFile | str | None) -> Response:
    state: State = request.app.state.sandbox
    key = request.path_params["key"]
    try:
        signer, document = flow.by_signing_key(state, key)
        if not signer["asked_for_files"] or not flow.may_act(signer, document):
            raise ApiError(400, "No file is asked of you now.")
        if not isinstance(file, UploadFile):
            raise ApiError(400, "Choose a file first.")
        if len(uploaded(state, signer["reference"])) >= _MOST_FILES:
            raise ApiError(400, f"No more than {_MOST_FILES} files are taken.")
        name, _, content = take_in(state, file, _TYPES, _LARGEST)
        with state.store.transaction():
            state.store.insert(
                "uploaded_files",
                document=document["reference"],
                signer=signer["reference"],
                name=name,
                content=content,
                at=state.clock(),
            )
            flow.write_log(
                state, document["reference"], flow.full_name(signer), signer["email"], f"Uploaded a file: {name}"
            )
    except ApiError as error:
        title = "The file was not taken"
        return page(request, "problem.html", status=error.status, title=title, problem=error.reason)
    return RedirectResponse(f"/sign/{key}", status_code=303)
