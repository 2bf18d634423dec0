"""1,000 asynchronous calls, 100 in flight: calls per second of processor time, beside plain httpx.AsyncClient."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable

import calling
import harness
import server

CALLS = 1000
IN_FLIGHT = 100


def run(settings: harness.Settings) -> list[harness.Row]:
    """Count the processor time of both clients."""
    rows = []
    with server.running() as port:
        # httpx keeps 20 idle connections unless told otherwise, so its pool stays small and its walk over it short; a
        # client that is to keep its connections pays for all of them at every call.
        for delay, kept, told in (
            (0.0, 20, "answered at once, against"),
            (0.05, 20, "answered after 50 ms, against"),
            (0.05, 100, "answered after 50 ms, against 100 connections kept by"),
        ):
            found = json.loads(harness.worker("concurrency.py", port, settings.rounds(9, 3), delay, kept))
            rows.append(
                harness.compared(
                    f"calls per second of processor time, {told} httpx.AsyncClient",
                    [CALLS / seconds for seconds in found["ours"]],
                    [CALLS / seconds for seconds in found["httpx"]],
                    at_least=8,
                    unit="per s",
                    scale=1,
                )
            )
    return rows


async def _measure(port: int, rounds: int, delay: float, kept: int) -> dict[str, list[float]]:
    import httpx
    from securedsigning import AsyncSecuredSigning, CallOptions

    delayed = {"X-Delay": str(delay)} if delay else {}
    options = CallOptions(headers=delayed)

    limits = httpx.Limits(max_connections=100, max_keepalive_connections=kept)
    found: dict[str, list[float]] = {"ours": [], "httpx": []}
    async with (
        AsyncSecuredSigning(
            api_key=calling.KEY,
            api_secret=calling.SECRET,
            access_url=calling.ACCESS_URL,
            base_url=calling.base_url(port),
            use_oauth=False,
        ) as ours,
        httpx.AsyncClient(base_url=calling.base_url(port), trust_env=False, timeout=60, limits=limits) as plain,
    ):

        async def call() -> None:
            assert (await ours.documents.status("0123456789", options=options)).reference

        async def plain_call() -> None:
            response = await plain.get("/Document/Status/0123456789", headers={**calling.signing_headers(), **delayed})
            response.raise_for_status()
            assert response.json()["Reference"]

        for work in (call, plain_call):
            await _busy(work)
        for number in range(rounds):
            pairs = [("ours", call), ("httpx", plain_call)]
            for name, work in pairs if number % 2 == 0 else reversed(pairs):
                found[name].append(await _busy(work))
    return found


async def _busy(work: Callable[[], Awaitable[None]]) -> float:
    """Seconds of processor time that all calls take."""
    left = iter(range(CALLS))

    async def caller() -> None:
        for _ in left:
            await work()

    begin = time.process_time()
    await asyncio.gather(*(caller() for _ in range(IN_FLIGHT)))
    return time.process_time() - begin


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_measure(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])))))
