"""The sandbox beside Prism, which serves the same spec with invented answers; one call among few and many documents; 1 GiB."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import harness
from signed_requests import CONNECTIONS, UPLOAD_END, Target, timed, uploaded

_PRISM = "@stoplight/prism-cli@5.14.2"
_STORED = (100, 10_000, 100_000)
_CONTRACT = (harness.ROOT / "spec" / "examples" / "files" / "contract.pdf").read_bytes()
_LIMIT = 48.0
_BLOCK = 1 << 18


def run(settings: harness.Settings) -> list[harness.Row]:
    """Measure all three."""
    return [*_beside_prism(settings), *_among_many(settings), *_large(settings)]


def _calls(document: str) -> dict[str, Callable[[Target], bytes]]:
    return {
        "GET /Document/Status": lambda target: target.request("GET", f"/Document/Status/{document}?DocumentLog=false"),
        "POST /Document/Uploader": lambda target: target.upload(_CONTRACT),
    }


def _beside_prism(settings: harness.Settings) -> list[harness.Row]:
    if not shutil.which("npx"):
        return [harness.Row("calls per second beside Prism", "", "", "not measured: Prism needs Node.js")]
    rounds, count = settings.rounds(9, 3), 400
    with _sandbox(settings.scratch, "beside") as ours, _prism(ours) as prism:
        rows = []
        for what, call in _calls(uploaded(ours.target, _CONTRACT)).items():

            def rate(target: Target, call: Callable[[Target], bytes] = call) -> float:
                return count / timed(target, [call(target) for _ in range(count)])

            found = harness.interleaved({"ours": lambda: rate(ours.target), "prism": lambda: rate(prism)}, rounds)
            name = f"{what} over {CONNECTIONS} connections, against Prism"
            rows.append(harness.compared(name, found["ours"], found["prism"], at_least=1.0, unit="calls/s", scale=1))
        return rows


def _among_many(settings: harness.Settings) -> list[harness.Row]:
    """The cost of one call in a sandbox with a file, among few documents and among many."""
    rounds, count = settings.rounds(9, 3), 100
    stored = _STORED[:2] if settings.quick else _STORED
    with ExitStack() as stack:
        targets, documents = {}, {}
        for number in stored:
            database = settings.scratch / f"{number}.sqlite"
            targets[number] = stack.enter_context(_sandbox(settings.scratch, str(number), "--data", database)).target
            documents[number] = uploaded(targets[number], _CONTRACT)
            _multiply(database, documents[number], number)
        rows = []
        for what in _calls(""):

            def cost(number: int, what: str = what) -> float:
                call, target = _calls(documents[number])[what], targets[number]
                return timed(target, [call(target) for _ in range(count)]) / count

            found = harness.interleaved({str(number): lambda number=number: cost(number) for number in stored}, rounds)
            for number in stored[1:]:
                name = f"{what} among {number:,} documents, against among {stored[0]}"
                rows.append(harness.compared(name, found[str(number)], found[str(stored[0])], at_most=1.2))
        return rows


def _multiply(database: Path, document: str, number: int) -> None:
    """Store so many copies of a document; the content is one file."""
    with closing(sqlite3.connect(database, timeout=60)) as connection, connection:
        connection.row_factory = sqlite3.Row
        for table, key in (("documents", "reference"), ("log", "document")):
            for row in connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (document,)).fetchall():
                columns = ", ".join(row.keys())
                others = ", ".join("printf('%048d', value)" if name == key else name for name in row.keys())
                connection.execute(
                    f"WITH RECURSIVE numbers(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers LIMIT ?) "
                    f"INSERT INTO {table} ({columns}) SELECT {others} FROM numbers, {table} WHERE {table}.{key} = ?",
                    (number - 1, document),
                )


def _large(settings: harness.Settings) -> list[harness.Row]:
    """One large file up and down; the sandbox's memory above what it was."""
    size = settings.megabytes << 20
    with _sandbox(settings.scratch, "large", "--max-upload-size", size) as ours:
        uploaded(ours.target, _CONTRACT)  # loads what the first upload needs
        before = ours.memory("VmRSS")
        with socket.create_connection((ours.target.host, ours.target.port)) as connection:
            connection.sendall(ours.target.upload_head(size))
            for _ in range(size // _BLOCK):
                connection.sendall(bytes(_BLOCK))
            connection.sendall(UPLOAD_END)
            reference = json.loads(connection.recv(_BLOCK).partition(b"\r\n\r\n")[2])["Reference"]
            up = ours.memory("VmHWM") - before
            connection.sendall(ours.target.request("GET", f"/Download/GetDocumentData/{reference}"))
            received = 0
            while received < size:  # the head makes it a little more
                received += len(connection.recv(_BLOCK)) or size
        both = ours.memory("VmHWM") - before
    return [
        harness.Row(
            f"{way} of {settings.megabytes:,} MiB: peak memory of the sandbox above idle",
            "",
            "",
            f"{peak:.1f} MiB",
            f"<= {_LIMIT:g} MiB",
            peak <= _LIMIT,
        )
        for way, peak in (("upload", up), ("upload and download", both))
    ]


class _Served:
    """A sandbox in a process of its own."""

    def __init__(self, target: Target, key: dict[str, str], process: int) -> None:
        self.target, self.key, self._process = target, key, process

    def memory(self, kind: str) -> float:
        """A line of the process's status (Linux), in MiB."""
        status = Path(f"/proc/{self._process}/status").read_text(encoding="ascii")
        return int(status.partition(f"{kind}:")[2].split()[0]) / 1024


@contextmanager
def _sandbox(scratch: Path, name: str, *switches: object) -> Iterator[_Served]:
    ready = scratch / f"{name}.json"
    command = [sys.executable, "-m", "securedsigning_sandbox", "--port", "0", "--no-oauth", "--ready-file", str(ready)]
    command += ["--documents-in-plan", "1000000", *map(str, switches)]
    environment = {**harness.environment(), "PYTHONPATH": str(harness.ROOT / "sandbox")}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        next(line for line in process.stdout if "Base URL" in line)
        key = json.loads(ready.read_text(encoding="utf-8"))
        yield _Served(Target(key["base_url"], key), key, process.pid)
    finally:
        process.terminate()
        process.communicate()


@contextmanager
def _prism(ours: _Served) -> Iterator[Target]:
    """Prism with the bundled spec, fetched by npm when it is not in its cache."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        "npx",
        "--yes",
        f"--package={_PRISM}",
        "prism",
        "mock",
        str(harness.BUNDLE),
        "-p",
        str(port),
        "-v",
        "warn",
    ]
    # Its own group: npx starts the server as a child, which would outlive it.
    process = subprocess.Popen(
        command, env={**os.environ, "NO_COLOR": "1"}, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                continue
        yield Target(f"http://127.0.0.1:{port}", ours.key)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
