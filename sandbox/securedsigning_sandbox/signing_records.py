"""What is told about a signing besides the signed document: a journal and a report on identities, in several formats.

What the service's own contain is not known. These tell what has happened in the sandbox, and that nobody was checked by a notary
or an identity service.
"""

from __future__ import annotations

import io
import json
import sqlite3
from dataclasses import dataclass

from openpyxl import Workbook

from securedsigning_sandbox import views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.blocks import Block, BlockDocument, Paragraph, Run
from securedsigning_sandbox.documents.plain_rendering import draw_document
from securedsigning_sandbox.flow import full_name
from securedsigning_sandbox.paper_blocks import fact, readable, table

_FORMULA = ("=", "+", "-", "@")  # spreadsheets compute a text that begins so


@dataclass(frozen=True)
class Record:
    """A table with a title, about a document.

    Attributes:
        title: what it is.
        note: what it is not.
        document: the document's row.
        columns: their names.
        rows: texts, one for each column.
    """

    title: str
    note: str
    document: sqlite3.Row
    columns: list[str]
    rows: list[list[str]]

    def as_pdf(self) -> bytes:
        body: list[Block] = [
            Paragraph([Run(self.title)], heading=1),
            Paragraph([Run(self.document["name"], bold=True)]),
            fact("Document", self.document["reference"]),
            fact("State", self.document["status"]),
            table(self.columns, self.rows),
        ]
        return draw_document(BlockDocument(body=body, footer=[Paragraph([Run(self.note)])]))

    def as_json(self) -> bytes:
        facts = {
            "Title": self.title,
            "DocumentReference": self.document["reference"],
            "DocumentName": self.document["name"],
            "Status": self.document["status"],
            "Note": self.note,
            "Entries": [dict(zip(self.columns, row, strict=True)) for row in self.rows],
        }
        return json.dumps(facts, ensure_ascii=False, indent=2).encode()

    def as_xlsx(self) -> bytes:
        book, data = Workbook(), io.BytesIO()
        sheet = book.active
        assert sheet is not None
        sheet.title = "Journal"
        for number, row in enumerate([self.columns, *self.rows], start=1):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value = text.translate(_NO_CONTROLS)
                if text.startswith(_FORMULA):
                    cell.data_type = "s"
        book.save(data)
        return data.getvalue()


_NO_CONTROLS = dict.fromkeys((code for code in range(32) if code not in (9, 10)), " ")


def journal(state: State, document: sqlite3.Row) -> Record:
    """Everything that happened to a document, as its log tells it."""
    entries = views.log(state, document["reference"], document["gmt"])
    rows = [[readable(entry["Date"]), entry["Action"], entry["Name"], entry["Email"] or ""] for entry in entries]
    note = "Made by the Secured Signing sandbox: no notary was there, and it has no legal effect."
    return Record("Journal of the signing", note, document, ["Time", "Event", "Name", "Email"], rows)


def identity_report(state: State, document: sqlite3.Row) -> Record | None:
    """Who was to be identified and whether they have signed; None if the document asks for no check."""
    signers = state.store.all(
        "SELECT * FROM signers WHERE document = ? AND id_check ORDER BY signing_order", document["reference"]
    )
    rows = [
        [full_name(row), row["email"], row["status"], "yes" if row["status"] in {"Signed", "Complete"} else "no"]
        for row in signers
    ]
    note = "Made by the Secured Signing sandbox: the names are as the sender gave them; nobody's identity was checked."
    return Record("Identity verification", note, document, ["Name", "Email", "State", "Signed"], rows) if rows else None
