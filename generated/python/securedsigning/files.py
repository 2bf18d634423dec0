# Copied from templates/python/runtime/files.py; edit it there.
"""A file to upload, from whatever the caller has: a path, a stream, or a name with its content.

Everything that can be wrong with a file is found here, before anything is sent. The result is a :class:`FilePart` whose
length is known exactly, so that the request can say it, and which can be read again for a retry.
"""

from __future__ import annotations

import os
import re
from typing import BinaryIO, Self, TypeAlias, cast

from securedsigning.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

FileContent: TypeAlias = bytes | BinaryIO | os.PathLike[str]
FileInput: TypeAlias = (
    str | os.PathLike[str] | bytes | BinaryIO | tuple[str, FileContent] | tuple[str, FileContent, str]
)
"""What an upload accepts: a path, a binary stream that has a name, or ``(name, content)`` or ``(name, content, media type)``
with the content as bytes, binary stream or ``pathlib.Path``. Bytes alone are refused, since the service needs a name."""

BLOCK_SIZE = 1024 * 1024
"""Bytes read at once; large enough that the cost per block no longer shows, small enough to hold in memory."""

# Not the `mimetypes` module: its answer depends on the machine, and importing it costs more than this table.
MEDIA_TYPES = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""Media type by file name extension, for the types that the service deals in."""

# Controls, line and paragraph separators, and marks that turn the reading direction (they disguise an extension).
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+( *; *[A-Za-z0-9!#$&^_.+-]+=[ -~]+)?")


class FilePart:
    """A file that is ready to be sent.

    Attributes:
        name: the file name, without folders.
        media_type: the media type.
        size: length in bytes.
    """

    __slots__ = ("_left", "_lock", "_owned", "_start", "_stream", "media_type", "name", "size")

    def __init__(self, stream: BinaryIO, *, name: str, media_type: str, start: int, size: int, owned: bool) -> None:
        """Take a seekable stream that stands at ``start``; it is closed with this object if ``owned``."""
        import threading

        self._stream = stream
        self._start = start
        self._left = size
        self._owned = owned
        # A cancelled asynchronous upload may leave one read running in its thread; a retry has to wait for it.
        self._lock = threading.Lock()
        self.name = name
        self.media_type = media_type
        self.size = size

    def read(self, size: int = BLOCK_SIZE) -> bytes:
        """The next bytes, at most ``size`` of them; empty at the end.

        Raises:
            InputError: the file has become shorter since it was opened, or was closed.
        """
        with self._lock:
            wanted = min(size, self._left)
            if not wanted:
                return b""
            try:
                block = self._stream.read(wanted)
            except ValueError as error:
                raise InputError(f"{self.name} was closed while it was being sent.") from error
            if not block:
                raise InputError(f"{self.name} became shorter while it was being sent: {self._left} bytes are missing.")
            self._left -= len(block)
            return block

    def rewind(self) -> None:
        """Go back to the start, for a new attempt.

        Raises:
            InputError: the stream was closed or cannot go back.
        """
        with self._lock:
            try:
                self._stream.seek(self._start)
            except (OSError, ValueError) as error:
                raise InputError(f"{self.name} cannot be sent again: its stream does not go back ({error}).") from error
            self._left = self.size

    def close(self) -> None:
        """Close what was opened here; a stream that the caller passed stays open."""
        if self._owned:
            self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"FilePart(name={self.name!r}, media_type={self.media_type!r}, size={self.size})"


def open_file(value: FileInput, *, argument: str, extensions: tuple[str, ...] | None) -> FilePart:
    """Open a file for sending.

    A seekable stream is sent from where it stands. One that is not seekable is first copied to a temporary file, since its
    length has to be known; this blocks, so asynchronous code calls this function in a thread.

    Args:
        value: the file; see :data:`FileInput`.
        argument: what the caller calls it, for messages.
        extensions: the file name extensions that the service accepts, such as ``("pdf", "docx")``; None for any.

    Returns:
        The file; close it, or use it in a ``with`` statement.

    Raises:
        InputError: the file does not exist, cannot be read, is empty, is text, has no usable name or is not accepted.
    """
    media_type: str | None = None
    content: object = value
    if isinstance(value, tuple):
        name, content, media_type = _taken_apart(value, argument)
    elif isinstance(content, (bytes, bytearray, memoryview)):
        raise InputError(f'{argument}: bytes have no file name; pass ("contract.pdf", data).')
    else:
        name = _checked_name(_own_name(content, argument), argument)
    _check_extension(name, argument, extensions)
    media_type = media_type or MEDIA_TYPES.get(_extension(name), "application/octet-stream")

    stream, owned = _opened(content, name, argument)
    try:
        stream, start, size, copied = _measured(stream, name, argument)
    except BaseException:
        if owned:
            stream.close()
        raise
    return FilePart(stream, name=name, media_type=media_type, start=start, size=size, owned=owned or copied)


def _taken_apart(value: tuple[object, ...], argument: str) -> tuple[str, object, str | None]:
    """Name, content and media type of a tuple."""
    if len(value) not in {2, 3} or not isinstance(value[0], str):
        raise InputError(f"{argument}: a tuple is (name, content) or (name, content, media type).")
    name, content = _checked_name(value[0], argument), value[1]
    if isinstance(content, str):
        raise InputError(f"{argument}: the content of {name!r} is text; pass bytes, or pathlib.Path(...) for a path.")
    return name, content, _checked_media_type(value[2], argument) if len(value) == 3 else None


def _own_name(value: object, argument: str) -> str:
    """The last component of a path, or of the path that a stream was opened from."""
    if isinstance(value, (str, os.PathLike)):
        path = _text_path(cast("str | os.PathLike[str]", value), argument)
        return os.path.basename(path.rstrip(os.sep))
    if not hasattr(value, "read"):
        raise InputError(
            f"{argument}: {type(value).__name__} is not a file; pass a path, a binary stream or (name, content)."
        )
    name = getattr(value, "name", None)
    # A descriptor number, or "<stdin>", is no name.
    if not isinstance(name, str) or not name or name.startswith("<"):
        raise InputError(f'{argument}: the stream has no file name; pass ("contract.pdf", stream).')
    return os.path.basename(name)


def _text_path(value: str | os.PathLike[str], argument: str) -> str:
    path = cast("object", os.fspath(value))
    if not isinstance(path, str) or not path or "\0" in path:
        raise InputError(f"{argument}: {path!r} is not a path.")
    return path


def _checked_name(name: str, argument: str) -> str:
    if _UNSAFE.search(name):
        raise InputError(f"{argument}: the file name {name!r} holds control characters.")
    if "/" in name or "\\" in name:
        last = re.split(r"[/\\]", name)[-1]
        raise InputError(f"{argument}: the file name {name!r} holds folders; only {last!r} can be sent.")
    if not name.strip(" ."):
        raise InputError(f"{argument}: {name!r} is not a file name.")
    return name


def _checked_media_type(value: object, argument: str) -> str:
    if not isinstance(value, str) or not _MEDIA_TYPE.fullmatch(value):
        raise InputError(f"{argument}: {value!r} is not a media type; it looks like application/pdf.")
    return value


def _extension(name: str) -> str:
    return os.path.splitext(name)[1].lstrip(".").lower()


def _check_extension(name: str, argument: str, extensions: tuple[str, ...] | None) -> None:
    if extensions is None:
        return
    accepted = [extension.lstrip(".").lower() for extension in extensions]
    extension = _extension(name)
    if extension not in accepted:
        problem = f"files of type .{extension} are not accepted" if extension else "the name has no extension"
        raise InputError(f"{argument}: {name!r}: {problem}; the service takes {', '.join(accepted)}.")


def _opened(content: object, name: str, argument: str) -> tuple[BinaryIO, bool]:
    """A binary stream of the content, and whether it was opened here."""
    import io

    if isinstance(content, (bytes, bytearray, memoryview)):
        return io.BytesIO(cast("bytes", content)), True
    if isinstance(content, (str, os.PathLike)):
        return _opened_path(_text_path(cast("str | os.PathLike[str]", content), argument), argument), True
    if not hasattr(content, "read"):
        raise InputError(
            f"{argument}: the content of {name!r} is {type(content).__name__}; pass bytes or a binary stream."
        )
    stream = cast("BinaryIO", content)
    try:
        probe = cast("object", stream.read(0))
    except (OSError, ValueError) as error:
        raise InputError(f"{argument}: {name!r} cannot be read: {str(error).rstrip('.')}.") from error
    if isinstance(probe, str):
        raise InputError(f'{argument}: {name!r} is opened as text; open it with mode "rb".')
    if not isinstance(probe, bytes):
        close = getattr(probe, "close", None)
        if close is not None:
            close()  # an asynchronous stream: its coroutine is given up properly, without a warning
        raise InputError(
            f"{argument}: {name!r} is not an ordinary binary stream; its read() gives {type(probe).__name__}."
        )
    return stream, False


def _opened_path(path: str, argument: str) -> BinaryIO:
    if os.path.isdir(path):
        raise InputError(f"{argument}: {path!r} is a folder; pass one file.")
    try:
        # Unbuffered: whole blocks are asked for anyway.
        return cast("BinaryIO", open(path, "rb", buffering=0))
    except FileNotFoundError as error:
        raise InputError(f"{argument}: {_missing(path)}") from error
    except OSError as error:
        raise InputError(f"{argument}: {path!r} cannot be opened: {error.strerror or error}.") from error


def _missing(path: str) -> str:
    """What to say of a path that leads nowhere; names files beside it that are called nearly the same."""
    from difflib import get_close_matches

    folder, name = os.path.split(path)
    try:
        there = os.listdir(folder or os.curdir)
    except OSError:
        return f"{path!r} does not exist; nor does the folder {folder!r}."
    if path.startswith("~"):
        return f"{path!r} does not exist; '~' is not expanded here, use pathlib.Path(...).expanduser()."
    lowered = {entry.lower(): entry for entry in there}
    close = [lowered[found] for found in get_close_matches(name.lower(), lowered)]
    hint = f"did you mean {' or '.join(map(repr, close))}?" if close else f"looked in {os.path.abspath(folder)!r}."
    return f"{path!r} does not exist; {hint}"


def _measured(stream: BinaryIO, name: str, argument: str) -> tuple[BinaryIO, int, int, bool]:
    """A seekable stream, where the content starts in it, its length in bytes, and whether it is a copy."""
    copied = False
    try:
        if not stream.seekable():
            stream, copied = _copied(stream), True
        start = stream.tell()
        size = stream.seek(0, os.SEEK_END) - start
        stream.seek(start)
    except (OSError, ValueError) as error:
        raise InputError(f"{argument}: {name!r} cannot be read: {str(error).rstrip('.')}.") from error
    if size <= 0:
        at_end = "stands at its end; call seek(0) first" if start else "is empty"
        raise InputError(f"{argument}: {name!r} {at_end}.")
    return stream, start, size, copied


def _copied(stream: BinaryIO) -> BinaryIO:
    """The rest of a stream in a temporary file; a short one stays in memory."""
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    copy = SpooledTemporaryFile(max_size=BLOCK_SIZE)  # noqa: SIM115 - FilePart closes it
    try:
        copyfileobj(stream, copy, BLOCK_SIZE)
        copy.seek(0)
    except BaseException:
        copy.close()
        raise
    return cast("BinaryIO", copy)
