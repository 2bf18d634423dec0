"""A body of an answer that arrives in blocks and may break off, for either client and without a server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """It ends with an error of the connection, if one is given.

    Attributes:
        is_closed: whether who reads it has closed it.
    """

    def __init__(self, *blocks: bytes, failure: Exception | None = None) -> None:
        self.blocks = blocks
        self.failure = failure
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from self.blocks
        if self.failure is not None:
            raise self.failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for block in self:
            yield block

    def close(self) -> None:
        self.is_closed = True

    async def aclose(self) -> None:
        self.is_closed = True
