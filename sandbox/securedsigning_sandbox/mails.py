"""Mails of the sandbox: they are never sent, and can be read on the start page and through the control API.

Templates, subjects and texts of the request are used; the marks in templates are the sandbox's own, since the service's
are not documented.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from securedsigning_sandbox.context import State
from securedsigning_sandbox.emails import named_address
from securedsigning_sandbox.file_addresses import signed_address
from securedsigning_sandbox.given_attachments import given

INVITATION = (
    "Please sign {document}",
    "Dear {name},\n\nyou are asked to sign {document}. Open the link to read and sign it.",
)
COMPLETION = (
    "All have signed {document}",
    "Dear {name},\n\n{document} is complete: all have signed it. Open the link to read it.",
)

PROGRESS = (
    "News of {document}",
    "Dear {name},\n\n{news} Open the link to read the document.",
)
_COPY_LIFETIME = 365 * 86_400
"""How long the link in a mail to somebody who does not sign is good, in seconds."""


def mail_invitation(state: State, document: sqlite3.Row, signer: sqlite3.Row, *, reminder: bool) -> None:
    """Invite a signer, or remind of the invitation."""
    subject, body = _template(state, signer["invitation_template"], INVITATION)
    if signer["message"]:
        body = f"{signer['message']}\n\n{body}" if signer["personal"] else signer["message"]
    subject = signer["subject"] or subject
    subject = f"Reminder: {subject}" if reminder else subject
    if attachments := given(state, signer["reference"]):
        body += "\n\nAttached: " + ", ".join(row["name"] for row in attachments)
    name, email = _person(signer)
    if signer["face_to_face"] and document["sender_email"]:  # it is the host who needs the link (our choice)
        email = document["sender_email"]
        body = (
            f"To {document['sender_name']}: {name} signs on your device. Open the link when you are together.\n\n{body}"
        )
    _write(state, document, "invitation", (subject, body), (name, email), _signing_page(state, signer))


def mail_completion(state: State, document: sqlite3.Row, signer: sqlite3.Row) -> None:
    """Tell a signer that all have signed."""
    words = _template(state, signer["completion_template"], COMPLETION)
    _write(state, document, "completion", words, _person(signer), _signing_page(state, signer))


def mail_copy(state: State, document: sqlite3.Row, person: sqlite3.Row, template: str | None) -> None:
    """Tell somebody who does not sign that all have signed, with the address of the signed document."""
    _write(
        state, document, "completion", _template(state, template, COMPLETION), _person(person), _file(state, document)
    )


def mail_progress(state: State, document: sqlite3.Row, person: sqlite3.Row, news: str) -> None:
    """Tell somebody who does not sign how far a document is; ``news`` is a sentence."""
    subject, body = PROGRESS
    _write(
        state, document, "progress", (subject, body.replace("{news}", news)), _person(person), _file(state, document)
    )


def _person(row: sqlite3.Row) -> tuple[str, str]:
    """Name and e-mail address."""
    return f"{row['first_name']} {row['last_name']}".strip(), row["email"]


def _signing_page(state: State, signer: sqlite3.Row) -> dict[str, str]:
    return {"link": f"{state.base_url}/sign/{signer['signing_key']}", "signer": signer["reference"]}


def _file(state: State, document: sqlite3.Row) -> dict[str, str]:
    address = signed_address(state, state.base_url, document["reference"], lifetime=_COPY_LIFETIME)
    return {"link": address, "signer": ""}


def _template(state: State, reference: str | None, standard: tuple[str, str]) -> tuple[str, str]:
    row = reference and state.store.one("SELECT * FROM email_templates WHERE reference = ?", reference)
    return (row["subject"], row["body"]) if row else standard


def _write(
    state: State,
    document: sqlite3.Row,
    kind: str,
    words: tuple[str, str],
    person: tuple[str, str],
    place: Mapping[str, str],
) -> None:
    (subject, body), (name, email) = words, person
    facts = {"{name}": name, "{document}": document["name"]}
    for mark, value in facts.items():
        subject, body = subject.replace(mark, value), body.replace(mark, value)
    state.store.insert(
        "mails",
        kind=kind,
        recipient=email,
        name=name,
        subject=subject,
        body=body,
        document=document["reference"],
        at=state.clock(),
        sender=named_address(document["sender_name"] or "", document["sender_email"] or ""),
        **place,
    )
