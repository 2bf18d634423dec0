# Copied from templates/python/runtime/streams.py; edit it there.
"""A response stream that reports when it is done with."""

from __future__ import annotations

from securedsigning._http import httpx

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator


class ReleasingStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Passes a response stream on and calls back once when it is closed.

    Of both kinds at once, because it only passes on: which one it is, the stream inside decides.
    """

    def __init__(self, stream: httpx.SyncByteStream | httpx.AsyncByteStream, released: Callable[[], None]) -> None:
        """Wrap ``stream``; ``released`` is called when it is closed, the first time only."""
        self._stream = stream
        self._released: Callable[[], None] | None = released

    def __iter__(self) -> Iterator[bytes]:
        return self._stream.__iter__()  # type: ignore[union-attr]

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._stream.__aiter__()  # type: ignore[union-attr]

    def close(self) -> None:
        """Close the stream."""
        try:
            self._stream.close()  # type: ignore[union-attr]
        finally:
            self._release()

    async def aclose(self) -> None:
        """Close the stream."""
        try:
            await self._stream.aclose()  # type: ignore[union-attr]
        finally:
            self._release()

    def _release(self) -> None:
        released, self._released = self._released, None
        if released is not None:
            released()
