"""One large file up and down over loopback, sync and async: memory above the import, and speed beside sendfile."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from pathlib import Path

import calling
import harness
import server

_LIMIT = 10.0


def run(settings: harness.Settings) -> list[harness.Row]:
    """Move the file, each time in a fresh process."""
    size = settings.megabytes << 20
    file = settings.scratch / "large.pdf"
    with file.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(size)
    rounds = settings.rounds(5, 2)
    found: dict[str, list[dict[str, float]]] = {}
    with server.running(size) as port:

        def once(kind: str) -> float:
            result = json.loads(harness.worker("transfers.py", kind, port, file))
            found.setdefault(kind, []).append(result)
            return result["seconds"]

        kinds = ("upload-sync", "upload-async", "download-sync", "download-async", "sendfile")
        times = harness.interleaved({kind: lambda kind=kind: once(kind) for kind in kinds}, rounds)
    rows = []
    for kind in kinds[:4]:
        memory = harness.Spread.of([result["memory"] for result in found[kind]])
        way, mode = kind.split("-")
        rate = settings.megabytes / harness.Spread.of(times[kind]).median
        rows.append(
            harness.Row(
                f"{way} of {settings.megabytes:,} MiB, {mode}: peak memory above import",
                f"{rate:,.0f} MiB/s",
                "",
                memory.text(" MiB", 1),
                "<= 10 MiB",
                memory.greatest <= _LIMIT,  # a limit holds every time
            )
        )
    for kind in kinds[:2]:
        rows.append(
            harness.compared(
                f"upload, {kind.split('-')[1]}: speed against sendfile",
                [settings.megabytes / seconds for seconds in times[kind]],
                [settings.megabytes / seconds for seconds in times["sendfile"]],
                at_least=0.6,
                unit="MiB/s",
                scale=1,
            )
        )
    return rows


def _peak() -> float:
    """The most memory this process ever had, in MiB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _move(kind: str, port: int, file: Path) -> dict[str, float]:
    """In a fresh process: the imports, then the client and the file."""
    if kind == "sendfile":
        return {"seconds": _sendfile(port, file), "memory": 0.0}
    from securedsigning import AsyncSecuredSigning, SecuredSigning

    settings = {
        "api_key": calling.KEY,
        "api_secret": calling.SECRET,
        "access_url": calling.ACCESS_URL,
        "base_url": calling.base_url(port),
        "use_oauth": False,
    }
    before = _peak()
    target = file.with_name("received.pdf")
    if kind.endswith("-sync"):
        with SecuredSigning(**settings) as client:
            begin = time.perf_counter()
            if kind == "upload-sync":
                client.documents.upload(file)
            else:
                client.downloads.document("0123456789", to=target)
            seconds = time.perf_counter() - begin
    else:

        async def move() -> float:
            async with AsyncSecuredSigning(**settings) as client:
                begin = time.perf_counter()
                if kind == "upload-async":
                    await client.documents.upload(file)
                else:
                    await client.downloads.document("0123456789", to=target)
                return time.perf_counter() - begin

        seconds = asyncio.run(move())
    if kind.startswith("download"):
        assert target.stat().st_size == file.stat().st_size
        target.unlink()
    return {"seconds": seconds, "memory": _peak() - before}


def _sendfile(port: int, file: Path) -> float:
    """The same file by the operating system's shortest way, through a signed-looking request."""
    with socket.create_connection(("127.0.0.1", port)) as connection, file.open("rb") as stream:
        begin = time.perf_counter()
        length = file.stat().st_size
        connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % length)
        connection.sendfile(stream)
        assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        return time.perf_counter() - begin


if __name__ == "__main__":
    print(json.dumps(_move(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))))
