"""Files between sender and invitee, on the signing page: attachments to be read, and files an invitee was asked to add.

That invitees can upload files is known, how they do it is not: the form, the types, the limits, and that nobody who was asked
for files signs before there is one, are our choice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from io import BytesIO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.given_attachments import given
from securedsigning_sandbox.operations.downloads import sent_file
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.uploads import EXTENSIONS, take_in

_TYPES = (*EXTENSIONS, "png", "jpg", "jpeg", "txt")
LARGEST = 20 * 1024 * 1024
"""Bytes of one file."""

_MOST_FILES = 20  # of one invitee


def uploaded(state: State, signer: str) -> list[sqlite3.Row]:
    """What an invitee has uploaded, oldest first, each with its ``number``."""
    return state.store.all("SELECT rowid AS number, * FROM uploaded_files WHERE signer = ? ORDER BY rowid", signer)


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


def add(state: State, reference: str, file: UploadFile | None) -> None:
    """Take in a file from an invitee whose turn it is and who was asked for files.

    Args:
        state: the sandbox.
        reference: signer reference or signing key.
        file: the file; None if the invitee chose none.

    Raises:
        ApiError: 400 if no file is asked of the invitee now, there are as many as fit, or its type is not taken; 404 for an
            empty one; 413 for one that is too large.
    """
    _asked(state, reference)
    if file is None:
        raise ApiError(400, "Choose a file first.")
    name, _, content = take_in(state, file, _TYPES, LARGEST)
    try:
        with state.store.transaction():
            signer, document = _asked(state, reference)  # once more: somebody may have signed while the file came
            state.store.insert(
                "uploaded_files",
                document=document["reference"],
                signer=signer["reference"],
                name=name,
                content=content,
                at=state.clock(),
            )
            actor = (flow.full_name(signer), signer["email"])
            flow.write_log(state, document["reference"], *actor, f"Uploaded a file: {name}")
    except BaseException:
        state.store.path(content).unlink(missing_ok=True)  # nothing names it
        raise


def _asked(state: State, reference: str) -> tuple[sqlite3.Row, sqlite3.Row]:
    """The invitee of whom one more file is asked now, and the document; raises as ``add`` does."""
    signer, document = flow.by_reference(state, reference)
    if not signer["asked_for_files"] or not flow.may_act(signer, document):
        raise ApiError(400, "No file is asked of you now.")
    if len(uploaded(state, signer["reference"])) >= _MOST_FILES:
        raise ApiError(400, f"No more than {_MOST_FILES} files are taken.")
    return signer, document


def remove(state: State, reference: str, number: str) -> None:
    """Take a file back, unless that was done before.

    Args:
        state: the sandbox.
        reference: signer reference or signing key.
        number: of the file, as ``uploaded`` gives it.

    Raises:
        ApiError: 400; it is not the invitee's turn.
    """
    with state.store.transaction():
        signer, document = flow.by_reference(state, reference)
        if not flow.may_act(signer, document):
            raise ApiError(400, "Your files cannot be changed now.")
        row = next((row for row in uploaded(state, signer["reference"]) if str(row["number"]) == number), None)
        if row is None:
            return
        state.store.run("DELETE FROM uploaded_files WHERE rowid = ?", row["number"])
        actor = (flow.full_name(signer), signer["email"])
        flow.write_log(state, document["reference"], *actor, f"Removed a file: {row['name']}")
    state.store.path(row["content"]).unlink(missing_ok=True)


def add_all(state: State, reference: str, files: Mapping[str, bytes]) -> None:
    """The same for files that a program gives: their contents by name.

    Raises:
        ApiError: as ``add``.
    """
    for name, content in files.items():
        add(state, reference, UploadFile(BytesIO(content), filename=name))
