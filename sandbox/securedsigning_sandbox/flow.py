"""The life of a document: sent, signed in turn, complete; or declined, expired, deleted.

The names of the states are the service's. Which event leads to which state is our choice where no source says so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from securedsigning_sandbox import fields
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError, not_found
from securedsigning_sandbox.mails import mail_completion, mail_invitation
from securedsigning_sandbox.notifications import note
from securedsigning_sandbox.recipients import tell_completion, tell_progress
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.statuses import FINAL, OPEN

ACTOR = "Secured Signing sandbox"
"""Who acts, in the log, when time or the service does."""


def add_document(
    state: State,
    account: str,
    *,
    name: str,
    content: str,
    by: tuple[str, str],
    action: str,
    extension: str = "pdf",
    client_reference: str | None = None,
    form: str | None = None,
) -> sqlite3.Row:
    """Write a new document down, in the transaction that it belongs to.

    Args:
        state: the sandbox.
        account: reference of the account that owns it.
        name: its file name.
        content: the content's name in the store.
        by: name and e-mail address of who brings it.
        action: what the log says of that.
        extension: the file's type.
        client_reference: the caller's own id.
        form: reference of the form it was made from, if it was.

    Returns:
        Its row.

    Raises:
        ApiError: 404; a reset has come in between.
    """
    check_there(state, content)
    reference = new_reference()
    state.store.insert(
        "documents",
        reference=reference,
        account=account,
        name=name,
        extension=extension,
        client_reference=client_reference,
        status="Initialized",
        content=content,
        form=form,
        created_at=state.clock(),
    )
    write_log(state, reference, *by, action)
    row = state.store.one("SELECT * FROM documents WHERE reference = ?", reference)
    assert row is not None
    return row


def check_there(state: State, content: str) -> None:
    """Refuse to name a content of the store that is no longer there; in the transaction that would name it.

    Raises:
        ApiError: 404; a reset has come in between.
    """
    if not state.store.path(content).exists():
        raise ApiError(404, "The file is gone: the sandbox was reset.")


def find_document(state: State, account: str, reference: str) -> sqlite3.Row:
    """A document of an account.

    Raises:
        ApiError: 404.
    """
    row = state.store.one("SELECT * FROM documents WHERE reference = ? AND account = ?", reference, account)
    if row is None or row["status"] == "Deleted":
        raise not_found("document", reference)
    return row


def current(state: State, row: sqlite3.Row) -> sqlite3.Row:
    """The document as it is now, after what time has done to it."""
    from securedsigning_sandbox.timetable import catch_up  # which uses this module

    catch_up(state)
    return reload(state, row)


def reload(state: State, row: sqlite3.Row) -> sqlite3.Row:
    """The document's row, read again.

    Raises:
        ApiError: 404; a reset has come in between.
    """
    found = state.store.one("SELECT * FROM documents WHERE reference = ?", row["reference"])
    if found is None:
        raise ApiError(404, f"The document {row['reference']} is gone: the sandbox was reset.")
    return found


def write_log(state: State, document: str, name: str, email: str, action: str) -> None:
    """Add an entry to a document's log."""
    state.store.insert("log", document=document, name=name, email=email, action=action, at=state.clock())


def happened(
    state: State,
    document: sqlite3.Row,
    event: str,
    *,
    by: tuple[str, str],
    signer: sqlite3.Row | None = None,
    action: str = "",
) -> None:
    """A status came about: it goes into the log, and to whoever wants to be notified.

    Args:
        state: the sandbox; in the transaction that changed the status, after the change.
        document: the document; its row may be of before.
        event: the name of the status.
        by: name and e-mail address of who did it.
        signer: the signer whose status it is, if it is one's.
        action: what the log says; the event by default.
    """
    write_log(state, document["reference"], *by, action or event)
    note(state, reload(state, document), event, signer["reference"] if signer else None)


def invite(state: State, document: sqlite3.Row, signer: sqlite3.Row, *, status: str = "Invitation") -> None:
    """It is a signer's turn: the invitation, or a reminder, goes to the inbox of the sandbox, unless signing is embedded."""
    state.store.run("UPDATE signers SET status = ? WHERE reference = ?", status, signer["reference"])
    if not signer["embedded"]:
        mail_invitation(state, document, signer, reminder=status != "Invitation")
    happened(state, document, status, by=(full_name(signer), signer["email"]), signer=signer)


def full_name(signer: sqlite3.Row) -> str:
    """First and last name, as far as they are given."""
    return f"{signer['first_name']} {signer['last_name']}".strip()


def by_signing_key(state: State, signing_key: str) -> tuple[sqlite3.Row, sqlite3.Row]:
    """The invitee behind a signing key, and the document.

    Raises:
        ApiError: 404.
    """
    return _with_document(state, state.store.one("SELECT * FROM signers WHERE signing_key = ?", signing_key))


def by_reference(state: State, reference: str) -> tuple[sqlite3.Row, sqlite3.Row]:
    """The invitee behind a signer reference, or behind a signing key, and the document.

    Raises:
        ApiError: 404.
    """
    found = state.store.one("SELECT * FROM signers WHERE reference = ? OR signing_key = ?", reference, reference)
    return _with_document(state, found)


def _with_document(state: State, signer: sqlite3.Row | None) -> tuple[sqlite3.Row, sqlite3.Row]:
    document = signer and state.store.one("SELECT * FROM documents WHERE reference = ?", signer["document"])
    if signer is None or document is None or document["status"] == "Deleted":
        raise ApiError(404, "There is no such invitee, or the document was deleted.")
    document = current(state, document)
    found = state.store.one("SELECT * FROM signers WHERE reference = ?", signer["reference"])
    assert found is not None
    return found, document


def may_act(signer: sqlite3.Row, document: sqlite3.Row) -> bool:
    """Whether it is an invitee's turn to sign or decline."""
    return signer["status"] in OPEN and document["status"] not in FINAL


def sign(
    state: State,
    reference: str,
    *,
    typed: str = "",
    drawing: bytes | None = None,
    values: fields.Values | None = None,
) -> sqlite3.Row:
    """Sign as an invitee.

    Args:
        state: the sandbox.
        reference: signer reference or signing key.
        typed: the signature as text; the name by default.
        drawing: the signature as PNG bytes.
        values: what the invitee enters in the fields, by reference, name or client field.

    Returns:
        The document's row afterwards.

    Raises:
        ApiError: 400; it is not this invitee's turn, or no longer, a field is not filled in correctly, or a file that was asked
            for is missing. 404; there is none.
        DocumentError: the PDF can't be signed.
    """
    from securedsigning_sandbox.papers import signed  # loads large libraries

    # The whole of it under the store's lock: of two signatures that start from the same PDF one would be lost.
    with state.store.transaction():
        signer, document = by_reference(state, reference)
        if not may_act(signer, document):
            raise ApiError(400, f"This invitee cannot sign now; the state is {signer['status']}.")
        if signer["asked_for_files"] and not state.store.one(
            "SELECT 1 FROM uploaded_files WHERE signer = ?", signer["reference"]
        ):
            raise ApiError(400, "The sender asks for files: add at least one before signing.")
        entered = fields.entered(state, signer, values or {})
        filled = fields.drawn(state, signer, entered)
        pdf = signed(state, document, signer, typed=typed, drawing=drawing, filled=filled)
        fields.keep(state, entered)
        state.store.run("UPDATE signers SET status = 'Signed', has_signed = 1 WHERE reference = ?", signer["reference"])
        waiting = state.store.all(
            "SELECT * FROM signers WHERE document = ? AND has_signed = 0 ORDER BY signing_order", document["reference"]
        )
        state.store.run(
            "UPDATE documents SET pdf = ?, status = ?, last_signed_at = ? WHERE reference = ?",
            pdf,
            "Pending" if waiting else "Complete",
            state.clock(),
            document["reference"],
        )
        happened(state, document, "Signed", by=(full_name(signer), signer["email"]), signer=signer)
        if waiting:
            if not any(each["status"] in OPEN for each in waiting):  # as where all are invited at once
                invite(state, document, waiting[0])
            tell_progress(state, document, f"{full_name(signer)} has signed {document['name']}.")
        else:
            _complete(state, document)
    return reload(state, document)


def _complete(state: State, document: sqlite3.Row) -> None:
    state.store.run("UPDATE signers SET status = 'Complete' WHERE document = ?", document["reference"])
    happened(state, document, "Complete", by=(ACTOR, ""))
    for signer in state.signers(document["reference"]):
        mail_completion(state, document, signer)
    tell_completion(state, document)


def decline(state: State, reference: str, reason: str) -> sqlite3.Row:
    """Decline as an invitee.

    Args:
        state: the sandbox.
        reference: signer reference or signing key.
        reason: why.

    Returns:
        The document's row afterwards.

    Raises:
        ApiError: 400; it is not this invitee's turn, or there is no reason. 404; there is no such invitee.
    """
    reason = reason.strip()[:1000]
    if not reason:
        raise ApiError(400, "Declining needs a reason.")
    with state.store.transaction():
        signer, document = by_reference(state, reference)
        if not may_act(signer, document):
            raise ApiError(400, f"This invitee cannot decline now; the state is {signer['status']}.")
        state.store.run(
            "UPDATE signers SET status = 'Declined', declined_reason = ? WHERE reference = ?",
            reason,
            signer["reference"],
        )
        state.store.run("UPDATE documents SET status = 'Declined' WHERE reference = ?", document["reference"])
        actor = (full_name(signer), signer["email"])
        happened(state, document, "Declined", by=actor, signer=signer, action=f"Declined: {reason}")
        tell_progress(state, document, f"{full_name(signer)} has declined {document['name']}: {reason}")
    return reload(state, document)


def view(state: State, signer: sqlite3.Row) -> None:
    """An invitee opened the document; the first time is logged."""
    with state.store.transaction():
        if state.store.run("UPDATE signers SET viewed = 1 WHERE reference = ? AND viewed = 0", signer["reference"]):
            write_log(state, signer["document"], full_name(signer), signer["email"], "Viewed")


def reject(state: State, reference: str) -> sqlite3.Row:
    """Reject a document as its sender does on the service's web site, after looking at what was signed.

    Raises:
        ApiError: 400; it is not under way. 404; there is none.
    """
    return _ended(state, reference, "Rejected", lambda status: status not in FINAL | {"Initialized", "Expired"})


def archive(state: State, reference: str) -> sqlite3.Row:
    """Put a document that is over into the archive, as its sender does on the service's web site.

    Raises:
        ApiError: 400; it is not over. 404; there is none.
    """
    return _ended(state, reference, "Archived", lambda status: status in FINAL - {"Archived", "Deleted"} | {"Expired"})


def _ended(state: State, reference: str, status: str, may_end: Callable[[str], bool]) -> sqlite3.Row:
    with state.store.transaction():
        row = state.store.one("SELECT * FROM documents WHERE reference = ? AND status != 'Deleted'", reference)
        if row is None:
            raise ApiError(404, f"There is no document {reference}.")
        row = current(state, row)
        if not may_end(row["status"]):
            raise ApiError(400, f"A document in the state {row['status']} cannot become {status}.")
        state.store.run("UPDATE documents SET status = ? WHERE reference = ?", status, reference)
        state.store.run("UPDATE signers SET status = ? WHERE document = ?", status, reference)
        happened(state, row, status, by=(row["sender_name"] or ACTOR, row["sender_email"] or ""))
        tell_progress(state, row, f"{row['name']} was {status.lower()}.")
    return reload(state, row)
