from __future__ import annotations
from securedsigning._http import httpx
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

class ReleasingStream(httpx.SyncByteStream, httpx.AsyncByteStream):

    def __init__(self, stream: httpx.SyncByteStream | httpx.AsyncByteStream, released: Callable[[], None]) -> None:
        ...

    def __iter__(self) -> Iterator[bytes]:
        ...

    def __aiter__(self) -> AsyncIterator[bytes]:
        ...

    def close(self) -> None:
        ...

    async def aclose(self) -> None:
        ...
