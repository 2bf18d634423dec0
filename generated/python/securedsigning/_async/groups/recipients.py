# Generated from spec/paths/recipients.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The recipients group: People who are told about progress and completion."""

from __future__ import annotations

from securedsigning._codec import decode_list
from securedsigning.models.recipients_response import RecipientsResponse
from securedsigning.operations import GET_RECIPIENTS, GET_RECIPIENTS_ALIAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions


class AsyncRecipients:
    """People who are told about progress and completion."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def list_all(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[RecipientsResponse]:
        """List saved notification and completion recipients.

        ``GET /Recipient/GetRecipients``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(GET_RECIPIENTS, "/Recipient/GetRecipients", options=options)
        return decode_list(response, GET_RECIPIENTS, RecipientsResponse, single_or_array=True)

    async def list_all_alias(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[RecipientsResponse]:
        """Second route of getRecipients.

        ``GET /Recipient/Recipients``. Known from an official SDK only; no official page shows it. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(GET_RECIPIENTS_ALIAS, "/Recipient/Recipients", options=options)
        return decode_list(response, GET_RECIPIENTS_ALIAS, RecipientsResponse, single_or_array=True)
