"""One signed, typed call over loopback beside hand-written httpx, and one signature beside one HMAC."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import sys
import time
import uuid
from collections.abc import Callable
from functools import partial

import harness
import server

KEY = "TESTKEY" + "0" * 53
SECRET = "c2FuZGJveC1zZWNyZXQtZm9yLXRlc3RzLW9ubHk="
ACCESS_URL = "https://www.example.com/callback"
CALLS = 100
SIGNATURES = 20_000


def run(settings: harness.Settings) -> list[harness.Row]:
    """Time calls and signatures."""
    with server.running() as port:
        found = json.loads(harness.worker("calling.py", port, settings.rounds(81, 21)))
    return [
        harness.compared(
            "signed, typed call, against httpx with signing and .json()",
            found["ours"],
            found["httpx"],
            at_most=1.0,
            unit="us",
            scale=1e6,
        ),
        harness.compared(
            "signature of four headers, against hmac.digest",
            found["signer"],
            found["digest"],
            at_most=1.75,
            unit="us",
            scale=1e6,
        ),
        harness.compared(
            "signature with a new nonce, against hmac.digest", found["nonce"], found["digest"], unit="us", scale=1e6
        ),
    ]


def base_url(port: int) -> str:
    """Where the server of the benchmarks is."""
    return f"http://127.0.0.1:{port}/web/v1.4"


def signing_headers() -> dict[str, str]:
    """What somebody writes who reads the developer page and signs by hand."""
    now, nonce = str(int(time.time())), uuid.uuid4().hex
    digest = hmac.new(SECRET.encode(), f"{KEY}\n{now}\n{nonce}".encode(), hashlib.sha256).digest()
    return {
        "X-CUSTOM-API-KEY": KEY,
        "X-CUSTOM-DATE": now,
        "X-CUSTOM-NONCE": nonce,
        "X-CUSTOM-SIGNATURE": base64.b64encode(digest).decode(),
        "Referer": ACCESS_URL,
    }


def _measure(port: int, rounds: int) -> dict[str, list[float]]:
    import httpx
    from securedsigning import SecuredSigning
    from securedsigning.signing import Signer, new_nonce

    signer, nonce = Signer(KEY, SECRET), new_nonce()
    secret, text = SECRET.encode(), f"{KEY}\n1700000000\n{nonce}".encode()
    with (
        SecuredSigning(
            api_key=KEY, api_secret=SECRET, access_url=ACCESS_URL, base_url=base_url(port), use_oauth=False
        ) as ours,
        httpx.Client(base_url=base_url(port), trust_env=False) as plain,
    ):

        def call() -> None:
            assert ours.documents.status("0123456789").reference

        def plain_call() -> None:
            response = plain.get("/Document/Status/0123456789", headers=signing_headers())
            response.raise_for_status()
            assert response.json()["Reference"]

        calls = {"ours": call, "httpx": plain_call}
        signatures = {
            "signer": lambda: signer.headers(1700000000.5, nonce),
            "nonce": lambda: signer.headers(1700000000.5, new_nonce()),
            "digest": lambda: hmac.digest(secret, text, "sha256"),
        }
        contestants = {name: partial(_mean, work, CALLS, time.perf_counter) for name, work in calls.items()}
        contestants |= {name: partial(_mean, work, SIGNATURES, time.process_time) for name, work in signatures.items()}
        for work in (*calls.values(), *signatures.values()):
            _mean(work, 50, time.perf_counter)
        return harness.interleaved(contestants, rounds)


def _mean(work: Callable[[], object], times: int, clock: Callable[[], float]) -> float:
    """Seconds of one call by that clock, on average."""
    begin = clock()
    for _ in range(times):
        work()
    return (clock() - begin) / times


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]), int(sys.argv[2]))))
