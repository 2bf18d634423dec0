"""A sandbox in which things have happened, so that a drawn request finds something to act upon."""

from __future__ import annotations

import random
from typing import Any

from caller import Caller

_TABLES = {
    "DocumentReference": "documents",
    "DocumentReferences": "documents",
    "SignerReference": "signers",
    "PackageReference": "packages",
    "AttachmentReference": "attachments",
    "Attachments": "attachments",
    "CertificateReference": "certificates",
    "InvitationEmailTemplateReference": "email_templates",
    "CompletionEmailTemplateReference": "email_templates",
    "EmailTemplateReference": "email_templates",
    "FormReference": "forms",
    "EmployerReference": "employers",
}
"""Members of requests that name something, and the table that holds what they may name."""

_KNOWN = {"Email": "ana@example.com", "DueDate": "2031-01-01", "GMT": "720", "ScheduleDate": "2031-01-01"}


class World:
    """What requests may be about.

    Attributes:
        caller: calls the sandbox.
    """

    def __init__(self) -> None:
        self.caller = Caller()
        for _ in range(3):
            self._more()

    def _more(self) -> None:
        """One document of each state that is reached easily, and an attachment."""
        caller = self.caller
        caller.upload()
        caller.send(caller.upload(), caller.upload())
        sent = caller.send(caller.upload()).json()[0]
        for signer in sent["Signers"]:
            caller.sandbox.sign(signer["SignerReference"])
        caller.call("GET", f"/Document/SigningCompletionCertificate/{sent['Reference']}")
        caller.call("POST", "/Attachment/Uploader", files={"file": ("terms.pdf", b"%PDF-1.4")}, data={"Number": "1"})

    def fit(self, value: Any, choice: random.Random, name: str = "") -> Any:
        """A drawn value with some of its references replaced by ones that exist, most of its dates and addresses by good ones."""
        if isinstance(value, dict):
            return {member: self.fit(item, choice, member) for member, item in value.items()}
        if isinstance(value, list):
            return [self.fit(item, choice, name) for item in value]
        if name in _TABLES and choice.random() < 0.8:
            return self._reference(_TABLES[name], choice) or value
        return _KNOWN[name] if name in _KNOWN and choice.random() < 0.8 else value

    def _reference(self, table: str, choice: random.Random) -> str | None:
        rows = self.caller.sandbox.state.store.all(f"SELECT reference FROM {table} ORDER BY rowid DESC LIMIT 30")
        if table == "documents" and len(rows) < 30:
            self._more()
        return str(choice.choice(rows)["reference"]) if rows else None
