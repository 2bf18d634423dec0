# Copied from templates/python/runtime/proxies.py; edit it there.
"""Proxies that the environment asks for.

httpx reads ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY`` only while it makes its own transports; given one,
it leaves them aside. This is the same reading, for transports of ours.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def environment_proxies(found: Mapping[str, str] | None = None) -> dict[str, str | None]:
    """Which proxy serves which addresses, as patterns that the ``mounts`` argument of httpx's clients understands.

    Args:
        found: proxy addresses by scheme, and under ``no`` the hosts that need none; by default what
            ``urllib.request.getproxies`` finds in the environment (on Windows and macOS also in the system settings).

    Returns:
        The proxy's address for each pattern; None for addresses that are reached directly.
    """
    if found is None:
        from urllib.request import getproxies

        found = getproxies()
    mounts: dict[str, str | None] = {}
    for scheme in ("http", "https", "all"):
        if address := found.get(scheme):
            mounts[f"{scheme}://"] = address if "://" in address else f"http://{address}"
    if not mounts:
        return {}
    for host in filter(None, map(str.strip, found.get("no", "").split(","))):
        if host == "*":
            return {}
        mounts[_pattern(host)] = None
    return mounts


def _pattern(host: str) -> str:
    """The pattern for one entry of ``NO_PROXY``: a domain stands for its sub-domains too, an address only for itself."""
    from ipaddress import ip_address

    if "://" in host:
        return host
    try:
        literal = ip_address(host.split("/")[0])
    except ValueError:
        return f"all://{host}" if host.lower() == "localhost" else f"all://*{host}"
    return f"all://[{host}]" if literal.version == 6 else f"all://{host}"
