"""Fonts for what the sandbox draws: reportlab's bundled Vera, and DejaVu where the system has it and Vera lacks a glyph.

A character no font has is drawn as a box, so that a reader sees that something is missing.
"""

from functools import cache
from pathlib import Path
from threading import RLock

import reportlab
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

DRAWING = RLock()
"""Held while something is drawn: reportlab keeps its paragraph parser and its fonts' subsets in module state."""

_BUNDLED = Path(reportlab.__file__).parent / "fonts"
_SYSTEM = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu"), Path("/usr/share/fonts/TTF"))
_VERA = {(False, False): "Vera", (True, False): "VeraBd", (False, True): "VeraIt", (True, True): "VeraBI"}
_DEJAVU = {
    (False, False): "DejaVuSans",
    (True, False): "DejaVuSans-Bold",
    (False, True): "DejaVuSans-Oblique",
    (True, True): "DejaVuSans-BoldOblique",
}
_MISSING = "\u25a1"
# White space and invisible characters, which fonts often lack: drawn as a blank, or not at all.
_BLANKS = frozenset("\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
_HYPHENS = frozenset("\u2010\u2011")


def font_runs(text: str, *, bold: bool = False, italic: bool = False) -> list[tuple[str, str]]:
    """Split a text by the font that can draw it.

    Arguments:
        text: without line breaks.
        bold, italic: the look.

    Returns:
        (font name known to reportlab, text) pieces in order.
    """
    runs: list[tuple[str, str]] = []
    for character in text:
        font, drawn = _drawable(character, bold, italic)
        if runs and runs[-1][0] == font:
            runs[-1] = (font, runs[-1][1] + drawn)
        elif drawn:
            runs.append((font, drawn))
    return runs


def body_font() -> str:
    """The name of the plain font, known to reportlab."""
    return _fonts(False, False)[0]


def text_width(runs: list[tuple[str, str]], size: float) -> float:
    """Width in points of the pieces `font_runs` made, at a font size in points."""
    return float(sum(pdfmetrics.stringWidth(text, font, size) for font, text in runs))


@cache
def _drawable(character: str, bold: bool, italic: bool) -> tuple[str, str]:
    """The font and the text that stand for a character."""
    if character in _INVISIBLE or ord(character) < 0x20:
        return _fonts(bold, italic)[0], ""
    for candidate in (character, *((" ",) if character in _BLANKS else ()), *(("-",) if character in _HYPHENS else ())):
        for font in _fonts(bold, italic):
            if _has(font, candidate):
                return font, candidate
    for font in _fonts(bold, italic):
        if _has(font, _MISSING):
            return font, _MISSING
    return _fonts(bold, italic)[0], "?"


@cache
def _fonts(bold: bool, italic: bool) -> tuple[str, ...]:
    """Names of the fonts of a look, registered with reportlab, the preferred one first."""
    found = [_register(_VERA[bold, italic], _BUNDLED / f"{_VERA[bold, italic]}.ttf")]
    dejavu = _DEJAVU[bold, italic]
    for folder in _SYSTEM:
        file = folder / f"{dejavu}.ttf"
        if file.is_file():
            try:
                found.append(_register(dejavu, file))
            except (TTFError, OSError):  # a damaged system font is as good as none
                continue
            break
    return tuple(found)


def _register(name: str, file: Path) -> str:
    pdfmetrics.registerFont(TTFont(name, str(file)))
    for bold in (0, 1):  # reportlab's paragraphs ask for a family; each font is one of its own here
        for italic in (0, 1):
            addMapping(name, bold, italic, name)
    return name


def _has(font: str, character: str) -> bool:
    face = pdfmetrics.getFont(font).face
    return ord(character) in face.charToGlyph
