"""Which of the service's statuses mean what; their names are in the official .NET SDK."""

from __future__ import annotations

FINAL = frozenset({"Complete", "Declined", "Rejected", "Deleted", "Archived"})
"""Of a document: nobody can sign or decline any more."""

OPEN = frozenset({"Invitation", "Reminder", "Reminder1", "Reminder2", "AutoExtend"})
"""Of a signer: it is the signer's turn."""
