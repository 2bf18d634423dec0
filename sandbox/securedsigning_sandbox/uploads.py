"""Taking in a file: its name, its type, its size, its bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile

from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_names import checked_length, plain_name

Taken = tuple[str, str, str]
"""Name, extension, and the content's name in the store."""

EXTENSIONS = ("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods")
_BLOCK = 1024 * 1024
_SECONDS_TO_FETCH = 60.0

EXTENSIONS_BY_ADDRESS = ("pdf", "doc", "docx", "rtf")
"""What the service's pages name for uploads by address."""


def take_in(state: State, file: UploadFile, extensions: Sequence[str] = EXTENSIONS, limit: int | None = None) -> Taken:
    """Write an uploaded file into the store, block by block.

    Args:
        state: the sandbox.
        file: the form's file; its name is kept as text and never used as a path.
        extensions: the types that are taken.
        limit: largest size in bytes; the settings' by default.

    Returns:
        Name, extension, and the content's name in the store.

    Raises:
        ApiError: 400 for a type that the service does not take or a name that is too long, 404 for an empty file (what
            a v1.3 note says of a file that is not found in the upload), 413 for one that is too large.
    """

    def fill(receive: Callable[[bytes], None]) -> None:
        while block := file.file.read(_BLOCK):
            receive(block)

    return _taken(state, file.filename or "", extensions, limit, "file", fill)


def fetch_in(state: State, file: Mapping[str, Any], extensions: Sequence[str]) -> Taken:
    """Write a file that lies at an address into the store.

    Args:
        state: the sandbox.
        file: ``FileUrl``, ``Name`` and ``FileType``, which may be missing where the name tells it.
        extensions: the types that are taken.

    Returns:
        As ``take_in``.

    Raises:
        ApiError: as ``take_in``; also 400 for an address that the sandbox does not connect to, and 404 for one where
            there is no file.
    """
    from securedsigning_sandbox.outgoing import RefusedError, UnreachableError, fetch  # seldom needed

    name = plain_name(file.get("Name") or urlsplit(file["FileUrl"]).path)
    kind = (file.get("FileType") or "").lower()
    if kind and not name.lower().endswith(f".{kind}"):
        name = f"{name}.{kind}"

    def fill(receive: Callable[[bytes], None]) -> None:
        try:
            fetch(file["FileUrl"], receive, allow_outgoing=state.settings.allow_outgoing, seconds=_SECONDS_TO_FETCH)
        except RefusedError as error:
            raise ApiError(400, "The address is refused.", [("File.FileUrl", f"Refused: {error}.")]) from None
        except UnreachableError as error:
            raise ApiError(404, "The file cannot be fetched.", [("File.FileUrl", f"Not fetched: {error}.")]) from None

    return _taken(state, name, extensions, None, "File", fill)


def _taken(
    state: State,
    sent_name: str,
    extensions: Sequence[str],
    limit: int | None,
    field: str,
    fill: Callable[[Callable[[bytes], None]], None],
) -> Taken:
    """Check name and type, then let ``fill`` hand over the file's blocks."""
    name = checked_length(plain_name(sent_name), field)
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in extensions:
        problem = f"{name!r} is none of {', '.join(extensions)}."
        raise ApiError(400, "The file's type is not accepted.", [(field, problem)])
    limit = limit or state.settings.max_upload_size
    target = state.store.new_file()
    size = 0
    try:
        with target.open("wb") as written:

            def receive(block: bytes) -> None:
                nonlocal size
                size += len(block)
                if size > limit:
                    raise ApiError(413, f"The file is larger than {limit} bytes.")
                written.write(block)

            fill(receive)
        if not size:
            raise ApiError(404, "The file is empty.")
        return name, extension, state.store.keep(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
