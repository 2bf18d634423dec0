"""Taking in a file: its name, its type, its size, its bytes."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import UploadFile

from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_names import plain_name

EXTENSIONS = ("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods")
_BLOCK = 1024 * 1024
_LONGEST_NAME = 255


def take_in(
    state: State, file: UploadFile, extensions: Sequence[str] = EXTENSIONS, limit: int | None = None
) -> tuple[str, str, int, str]:
    """Write an uploaded file into the store, block by block.

    Args:
        state: the sandbox.
        file: the form's file; its name is kept as text and never used as a path.
        extensions: the types that are taken.
        limit: largest size in bytes; the settings' by default.

    Returns:
        Name, extension, size in bytes, and the content's name in the store.

    Raises:
        ApiError: 400 for a type that the service does not take or a name that is too long, 404 for an empty file (what
            a v1.3 note says of a file that is not found in the upload), 413 for one that is too large.
    """
    name = plain_name(file.filename or "")
    if len(name) > _LONGEST_NAME:
        raise ApiError(400, f"The file's name is longer than {_LONGEST_NAME} characters.", [("file", "Shorten it.")])
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in extensions:
        problem = f"{name!r} is none of {', '.join(extensions)}."
        raise ApiError(400, "The file's type is not accepted.", [("file", problem)])
    limit = limit or state.settings.max_upload_size
    target = state.store.new_file()
    size = 0
    try:
        with target.open("wb") as written:
            while block := file.file.read(_BLOCK):
                size += len(block)
                if size > limit:
                    raise ApiError(413, f"The file is larger than {limit} bytes.")
                written.write(block)
        if not size:
            raise ApiError(404, "The file in the upload is empty.")
        return name, extension, size, state.store.keep(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
