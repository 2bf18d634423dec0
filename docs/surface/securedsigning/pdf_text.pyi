from __future__ import annotations
from securedsigning.pdf_fonts import UNKNOWN, Font
from securedsigning.pdf_objects import Array, Dictionary, Operator, PdfFile, Reference, Stream, UnreadablePdfError, tokens
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from securedsigning.pdf_objects import Value
    Matrix = tuple[float, float, float, float, float, float]

def pdf_text(data: bytes) -> tuple[list[str], str | None]:
    ...

class _Reader:

    def __init__(self, pdf: PdfFile) -> None:
        ...

    def page(self, content: bytes, resources: Dictionary) -> str:
        ...
