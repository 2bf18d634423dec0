"""Reading a multipart form in constant memory, as far as a limit."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from securedsigning_sandbox.errors import ApiError

ROOM_FOR_FIELDS = 1024 * 1024


@dataclass(frozen=True)
class Form:
    """A form that was read.

    Attributes:
        fields: its fields by name, as sent.
        file: its first part with a file name, whatever the part's name: clients name it differently.
    """

    fields: dict[str, str]
    file: UploadFile


async def read_form(request: Request, largest_file: int) -> Form:
    """Read a form with one file.

    Args:
        request: its body has not been read yet; big files go to the disk while they come in.
        largest_file: bytes.

    Raises:
        ApiError: 400 for a body that is no such form, 413 for one that is too large.
    """
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "multipart/form-data":
        raise ApiError(400, "A file is sent as multipart/form-data.", [("Content-Type", "Use multipart/form-data.")])
    limited = _limited(request, largest_file + ROOM_FOR_FIELDS, largest_file)
    parser = MultiPartParser(request.headers, limited, max_files=5, max_fields=50)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        raise ApiError(400, "The body is no multipart form that can be read.") from error
    fields: dict[str, str] = {}
    file = None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            file = file or value
        else:
            fields[name] = value
    if file is None or not file.filename:
        for unfinished in parser._files_to_close_on_error:  # of a body that breaks off, in no form yet
            unfinished.close()
        await form.close()
        raise ApiError(400, "The form has no part with a file name.", [("file", "It is missing.")])
    return Form(fields, file)


async def _limited(request: Request, limit: int, largest_file: int) -> AsyncGenerator[bytes, None]:
    """The body in pieces. What comes after the limit is read and dropped, so that the client gets to see the answer."""
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size <= limit:
            yield piece
    if size > limit:
        raise ApiError(413, f"The file is larger than {largest_file} bytes.")
