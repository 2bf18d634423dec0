"""The download group."""

from __future__ import annotations

import sqlite3
import unicodedata
from typing import Any
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.operations import operation

_ENDING_IT = str.maketrans(dict.fromkeys('"\\/'))


@operation("downloadDocument")
def document(call: Call) -> Any:
    row = flow.find_document(call.state, call.account["reference"], call.parameters["DocumentReference"])
    flow.write_log(call.state, row["reference"], *call.actor, "Downloaded")
    return document_file(call.state, row)


def document_file(state: State, row: sqlite3.Row) -> Response:
    """The PDF of a document that was sent; what was uploaded, of one that was not."""
    if row["pdf"]:
        name = f"{row['name'].rpartition('.')[0]}.pdf"
        return sent_file(state, row["pdf"], name, "application/pdf")
    media_type = "application/pdf" if row["extension"] == "pdf" else "application/octet-stream"
    return sent_file(state, row["content"], row["name"], media_type)


@operation("downloadAttachment")
def attachment(call: Call) -> Any:
    row = call.own("attachments", "attachment", call.parameters["AttachmentReference"])
    return sent_file(call.state, row["content"], row["name"], "application/octet-stream")


def sent_file(state: State, content: str, name: str, media_type: str) -> Response:
    """A file of the store under its own name, streamed."""
    headers = {"Content-Disposition": disposition(name)}
    return FileResponse(state.store.path(content), media_type=media_type, headers=headers)


def disposition(name: str) -> str:
    """The header that names a downloaded file, for clients old and new (RFC 6266, appendix D)."""
    letters = (letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    plain = "".join(letter if letter.isascii() and letter.isprintable() else "_" for letter in letters)
    plain = plain.translate(_ENDING_IT)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
