"""Who may see what the real service does not have: only people and programs on this machine.

A web page in the browser of a developer could reach a loopback address too, so the host name is looked at (a foreign name
that was bent to 127.0.0.1 is refused), and so is whether a browser sends the request on behalf of another site.
"""

from __future__ import annotations

import ipaddress

from starlette.requests import Request

from securedsigning_sandbox.context import State

MARK = "X-Sandbox-Outgoing"
"""On every request that the sandbox makes itself, because somebody gave it an address: these see nothing here."""


def is_from_this_machine(request: Request) -> bool:
    """Whether a request comes from this machine, and from no other site's page."""
    state: State = request.app.state.sandbox
    if MARK in request.headers:
        return False  # a request that somebody made the sandbox send
    if request.client is not None and not _is_loopback(request.client.host):
        return False
    if state.hosts is not None and (request.url.hostname or "").lower() not in state.hosts:
        return False
    if request.method == "GET":
        return True  # without CORS headers no other site's page can read the answer
    own = f"{request.url.scheme}://{request.url.netloc}"
    is_own_page = request.headers.get("Origin", own) == own
    return is_own_page and request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # no address: the client is in this process
        return True
