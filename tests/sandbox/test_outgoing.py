"""Where the sandbox connects to, and where it does not."""

from __future__ import annotations

import asyncio
import socket
import threading
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
        "http://127.0.0.1:65536/",
        "http://127.0.0.1:0/",
    ],
)
def test_refused(url: str) -> None:
    with pytest.raises((RefusedError, UnreachableError)) as caught:
        fetched(url)
    assert not isinstance(caught.value, UnreachableError) or "not known" in str(caught.value)


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "[::ffff:169.254.169.254]",
        "[::169.254.169.254]",
        "[64:ff9b:1::a9fe:a9fe]",
        "[fd00:ec2::254]",
        "[fd20:ce::254]",
        "100.100.100.200",
        "192.0.0.192",
        "[fec0::1]",
        "224.0.0.1",
        "0.0.0.0",
        "255.255.255.255",
    ],
)
def test_refused_even_where_other_machines_are_allowed(host: str) -> None:
    """Where clouds keep what a machine may know of itself, and what is no machine's own address."""
    with pytest.raises(RefusedError):
        fetched(f"http://{host}/", allow_outgoing=True)


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.7", "172.16.0.1", "[fd12:3456::1]", "93.184.215.14"])
def test_other_machines_may_be_allowed(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def connect(*_: object, **__: object) -> None:
        raise OSError("as far as it shall go")

    monkeypatch.setattr(asyncio.BaseEventLoop, "create_connection", connect)
    with pytest.raises(UnreachableError, match="cannot be reached"):
        fetched(f"http://{host}/", allow_outgoing=True)


def test_redirects_are_looked_at_like_the_first_address(server: str) -> None:
    assert fetched(f"{server}/to//file")
    with pytest.raises(RefusedError, match="only http and https"):
        fetched(f"{server}/to/file:///etc/passwd")
    with pytest.raises(RefusedError, match="169.254.169.254"):
        fetched(f"{server}/to/http://169.254.169.254/", allow_outgoing=True)
    with pytest.raises(RefusedError, match="no address"):
        fetched(f"{server}/to/http://[")


def test_the_connection_goes_to_the_address_that_was_looked_at(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means another machine the second time it is asked for."""
    answers = iter(["127.0.0.1", "10.0.0.1"])
    port = int(server.rpartition(":")[2])

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        return [(2, 1, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert fetched(f"http://two-faced.example:{port}/") == f"two-faced.example:{port} identity".encode()


def test_every_address_of_a_name_is_tried(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """``localhost`` often names the IPv6 address first, and most servers listen on the other one only."""
    port = int(server.rpartition(":")[2])

    def resolve(*_: object, **__: object) -> list[Any]:
        return [(10, 1, 6, "", ("::1", port, 0, 0)), (2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert fetched(f"http://localhost:{port}/") == f"localhost:{port} identity".encode()


def test_what_cannot_be_had(server: str) -> None:
    for path, reason in (("/missing", "404"), ("/packed", "encoding"), ("/to//to//to//to//to//to//file", "redirects")):
        with pytest.raises(UnreachableError, match=reason):
            fetched(server + path)


def test_a_peer_that_says_nothing_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        with pytest.raises(UnreachableError, match="longer than"):
            post(f"http://127.0.0.1:{silent.getsockname()[1]}/", b"{}", {}, allow_outgoing=False, seconds=0.2)


def test_a_name_that_nobody_answers_for_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that is cut off from its name server; resolvers wait for half a minute and more."""
    may_end, ended = threading.Event(), threading.Event()

    def resolve(*_: object, **__: object) -> list[Any]:
        may_end.wait(10)
        ended.set()
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(UnreachableError, match="longer than"):
        post("http://slow.example/", b"{}", {}, allow_outgoing=True, seconds=0.2)
    assert not ended.is_set()
    may_end.set()
    assert ended.wait(10)


def test_the_sandbox_s_own_pages_are_not_reached_this_way(caller: Any) -> None:
    answer = caller.http.get("/", headers={"X-Sandbox-Outgoing": "1"})
    assert (answer.status_code, caller.sandbox.api_secret in answer.text) == (404, False)
