"""Combining uploaded documents into one, which is a new document of its own; that the others stay is our choice."""

from __future__ import annotations

import sqlite3
from typing import Any

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.documents.combining import combine_pdfs
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.rendering import to_pdf
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_names import checked_length, plain_name
from securedsigning_sandbox.operations import operation


@operation("combineDocuments")
def combine(call: Call) -> Any:
    """The new document has the pages of the others, waits in the inbox, and counts as no upload."""
    body = call.body
    rows = _documents(call)
    name = _name(body["CombinedDocumentName"])
    content = _combined(call, rows)
    with call.state.store.transaction():
        row = flow.add_document(
            call.state,
            call.account["reference"],
            name=name,
            content=content,
            by=call.actor,
            action=f"Combined from {', '.join(each['name'] for each in rows)}",
            client_reference=body.get("ClientReference"),
        )
    return {"Reference": row["reference"]}


def _name(wanted: str) -> str:
    """The new document's name; what is no path may hold a slash, which a file's name may not."""
    name = plain_name(wanted.replace("/", "_").replace("\\", "_"))
    if not name:
        raise ApiError(400, "The combined document has no name.", [("CombinedDocumentName", "It is empty.")])
    return checked_length(name if name.lower().endswith(".pdf") else f"{name}.pdf", "CombinedDocumentName")


def _documents(call: Call) -> list[sqlite3.Row]:
    references = call.body["DocumentReferences"]
    if not references:
        raise ApiError(400, "There is nothing to combine.", [("DocumentReferences", "It is empty.")])
    rows = [flow.find_document(call.state, call.account["reference"], reference) for reference in references]
    for row in rows:
        if row["status"] != "Initialized":
            problem = f"The document {row['reference']} was sent before; its state is {row['status']}."
            raise ApiError(400, problem, [("DocumentReferences", problem)])
    return rows


def _combined(call: Call, rows: list[sqlite3.Row]) -> str:
    """Make the PDF; returns the content's name in the store."""
    store = call.state.store
    rendered = [store.new_file() for _ in rows]
    target = store.new_file()
    try:
        for row, pdf in zip(rows, rendered, strict=True):
            try:
                to_pdf(store.path(row["content"]), row["extension"], pdf)
            except DocumentError as error:
                problem = [("DocumentReferences", f"{row['name']}: {error}")]
                raise ApiError(400, "The documents cannot be combined.", problem) from error
        combine_pdfs(rendered, target)
        return store.keep(target)
    finally:
        for path in (*rendered, target):
            path.unlink(missing_ok=True)
