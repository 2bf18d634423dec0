"""The signature of a request, checked over the header text exactly as it came (developer page, "API Signature")."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import sqlite3
from collections.abc import Mapping

from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.store import Store

_TIMESTAMP = re.compile(r"\d{1,15}([.,]\d+)?")
"""Whole seconds; the official .NET SDK sends a fraction, on some machines with a comma."""


def check_signature(headers: Mapping[str, str], store: Store, settings: Settings, now: float) -> sqlite3.Row:
    """Check the four X-CUSTOM headers.

    Args:
        headers: the request's headers, names in any case.
        store: where keys and used nonces are.
        settings: the sandbox's switches.
        now: Unix seconds.

    Returns:
        The row of the API key.

    Raises:
        ApiError: 401; the message names the check that failed.
    """
    values = {}
    for name in ("X-CUSTOM-API-KEY", "X-CUSTOM-DATE", "X-CUSTOM-NONCE", "X-CUSTOM-SIGNATURE"):
        value = headers.get(name)
        if not value:
            raise ApiError(401, f"The header {name} is missing.")
        values[name] = value
    api_key, timestamp = values["X-CUSTOM-API-KEY"], values["X-CUSTOM-DATE"]
    nonce, signature = values["X-CUSTOM-NONCE"], values["X-CUSTOM-SIGNATURE"]
    row = store.one("SELECT * FROM api_keys WHERE api_key = ?", api_key)
    if row is None:
        raise ApiError(401, "The API key is unknown: check your API key.")
    if not _TIMESTAMP.fullmatch(timestamp):
        raise ApiError(401, "X-CUSTOM-DATE is no Unix time in seconds.")
    off = float(timestamp.replace(",", ".")) - now
    if abs(off) > settings.clock_tolerance:
        direction = "ahead of" if off > 0 else "behind"
        raise ApiError(401, f"X-CUSTOM-DATE is {abs(off):.0f} seconds {direction} the service's clock.")
    if len(nonce) > 32:
        raise ApiError(401, f"X-CUSTOM-NONCE has {len(nonce)} characters; 32 are allowed.")
    text = f"{api_key}\n{timestamp}\n{nonce}"
    digest = hmac.new(row["secret"].encode(), text.encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(base64.b64encode(digest), signature.encode("utf-8", "replace")):
        raise ApiError(401, "X-CUSTOM-SIGNATURE does not match." + _hint(text, row, signature, settings))
    if settings.replay_check:
        _remember(store, api_key, nonce, now, settings.clock_tolerance)
    return row


def _remember(store: Store, api_key: str, nonce: str, now: float, tolerance: float) -> None:
    """Refuse a nonce that was seen. It is forgotten when its request would be too old anyway."""
    with store.transaction():
        store.run("DELETE FROM nonces WHERE seen_at < ?", now - 2 * tolerance)
        inserted = store.run("INSERT OR IGNORE INTO nonces VALUES (?, ?, ?)", api_key, nonce, now)
    if not inserted:
        raise ApiError(401, "X-CUSTOM-NONCE was used before; every request and every repeated attempt needs a new one.")


def _hint(text: str, row: sqlite3.Row, signature: str, settings: Settings) -> str:
    """With debug_auth: what should have been signed, and the likeliest mistake. Never the secret."""
    if not settings.debug_auth:
        return ""
    key = row["secret"].encode()
    mistakes = {
        "the parts were joined by the two characters \\ and n": text.replace("\n", "\\n").encode(),
        "a line feed was put at the end": f"{text}\n".encode(),
        "the parts were joined by nothing": text.replace("\n", "").encode(),
        "the parts were joined by CR LF": text.replace("\n", "\r\n").encode(),
    }
    for mistake, message in mistakes.items():
        if base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode() == signature:
            return f" It would if {mistake}. The string to sign is {text!r}."
    digest = hmac.new(key, text.encode(), hashlib.sha256)
    if signature.lower() == digest.hexdigest():
        return " It is right but in hexadecimal; it has to be in Base64."
    expected = base64.b64encode(digest.digest()).decode()
    place = next((i for i, (a, b) in enumerate(zip(expected, signature, strict=False)) if a != b), len(expected))
    return f" The string to sign is {text!r}; the signature differs from its place {place + 1} on."
