"""Where the sandbox connects to, and where it does not."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from local_server import Quiet, serving
from securedsigning_sandbox.outgoing import RefusedError, UnreachableError, fetch, post


@pytest.fixture
def server() -> Iterator[str]:
    """Answers by path: a file, redirects, an encoding that nobody asked for."""

    class Handler(Quiet):
        def do_GET(self) -> None:
            self.send_response(302 if self.path.startswith("/to/") else 200 if self.path != "/missing" else 404)
            if self.path.startswith("/to/"):
                self.send_header("Location", self.path.removeprefix("/to/"))
            if self.path == "/packed":
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(f"{self.headers['Host']} {self.headers['Accept-Encoding']}".encode())

    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


def fetched(url: str, *, allow_outgoing: bool = False) -> bytes:
    blocks: list[bytes] = []
    fetch(url, blocks.append, allow_outgoing=allow_outgoing, seconds=5)
    return b"".join(blocks)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
        "127.0.0.1",
        "http://",
        "http://user:password@127.0.0.1/",
        "http://192.0.2.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[2002:0a00:0001::]/",
        "http://[64:ff9b::a00:1]/",
        "http://0.0.0.0/",
        "http://167772161/",
        "http://0x0a000001/",
    ],
)
def test_refused(url: str) -> None:
    with pytest.raises((RefusedError, UnreachableError)) as caught:
        fetched(url)
    assert not isinstance(caught.value, UnreachableError) or "not known" in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/", "http://[::ffff:169.254.169.254]/", "http://224.0.0.1/", "http://0.0.0.0/"]
)
def test_refused_even_where_other_machines_are_allowed(url: str) -> None:
    with pytest.raises(RefusedError):
        fetched(url, allow_outgoing=True)


def test_redirects_are_looked_at_like_the_first_address(server: str) -> None:
    assert fetched(f"{server}/to//file")
    with pytest.raises(RefusedError, match="only http and https"):
        fetched(f"{server}/to/file:///etc/passwd")
    with pytest.raises(RefusedError, match="169.254.169.254"):
        fetched(f"{server}/to/http://169.254.169.254/", allow_outgoing=True)


def test_the_connection_goes_to_the_address_that_was_looked_at(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means another machine the second time it is asked for."""
    answers = iter(["127.0.0.1", "10.0.0.1"])
    port = int(server.rpartition(":")[2])

    async def resolve(self: object, host: str, port: int, **_: Any) -> list[Any]:
        return [(2, 1, 6, "", (next(answers), port))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    assert fetched(f"http://two-faced.example:{port}/") == f"two-faced.example:{port} identity".encode()


def test_what_cannot_be_had(server: str) -> None:
    for path, reason in (("/missing", "404"), ("/packed", "encoding"), ("/to//to//to//to//to//to//file", "redirects")):
        with pytest.raises(UnreachableError, match=reason):
            fetched(server + path)


def test_a_peer_that_says_nothing_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        with pytest.raises(UnreachableError, match="longer than"):
            post(f"http://127.0.0.1:{silent.getsockname()[1]}/", b"{}", {}, allow_outgoing=False, seconds=0.2)


def test_the_sandbox_s_own_pages_are_not_reached_this_way(caller: Any) -> None:
    answer = caller.http.get("/", headers={"X-Sandbox-Outgoing": "1"})
    assert (answer.status_code, caller.sandbox.api_secret in answer.text) == (404, False)
