"""Who makes a call: signature, token, access URL, and the sender on whose behalf it is made."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from starlette.requests import Request

from securedsigning_sandbox.auth.permissions import ONE_CALL, check_kind
from securedsigning_sandbox.auth.referer import check_referer
from securedsigning_sandbox.auth.signature import check_signature
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.spec import Operation

SENDER = "X-CUSTOM-SENDER"


@dataclass(frozen=True)
class Caller:
    """Who makes a call.

    Attributes:
        api_key: the key that the call is signed with.
        account: the account's row.
        token: the access token's row, if there is one.
        sender: the saved sender's row, if there is one.
    """

    api_key: str
    account: sqlite3.Row
    token: sqlite3.Row | None
    sender: sqlite3.Row | None


def identified(request: Request, state: State, operation: Operation, version: str) -> Caller:
    """Check who makes a call.

    Args:
        request: the request; of it only the headers are read.
        state: the sandbox.
        operation: what is called.
        version: ``v1.3``, which has no tokens, or ``v1.4``.

    Raises:
        ApiError: 401; the message names the check that failed. 400 for an unknown sender.
    """
    key = check_signature(request.headers, state.store, state.settings, state.clock())
    token = state.tokens.check(request.headers.get("Authorization"), key["api_key"], operation.enforced_scopes)
    check_kind(operation.id, token)
    if token is None and key["oauth_required"] and version != "v1.3":
        raise ApiError(401, "The header Authorization is missing; this API key needs an OAuth 2 access token.")
    check_referer(request.headers, key["access_url"], state.settings.referer, has_token=token is not None)
    reference = token["account"] if token is not None and token["account"] else key["account"]
    account = state.store.one("SELECT * FROM accounts WHERE reference = ?", reference)
    if account is None:
        raise ApiError(401, "The account on whose behalf the call is made no longer exists.")
    sender = _sender(state, reference, request.headers.get(SENDER))
    if token is not None and token["kind"] in ONE_CALL and state.settings.one_call_tokens:
        state.tokens.use_up(token["access_token"])
    return Caller(key["api_key"], account, token, sender)


def _sender(state: State, account: str, reference: str | None) -> sqlite3.Row | None:
    """The saved sender that the header names. That it holds the reference of ``saveSender`` is inferred."""
    if not reference:
        return None
    row = state.store.one("SELECT * FROM senders WHERE reference = ? AND account = ?", reference.strip(), account)
    if row is None:
        problem = "It has to hold a reference that saveSender answered for this account."
        raise ApiError(400, f"The sender in {SENDER} is unknown.", [(SENDER, problem)])
    return row
