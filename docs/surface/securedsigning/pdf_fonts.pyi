from __future__ import annotations
import re
from securedsigning.pdf_objects import Array, Dictionary, Name, Operator, Stream, tokens
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from securedsigning.pdf_objects import PdfFile, Value
UNKNOWN = '�'

class Font:

    def __init__(self, pdf: PdfFile, entries: Dictionary) -> None:
        ...

    def text(self, raw: bytes) -> str:
        ...

def glyph_letter(name: str) -> str:
    ...
