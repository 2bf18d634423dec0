"""Taking in a file: its name, its type, its size, its bytes."""

from __future__ import annotations

from starlette.datastructures import UploadFile

from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError

EXTENSIONS = ("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods")
_BLOCK = 1024 * 1024


def take_in(state: State, file: UploadFile) -> tuple[str, str, int, str]:
    """Write an uploaded file into the store, block by block.

    Args:
        state: the sandbox.
        file: the form's file; its name is kept as text and never used as a path.

    Returns:
        Name, extension, size in bytes, and the content's name in the store.

    Raises:
        ApiError: 400 for a type that the service does not take, 404 for an empty file (what a v1.3 note says of a file
            that is not found in the upload), 413 for one that is too large.
    """
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2].strip()[:255]
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in EXTENSIONS:
        problem = f"{name!r} is none of {', '.join(EXTENSIONS)}."
        raise ApiError(400, "The file's type is not accepted.", [("file", problem)])
    limit = state.settings.max_upload_size
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
