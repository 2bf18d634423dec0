"""Mails of the sandbox: they are never sent, and can be read on the start page and through the control API.

Templates, subjects and texts of the request are used; the marks in templates are the sandbox's own, since the service's
are not documented.
"""

from __future__ import annotations

import sqlite3
from email.utils import formataddr

from securedsigning_sandbox.context import State

INVITATION = (
    "Please sign {document}",
    "Dear {name},\n\nyou are asked to sign {document}. Open the link to read and sign it.",
)
COMPLETION = (
    "All have signed {document}",
    "Dear {name},\n\n{document} is complete: all have signed it. Open the link to read it.",
)


def mail_invitation(state: State, document: sqlite3.Row, signer: sqlite3.Row, *, reminder: bool) -> None:
    """Invite a signer, or remind of the invitation."""
    subject, body = _template(state, signer["invitation_template"], INVITATION)
    if signer["message"]:
        body = f"{signer['message']}\n\n{body}" if signer["personal"] else signer["message"]
    subject = signer["subject"] or subject
    _write(state, document, signer, "invitation", f"Reminder: {subject}" if reminder else subject, body)


def mail_completion(state: State, document: sqlite3.Row, signer: sqlite3.Row) -> None:
    """Tell a signer that all have signed."""
    _write(state, document, signer, "completion", *_template(state, signer["completion_template"], COMPLETION))


def _template(state: State, reference: str | None, standard: tuple[str, str]) -> tuple[str, str]:
    row = reference and state.store.one("SELECT * FROM email_templates WHERE reference = ?", reference)
    return (row["subject"], row["body"]) if row else standard


def _write(state: State, document: sqlite3.Row, signer: sqlite3.Row, kind: str, subject: str, body: str) -> None:
    name = f"{signer['first_name']} {signer['last_name']}".strip()
    facts = {"{name}": name, "{document}": document["name"]}
    for mark, value in facts.items():
        subject, body = subject.replace(mark, value), body.replace(mark, value)
    state.store.insert(
        "mails",
        kind=kind,
        recipient=signer["email"],
        name=name,
        subject=subject,
        body=body,
        link=f"{state.base_url}/sign/{signer['signing_key']}",
        document=document["reference"],
        signer=signer["reference"],
        at=state.clock(),
        sender=formataddr((document["sender_name"] or "", document["sender_email"] or "")),
    )
