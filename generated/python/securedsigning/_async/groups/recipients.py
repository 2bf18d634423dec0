# Generated from spec/paths/recipients.yaml by group.py.jinja; do not edit.
"""The recipients group: List the people who are told about progress and completion. No call that adds or removes one is
known.
"""

from __future__ import annotations

from securedsigning._codec import decode_list
from securedsigning.models.recipients_response import RecipientsResponse
from securedsigning.operations import GET_RECIPIENTS, GET_RECIPIENTS_ALIAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions


class AsyncRecipients:
    """List the people who are told about progress and completion. No call that adds or removes one is known."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def list_all(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[RecipientsResponse]:
        """List the people who are saved as recipients of notifications and of completion emails.

        ``GET /Recipient/GetRecipients``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(GET_RECIPIENTS, "/Recipient/GetRecipients", options=options)
        return decode_list(response, GET_RECIPIENTS, RecipientsResponse, single_or_array=True)

    async def list_all_alias(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[RecipientsResponse]:
        """List the saved recipients by the second route of ``recipients.list_all``.

        Does the same as ``recipients.list_all``.

        ``GET /Recipient/Recipients``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(GET_RECIPIENTS_ALIAS, "/Recipient/Recipients", options=options)
        return decode_list(response, GET_RECIPIENTS_ALIAS, RecipientsResponse, single_or_array=True)
