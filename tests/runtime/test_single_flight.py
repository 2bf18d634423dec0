"""One renewal at a time: among threads, tasks and processes.

No test sleeps: where callers must overlap, the token endpoint holds its answer back until they do.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx
import pytest
from oauth_doubles import CODE, ENDED, NOW, REFRESH, SECRET, World, done
from securedsigning._async.oauth import AsyncOAuth
from securedsigning._async.primitives import _unfinished as unfinished
from securedsigning._async.primitives import uninterrupted
from securedsigning.errors import OAuthError
from securedsigning.token_file import FileTokenStore
from securedsigning.tokens import MemoryTokenStore, TokenStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


async def test_stuck_lock(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that is never given back ends in an error, not in waiting for ever; a code is not used up meanwhile."""
    slept: list[float] = []

    async def asleep(seconds: float) -> None:
        slept.append(seconds)

    sleep = slept.append if world.kind == "sync" else asleep
    monkeypatch.setattr(f"securedsigning._{world.kind}.single_flight.sleep", sleep)
    store = MemoryTokenStore()
    assert store.try_lock()
    oauth = world.client(store)
    for minutes in (1, 2):
        with pytest.raises(OAuthError) as caught:
            await done(oauth.exchange_code(CODE))
        assert str(caught.value) == (
            "another client has held the lock of the token store for a minute; it seems to be stuck"
        )
        assert sum(slept) == pytest.approx(minutes * 60, abs=0.001)
    store.unlock()
    assert world.service.requests == []
    assert (await done(oauth.exchange_code(CODE))).access_token == "access-1"


@pytest.mark.parametrize("failing", [False, True])
def test_threads_renew_once(failing: bool) -> None:
    """Many threads make one renewal; they share its token or its failure."""
    world = World("sync")
    if failing:
        world.service.refuse("temporarily_unavailable", 503)
    oauth = world.client(ENDED)
    start = threading.Barrier(20)
    outcomes: list[str] = []

    def call() -> None:
        start.wait()
        try:
            outcomes.append(str(oauth.bearer()))
        except OAuthError as error:
            outcomes.append(str(error.code))

    threads = [threading.Thread(target=call) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == ["temporarily_unavailable" if failing else "access-1"] * 20
    assert len(world.service.requests) == 1


def test_threads_that_ask_for_a_renewal_share_its_failure() -> None:
    """Though who asks by name later on, when it has failed already, tries again."""
    world = World("sync")
    oauth = world.client(ENDED)
    came, lock = threading.Semaphore(0), oauth._keeper._exclusive

    class Told:
        def __enter__(self) -> None:
            came.release()
            lock.__enter__()

        def __exit__(self, *problem: Any) -> None:
            lock.__exit__(*problem)

    def refused(_: httpx.Request) -> httpx.Response:
        assert all(came.acquire(timeout=30) for _ in range(2))
        return httpx.Response(503, json={"error": "temporarily_unavailable"})

    world.service.answer = refused
    oauth._keeper._exclusive = Told()
    outcomes: list[str | None] = []

    def call() -> None:
        with pytest.raises(OAuthError) as caught:
            oauth.refresh()
        outcomes.append(caught.value.code)

    threads = [threading.Thread(target=call) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == ["temporarily_unavailable"] * 2
    assert len(world.service.requests) == 1


class HeldBack:
    """An asynchronous token endpoint that answers when it is told to."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.arrived, self.release = asyncio.Event(), asyncio.Event()
        self.arrivals = 0

    def client(self, store: TokenStore) -> AsyncOAuth:
        async def answer(request: httpx.Request) -> httpx.Response:
            self.arrivals += 1
            self.arrived.set()
            await self.release.wait()
            return self.world.service(request)

        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        return AsyncOAuth(settings=self.world.settings, store=store, http=lambda: http, clock=lambda: NOW)


@pytest.mark.parametrize("failing", [False, True])
@pytest.mark.parametrize("method", ["bearer", "refresh"])
async def test_tasks_renew_once(failing: bool, method: str) -> None:
    """Tasks that wait for the same renewal share its token or its failure, even those that asked for it by name."""
    world = World("async")
    if failing:
        world.service.refuse("temporarily_unavailable", 503)
    held = HeldBack(world)
    oauth = held.client(MemoryTokenStore(ENDED))
    tasks = [asyncio.create_task(getattr(oauth, method)()) for _ in range(50)]
    await held.arrived.wait()
    held.release.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert len(world.service.requests) == 1
    if failing:
        assert {getattr(outcome, "code", None) for outcome in outcomes} == {"temporarily_unavailable"}
        assert len({id(outcome) for outcome in outcomes}) == 50, "each has an error of its own"
    else:
        assert {getattr(outcome, "access_token", outcome) for outcome in outcomes} == {"access-1"}


async def test_many_clients_on_one_store() -> None:
    """More asynchronous clients than the pool has threads can wait for one lock without locking each other out."""
    world = World("async")
    store = MemoryTokenStore(ENDED)
    clients = [world.client(store) for _ in range(80)]
    assert set(await asyncio.gather(*(client.bearer() for client in clients))) == {"access-1"}
    assert len(world.service.requests) == 1


async def test_cancelled_caller() -> None:
    """A renewal that has begun is finished although its caller is cancelled: the new refresh token must not be lost."""
    world = World("async")
    held = HeldBack(world)
    store = MemoryTokenStore(ENDED)
    oauth = held.client(store)
    task = asyncio.create_task(oauth.bearer())
    await held.arrived.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    held.release.set()
    assert await oauth.bearer() == "access-1"
    kept = store.load()
    assert kept is not None
    assert kept.access_token == "access-1"
    assert held.arrivals == 1


async def test_cancelled_caller_of_work_that_fails() -> None:
    """Nobody is left to be told of the failure, so it is not complained of either."""
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    begun, release = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        await release.wait()
        raise OAuthError("no token")

    for cancelled in (False, True):
        caller = asyncio.create_task(uninterrupted(work()))
        await begun.wait()
        begun.clear()
        (task,) = unfinished
        caller.cancel()
        assert isinstance((await asyncio.gather(caller, return_exceptions=True))[0], asyncio.CancelledError)
        if cancelled:
            task.cancel()
        release.set()
        await asyncio.wait([task])
        release.clear()
        del task
        gc.collect()
        assert not unfinished
        assert not [message for message in told if "never retrieved" in message or "in callback" in message]


async def test_work_that_nobody_holds_is_finished() -> None:
    """What waits for something that only it knows would else be collected in the middle."""
    ended: list[str] = []

    async def work() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            ended.append("in the middle")

    caller = asyncio.create_task(uninterrupted(work()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    del caller
    gc.collect()
    assert ended == []
    (task,) = unfinished
    task.cancel()
    await asyncio.wait([task])


class RotatingService(ThreadingHTTPServer):
    """A real token endpoint on loopback; each refresh token is good for one use."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), RotatingHandler)
        self.good = REFRESH
        self.refreshes = 0
        self.lock = threading.Lock()


class RotatingHandler(BaseHTTPRequestHandler):
    server: RotatingService

    def do_POST(self) -> None:
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        with self.server.lock:
            self.server.refreshes += 1
            if form.get("refresh_token") == self.server.good:
                self.server.good = f"refresh-{self.server.refreshes}"
                access_token = f"access-{self.server.refreshes}"
                answer = {"access_token": access_token, "refresh_token": self.server.good, "expires_in": "86400"}
            else:
                answer = {"error": "invalid_grant"}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


WORKER = """
import asyncio, sys
import httpx
from securedsigning.settings import Settings
from securedsigning.token_file import FileTokenStore
kind, url, path, secret = sys.argv[1:]
settings = Settings(api_key="KEY", api_secret=secret, access_url="https://www.example.com/callback", oauth_url=url)
store = FileTokenStore(path)
print("ready", flush=True)
sys.stdin.readline()
if kind == "async":
    from securedsigning._async.oauth import AsyncOAuth
    async def main():
        async with httpx.AsyncClient(trust_env=False) as http:
            return await AsyncOAuth(settings=settings, store=store, http=lambda: http).bearer()
    print(asyncio.run(main()))
else:
    from securedsigning._sync.oauth import OAuth
    with httpx.Client(trust_env=False) as http:
        print(OAuth(settings=settings, store=store, http=lambda: http).bearer())
"""


def test_processes_renew_once(tmp_path: Path) -> None:
    """Processes that share a token file make one renewal, although each refresh token is good for one use."""
    path = tmp_path / "token.json"
    FileTokenStore(path).save(ENDED)
    with RotatingService() as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{service.server_address[1]}"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        workers = [
            subprocess.Popen(
                [sys.executable, "-c", WORKER, kind, url, str(path), SECRET],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                text=True,
            )
            for kind in ("sync", "async") * 3
        ]
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        said = [worker.communicate()[0].strip() for worker in workers]
        service.shutdown()
    assert said == ["access-1"] * 6
    assert service.refreshes == 1
    kept = FileTokenStore(path).load()
    assert kept is not None
    assert (kept.access_token, kept.refresh_token) == ("access-1", "refresh-1")
