"""Waiting for a document."""

from __future__ import annotations

from securedsigning._async.groups.documents import AsyncDocuments as _AsyncDocuments
from securedsigning.errors import InputError, NotCompletedError, WaitTimeoutError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from securedsigning.models.document import Document
    from securedsigning.options import CallOptions

WILL_NOT_COMPLETE = frozenset({"Declined", "Rejected", "Expired", "Deleted"})
"""States from which a document does not become complete by itself."""


class AsyncDocuments(_AsyncDocuments):
    """Upload documents and follow, change or remove them."""

    async def wait_until_complete(
        self,
        document_reference: str,
        *,
        timeout: float = 3600.0,
        interval: float = 5.0,
        on_status: Callable[[Document], object] | None = None,
        options: CallOptions | None = None,
    ) -> Document:
        """Ask for the state of a document until all have signed.

        Args:
            document_reference: the document.
            timeout: seconds to wait at most.
            interval: seconds between two questions; the official samples ask every five.
            on_status: called with the document after each question.
            options: settings for each of the calls.

        Returns:
            The complete document.

        Raises:
            WaitTimeoutError: it is not complete yet, and the time is up.
            NotCompletedError: somebody declined, or it expired or was rejected or deleted.
            NotFoundError: it is not known.
        """
        if interval <= 0:
            raise InputError(f"interval is {interval!r}; it is a number of seconds above 0.")
        deadline = self._client.now() + timeout
        while True:
            document = await self.status(document_reference, options=options)
            if on_status is not None:
                on_status(document)
            if document.status == "Complete":
                return document
            if document.status in WILL_NOT_COMPLETE:
                reasons = [signer.declined_reason for signer in document.signers if signer.declined_reason]
                said = f": {reasons[0]}" if reasons else ""
                raise NotCompletedError(f"{document_reference} is {document.status}{said}", document=document)
            if self._client.now() + interval > deadline:
                raise WaitTimeoutError(
                    f"{document_reference} is still {document.status} after {timeout:g} seconds", document=document
                )
            await self._client.sleep(interval)
