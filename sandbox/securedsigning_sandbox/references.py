"""References and keys, in the shapes that were seen of the real service."""

from __future__ import annotations

import base64
import secrets
import string

_KEY_LETTERS = string.ascii_uppercase + string.digits


def new_reference() -> str:
    """A reference: 48 digits, sixteen groups from 000 to 255. Clients must treat it as opaque."""
    return "".join(f"{byte:03d}" for byte in secrets.token_bytes(16))


def new_api_key() -> str:
    """An API key: 58 capital letters and digits."""
    return "".join(secrets.choice(_KEY_LETTERS) for _ in range(58))


def new_api_secret() -> str:
    """An API secret: 88 characters that look like Base64, and are used as they stand."""
    return base64.b64encode(secrets.token_bytes(64)).decode()


def new_code() -> str:
    """An authorization code. It ends in ``==``, as the one on the developer page, so that clients have to encode it."""
    return secrets.token_urlsafe(30).replace("-", "x").replace("_", "y") + "=="


def new_token() -> str:
    """An access or refresh token, with the characters that un-encoded form bodies spoil."""
    return base64.b64encode(secrets.token_bytes(48)).decode()


def new_signing_key() -> str:
    """A signing key: 32 letters and digits, an opaque token as in the official samples."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(32))
