# Copied from templates/python/runtime/downloads.py; edit it there.
"""What a download gives back, and where it is written: everything about it that does not wait for the network."""

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
"""Where a download goes: a file, an existing folder, a binary stream, or None for memory."""


class Download:
    """A file that has arrived completely.

    Attributes:
        path: the file it was written to, if it was.
        filename: the name that the service gives it, made safe to use as a file name; None if it gives none.
        media_type: the media type that the service states, in lower case.
        size: length in bytes.
    """

    __slots__ = ("_content", "filename", "media_type", "path", "size")

    def __init__(
        self, *, path: Path | None, content: bytes | None, filename: str | None, media_type: str, size: int
    ) -> None:
        self.path = path
        self._content = content
        self.filename = filename
        self.media_type = media_type
        self.size = size

    @property
    def content(self) -> bytes:
        """The bytes, if they were kept in memory (no ``to`` was given).

        Raises:
            InputError: they went to a file or stream.
        """
        if self._content is None:
            where = (
                f"written to {str(self.path)!r}; read it there" if self.path else "written to the stream given as to"
            )
            raise InputError(f"this download was {where}. Leave out to=... to have it in memory.")
        return self._content

    def __repr__(self) -> str:
        where = f"path={str(self.path)!r}" if self.path else "in memory" if self._content is not None else "in stream"
        return f"Download({where}, filename={self.filename!r}, media_type={self.media_type!r}, size={self.size})"


class Target(Protocol):
    """Where blocks go. Its methods block; asynchronous code calls them in a thread."""

    def write(self, blocks: Sequence[bytes]) -> None:
        """Take blocks."""
        ...

    def finish(self) -> tuple[Path | None, bytes | None]:
        """All is there: make it visible. Returns the path or the content, whichever there is."""
        ...

    def discard(self) -> None:
        """Undo what can be undone, after a failure."""
        ...


def check_target(to: DownloadTarget, *, argument: str = "to") -> None:
    """Refuse a target that cannot work; meant to be called before anything is sent.

    Raises:
        InputError: the folder does not exist or cannot be written to, the path is no ordinary file, or the stream is a text stream.
    """
    import io

    if to is None:
        return
    if isinstance(to, (str, os.PathLike)):
        path = os.fspath(to)
        if not path or "\0" in path:
            raise InputError(f"{argument}: {path!r} is not a path.")
        real = os.path.realpath(path)
        folder = real if os.path.isdir(path) else os.path.dirname(real)
        if not os.path.isdir(folder):
            raise InputError(f"{argument}: the folder {folder!r} does not exist.")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise InputError(f"{argument}: the folder {folder!r} cannot be written to.")
        if folder == real:
            return
        if not os.path.basename(path):
            raise InputError(f"{argument}: the folder {path!r} does not exist.")
        if os.path.exists(path) and not os.path.isfile(path):
            raise InputError(
                f"{argument}: {path!r} is not an ordinary file; pass an open binary stream to write there."
            )
    elif isinstance(cast("object", to), io.TextIOBase):
        raise InputError(f'{argument}: the stream is opened as text; open it with mode "wb".')
    elif not hasattr(to, "write"):
        raise InputError(f"{argument}: {type(to).__name__} is neither a path nor a binary stream.")


def open_target(to: DownloadTarget, *, filename: str | None, media_type: str) -> Target:
    """Get ready to write; nothing is made before the first block.

    Args:
        to: the target.
        filename: the safe name that the service gave; used within a folder.
        media_type: names the extension if there is no file name.

    Raises:
        InputError: as :func:`check_target`.
    """
    check_target(to)
    if to is None:
        return _MemoryTarget()
    if not isinstance(to, (str, os.PathLike)):
        return _StreamTarget(to)
    path = Path(to)
    if not path.is_dir():
        return _FileTarget(path, replace=True)
    extension = next((known for known, kind in MEDIA_TYPES.items() if kind == media_type), "bin")
    # The service chose the name, so nothing that is there already may be lost to it.
    return _FileTarget(path / (filename or f"download.{extension}"), replace=False)


class _MemoryTarget:
    def __init__(self) -> None:
        self._blocks: list[bytes] = []

    def write(self, blocks: Sequence[bytes]) -> None:
        self._blocks.extend(blocks)

    def finish(self) -> tuple[Path | None, bytes | None]:
        return None, b"".join(self._blocks)

    def discard(self) -> None:
        self._blocks.clear()


class _StreamTarget:
    """The caller's stream: it has what has arrived, also after a failure, and is not closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, blocks: Sequence[bytes]) -> None:
        for block in blocks:
            rest = memoryview(block)
            while rest:
                written = cast("int | None", self._stream.write(rest))
                # An unbuffered stream may take a part only; some say nothing and have taken all.
                rest = rest[len(rest) if written is None else written :]

    def finish(self) -> tuple[Path | None, bytes | None]:
        return None, None

    def discard(self) -> None:
        pass


class _FileTarget:
    """A hidden file in the same folder, which takes the target's name when it is complete.

    The rename is atomic, so others see the old file or the new one, whole. Nothing is forced to the disk: that protects
    against a power cut, at the price of seconds for each file, and a download can be repeated.
    """

    def __init__(self, path: Path, *, replace: bool) -> None:
        import threading

        self._path = path
        self._replace = replace
        # Through a symbolic link: what it points to is replaced, not the link.
        self._real = os.path.realpath(path) if replace else str(path)
        self._part = os.path.join(os.path.dirname(self._real), f".securedsigning-{os.urandom(8).hex()}.part")
        self._file: BinaryIO | None = None
        # A task may be cancelled while a thread is in here on its behalf: what comes after discarding does nothing.
        self._lock = threading.Lock()
        self._discarded = False

    def write(self, blocks: Sequence[bytes]) -> None:
        with self._lock:
            if not self._discarded:
                self._opened().writelines(blocks)

    def finish(self) -> tuple[Path | None, bytes | None]:
        with self._lock:
            path = self._path
            if self._discarded:
                return path, None
            self._opened().close()
            if not self._replace:
                path = _unused(path)
                self._real = str(path)
            elif os.path.exists(self._real):
                os.chmod(self._part, os.stat(self._real).st_mode & 0o7777)
            os.replace(self._part, self._real)
            self._file = None
            return path, None

    def discard(self) -> None:
        with self._lock:
            self._discarded = True
            if self._file is None:
                return
            # What could not be written on closing is not wanted any more.
            with suppress(OSError):
                self._file.close()
            os.unlink(self._part)
            self._file = None

    def _opened(self) -> BinaryIO:
        if self._file is None:
            # The usual permissions of a new file; `tempfile` would give it to its owner only.
            self._file = open(self._part, "xb")  # noqa: SIM115 - finish or discard closes it
        return self._file


def _unused(path: Path) -> Path:
    """The path, or with a number before the extension if there is something already."""
    candidate, number = path, 1
    while os.path.lexists(candidate):
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate
