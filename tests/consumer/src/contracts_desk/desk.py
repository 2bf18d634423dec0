"""The desk: contracts go out, are waited for, and end in the cabinet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from securedsigning import NotCompletedError, NotFoundError, PlanExhaustedError, SecuredSigning, WaitTimeoutError
from securedsigning.models import DocumentStatus, Folder

from contracts_desk.contract import Contract

if TYPE_CHECKING:
    from securedsigning.models import Document, DocumentLog

HOUR = 3600.0


class DeskError(Exception):
    """A contract cannot be sent or filed; the message is for the person at the desk."""


@dataclass(frozen=True)
class FiledContract:
    """A signed contract in the cabinet."""

    path: Path
    signed_at: datetime | None


@dataclass(frozen=True)
class OpenContract:
    """A contract that still lacks a signature."""

    name: str
    reference: str
    last_event: str


class ContractsDesk:
    """Sends contracts and files what comes back.

    Args:
        client: a client that is logged in.
        cabinet: folder for signed contracts.
    """

    def __init__(self, client: SecuredSigning, cabinet: Path) -> None:
        self._client = client
        self._cabinet = cabinet

    def send(self, contract: Contract, *, sign_by: date) -> str:
        """Send a contract to its signers; returns the reference to ask for it later."""
        invitees = [person.as_invitee() for person in contract.signers]
        try:
            uploaded = self._client.documents.upload((contract.filename, contract.as_rtf()))
            sent = self._client.smart_tags.send([uploaded], due_date=sign_by, signers=invitees)
        except PlanExhaustedError as error:
            raise DeskError("Our plan has no documents left; ask accounts to buy more.") from error
        return sent[0].reference

    def file(self, reference: str, *, patience: float = 24 * HOUR) -> FiledContract:
        """Wait until everybody has signed, and file the signed contract.

        Args:
            reference: what ``send`` returned.
            patience: seconds to wait at most.
        """
        try:
            signed = self._client.documents.wait_until_complete(reference, timeout=patience, interval=HOUR)
        except NotFoundError as error:
            raise DeskError(f"There is no contract {reference}.") from error
        except WaitTimeoutError as error:
            raise DeskError(f"{self._label(error.document)} is not signed yet.") from error
        except NotCompletedError as error:
            raise DeskError(self._refusal(error.document)) from error
        path = self._cabinet / f"{self._label(signed)}.pdf"
        self._client.downloads.document(reference, to=path)
        return FiledContract(path, signed.last_signed_date_parsed)

    def open_contracts(self) -> list[OpenContract]:
        """Contracts that somebody has yet to sign."""
        return [
            OpenContract(self._label(each), each.reference, _told(each.logs[-1]) if each.logs else "")
            for each in self._client.documents.list_active(Folder.PROGRESS, document_log=True)
        ]

    def history(self, reference: str) -> list[str]:
        """What happened to a contract, oldest first."""
        return [_told(entry) for entry in self._client.documents.log(reference)]

    def _label(self, document: Document) -> str:
        return (document.name or document.reference).removesuffix(".rtf")

    def _refusal(self, document: Document) -> str:
        if document.status != DocumentStatus.DECLINED:
            return f"{self._label(document)} ended without being signed."
        reasons = [each.declined_reason for each in document.signers if each.declined_reason]
        return f"{self._label(document)} was declined: {'; '.join(reasons)}"


def _told(entry: DocumentLog) -> str:
    return f"{entry.action} ({entry.name})"
