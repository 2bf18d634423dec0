"""The only place from which the sandbox opens a connection: notifications, and files that are fetched by address.

Whoever sends a request chooses where these go, so by default they go to this machine alone. The name is resolved once, every
address it stands for is looked at, and the connection is made to the address that was looked at: a name that is bent to another
address in between changes nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from urllib.parse import urljoin

import httpx

from securedsigning_sandbox.local import MARK

_REDIRECTS = 3
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PRIVATE = [ipaddress.ip_network(each) for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")]
"""RFC 1918 and RFC 4193: an office's own machines, which --allow-outgoing is for as well as for all the world."""
_NEVER = [ipaddress.ip_network(each) for each in ("fd00:ec2::/32", "fd20:ce::/32", "192.0.0.0/24")]
"""Where clouds tell a machine its secrets, besides the link-local address that most of them use."""
_Result = TypeVar("_Result")
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedError(Exception):
    """The sandbox does not go there; the text says why, and what would allow it."""


class UnreachableError(Exception):
    """Nothing was got from there; the text says why."""


def post(url: str, content: bytes, headers: Mapping[str, str], *, allow_outgoing: bool, seconds: float) -> int:
    """Send a body and return the status of the answer; redirects are not followed.

    Args:
        url: where to.
        content: the body.
        headers: of the request.
        allow_outgoing: whether other machines are allowed.
        seconds: most time for all of it.

    Raises:
        RefusedError: the address is not allowed.
        UnreachableError: there is no answer in time.
    """

    async def send() -> int:
        async with _answer("POST", url, allow_outgoing, content=content, headers=headers) as answer:
            return answer.status_code

    return _within(seconds, send())


def fetch(url: str, receive: Callable[[bytes], None], *, allow_outgoing: bool, seconds: float) -> None:
    """Fetch a file block by block; a few redirects are followed, each looked at like the first address.

    Args:
        url: where from.
        receive: takes a block; what it raises ends the transfer.
        allow_outgoing: whether other machines are allowed.
        seconds: most time for all of it.

    Raises:
        RefusedError: an address is not allowed.
        UnreachableError: there is no such file, or it does not come in time.
    """

    async def get() -> None:
        address = url
        for _ in range(_REDIRECTS + 1):
            async with _answer("GET", address, allow_outgoing) as answer:
                if answer.has_redirect_location:
                    address = _joined(address, answer.headers["Location"])
                    continue
                if not answer.is_success:
                    raise UnreachableError(f"it answers {answer.status_code}")
                if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
                    raise UnreachableError("it answers in an encoding that was not asked for")
                async for block in answer.aiter_raw():
                    receive(block)
                return
        raise UnreachableError(f"it redirects more than {_REDIRECTS} times")

    _within(seconds, get())


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        raise RefusedError("it redirects to what is no address") from None


def _within(seconds: float, work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run it, for so long at most: a peer that sends a byte now and then never exceeds a limit on single reads."""

    async def limited() -> _Result:
        async with asyncio.timeout(seconds):
            return await work

    try:
        return asyncio.run(limited())
    except TimeoutError:
        raise UnreachableError(f"it takes longer than {seconds:g} seconds") from None
    except httpx.HTTPError as error:
        raise UnreachableError(f"it cannot be reached ({type(error).__name__})") from None


@asynccontextmanager
async def _answer(
    method: str,
    url: str,
    allow_outgoing: bool,
    *,
    content: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> AsyncIterator[httpx.Response]:
    """The answer to one request, its body not read yet."""
    target, addresses = await _looked_at(url, allow_outgoing)
    sent = {**(headers or {}), "Host": target.netloc.decode("ascii"), "Accept-Encoding": "identity", MARK: "1"}
    async with httpx.AsyncClient(trust_env=False, timeout=None) as client:
        for address in addresses:
            request = client.build_request(
                method,
                target.copy_with(host=str(address)),
                content=content,
                headers=sent,
                extensions={"sni_hostname": target.host},
            )
            try:
                answer = await client.send(request, stream=True)
                break
            except httpx.ConnectError:
                if address == addresses[-1]:
                    raise
        try:
            yield answer
        finally:
            await answer.aclose()


async def _looked_at(url: str, allow_outgoing: bool) -> tuple[httpx.URL, list[_Address]]:
    """The parsed address, and where to connect to: the first that accepts."""
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        raise RefusedError("it is no address") from None
    if target.scheme not in {"http", "https"}:
        raise RefusedError("only http and https are fetched")
    if not target.host or target.userinfo:
        raise RefusedError("an address has a host, and no user name or password")
    port = {"http": 80, "https": 443}[target.scheme] if target.port is None else target.port
    if not 0 < port < 65_536:
        raise RefusedError("a port is a number from 1 to 65535")
    try:
        addresses = await asyncio.wrap_future(_resolved(target.host, port))
    except (OSError, UnicodeError):
        raise UnreachableError(f"the name {target.host} is not known") from None
    for address in addresses:
        _check(address, allow_outgoing)
    return target, addresses


def _resolved(host: str, port: int) -> Future[list[_Address]]:
    """What a name stands for. It is looked up in a thread that nobody waits for: ``asyncio.run`` would wait for one of its own,
    and a resolver without a server takes longer than anybody here has time."""
    found: Future[list[_Address]] = Future()

    def look_up() -> None:
        found.set_running_or_notify_cancel()
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.set_result([ipaddress.ip_address(entry[4][0]) for entry in entries])
        except Exception as error:
            found.set_exception(error)

    threading.Thread(target=look_up, daemon=True).start()
    return found


def _check(address: _Address, allow_outgoing: bool) -> None:
    """Refuse an address, or one that it stands for."""
    for each in (address, *_wrapped(address)):
        if each.is_loopback:
            continue
        if not _is_a_machine(each):
            raise RefusedError(f"{each} is no machine's own address")
        if not allow_outgoing:
            raise RefusedError("it is on another machine; --allow-outgoing (Settings.allow_outgoing) allows that")


def _is_a_machine(address: _Address) -> bool:
    """Whether an ordinary machine may have it, in an office or in the world; others are for a network's own purposes."""
    if (
        any(address in network for network in _NEVER)
        or address.is_multicast
        or getattr(address, "is_site_local", False)
    ):
        return False
    if any(address in network for network in (*_PRIVATE, _NAT64)):  # of the latter, what is translated was looked at
        return True
    return address.is_global and not address.is_reserved


def _wrapped(address: _Address) -> list[_Address]:
    """IPv4 addresses within an IPv6 address, in all forms that a network may translate."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[_Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in found if each is not None]
