"""Which operation an address is: below the API's version, or one of the OAuth addresses."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from securedsigning_sandbox.spec import Operation, Spec

_ADDRESS = re.compile(r"/web/(v1\.[34])/(.*)", re.IGNORECASE | re.DOTALL)
_OAUTH = re.compile(r"/api/oauth2/(token|authorize|revoke)[/ ]*", re.IGNORECASE)


def found(scope: MutableMapping[str, Any], spec: Spec) -> tuple[str, Operation, dict[str, str]] | None:
    """The version, the operation of the API and its path parameters; None if there is none at the address.

    The path is divided as it was sent, before it is decoded, since a client's own reference may hold an encoded slash.
    """
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    address = _ADDRESS.fullmatch(raw.partition(b"?")[0].decode("latin-1"))
    if address is None:
        return None
    version, segments = address[1].lower(), [unquote(part) for part in address[2].split("/")]
    matched = spec.match(scope["method"], segments)
    if matched is None and version == "v1.3":
        matched = _legacy().match(scope["method"], segments)
    return None if matched is None else (version, *matched)


@cache
def _legacy() -> Spec:
    """What only v1.3 has."""
    return Spec(Path(__file__).with_name("legacy.json"))


def operation_of(scope: MutableMapping[str, Any], spec: Spec) -> str | None:
    """What a rule for faults calls the address: an operationId, ``token``, ``authorize`` or ``revoke``; None for others."""
    oauth = _OAUTH.fullmatch(scope["path"])
    if oauth is not None:
        return oauth[1].lower()
    matched = found(scope, spec)
    return None if matched is None else matched[1].id
