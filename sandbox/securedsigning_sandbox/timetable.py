"""What time does to a document that was sent: reminders, one extension, and its end.

That there are automatic reminders and extensions is known from the names of the states; when they happen is our choice, and they
happen only where the settings ask for them. Whatever the clock jumps over happens in its order and at its own moment.
"""

from __future__ import annotations

import sqlite3
from functools import partial

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.recipients import tell_progress
from securedsigning_sandbox.statuses import FINAL, OPEN

_DAY = 86_400
_LONGEST_WAIT = float(_DAY)
"""Until it looks again: a machine's timers do not count the time that it is asleep."""


def plan(state: State, document: str, due: float, *, extended: bool = False) -> None:
    """Write down what is to happen to a document, in the transaction that sends it or moves its due date.

    Args:
        state: the sandbox.
        document: its reference.
        due: its due date, in Unix seconds.
        extended: whether it was extended automatically before, which happens once.
    """
    now, settings = state.clock(), state.settings
    state.store.run("DELETE FROM timed_events WHERE document = ?", document)
    for kind, days in zip(("Reminder1", "Reminder2"), settings.automatic_reminders, strict=False):
        if due - days * _DAY > now:
            state.store.insert("timed_events", document=document, kind=kind, at=due - days * _DAY)
    last = "AutoExtend" if settings.automatic_extension_days and not extended else "Expired"
    state.store.insert("timed_events", document=document, kind=last, at=due)
    wake(state)


def wake(state: State) -> None:
    """See that the next event happens by itself as time passes."""
    row = state.store.one("SELECT min(at) AS at FROM timed_events")
    if row is not None and row["at"] is not None:
        wait = row["at"] - state.clock() + 0.01
        state.background.submit_later(min(wait, _LONGEST_WAIT), partial(_woken, state))


def _woken(state: State) -> None:
    catch_up(state)
    wake(state)


def catch_up(state: State) -> None:
    """Let everything happen whose time has come."""
    while (event := _next(state)) is not None:
        with state.store.transaction():
            if state.store.run("DELETE FROM timed_events WHERE rowid = ?", event["rowid"]):
                with state.clock.standing_at(event["at"]):
                    _happen(state, event)


def _next(state: State) -> sqlite3.Row | None:
    return state.store.one("SELECT rowid, * FROM timed_events WHERE at < ? ORDER BY at, rowid LIMIT 1", state.clock())


def _happen(state: State, event: sqlite3.Row) -> None:
    document = state.store.one("SELECT * FROM documents WHERE reference = ?", event["document"])
    if document is None or document["status"] in FINAL | {"Expired", "Initialized"}:
        return
    if event["kind"] == "Expired":
        _expire(state, document)
        return
    due = document["due_at"]
    if event["kind"] == "AutoExtend":
        due += state.settings.automatic_extension_days * _DAY
        plan(state, document["reference"], due, extended=True)
    state.store.run(
        "UPDATE documents SET status = ?, due_at = ?, due_date = ? WHERE reference = ?",
        event["kind"],
        due,
        views.moment(due) if due != document["due_at"] else document["due_date"],
        document["reference"],
    )
    for signer in state.signers(document["reference"]):
        if signer["status"] in OPEN:
            flow.invite(state, flow.reload(state, document), signer, status=event["kind"])


def _expire(state: State, document: sqlite3.Row) -> None:
    state.store.run("UPDATE documents SET status = 'Expired' WHERE reference = ?", document["reference"])
    state.store.run(
        "UPDATE signers SET status = 'Expired' WHERE document = ? AND status NOT IN ('Signed', 'Complete')",
        document["reference"],
    )
    flow.happened(state, document, "Expired", by=(flow.ACTOR, ""))
    tell_progress(state, document, f"{document['name']} has expired.")
