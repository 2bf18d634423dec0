"""Signing face to face: the host, who sent the document, opens an invitee's page and hands the device over.

That an invitee can be marked so is known (official .NET SDK). How it goes on is our choice: the invitation goes to the host,
the page first names the person to hand the device to, that is logged, and after signing the page leads to the next person who
signs at the same device.
"""

from __future__ import annotations

import sqlite3

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError

_MARKED, _HANDED_OVER = 1, 2
"""Values of ``signers.face_to_face``; 0 for all others."""


def waits_for_person(signer: sqlite3.Row) -> bool:
    """Whether the device has still to be handed over to an invitee."""
    return bool(signer["face_to_face"] == _MARKED)


def hand_over(state: State, signer: sqlite3.Row, document: sqlite3.Row) -> None:
    """The host gives the device to an invitee.

    Raises:
        ApiError: 400; it is not this invitee's turn.
    """
    if not flow.may_act(signer, document):
        raise ApiError(400, f"{flow.full_name(signer)} cannot sign now; the state is {signer['status']}.")
    with state.store.transaction():
        changed = state.store.run(
            "UPDATE signers SET face_to_face = ? WHERE reference = ? AND face_to_face = ?",
            _HANDED_OVER,
            signer["reference"],
            _MARKED,
        )
        if changed:
            action = f"Device handed over to {flow.full_name(signer)}"
            host = (document["sender_name"] or "", document["sender_email"] or "")
            flow.write_log(state, document["reference"], *host, action)


def following(state: State, signer: sqlite3.Row) -> sqlite3.Row | None:
    """Who signs next at the same device; None unless it is the turn of one who signs face to face, as this invitee did."""
    if not signer["face_to_face"]:
        return None
    return state.store.one(
        "SELECT * FROM signers WHERE document = ? AND reference != ? AND face_to_face != 0 AND status = 'Invitation' "
        "ORDER BY signing_order",
        signer["document"],
        signer["reference"],
    )
