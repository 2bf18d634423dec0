from __future__ import annotations
import io
import re
TYPE_CHECKING = False
if TYPE_CHECKING:
    from zipfile import ZipFile

class _Refused(Exception):
    pass

def docx_text(data: bytes) -> tuple[list[str], str | None]:
    ...

class _Reader:

    def __init__(self) -> None:
        ...

    def feed(self, block: bytes) -> None:
        ...

    def finish(self) -> list[str]:
        ...
