"""A sandbox with a file, killed at a random moment of many uploads and sends at once, again and again.

``DURABILITY`` holds rounds of two kills, calls before each, and a seed; ``scripts/durability`` takes twenty kills of 1,000 calls.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from caller import FILES, Caller
from pypdf import PdfReader
from securedsigning_sandbox import Sandbox, Settings

ROUNDS, CALLS, SEED = (int(text) for text in os.environ.get("DURABILITY", "1 120 7").split())
_AT_ONCE = 32
_CONTRACT = (FILES / "contract.pdf").read_bytes()
_PACKAGE_FOLDER = Path(__file__).parents[2] / "sandbox"


@dataclass
class Promises:
    """What the sandbox said before it was killed.

    Attributes:
        uploaded: digest of the content by the document's reference.
        sent: references of documents that were sent.
        deleted: references of documents that were deleted.
        offered: digests of everything that was uploaded, answered or not.
    """

    uploaded: dict[str, str] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)


def _content(number: int) -> bytes:
    """A contract like no other: what follows the end of a PDF's data is a comment."""
    return _CONTRACT + f"\n% {number}\n".encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class _Client:
    """Calls by the key of a ready file."""

    def __init__(self, ready: dict[str, str], http: httpx.AsyncClient) -> None:
        self._ready, self._http, self._number = ready, http, 0

    async def post(self, path: str, **request: Any) -> Any:
        self._number += 1
        date, nonce = str(int(time.time())), f"{os.getpid()}x{self._number}"
        text = f"{self._ready['api_key']}\n{date}\n{nonce}"
        signed = hmac.digest(self._ready["api_secret"].encode(), text.encode(), "sha256")
        headers = {
            "X-CUSTOM-API-KEY": self._ready["api_key"],
            "X-CUSTOM-DATE": date,
            "X-CUSTOM-NONCE": nonce,
            "X-CUSTOM-SIGNATURE": base64.b64encode(signed).decode(),
            "Referer": self._ready["access_url"],
        }
        answer = await self._http.post(self._ready["base_url"] + path, headers=headers, **request)
        answer.raise_for_status()
        return answer.json()


async def _work(ready: dict[str, str], promises: Promises, first: int, kill: Any, choice: random.Random) -> None:
    """Uploads, most of them followed by a send or a deletion, until the calls are made or the sandbox is gone."""
    numbers = iter(range(first, first + CALLS // 2))
    last_moment = choice.randrange(1, CALLS)
    answered = 0

    def note() -> None:
        nonlocal answered
        answered += 1
        if answered == last_moment:
            kill()

    async def worker(client: _Client) -> None:
        for number in numbers:
            content = _content(number)
            promises.offered.add(_digest(content))
            made = await client.post("/Document/Uploader", files={"file": (f"{number}.pdf", content)})
            promises.uploaded[made["Reference"]] = _digest(content)
            note()
            if number % 7 == 0:
                await client.post(f"/Document/Delete/{made['Reference']}")
                promises.deleted.add(made["Reference"])
            else:
                people = [{"FirstName": "Ana", "LastName": "Tui", "Email": "ana@example.com"}]
                people.append({"FirstName": "Ben", "LastName": "Rata", "Email": "ben@example.com"})
                body = {"DocumentReferences": [made["Reference"]], "DueDate": "2031-01-01", "Signers": people}
                await client.post("/SmartTag/Send", json=body)
                promises.sent.add(made["Reference"])
            note()

    async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=_AT_ONCE)) as http:
        client = _Client(ready, http)
        await asyncio.gather(*(worker(client) for _ in range(_AT_ONCE)), return_exceptions=True)


def _served(database: Path) -> tuple[subprocess.Popen[str], dict[str, str]]:
    ready = database.with_name("ready.json")
    ready.unlink(missing_ok=True)
    command = [sys.executable, "-m", "securedsigning_sandbox", "--port", "0", "--no-oauth", "--data", str(database)]
    process = subprocess.Popen(
        [*command, "--ready-file", str(ready)],
        env={**os.environ, "PYTHONPATH": str(_PACKAGE_FOLDER)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    next(line for line in process.stdout if "Base URL" in line)
    return process, json.loads(ready.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(SEED, SEED + ROUNDS))
def test_nothing_acknowledged_is_lost(seed: int, tmp_path: Path) -> None:
    """Nor is anything half-written visible; and it goes on from there, to be killed once more."""
    database, choice, promises = tmp_path / "sandbox.sqlite", random.Random(seed), Promises()
    for first in (0, CALLS):
        process, ready = _served(database)
        try:
            asyncio.run(_work(ready, promises, first, process.kill, choice))
        finally:
            process.kill()
            process.communicate()
        _judge(database, promises)
    sandbox = Sandbox(Settings(database=database, oauth_required=False))
    waiting = sandbox.state.store.all("SELECT reference FROM signers WHERE status = 'Invitation'")
    assert {sandbox.sign(signer["reference"]) for signer in waiting[:2]} <= {"Pending"}
    sandbox.close()


def _judge(database: Path, promises: Promises) -> None:
    caller = Caller(Settings(database=database, oauth_required=False))
    caller.token = None
    store = caller.sandbox.state.store
    rows = {row["reference"]: row for row in store.all("SELECT * FROM documents")}
    assert promises.uploaded.keys() <= rows.keys()
    for reference, row in rows.items():
        digest = _digest(store.path(row["content"]).read_bytes())
        assert digest in promises.offered and promises.uploaded.get(reference, digest) == digest
        signers = store.all("SELECT * FROM signers WHERE document = ?", reference)
        assert (row["status"], len(signers)) in {("Initialized", 0), ("Invitation", 2), ("Deleted", 0)}
        assert row["status"] == "Invitation" or reference not in promises.sent
        assert row["status"] == "Deleted" or reference not in promises.deleted
        if row["status"] == "Invitation":
            assert len(PdfReader(store.path(row["pdf"])).pages) > 0
            assert [entry["action"] for entry in store.all("SELECT * FROM log WHERE document = ?", reference)]
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == len(rows)
    assert not list(store.folder.glob("*.part"))
    caller.sandbox.close()
