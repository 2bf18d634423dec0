# Generated from spec/paths/account.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The account group: The profile and plan of the authorised user and the senders it may act for."""

from __future__ import annotations

from securedsigning._codec import as_json, decode, json_object
from securedsigning.models.account_info import AccountInfo
from securedsigning.models.user_reference_response import UserReferenceResponse
from securedsigning.operations import GET_ACCOUNT_INFO, SAVE_SENDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.models.user_details import UserDetails
    from securedsigning.options import CallOptions


class AsyncAccount:
    """The profile and plan of the authorised user and the senders it may act for."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def info(
        self,
        *,
        options: CallOptions | None = None,
    ) -> AccountInfo:
        """Read the profile, plan and feature flags of the authorised user.

        ``GET /Account/Info``. Known from an official page. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(GET_ACCOUNT_INFO, "/Account/Info", options=options)
        return decode(response, GET_ACCOUNT_INFO, AccountInfo)

    async def save_sender(
        self,
        *,
        user: UserDetails,
        gmt: str | None = None,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> UserReferenceResponse:
        """Create or update a sender on whose behalf documents can be sent.

        ``POST /Account/SaveSender``. Known from an official SDK only; no official page shows it. Scope: Account.

        Args:
            user: sender profile; first name, last name and email are needed.
            gmt: UTC offset in minutes.
            client_reference: caller's own id for the sender.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(("User", as_json(user, "user")), ("GMT", gmt), ("ClientReference", client_reference))
        response = await self._client.send(SAVE_SENDER, "/Account/SaveSender", json=body, options=options)
        return decode(response, SAVE_SENDER, UserReferenceResponse)
