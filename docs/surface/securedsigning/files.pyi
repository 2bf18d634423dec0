from __future__ import annotations
import os
import re
from typing import BinaryIO, Self, TypeAlias, cast
from securedsigning.errors import InputError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
FileContent: TypeAlias = bytes | BinaryIO | os.PathLike[str]
FileInput: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO | tuple[str, FileContent] | tuple[str, FileContent, str]
BLOCK_SIZE = 1024 * 1024
MEDIA_TYPES = {'csv': 'text/csv', 'doc': 'application/msword', 'docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'jpeg': 'image/jpeg', 'jpg': 'image/jpeg', 'ods': 'application/vnd.oasis.opendocument.spreadsheet', 'odt': 'application/vnd.oasis.opendocument.text', 'pdf': 'application/pdf', 'png': 'image/png', 'rtf': 'application/rtf', 'txt': 'text/plain', 'xls': 'application/vnd.ms-excel', 'xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xml': 'application/xml', 'zip': 'application/zip'}

class FilePart:

    def __init__(self, stream: BinaryIO, *, name: str, media_type: str, start: int, size: int, owned: bool) -> None:
        ...

    def read(self, size: int=BLOCK_SIZE) -> bytes:
        ...

    def rewind(self) -> None:
        ...

    def close(self) -> None:
        ...

    def __enter__(self) -> Self:
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        ...

    def __repr__(self) -> str:
        ...

def open_file(value: FileInput, *, argument: str, extensions: tuple[str, ...] | None) -> FilePart:
    ...
