"""The transport that spreads calls over small pools, against servers on this machine; blocking and asynchronous."""

from __future__ import annotations

import asyncio
import inspect
import ipaddress
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from httpx._utils import get_environment_proxies
from loopback import LoopbackServer, answered
from securedsigning import AsyncSecuredSigning, ConfigurationError, SecuredSigning, tls
from securedsigning._async import transport as asynchronous
from securedsigning._async.transport import AsyncSpreadingTransport, proxy_mounts
from securedsigning._sync import transport as blocking
from securedsigning._sync.transport import SpreadingTransport
from securedsigning._sync.transport import proxy_mounts as blocking_proxy_mounts
from securedsigning.operations import Operation
from securedsigning.proxies import environment_proxies

OK = answered(b"ok")


def pools(transport: SpreadingTransport | AsyncSpreadingTransport) -> tuple[int, int]:
    """How many pools are in use, and how many are free."""
    free = sum(map(len, transport._free.values()))
    return len(transport._pools) - free, free


class Gate:
    """An answer that comes when ``expected`` requests have come."""

    def __init__(self, expected: int) -> None:
        self.barrier = threading.Barrier(expected)

    def __call__(self, _: bytes) -> Iterable[bytes]:
        self.barrier.wait(30)
        yield OK


def at_once(_: bytes) -> Iterable[bytes]:
    return [OK]


@pytest.fixture
async def client() -> AsyncIterator[Callable[..., httpx.AsyncClient]]:
    """Makes asynchronous clients on a spreading transport, and closes them."""
    made: list[httpx.AsyncClient] = []

    def make(transport: AsyncSpreadingTransport, pool_timeout: float = 30) -> httpx.AsyncClient:
        made.append(httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(30, pool=pool_timeout)))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()


@pytest.fixture
def contexts(monkeypatch: pytest.MonkeyPatch) -> list[ssl.SSLContext]:
    """What is made for certificates, from nothing and with no file of one's own."""
    made: list[ssl.SSLContext] = []
    create = httpx.create_ssl_context

    def counted() -> ssl.SSLContext:
        made.append(create())
        return made[-1]

    monkeypatch.setattr(httpx, "create_ssl_context", counted)
    monkeypatch.setattr(tls, "_contexts", {})
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    return made


async def test_one_call_at_a_time_keeps_one_connection(client: Callable[..., httpx.AsyncClient]) -> None:
    """A sequential user of either kind has a single pool with a single connection."""
    with LoopbackServer(at_once) as server:
        transport = AsyncSpreadingTransport()
        http = client(transport)
        for _ in range(20):
            assert (await http.get(server.url)).text == "ok"
        assert (server.connections, pools(transport)) == (1, (0, 1))
    with LoopbackServer(at_once) as server, httpx.Client(transport=SpreadingTransport()) as each:
        for _ in range(20):
            assert each.get(server.url).text == "ok"
        assert server.connections == 1


def test_an_asynchronous_client_stays_with_its_event_loop() -> None:
    """Its connections belong to the first one. Another one is told so, and may have it once it was closed."""
    settings = {"api_key": "KEY", "api_secret": "SECRET", "access_url": "https://example.com/callback"}
    with LoopbackServer(lambda _: [answered(b'{"Reference":"1"}')]) as server:
        client = AsyncSecuredSigning(**settings, base_url=server.url)

        async def calls(*, close: bool) -> str:
            documents = await asyncio.gather(*(client.documents.status("1") for _ in range(2)))
            if close:
                await client.aclose()
            return documents[0].reference

        with asyncio.Runner() as first, asyncio.Runner() as second:
            assert first.run(calls(close=False)) == "1"
            with pytest.raises(ConfigurationError) as caught:
                second.run(calls(close=False))
            assert str(caught.value) == (
                "this client is used from two event loops, and its connections belong to the first: make one client in "
                "each, as with: async with AsyncSecuredSigning(...) as client."
            )
            assert first.run(calls(close=True)) == "1"
            assert second.run(calls(close=True)) == "1"


async def test_a_hundred_calls_are_in_flight_at_once(client: Callable[..., httpx.AsyncClient]) -> None:
    """All of the default hundred connections are used together, and given back."""
    with LoopbackServer(Gate(100)) as server:
        transport = AsyncSpreadingTransport()
        http = client(transport)
        answers = await asyncio.gather(*(http.get(server.url) for _ in range(100)))
        assert {answer.text for answer in answers} == {"ok"}
        assert (server.connections, pools(transport)) == (100, (0, 100))


@pytest.mark.parametrize("limit", [1, 3, 4])
async def test_the_limit_holds_and_further_calls_wait(client: Callable[..., httpx.AsyncClient], limit: int) -> None:
    """More calls than connections wait for a place; no more than the limit are ever opened."""
    with LoopbackServer(at_once) as server:
        transport = AsyncSpreadingTransport(max_connections=limit)
        http = client(transport)
        answers = await asyncio.gather(*(http.get(server.url) for _ in range(50)))
        assert len(answers) == 50
        assert server.connections <= limit
        assert pools(transport)[0] == 0


async def test_a_cancelled_call_gives_its_place_back(client: Callable[..., httpx.AsyncClient]) -> None:
    """Cancelling in the middle of a call, or while it waits for a connection, leaves the transport usable."""
    reached, release = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def halted(_: bytes) -> Iterable[bytes]:
        loop.call_soon_threadsafe(reached.set)
        release.wait(30)
        yield OK

    with LoopbackServer(halted) as server:
        transport = AsyncSpreadingTransport(max_connections=1)
        http = client(transport)
        tasks = [asyncio.create_task(http.get(server.url)) for _ in range(3)]
        await reached.wait()
        for task in tasks:
            task.cancel()
        assert all(
            isinstance(result, asyncio.CancelledError)
            for result in await asyncio.gather(*tasks, return_exceptions=True)
        )
        assert pools(transport) == (0, 1)
        release.set()
        assert (await http.get(server.url)).text == "ok"


async def test_a_streamed_response_holds_its_place_until_it_is_closed(client: Callable[..., httpx.AsyncClient]) -> None:
    """Reading later counts as being busy: other calls go elsewhere meanwhile, and come back afterwards."""
    with LoopbackServer(at_once) as server:
        transport = AsyncSpreadingTransport()
        http = client(transport)
        async with http.stream("GET", server.url) as response:
            await http.get(server.url)
            assert pools(transport) == (1, 1)
            await response.aread()
        assert pools(transport) == (0, 2)
        await response.aclose()
        assert pools(transport) == (0, 2)

        single = client(AsyncSpreadingTransport(max_connections=1), pool_timeout=0.01)
        async with single.stream("GET", server.url):
            with pytest.raises(httpx.PoolTimeout):
                await single.get(server.url)
        assert (await single.get(server.url)).text == "ok"


async def test_a_waiting_call_gets_whichever_place_is_free_first(client: Callable[..., httpx.AsyncClient]) -> None:
    """A call does not wait behind one slow download when another connection has become free."""
    with LoopbackServer(at_once) as server:
        transport = AsyncSpreadingTransport(max_connections=3)
        http = client(transport)
        async with http.stream("GET", server.url), http.stream("GET", server.url):
            async with http.stream("GET", server.url):
                waiting = asyncio.create_task(http.get(server.url))
                while not transport._places._semaphore._waiters:
                    await asyncio.sleep(0)
            assert (await waiting).text == "ok"


def test_a_blocking_call_waits_for_a_place_as_long_as_the_timeout_says() -> None:
    """With all connections in use a call fails with httpx's own error after the pool timeout."""
    timeout = httpx.Timeout(30, pool=0.01)
    with (
        LoopbackServer(at_once) as server,
        httpx.Client(transport=SpreadingTransport(max_connections=1), timeout=timeout) as client,
    ):
        with client.stream("GET", server.url), pytest.raises(httpx.PoolTimeout, match="all 1 connections are in use"):
            client.get(server.url)
        assert client.get(server.url).text == "ok"


def test_blocking_calls_verify_who_answers(tmp_path: Path, contexts: list[ssl.SSLContext]) -> None:
    """A certificate that nobody vouches for ends the call before anything is sent; all clients share what they trust."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    with LoopbackServer(at_once, tls=context) as server:
        for _ in range(2):
            with (
                httpx.Client(transport=SpreadingTransport()) as client,
                pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"),
            ):
                client.get(server.url)
        assert server.heads == []
    assert len(contexts) == 1


def test_a_blocking_call_that_fails_gives_its_place_back() -> None:
    with (
        LoopbackServer(lambda _: []) as server,
        httpx.Client(transport=SpreadingTransport(max_connections=1)) as client,
    ):
        for _ in range(2):
            with pytest.raises(httpx.RemoteProtocolError):
                client.get(server.url, timeout=httpx.Timeout(30, pool=0.01))


@pytest.mark.parametrize("transport", [SpreadingTransport, AsyncSpreadingTransport])
async def test_an_unused_connection_is_kept_for_half_a_minute(transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """httpx would close it after five seconds."""
    later, clock = [0.0], time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: clock() + sum(later))
    made = transport()
    http = httpx.AsyncClient(transport=made) if transport is AsyncSpreadingTransport else httpx.Client(transport=made)
    with LoopbackServer(at_once) as server:
        for seconds, connections in ((0, 1), (29, 1), (31, 2)):
            later.append(seconds)
            answer = http.get(server.url)
            assert (await answer if inspect.isawaitable(answer) else answer).text == "ok"
            assert server.connections == connections
        closing = http.aclose() if isinstance(http, httpx.AsyncClient) else http.close()
        await closing if closing is not None else None


def test_a_streamed_response_of_a_blocking_client_holds_its_place() -> None:
    """The same with a blocking client, also if the body is never read."""
    transport = SpreadingTransport()
    with LoopbackServer(at_once) as server, httpx.Client(transport=transport) as client:
        with client.stream("GET", server.url):
            client.get(server.url)
            assert pools(transport) == (1, 1)
        assert pools(transport) == (0, 2)


@pytest.mark.parametrize(
    ("made", "limit"),
    [
        (SpreadingTransport, 100),
        (lambda: SpreadingTransport(max_connections=3), 3),
        (lambda: blocking_proxy_mounts()["http://"], 100),
        (lambda: blocking_proxy_mounts(max_connections=3)["http://"], 3),
        (AsyncSpreadingTransport, 100),
        (lambda: AsyncSpreadingTransport(max_connections=3), 3),
        (lambda: proxy_mounts()["http://"], 100),
        (lambda: proxy_mounts(max_connections=3)["http://"], 3),
    ],
)
async def test_a_hundred_places_unless_told_otherwise(
    made: Callable[[], SpreadingTransport | AsyncSpreadingTransport],
    limit: int,
    proxy_environment: Callable[[dict[str, str]], None],
) -> None:
    """When all of them are taken, the next call fails after the pool timeout, and says how many there are."""
    proxy_environment({"HTTP_PROXY": "http://127.0.0.1:9"})
    transport = made()
    request = httpx.Request("GET", "http://127.0.0.1:9/", extensions={"timeout": {"pool": 0.0}})
    if isinstance(transport, SpreadingTransport):
        assert [transport._places.take(0.0) for _ in range(limit + 1)] == [True] * limit + [False]
        with pytest.raises(httpx.PoolTimeout, match=f"^all {limit} connections are in use$"):
            transport.handle_request(request)
        return
    assert [await transport._places.take(0.0) for _ in range(limit + 1)] == [True] * limit + [False]
    with pytest.raises(httpx.PoolTimeout, match=f"^all {limit} connections are in use$"):
        await transport.handle_async_request(request)


async def test_a_request_without_timeouts(client: Callable[..., httpx.AsyncClient]) -> None:
    """One that no client of httpx made may wait as long as it takes."""
    with LoopbackServer(at_once) as server:
        async with AsyncSpreadingTransport() as transport:
            answer = await transport.handle_async_request(httpx.Request("GET", server.url))
            assert await answer.aread() == b"ok"
        with SpreadingTransport() as each:
            assert each.handle_request(httpx.Request("GET", server.url)).read() == b"ok"


async def test_errors_pass_through_unchanged(client: Callable[..., httpx.AsyncClient]) -> None:
    """What the pool raises reaches the caller as it is, and the place is given back."""
    with LoopbackServer(lambda _: []) as server:
        transport = AsyncSpreadingTransport()
        with pytest.raises(httpx.RemoteProtocolError):
            await client(transport).get(server.url)
        assert pools(transport) == (0, 1)
    with pytest.raises(httpx.ConnectError):
        await client(transport).get(server.url)
    with pytest.raises(httpx.UnsupportedProtocol):
        await client(transport).get("ftp://127.0.0.1/")
    with httpx.Client(transport=SpreadingTransport()) as each, pytest.raises(httpx.ConnectError):
        each.get(server.url)


def test_threads_share_one_transport() -> None:
    """Many threads on one blocking client: every call is answered, the limit holds, no place is lost."""
    transport = SpreadingTransport(max_connections=8)
    with LoopbackServer(at_once) as server, httpx.Client(transport=transport, timeout=30) as client:
        with ThreadPoolExecutor(16) as executor:
            answers = list(executor.map(lambda _: client.get(server.url).text, range(400)))
        assert answers == ["ok"] * 400
        assert server.connections <= 8
        assert pools(transport)[0] == 0


async def test_what_a_burst_has_left_behind_is_closed(
    client: Callable[..., httpx.AsyncClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pools that were not used for longer than connections are kept are closed, one with each later call."""
    now = 0.0
    monkeypatch.setattr(asynchronous, "monotonic", lambda: now)
    with LoopbackServer(Gate(5)) as server:
        transport = AsyncSpreadingTransport()
        http = client(transport)
        await asyncio.gather(*(http.get(server.url) for _ in range(5)))
        server.answer = at_once
        await http.get(server.url)
        assert pools(transport) == (0, 5)
        now += asynchronous.KEEP_ALIVE_SECONDS
        await http.get(server.url)
        assert pools(transport) == (0, 5)
        now += 1
        held = list(transport._free[False])  # so that none is closed by being forgotten
        for left in (4, 3, 2, 1, 1):
            await http.get(server.url)
            assert pools(transport) == (0, left)
        assert server.ended(4)
        del held


def test_what_a_burst_of_a_blocking_client_has_left_behind_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in blocking form; and one that fails to close is not the business of the call that closes it."""
    now = 0.0
    monkeypatch.setattr(blocking, "monotonic", lambda: now)
    transport = SpreadingTransport()
    with LoopbackServer(at_once) as server, httpx.Client(transport=transport) as client:
        get = partial(client.stream, "GET", server.url)
        with get() as first, get() as second, get() as third:
            assert [response.read() for response in (first, second, third)] == [b"ok"] * 3
        now += blocking.KEEP_ALIVE_SECONDS
        client.get(server.url)
        assert pools(transport) == (0, 3)
        now += 1
        held = list(transport._free[False])  # so that none is closed by being forgotten
        client.get(server.url)
        assert pools(transport) == (0, 2)
        assert server.ended(1)
        del held

        oldest = transport._free[False][0].transport
        closing = oldest.close

        def fail() -> None:
            closing()
            raise OSError("already gone")

        monkeypatch.setattr(oldest, "close", fail)
        assert client.get(server.url).text == "ok"
        assert pools(transport) == (0, 1)


async def test_closed_in_the_middle_of_a_call(client: Callable[..., httpx.AsyncClient]) -> None:
    """What is given back after closing is not used again; a later call opens a new connection."""
    with LoopbackServer(at_once) as server:
        transport = AsyncSpreadingTransport(max_connections=1)
        http = client(transport)
        async with http.stream("GET", server.url):
            await transport.aclose()
        assert pools(transport) == (0, 0)
        assert (await http.get(server.url)).text == "ok"
        each = SpreadingTransport(max_connections=1)
        with httpx.Client(transport=each) as other:
            with other.stream("GET", server.url):
                each.close()
            assert pools(each) == (0, 0)
            assert other.get(server.url).text == "ok"
        assert server.connections == 4


async def test_closing_closes_every_pool() -> None:
    """After closing, the server sees all connections end."""
    with LoopbackServer(Gate(6)) as server:
        transport = AsyncSpreadingTransport()
        async with httpx.AsyncClient(transport=transport) as http:
            await asyncio.gather(*(http.get(server.url) for _ in range(6)))
        assert pools(transport) == (0, 0)
        assert server.ended(6)


def self_signed(folder: Path) -> Path:
    """A certificate for 127.0.0.1 with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path


async def test_certificates_are_loaded_once_and_only_for_encrypted_calls(
    client: Callable[..., httpx.AsyncClient],
    tmp_path: Path,
    contexts: list[ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Plain calls load none; encrypted ones of all clients share one context, and verify with it."""
    path = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    http = client(AsyncSpreadingTransport())
    with LoopbackServer(at_once) as server:
        await http.get(server.url)
    assert contexts == []
    with LoopbackServer(at_once, tls=context) as server:
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            await http.get(server.url)
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            await client(AsyncSpreadingTransport()).get(server.url)
        assert len(contexts) == 1
        # Another choice of the environment is another context.
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        answers = await asyncio.gather(*(client(AsyncSpreadingTransport()).get(server.url) for _ in range(3)))
        with httpx.Client(transport=SpreadingTransport()) as each:
            assert (await asyncio.to_thread(each.get, server.url)).text == "ok"
        assert [answer.text for answer in answers] == ["ok"] * 3
        assert len(contexts) == 2
        # The client's own connections trust the same.
        settings: Any = {"api_key": "K", "api_secret": "S", "access_url": server.url, "base_url": server.url}
        own = Operation("own", "own.call", "GET", "/")
        async with AsyncSecuredSigning(**settings) as whole:
            assert (await whole.send(own, "/")).text == "ok"
        with SecuredSigning(**settings) as blocking_whole:
            assert (await asyncio.to_thread(blocking_whole.send, own, "/")).text == "ok"
        assert len(contexts) == 2
        # A context that was given is used as it is, also after closing.
        monkeypatch.delenv("SSL_CERT_FILE")
        trusting = ssl.create_default_context(cafile=path)
        transport = AsyncSpreadingTransport(tls_context=trusting)
        with httpx.Client(transport=SpreadingTransport(tls_context=trusting)) as each:
            for _ in range(2):
                assert (await client(transport).get(server.url)).text == "ok"
                await transport.aclose()
                assert (await asyncio.to_thread(each.get, server.url)).text == "ok"
                each._transport.close()
        assert len(contexts) == 2


PROXY_CASES: list[dict[str, str]] = [
    {},
    {"HTTP_PROXY": "proxy.test:3128"},
    {"HTTPS_PROXY": "http://proxy.test:3128", "NO_PROXY": "example.com, .internal,localhost,10.0.0.1,::1"},
    {"ALL_PROXY": "http://proxy.test:1", "NO_PROXY": "192.168.0.0/16,https://direct.test,*"},
    {"ALL_PROXY": "http://proxy.test:1", "NO_PROXY": "192.168.0.0/16,https://direct.test,"},
]


@pytest.fixture
def proxy_environment(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], None]:
    def apply(variables: dict[str, str]) -> None:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"):
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.lower(), raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return apply


@pytest.mark.parametrize("variables", PROXY_CASES)
def test_the_environment_is_read_as_httpx_reads_it(
    variables: dict[str, str], proxy_environment: Callable[[dict[str, str]], None]
) -> None:
    """Proxy variables mean the same as they would without our transport."""
    proxy_environment(variables)
    expected = get_environment_proxies()
    if any(expected.values()):
        assert environment_proxies() == expected
    else:
        assert environment_proxies() == {}


async def test_calls_go_through_the_proxy_of_the_environment(
    proxy_environment: Callable[[dict[str, str]], None],
) -> None:
    """With ``proxy_mounts`` a client of either kind calls the proxy, but not for excepted hosts."""
    with LoopbackServer(at_once) as proxy, LoopbackServer(at_once) as direct:
        proxy_environment({"HTTP_PROXY": proxy.url, "NO_PROXY": "127.0.0.1"})
        async with httpx.AsyncClient(
            transport=AsyncSpreadingTransport(), mounts=proxy_mounts(), trust_env=False
        ) as http:
            await http.get("http://service.test/a")
            await http.get(direct.url)
        mounts = blocking_proxy_mounts()
        with httpx.Client(transport=SpreadingTransport(), mounts=mounts, trust_env=False) as each:
            await asyncio.to_thread(each.get, "http://service.test/b")
        assert [head.split()[:2] for head in proxy.heads] == [
            [b"GET", b"http://service.test/a"],
            [b"GET", b"http://service.test/b"],
        ]
        assert len(direct.heads) == 1


def test_a_proxy_is_called_with_the_given_context(proxy_environment: Callable[[dict[str, str]], None]) -> None:
    """Whom to trust behind the proxy is the caller's choice too; an excepted host has the client's own transport."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    proxy_environment({"ALL_PROXY": "http://127.0.0.1:9", "NO_PROXY": "direct.test"})
    for made in (proxy_mounts(tls_context=context), blocking_proxy_mounts(tls_context=context)):
        assert made["all://*direct.test"] is None
        mount: Any = made["all://"]
        assert mount._tls_context is context


def test_the_blocking_twin_has_the_same_limits() -> None:
    """What is written once is the same in both worlds."""
    assert blocking.KEPT_PER_POOL == asynchronous.KEPT_PER_POOL
    assert blocking.KEEP_ALIVE_SECONDS == asynchronous.KEEP_ALIVE_SECONDS
