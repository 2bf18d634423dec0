from __future__ import annotations
import os
import re
from securedsigning._http import httpx
from securedsigning.errors import InputError
from securedsigning.files import BLOCK_SIZE
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from securedsigning.files import FilePart

class MultipartBody(httpx.SyncByteStream, httpx.AsyncByteStream):

    def __init__(self, fields: Sequence[tuple[str, str]], files: Sequence[tuple[str, FilePart]], *, boundary: str | None=None) -> None:
        ...

    def blocks(self) -> Iterator[bytes]:
        ...

    async def async_blocks(self) -> AsyncIterator[bytes]:
        ...

    def __iter__(self) -> Iterator[bytes]:
        ...

    def __aiter__(self) -> AsyncIterator[bytes]:
        ...
