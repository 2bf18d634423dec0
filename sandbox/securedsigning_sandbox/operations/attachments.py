"""The attachment group."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.flow import check_there
from securedsigning_sandbox.given_attachments import is_given
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.uploads import EXTENSIONS, Taken, fetch_in, take_in


@operation("uploadAttachment")
def upload(call: Call) -> Any:
    assert call.file is not None
    _check_number(call.body, "Number")
    return _kept(call, take_in(call.state, call.file), call.body)


@operation("uploadAttachmentByUrl")
def upload_by_url(call: Call) -> Any:
    file = call.body["File"]
    if not file.get("FileUrl"):
        raise ApiError(400, "The address is missing.", [("File.FileUrl", "It is missing.")])
    _check_number(file, "File.Number")
    return _kept(call, fetch_in(call.state, file, EXTENSIONS), file)


def _check_number(named: Mapping[str, Any], field: str) -> None:
    # Patterns of the spec take digits of every script here; those of JSON Schema are the ten of ASCII.
    number = named.get("Number")
    if number is not None and not (number.isascii() and number.isdecimal()):
        raise ApiError(400, "The number is refused.", [(field, "It may hold the digits 0 to 9 only.")])


def _kept(call: Call, taken: Taken, named: Mapping[str, Any]) -> Any:
    name, extension, content = taken
    reference = new_reference()
    with call.state.store.transaction():
        check_there(call.state, content)
        call.state.store.insert(
            "attachments",
            reference=reference,
            account=call.account["reference"],
            name=name,
            extension=extension,
            number=named.get("Number"),
            category=named.get("Category"),
            content=content,
        )
        return _view(call.own("attachments", "attachment", reference))


@operation("listAttachments")
def list_all(call: Call) -> Any:
    rows = call.state.store.all("SELECT * FROM attachments WHERE account = ? ORDER BY rowid", call.account["reference"])
    return [_view(row) for row in rows]


@operation("deleteAttachment")
@operation("deleteAttachmentPost")
def delete(call: Call) -> Any:
    row = call.own("attachments", "attachment", call.parameters["AttachmentReference"])
    call.state.store.run("DELETE FROM attachments WHERE reference = ?", row["reference"])
    if not is_given(call.state, row["content"]):
        call.state.store.path(row["content"]).unlink(missing_ok=True)


def _view(row: sqlite3.Row) -> dict[str, Any]:
    kind = row["extension"] if row["extension"] in {"pdf", "doc", "docx", "rtf"} else None
    return {
        "Reference": row["reference"],
        "Name": row["name"],
        "FileType": kind,
        "Number": row["number"],
        "Category": row["category"],
    }
