"""Typed signatures in a hand's look: reportlab's bundled Callig15 where it has every letter, an italic otherwise."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics

from .fonts import font_runs, text_width

_FOLDER = Path(reportlab.__file__).parent / "fonts"
_NAME = "CALLIG15"
_PUNCTUATION = frozenset(".,-'")
_BLANK = ("Helvetica", " ")  # the font has no blank of its own


@dataclass(frozen=True, slots=True)
class Hand:
    """A line in the look of a signature.

    Arguments:
        runs: (font, text) pieces, as `font_runs` gives them.
        width, ascent, descent: of the line at a font size of one point.
        largest: the size in points beyond which it looks out of place.
    """

    runs: list[tuple[str, str]]
    width: float
    ascent: float
    descent: float
    largest: float


def in_hand(text: str) -> Hand:
    """A text in the look of a signature."""
    line = " ".join(text.split())
    if _available() and all(
        character.isascii() and (character.isalpha() or character in _PUNCTUATION | {" "}) for character in line
    ):
        runs: list[tuple[str, str]] = []
        for word in line.split(" "):
            runs.extend(([_BLANK] if runs else []) + [(_NAME, word)])
        # Its capitals lean out over what follows, so the width gets an allowance.
        return Hand(runs, text_width(runs, 1) + 0.25, ascent=0.68, descent=0.2, largest=44.0)
    runs = font_runs(line, italic=True)
    return Hand(runs, text_width(runs, 1), ascent=0.85, descent=0.25, largest=24.0)


@cache
def _available() -> bool:
    metrics, outlines = _FOLDER / "callig15.afm", _FOLDER / "callig15.pfb"
    if not metrics.is_file() or not outlines.is_file():  # some distributions ship reportlab without its extra fonts
        return False
    pdfmetrics.registerTypeFace(pdfmetrics.EmbeddedType1Face(str(metrics), str(outlines)))
    pdfmetrics.registerFont(pdfmetrics.Font(_NAME, _NAME, "WinAnsiEncoding"))
    return True
