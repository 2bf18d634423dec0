"""The server of the benchmarks, in a process of its own, so that its work is not counted: raw asyncio, answers made beforehand.

GET  .../Download/...    a file of the size given at the start, in blocks
GET  anything else       one document, as JSON; with the header X-Delay, after so many seconds
POST anything            the body is read and thrown away; a reference is answered
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import decoding
import harness

_BLOCK = 1 << 18
_STREAM_LIMIT = 1 << 18


def _answer(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


class _Server:
    def __init__(self, size: int) -> None:
        self._document = _answer(json.dumps(json.loads(decoding.documents())[0]).encode())
        self._reference = _answer(b'{"Reference": "0123456789"}')
        self._size = size
        self._block = bytes(_BLOCK)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(b"POST"):
                    await self._discard(reader, head)
                    writer.write(self._reference)
                elif b"/Download/" in head.partition(b"\r\n")[0]:
                    await self._send(writer)
                else:
                    _, delayed, rest = head.lower().partition(b"\r\nx-delay: ")
                    if delayed:
                        await asyncio.sleep(float(rest.partition(b"\r\n")[0]))
                    writer.write(self._document)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _discard(self, reader: asyncio.StreamReader, head: bytes) -> None:
        left = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        while left > 0:
            block = await reader.read(min(left, _BLOCK))
            if not block:
                raise ConnectionError
            left -= len(block)

    async def _send(self, writer: asyncio.StreamWriter) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"
            b'Content-Disposition: attachment; filename="signed.pdf"\r\nContent-Length: %d\r\n\r\n' % self._size
        )
        left = self._size
        while left > 0:
            writer.write(self._block[: min(left, _BLOCK)])
            await writer.drain()
            left -= _BLOCK


async def _main(size: int) -> None:
    server = await asyncio.start_server(_Server(size).serve, "127.0.0.1", 0, limit=_STREAM_LIMIT, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def running(size: int = 0) -> Iterator[int]:
    """The port of a server that runs meanwhile."""
    command = [sys.executable, str(harness.BENCH / "server.py"), str(size)]
    process = subprocess.Popen(command, env=harness.environment(), stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
