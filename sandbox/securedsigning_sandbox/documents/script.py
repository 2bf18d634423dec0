"""Typed signatures in a hand's look: reportlab's bundled Callig15 where it has every glyph, an italic otherwise."""

from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics

from .fonts import font_runs

_FOLDER = Path(reportlab.__file__).parent / "fonts"
_NAME = "CALLIG15"


def script_runs(text: str) -> list[tuple[str, str]]:
    """(font, text) pieces, as `font_runs` gives them, in the look of a signature."""
    line = " ".join(text.split())
    if _available() and line.isascii() and all(character.isalpha() or character in " .-'" for character in line):
        return [(_NAME, line)]
    return font_runs(line, italic=True)


@cache
def _available() -> bool:
    metrics, outlines = _FOLDER / "callig15.afm", _FOLDER / "callig15.pfb"
    if not metrics.is_file() or not outlines.is_file():  # some distributions ship reportlab without its extra fonts
        return False
    pdfmetrics.registerTypeFace(pdfmetrics.EmbeddedType1Face(str(metrics), str(outlines)))
    pdfmetrics.registerFont(pdfmetrics.Font(_NAME, _NAME, "WinAnsiEncoding"))
    return True
