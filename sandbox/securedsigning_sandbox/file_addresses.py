"""Addresses under which a document's file can be fetched without a signed request, for an hour unless told otherwise.

That ``GetDocumentUrl`` answers with such an address is known; its lifetime and whether it needs a login are not, so both are
our choice.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from securedsigning_sandbox.context import State

LIFETIME = 3600


def signed_address(state: State, origin: str, reference: str, *, lifetime: float = LIFETIME) -> str:
    """The address of a document's file.

    Args:
        state: the sandbox.
        origin: scheme and host.
        reference: the document.
        lifetime: how long it is good, in seconds.
    """
    until = int(state.clock() + lifetime)
    return f"{origin}/files/{reference}?until={until}&key={_key(state, reference, str(until))}"


def is_valid(state: State, reference: str, until: str, key: str) -> bool:
    """Whether an address was made here and is still good."""
    genuine = hmac.compare_digest(key.encode(), _key(state, reference, until).encode())
    return genuine and int(until) >= state.clock()


def _key(state: State, reference: str, until: str) -> str:
    return hmac.new(_secret(state), f"{reference} {until}".encode(), hashlib.sha256).hexdigest()


def _secret(state: State) -> bytes:
    with state.store.transaction():
        row = state.store.one("SELECT value FROM secrets WHERE name = 'file addresses'")
        if row is None:
            state.store.insert("secrets", name="file addresses", value=secrets.token_bytes(32))
            return _secret(state)
        return bytes(row["value"])
