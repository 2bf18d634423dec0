# Copied from templates/python/runtime/multipart.py; edit it there.
"""The body of an upload: ``multipart/form-data`` (RFC 7578), written block by block with an exact length.

Not httpx's own encoder: this one reads the file in larger blocks, and off the event loop.
"""

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

# RFC 2046, 5.1.1, without the characters that would need quoting in the Content-Type header.
_BOUNDARY = re.compile(r"[0-9A-Za-z'+_.-]{16,70}")


class MultipartBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Form fields and files as one request body; ``httpx.Request(..., stream=body)`` takes it as it is.

    Each iteration starts from the beginning, so a retry just sends the body again. The files stay open; whoever opened
    them closes them.

    Attributes:
        content_type: value of the ``Content-Type`` header.
        content_length: length of the body in bytes.
    """

    def __init__(
        self,
        fields: Sequence[tuple[str, str]],
        files: Sequence[tuple[str, FilePart]],
        *,
        boundary: str | None = None,
    ) -> None:
        """Compose the body.

        Args:
            fields: pairs of field name and text; they come before the files.
            files: pairs of field name and file.
            boundary: for tests; by default a new random one. A fixed boundary would let the content of a file add parts
                of its own to the form.

        Raises:
            InputError: a text cannot be encoded, or the boundary is malformed or occurs in a field.
        """
        boundary = boundary or f"securedsigning-{os.urandom(16).hex()}"
        if not _BOUNDARY.fullmatch(boundary):
            raise InputError(f"{boundary!r} is not a boundary of 16 to 70 plain characters.")
        delimiter = f"--{boundary}\r\n".encode()
        # The text between the files: what stands before each of them, and the end.
        texts: list[bytes] = []
        text = b""
        for name, value in fields:
            text += delimiter + b"Content-Disposition: form-data; name=" + _quoted(name) + b"\r\n\r\n"
            text += _encoded(value, name) + b"\r\n"
        # 128 random bits do not turn up in a file by chance, and nobody can know them beforehand to put them there.
        # Fields are in memory, so for them it costs nothing to be certain.
        if any(boundary in name or boundary in value for name, value in fields):
            raise InputError("the boundary occurs in a field.")
        for name, part in files:
            text += delimiter + b"Content-Disposition: form-data; name=" + _quoted(name)
            text += (
                b"; filename="
                + _quoted(part.name)
                + b"\r\nContent-Type: "
                + part.media_type.encode("ascii")
                + b"\r\n\r\n"
            )
            texts.append(text)
            text = b"\r\n"
        texts.append(text + f"--{boundary}--\r\n".encode())
        self._texts = texts
        self._files = [part for _, part in files]
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.content_length = sum(map(len, texts)) + sum(part.size for part in self._files)

    def blocks(self) -> Iterator[bytes]:
        """The body, from its beginning, in blocks of up to 1 MiB.

        Raises:
            InputError: a file cannot be read (again), or has become shorter.
        """
        if self.content_length <= BLOCK_SIZE:
            yield self._whole()
            return
        for text, part in zip(self._texts, self._files, strict=False):
            yield text
            part.rewind()
            while block := part.read(BLOCK_SIZE):
                yield block
        yield self._texts[-1]

    async def async_blocks(self) -> AsyncIterator[bytes]:
        """The same, with every file access in a thread, so that the event loop goes on.

        Raises:
            InputError: a file cannot be read (again), or has become shorter.
        """
        from securedsigning._async.primitives import in_thread

        if self.content_length <= BLOCK_SIZE:
            yield await in_thread(self._whole)
            return
        for text, part in zip(self._texts, self._files, strict=False):
            yield text
            await in_thread(part.rewind)
            while block := await in_thread(part.read, BLOCK_SIZE):
                yield block
        yield self._texts[-1]

    def _whole(self) -> bytes:
        """A small body in one piece: one write to the network where there would be three."""
        pieces: list[bytes] = []
        for text, part in zip(self._texts, self._files, strict=False):
            pieces.append(text)
            part.rewind()
            while block := part.read(BLOCK_SIZE):
                pieces.append(block)
        pieces.append(self._texts[-1])
        return b"".join(pieces)

    def __iter__(self) -> Iterator[bytes]:
        return self.blocks()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.async_blocks()


def _quoted(value: str) -> bytes:
    """A name in quotes: UTF-8 as it is, with quote, CR and LF percent-encoded (RFC 7578, 4.2; WHATWG HTML, 4.10.21.8)."""
    return b'"' + _encoded(value.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A"), "a name") + b'"'


def _encoded(value: str, name: str) -> bytes:
    try:
        return value.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{name}: {value!r} is not valid text ({error.reason}).") from error
