"""What is told to a ``NotifyUrl``: each change of a document, written down with the change itself and sent afterwards.

No source says how the service does it. Method, body, retries and the signature are our choice; README.md describes them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import sqlite3
import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from securedsigning_sandbox import views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import not_found

_log = logging.getLogger(__name__)

_SECONDS = 10.0
_WAITING, _DELIVERED, _FAILED = "waiting", "delivered", "failed"


def note(state: State, document: sqlite3.Row, event: str, signer: str | None = None) -> None:
    """Write a notification down, in the transaction of the change that it tells of.

    Args:
        state: the sandbox.
        document: the document, as it is after the change.
        event: the name of the status that came about.
        signer: reference of the signer who changed, if one did.
    """
    if not document["notify_url"]:
        return
    now = state.clock()
    row = state.store.one("SELECT * FROM signers WHERE reference = ?", signer) if signer else None
    body = {
        "EventId": str(uuid.uuid4()),
        "Event": event,
        "Timestamp": views.moment(now),
        "DocumentReference": document["reference"],
        "PackageReference": document["package"],
        "Status": document["status"],
        "Signer": _signer(row) if row else None,
        "Document": views.document(state, document),
    }
    state.store.insert(
        "deliveries",
        document=document["reference"],
        event=event,
        target=document["notify_url"],
        body=json.dumps(body),
        state=_WAITING,
        next_attempt_at=now,
        at=now,
    )
    begin(state)


def _signer(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "SignerReference": row["reference"],
        "Email": row["email"],
        "SignedStatus": row["status"],
        "DeclinedReason": row["declined_reason"],
    }


def begin(state: State) -> None:
    """Have what is due sent in the background, after the change that is under way."""
    state.notifier.submit(partial(deliver_due, state))


def deliver_due(state: State) -> None:
    """Send what is due by the sandbox's clock, oldest first, and see that what fails is tried again."""
    while not state.notifier.closing.is_set():
        row = state.store.one(
            "SELECT * FROM deliveries WHERE state = ? AND next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT 1",
            _WAITING,
            state.clock(),
        )
        if row is None:
            break
        _attempt(state, row)
    following = state.store.one("SELECT min(next_attempt_at) AS at FROM deliveries WHERE state = ?", _WAITING)
    if following is not None and following["at"] is not None:
        state.notifier.submit_later(following["at"] - state.clock(), partial(deliver_due, state))


def _attempt(state: State, row: sqlite3.Row) -> None:
    status, problem, final = _posted(state, row)
    retries = state.settings.notification_retries
    attempts = row["attempts"] + 1
    delivered = status is not None and 200 <= status < 300
    outcome = _DELIVERED if delivered else _FAILED if final or attempts > len(retries) else _WAITING
    following = state.clock() + retries[attempts - 1] if outcome == _WAITING else None
    with state.store.transaction():
        if state.store.one("SELECT 1 FROM deliveries WHERE id = ?", row["id"]) is None:
            return  # forgotten by a reset meanwhile
        state.store.insert("delivery_attempts", delivery=row["id"], at=state.clock(), status=status, problem=problem)
        # Unless it is to be sent again: then what came of this attempt is not the last word.
        state.store.run(
            "UPDATE deliveries SET state = ?, attempts = ?, next_attempt_at = ? WHERE id = ? AND sent_again = ?",
            outcome,
            attempts,
            following,
            row["id"],
            row["sent_again"],
        )


def _posted(state: State, row: sqlite3.Row) -> tuple[int | None, str, bool]:
    """The status of the receiver's answer, or what went wrong, and whether that is so for good."""
    from securedsigning_sandbox.outgoing import RefusedError, UnreachableError, post  # not needed by most sandboxes

    content = row["body"].encode()
    headers = {"Content-Type": "application/json", **_signature(state, row["document"], content)}
    try:
        status = post(row["target"], content, headers, allow_outgoing=state.settings.allow_outgoing, seconds=_SECONDS)
        return status, "", False
    except RefusedError as error:
        return None, f"Not sent: {error}.", True
    except UnreachableError as error:
        return None, f"{str(error)[:1].upper()}{str(error)[1:]}.", False
    except Exception as error:  # whatever is wrong with one, the others are to be sent
        _log.exception("A notification could not be sent.")
        return None, f"The sandbox failed: {type(error).__name__}.", True


def _signature(state: State, document: str, content: bytes) -> dict[str, str]:
    """The header that lets a receiver check the body; the sandbox's own, under a name that says so."""
    key = state.store.one(
        "SELECT secret FROM api_keys JOIN documents ON notify_key = api_key WHERE reference = ?", document
    )
    if key is None:
        return {}
    return {"X-Sandbox-Signature": hmac.new(key["secret"].encode(), content, hashlib.sha256).hexdigest()}


def deliveries(state: State) -> list[dict[str, Any]]:
    """All notifications, oldest first: id, document, event, target, state, body, and every attempt to deliver it."""
    return with_attempts(state, state.store.all("SELECT * FROM deliveries ORDER BY id"))


def with_attempts(state: State, rows: Sequence[sqlite3.Row]) -> list[dict[str, Any]]:
    """Notifications as ``deliveries`` gives them.

    Args:
        state: the sandbox.
        rows: their rows, the oldest or the newest first, without one missing in between.
    """
    attempts: dict[int, list[dict[str, Any]]] = {row["id"]: [] for row in rows}
    for each in state.store.all(
        "SELECT * FROM delivery_attempts WHERE delivery BETWEEN ? AND ? ORDER BY rowid",
        min(attempts, default=0),
        max(attempts, default=0),
    ):
        attempt = {"at": views.moment(each["at"]), "status": each["status"], "problem": each["problem"]}
        attempts[each["delivery"]].append(attempt)
    return [
        {
            "id": row["id"],
            "document": row["document"],
            "event": row["event"],
            "target": row["target"],
            "state": row["state"],
            "body": json.loads(row["body"]),
            "attempts": attempts[row["id"]],
        }
        for row in rows
    ]


def resend(state: State, delivery: int) -> None:
    """Deliver a notification again, with the same body, and all attempts if the first ones fail.

    Raises:
        ApiError: 404; there is none.
    """
    if not state.store.run(
        "UPDATE deliveries SET state = ?, attempts = 0, next_attempt_at = ?, sent_again = sent_again + 1 WHERE id = ?",
        _WAITING,
        state.clock(),
        delivery,
    ):
        raise not_found("delivery", str(delivery))
    begin(state)
