"""The life of a document: sent, signed in turn, complete; or declined, expired, deleted.

The names of the states are the service's. Which event leads to which state is our choice where no source says so.
"""

from __future__ import annotations

import sqlite3

from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.appearance import Appearance
from securedsigning_sandbox.documents.authority import Authority
from securedsigning_sandbox.documents.places import find_places
from securedsigning_sandbox.documents.signing import sign_pdf
from securedsigning_sandbox.errors import ApiError, not_found

FINAL = frozenset({"Complete", "Declined", "Rejected", "Deleted", "Archived"})
OPEN = frozenset({"Invitation", "Reminder", "Reminder1", "Reminder2", "AutoExtend"})


def find_document(state: State, account: str, reference: str) -> sqlite3.Row:
    """A document of an account, its due date looked at.

    Raises:
        ApiError: 404.
    """
    row = state.store.one("SELECT * FROM documents WHERE reference = ? AND account = ?", reference, account)
    if row is None or row["status"] == "Deleted":
        raise not_found("document", reference)
    return expire(state, row)


def expire(state: State, row: sqlite3.Row) -> sqlite3.Row:
    """The document as it is now: expired, if its due date has passed."""
    due = row["due_at"]
    if due is None or due >= state.clock() or row["status"] in FINAL | {"Expired", "Initialized"}:
        return row
    with state.store.transaction():
        state.store.run("UPDATE documents SET status = 'Expired' WHERE reference = ?", row["reference"])
        state.store.run(
            "UPDATE signers SET status = 'Expired' WHERE document = ? AND status NOT IN ('Signed', 'Complete')",
            row["reference"],
        )
        write_log(state, row["reference"], "Secured Signing sandbox", "", "Expired")
    return reload(state, row)


def reload(state: State, row: sqlite3.Row) -> sqlite3.Row:
    """The document's row, read again."""
    found = state.store.one("SELECT * FROM documents WHERE reference = ?", row["reference"])
    assert found is not None
    return found


def write_log(state: State, document: str, name: str, email: str, action: str) -> None:
    """Add an entry to a document's log."""
    state.store.insert("log", document=document, name=name, email=email, action=action, at=state.clock())


def invite(state: State, document: sqlite3.Row, signer: sqlite3.Row, *, status: str = "Invitation") -> None:
    """It is a signer's turn: the invitation mail, or a reminder, goes to the inbox of the sandbox."""
    state.store.run("UPDATE signers SET status = ? WHERE reference = ?", status, signer["reference"])
    name = f"{signer['first_name']} {signer['last_name']}".strip()
    verb = "Please sign" if status == "Invitation" else "Reminder: please sign"
    if not signer["embedded"]:
        state.store.insert(
            "mails",
            recipient=signer["email"],
            name=name,
            subject=f"{verb} {document['name']}",
            body=f"Dear {name},\n\nyou are asked to sign {document['name']}. Open the link to read and sign it.",
            link=f"{state.base_url}/sign/{signer['signing_key']}",
            document=document["reference"],
            signer=signer["reference"],
            at=state.clock(),
        )
    write_log(state, document["reference"], name, signer["email"], status)


def signer_and_document(state: State, key: str) -> tuple[sqlite3.Row, sqlite3.Row]:
    """The invitee behind a signing key or signer reference, and the document.

    Raises:
        ApiError: 404.
    """
    signer = state.store.one("SELECT * FROM signers WHERE signing_key = ? OR reference = ?", key, key)
    document = signer and state.store.one("SELECT * FROM documents WHERE reference = ?", signer["document"])
    if signer is None or document is None or document["status"] == "Deleted":
        raise ApiError(404, "This signing link is not known.")
    return signer, expire(state, document)


def sign(state: State, key: str, *, typed: str = "", drawing: bytes | None = None) -> sqlite3.Row:
    """Sign as an invitee.

    Args:
        state: the sandbox.
        key: signing key or signer reference.
        typed: the signature as text; the name by default.
        drawing: the signature as PNG bytes.

    Returns:
        The document's row afterwards.

    Raises:
        ApiError: 400; it is not this invitee's turn, or no longer.
    """
    with state.store.transaction():
        signer, document = signer_and_document(state, key)
        if signer["status"] not in OPEN:
            raise ApiError(400, f"This invitee cannot sign now; the state is {signer['status']}.")
        name = f"{signer['first_name']} {signer['last_name']}".strip()
        source, target = state.store.path(document["pdf"]), state.store.new_file()
        now = state.clock.moment()
        sign_pdf(
            source,
            target,
            authority=authority(state),
            name=name,
            email=signer["email"],
            order=signer["signing_order"],
            reason=f"Signed {document['name']}",
            now=now,
            places=[place for place in find_places(source) if place.order == signer["signing_order"]],
            appearance=Appearance(
                name=name, date_text=now.strftime("%d %b %Y %H:%M UTC"), typed=typed, drawing=drawing
            ),
        )
        pdf = state.store.keep(target)
        state.store.run("UPDATE signers SET status = 'Signed' WHERE reference = ?", signer["reference"])
        write_log(state, document["reference"], name, signer["email"], "Signed")
        waiting = state.store.all(
            "SELECT * FROM signers WHERE document = ? AND status = 'Pending' ORDER BY signing_order",
            document["reference"],
        )
        open_ones = state.store.one(
            "SELECT 1 FROM signers WHERE document = ? AND status NOT IN ('Signed', 'Complete')", document["reference"]
        )
        status = "Pending" if open_ones else "Complete"
        state.store.run(
            "UPDATE documents SET pdf = ?, status = ?, last_signed_at = ? WHERE reference = ?",
            pdf,
            status,
            state.clock(),
            document["reference"],
        )
        if waiting and not _others_open(state, document["reference"]):
            for following in waiting:
                if following["signing_order"] == waiting[0]["signing_order"]:
                    invite(state, document, following)
        if status == "Complete":
            state.store.run("UPDATE signers SET status = 'Complete' WHERE document = ?", document["reference"])
            write_log(state, document["reference"], "Secured Signing sandbox", "", "Complete")
    return reload(state, document)


def _others_open(state: State, document: str) -> bool:
    marks = ", ".join("?" * len(OPEN))
    return bool(
        state.store.one(f"SELECT 1 FROM signers WHERE document = ? AND status IN ({marks})", document, *sorted(OPEN))
    )


def decline(state: State, key: str, reason: str) -> sqlite3.Row:
    """Decline as an invitee; returns the document's row afterwards.

    Raises:
        ApiError: 400; it is not this invitee's turn, or there is no reason.
    """
    if not reason.strip():
        raise ApiError(400, "Declining needs a reason.")
    with state.store.transaction():
        signer, document = signer_and_document(state, key)
        if signer["status"] not in OPEN:
            raise ApiError(400, f"This invitee cannot decline now; the state is {signer['status']}.")
        name = f"{signer['first_name']} {signer['last_name']}".strip()
        state.store.run(
            "UPDATE signers SET status = 'Declined', declined_reason = ? WHERE reference = ?",
            reason.strip()[:1000],
            signer["reference"],
        )
        state.store.run("UPDATE documents SET status = 'Declined' WHERE reference = ?", document["reference"])
        write_log(state, document["reference"], name, signer["email"], f"Declined: {reason.strip()[:1000]}")
    return reload(state, document)


def authority(state: State) -> Authority:
    """The sandbox's certificate authority; made when it is needed first, and kept."""
    with state.store.transaction():
        row = state.store.one("SELECT value FROM secrets WHERE name = 'authority'")
        if row is not None:
            return Authority.from_pem(row["value"])
        made = Authority.create(state.clock.moment())
        state.store.insert("secrets", name="authority", value=made.to_pem())
        return made
