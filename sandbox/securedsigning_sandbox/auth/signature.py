"""The signature of a request, checked over the header text exactly as it came (developer page, "API Signature")."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import sqlite3
from collections.abc import Mapping

from securedsigning_sandbox.auth.diagnosis import diagnosis
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.store import Store

_TIMESTAMP = re.compile(r"[0-9]{1,15}([.,][0-9]{1,20})?")
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
            raise ApiError(401, f"The header {name} is {'missing' if value is None else 'empty'}.")
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
        hint = f" {diagnosis(api_key, timestamp, nonce, row['secret'], signature)}" if settings.debug_auth else ""
        raise ApiError(401, f"X-CUSTOM-SIGNATURE does not match.{hint}")
    if settings.replay_check:
        _remember(store, api_key, nonce, now, settings.clock_tolerance)
    return row


def _remember(store: Store, api_key: str, nonce: str, now: float, tolerance: float) -> None:
    """Refuse a nonce that was seen. It is forgotten when its request would be too old anyway."""
    with store.transaction(flushed=False):
        store.run("DELETE FROM nonces WHERE seen_at < ?", now - 2 * tolerance)
        inserted = store.run("INSERT OR IGNORE INTO nonces VALUES (?, ?, ?)", api_key, nonce, now)
    if not inserted:
        raise ApiError(401, "X-CUSTOM-NONCE was used before; every request and every repeated attempt needs a new one.")
