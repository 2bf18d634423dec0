# Generated from spec/paths/account.yaml by group.py.jinja; do not edit.
"""The account group: Profile, plan and settings of the user, and the senders that calls can be made for."""

from __future__ import annotations

from securedsigning._arguments import as_json, json_object
from securedsigning._codec import decode
from securedsigning.models.account_info import AccountInfo
from securedsigning.models.user_reference_response import UserReferenceResponse
from securedsigning.operations import GET_ACCOUNT_INFO, SAVE_SENDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.models.user_details import UserDetails
    from securedsigning.options import CallOptions


class Account:
    """Profile, plan and settings of the user, and the senders that calls can be made for."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def info(
        self,
        *,
        options: CallOptions | None = None,
    ) -> AccountInfo:
        """Read the profile, plan and settings of the user the token belongs to.

        Tells before an upload how many documents are left (DocumentLeft), how large a file may be (MaxUploadSize) and
        how far ahead a due date may lie (MaxDueDate).

        ``GET /Account/Info``. Known from an official page. Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(GET_ACCOUNT_INFO, "/Account/Info", options=options)
        return decode(response, GET_ACCOUNT_INFO, AccountInfo)

    def save_sender(
        self,
        *,
        user: UserDetails,
        gmt: str | None = None,
        client_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> UserReferenceResponse:
        """Create or update a sender, and get the reference under which documents can be sent on their behalf.

        Set the client option sender to the reference that is answered, and calls are made on behalf of that person.

        ``POST /Account/SaveSender``. Known from an official SDK only; no official page shows it. Scope: Account.

        Args:
            user: the sender. First name, last name and email address are needed.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer.
            client_reference: caller's own id for the sender.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("User", as_json(user, "user")), ("GMT", gmt), ("ClientReference", client_reference))
        response = self._client.send(SAVE_SENDER, "/Account/SaveSender", json=body, options=options)
        return decode(response, SAVE_SENDER, UserReferenceResponse)
