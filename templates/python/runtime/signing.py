"""Where a request is signed: pure functions over key, secret, time and nonce, with nothing but the standard library.

The steps are those of the developer page, section "API Signature". Which header holds what, the algorithm and the
order of the parts come from the spec (``x-hmac-signature``), through ``_spec.py``.

    1. string to sign    API key, time and nonce, joined by a line feed
    2. signature         HMAC-SHA256 of it, keyed with the API secret as it stands, in Base64

A worked example, checked by the tests together with ``spec/signature-vectors.json``:

>>> text = string_to_sign("TESTKEY0000000000000000000000000000000000000000000000TEST", "1700000000",
...                       "abcdefghijklmnopqrstuvwxyz012345")
>>> sign("c2FuZGJveC1zZWNyZXQtZm9yLXRlc3RzLW9ubHk=", text)
'J2x15B5N23RECteDnLaUrxxuh+yxb5Y+JwfrgpdcP1Q='
"""

from __future__ import annotations

import hmac
import os
from binascii import b2a_base64, hexlify

from securedsigning import _spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS_PER_SECOND = {"seconds": 1, "milliseconds": 1000}
_ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "base64": lambda digest: b2a_base64(digest, newline=False),
    "hex": hexlify,
}


def string_to_sign(api_key: str, timestamp: str, nonce: str) -> str:
    """Step 1: the text that is signed. Method, address and body of the request are no part of it.

    Args:
        api_key: the API key.
        timestamp: the text of the time header, exactly as it is sent.
        nonce: the text of the nonce header.
    """
    parts = {"api_key": api_key, "timestamp": timestamp, "nonce": nonce}
    return _spec.SIGNATURE_SEPARATOR.join(parts[name] for name in _spec.SIGNATURE_PARTS)


def sign(api_secret: str, text: str) -> str:
    """Step 2: the signature of a text.

    Args:
        api_secret: the API secret. It often looks like Base64, but is not decoded.
        text: the string to sign.
    """
    digest = hmac.digest(api_secret.encode(), text.encode(), _spec.SIGNATURE_ALGORITHM)
    return _ENCODINGS[_spec.SIGNATURE_ENCODING](digest).decode()


def new_nonce() -> str:
    """A random text, new for each request: hexadecimal digits, as many as the service allows."""
    return os.urandom(_spec.NONCE_MAX_LENGTH // 2).hex()


class Signer:
    """Signs many requests with one key and secret; does what the two functions do, with the keyed part done once."""

    __slots__ = ("_api_key", "_encode", "_fixed_headers", "_mac")

    def __init__(self, api_key: str, api_secret: str) -> None:
        self._api_key = api_key
        self._mac = hmac.new(api_secret.encode(), digestmod=_spec.SIGNATURE_ALGORITHM)
        self._encode = _ENCODINGS[_spec.SIGNATURE_ENCODING]
        self._fixed_headers = (_spec.API_KEY_HEADER.encode(), api_key.encode())

    def headers(self, now: float, nonce: str) -> list[tuple[bytes, bytes]]:
        """The headers that sign one request; never use them for a second one.

        Args:
            now: Unix time in seconds.
            nonce: text that was never used before, at most ``_spec.NONCE_MAX_LENGTH`` characters.
        """
        timestamp = str(int(now * _UNITS_PER_SECOND[_spec.TIMESTAMP_UNIT]))
        mac = self._mac.copy()
        mac.update(string_to_sign(self._api_key, timestamp, nonce).encode())
        return [
            self._fixed_headers,
            (_TIMESTAMP_HEADER, timestamp.encode()),
            (_NONCE_HEADER, nonce.encode()),
            (_SIGNATURE_HEADER, self._encode(mac.digest())),
        ]


_TIMESTAMP_HEADER = _spec.TIMESTAMP_HEADER.encode()
_NONCE_HEADER = _spec.NONCE_HEADER.encode()
_SIGNATURE_HEADER = _spec.SIGNATURE_HEADER.encode()
