"""The access URL of a request, from ``Referer`` or, as browsers send it, ``Origin``.

The developer page asks for the callback URL in ``Referer`` and speaks of a domain when a key is registered. A browser page
cannot set the header and sends no more than its origin, so by default hosts are compared. That is our choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from securedsigning_sandbox.errors import ApiError


def check_referer(headers: Mapping[str, str], access_url: str, mode: str, *, has_token: bool) -> None:
    """Compare the request's origin with the registered access URL.

    Args:
        headers: the request's headers.
        access_url: what is registered for the key.
        mode: ``domain``, ``exact`` or ``off``.
        has_token: whether the request carries a valid bearer token; then the header may be missing.

    Raises:
        ApiError: 401.
    """
    if mode == "off":
        return
    # A page whose origin is hidden, such as one in a sandboxed frame, sends the word null.
    sent = headers.get("Referer") or headers.get("Origin", "").removeprefix("null")
    if not sent:
        if has_token:
            return
        raise ApiError(401, "The header Referer is missing; it has to hold the access URL registered for the API key.")
    name = "Referer" if headers.get("Referer") else "Origin"
    matches = _plain(sent) == _plain(access_url) if mode == "exact" else same_host(sent, access_url)
    if not matches:
        raise ApiError(401, f"The header {name} does not hold the access URL registered for the API key.")


def _plain(address: str) -> str:
    return address.strip().rstrip("/").casefold()


def same_host(first: str, second: str) -> bool:
    """Whether two addresses have the same host, and the same port where the second names one.

    Either may be a bare host, since a domain is what is registered with a key; a scheme's usual port counts as named.
    """
    try:
        one, other = _parts(first), _parts(second)
        ports_match = other.port is None or _port(one) == other.port
    except ValueError:
        return False
    return bool(one.hostname) and one.hostname == other.hostname and ports_match


def _parts(address: str) -> SplitResult:
    return urlsplit(address if "://" in address else f"//{address}")


def _port(parts: SplitResult) -> int | None:
    return parts.port or {"https": 443, "http": 80}.get(parts.scheme)
