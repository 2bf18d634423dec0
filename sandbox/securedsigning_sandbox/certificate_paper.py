"""What a completion certificate says, as PDF. The look of the real one is not known; this is our own."""

from __future__ import annotations

import hashlib
import sqlite3

from securedsigning_sandbox import views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.blocks import Block, BlockDocument, Paragraph, Run
from securedsigning_sandbox.documents.plain_rendering import draw_document
from securedsigning_sandbox.flow import full_name
from securedsigning_sandbox.paper_blocks import fact, readable, table

_NOTE = "Made by the Secured Signing sandbox from fictional data. It certifies nothing and has no legal effect."


def certificate_pdf(state: State, document: sqlite3.Row) -> bytes:
    """The certificate of a complete document.

    Args:
        state: the sandbox.
        document: its row; the fingerprint is of the signed PDF as it is downloaded.
    """
    with state.store.path(document["pdf"]).open("rb") as file:
        fingerprint = hashlib.file_digest(file, "sha256").hexdigest()
    signers = state.signers(document["reference"])
    log = views.log(state, document["reference"], document["gmt"])
    body: list[Block] = [
        Paragraph([Run("Certificate of completion")], heading=1),
        Paragraph([Run(document["name"], bold=True)]),
        fact("Document", document["reference"]),
        fact("Completed", readable(views.moment(document["last_signed_at"]))),
        fact("SHA-256 of the signed PDF", fingerprint),
        Paragraph([Run("Signers")], heading=2),
        table(
            ["Name", "E-mail address", "State", "Signed"],
            [[full_name(row), row["email"], row["status"], _signed_at(log, row)] for row in signers],
        ),
        Paragraph([Run("What happened")], heading=2),
        table(["Time", "Event", "Who"], [[readable(entry["Date"]), entry["Action"], entry["Name"]] for entry in log]),
    ]
    return draw_document(BlockDocument(body=body, footer=[Paragraph([Run(_NOTE)])]))


def _signed_at(log: list[dict[str, str]], signer: sqlite3.Row) -> str:
    times = [entry["Date"] for entry in log if entry["Action"] == "Signed" and entry["Email"] == signer["email"]]
    return readable(times[-1]) if times else ""
