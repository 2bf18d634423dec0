from __future__ import annotations
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias, cast
from securedsigning.errors import InputError
from securedsigning.files import MEDIA_TYPES
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
DownloadTarget: TypeAlias = str | os.PathLike[str] | BinaryIO | None

class Download:

    def __init__(self, *, path: Path | None, content: bytes | None, filename: str | None, media_type: str, size: int) -> None:
        ...

    @property
    def content(self) -> bytes:
        ...

    def __repr__(self) -> str:
        ...

class Target(Protocol):

    def write(self, blocks: Sequence[bytes]) -> None:
        ...

    def finish(self) -> tuple[Path | None, bytes | None]:
        ...

    def discard(self) -> None:
        ...

def check_target(to: DownloadTarget, *, argument: str='to') -> None:
    ...

def open_target(to: DownloadTarget, *, filename: str | None, media_type: str) -> Target:
    ...

class _MemoryTarget:

    def __init__(self) -> None:
        ...

    def write(self, blocks: Sequence[bytes]) -> None:
        ...

    def finish(self) -> tuple[Path | None, bytes | None]:
        ...

    def discard(self) -> None:
        ...

class _StreamTarget:

    def __init__(self, stream: BinaryIO) -> None:
        ...

    def write(self, blocks: Sequence[bytes]) -> None:
        ...

    def finish(self) -> tuple[Path | None, bytes | None]:
        ...

    def discard(self) -> None:
        ...

class _FileTarget:

    def __init__(self, path: Path, *, replace: bool) -> None:
        ...

    def write(self, blocks: Sequence[bytes]) -> None:
        ...

    def finish(self) -> tuple[Path | None, bytes | None]:
        ...

    def discard(self) -> None:
        ...
