"""Attachments that an invitee gets along with a document: named in the mail, to be fetched from the signing page.

They belong to the invitee from the moment of sending: deleting the attachment later takes nothing from those who have it. How
the service does that is not known; this is our choice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from securedsigning_sandbox.context import Call, State


def give(call: Call, signer: str, references: Sequence[str]) -> None:
    """Give attachments to an invitee, in a transaction.

    Args:
        call: the call that sends the document.
        signer: the invitee's reference.
        references: the attachments, as in the request; one that is named twice is given once.

    Raises:
        ApiError: 404 for an unknown attachment.
    """
    for position, reference in enumerate(dict.fromkeys(references)):
        row = call.own("attachments", "attachment", reference)
        call.state.store.insert(
            "given_attachments", signer=signer, position=position, name=row["name"], content=row["content"]
        )


def given(state: State, signer: str) -> list[sqlite3.Row]:
    """What an invitee got, in the order of the request."""
    return state.store.all("SELECT * FROM given_attachments WHERE signer = ? ORDER BY position", signer)


def is_given(state: State, content: str) -> bool:
    """Whether an invitee has the attachment with that content."""
    return state.store.one("SELECT 1 FROM given_attachments WHERE content = ?", content) is not None
