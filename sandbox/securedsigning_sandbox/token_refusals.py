"""Why the token endpoint issues no token."""

from __future__ import annotations

from collections.abc import Mapping


class TokenRefusedError(Exception):
    """No token is issued, with a code of RFC 6749, 5.2."""

    def __init__(self, code: str, description: str) -> None:
        super().__init__(description)
        self.code = code


def needed(form: Mapping[str, str], name: str) -> str:
    """A field of a token request.

    Raises:
        TokenRefusedError: it is missing or empty.
    """
    value = form.get(name, "")
    if not value:
        raise TokenRefusedError("invalid_request", f"{name} is missing.")
    return value
