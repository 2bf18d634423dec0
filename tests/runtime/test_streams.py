"""A response stream that reports when it is done with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from securedsigning.streams import ReleasingStream


class Source(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Two blocks; counts how often it is closed, which may fail."""

    def __init__(self, problem: Exception | None = None) -> None:
        self.problem, self.closed = problem, 0

    def __iter__(self) -> Iterator[bytes]:
        yield from (b"a", b"b")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for block in self:
            yield block

    def close(self) -> None:
        self.closed += 1
        if self.problem:
            raise self.problem

    async def aclose(self) -> None:
        self.close()


async def close(stream: ReleasingStream, kind: str) -> None:
    if kind == "blocking":
        stream.close()
    else:
        await stream.aclose()


@pytest.mark.parametrize("kind", ["blocking", "asynchronous"])
async def test_it_passes_blocks_on_and_reports_once(kind: str) -> None:
    """Nothing is reported before it is closed, and nothing when it is closed again; the stream inside is."""
    released: list[str] = []
    source = Source()
    stream = ReleasingStream(source, lambda: released.append("released"))

    assert (list(stream) if kind == "blocking" else [block async for block in stream]) == [b"a", b"b"]
    assert (released, source.closed) == ([], 0)
    await close(stream, kind)
    assert (released, source.closed) == (["released"], 1)
    await close(stream, kind)
    assert (released, source.closed) == (["released"], 2)


@pytest.mark.parametrize("kind", ["blocking", "asynchronous"])
async def test_it_reports_also_where_closing_fails(kind: str) -> None:
    """The error passes through."""
    released: list[str] = []
    stream = ReleasingStream(Source(OSError("reset")), lambda: released.append("released"))

    with pytest.raises(OSError, match="^reset$"):
        await close(stream, kind)
    assert released == ["released"]
