"""Why a signature does not match: the usual mistakes are tried, and the one that explains it is named.

Used with ``debug_auth`` only, which the real service has nothing like. The secret is never part of the answer.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterator


def diagnosis(api_key: str, timestamp: str, nonce: str, secret: str, signature: str) -> str:
    """Say what was probably signed instead of what should have been.

    Args:
        api_key, timestamp, nonce, signature: the headers, as received.
        secret: the key's secret.

    Returns:
        Sentences with the string to sign, the first place where the signed string differs from it, and the mistake; or
        that no usual mistake explains the signature.
    """
    expected = f"{api_key}\n{timestamp}\n{nonce}"
    facts = f"The string to sign is {expected!r}, keyed with the API secret as text."
    digest = _digest(secret.encode(), expected)
    if signature.lower() == digest.hex():
        return f"{facts} The signature is right but in hexadecimal; it has to be in standard Base64."
    if signature in (base64.urlsafe_b64encode(digest).decode(), base64.b64encode(digest).decode().rstrip("=")):
        return f"{facts} The signature is right but in another Base64: it has to be the standard one, padded with =."
    for key in _keys(secret):
        for mistake, text in _texts(api_key, timestamp, nonce):
            if hmac.compare_digest(base64.b64encode(_digest(key, text)), signature.encode("utf-8", "replace")):
                wrong_key = "" if key == secret.encode() else " The secret was decoded or changed before it was used."
                if text == expected:
                    return f"{facts}{wrong_key}"
                place = next((i for i, (a, b) in enumerate(zip(expected, text, strict=False)) if a != b), None)
                place = min(len(expected), len(text)) if place is None else place
                return f"{facts} What was signed differs from character {place + 1} on: {mistake}.{wrong_key}"
    return (
        f"{facts} No usual mistake explains the signature; probably another secret was used, or a header was changed."
    )


def _digest(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _keys(secret: str) -> Iterator[bytes]:
    yield secret.encode()
    yield secret.strip().encode() + b"\n"
    try:
        yield base64.b64decode(secret, validate=True)
    except binascii.Error:
        return


def _texts(api_key: str, timestamp: str, nonce: str) -> Iterator[tuple[str, str]]:
    parts = (api_key, timestamp, nonce)
    whole = timestamp.replace(",", ".").partition(".")[0]
    yield "", "\n".join(parts)
    yield "the parts were joined by a backslash and the letter n instead of a line feed", "\\n".join(parts)
    yield "the parts were joined by nothing", "".join(parts)
    yield "the parts were joined by carriage return and line feed", "\r\n".join(parts)
    yield "a line feed was put at the end", "\n".join(parts) + "\n"
    yield "nonce and time were exchanged", f"{api_key}\n{nonce}\n{timestamp}"
    yield "the time was rounded for signing but not for the header", f"{api_key}\n{whole}\n{nonce}"
    yield (
        "the time was signed with a point instead of a comma",
        "\n".join((api_key, timestamp.replace(",", "."), nonce)),
    )
    yield (
        "the time was signed with a comma instead of a point",
        "\n".join((api_key, timestamp.replace(".", ","), nonce)),
    )
    yield "the time was signed in milliseconds", "\n".join((api_key, f"{whole}000", nonce))
    yield "the API key was signed in lower case", f"{api_key.lower()}\n{timestamp}\n{nonce}"
