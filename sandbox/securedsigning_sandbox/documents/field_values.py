"""What is entered in a form field, drawn as large as its box allows."""

from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from .fonts import DRAWING, font_runs, text_width

_LARGEST, _SMALLEST = 10.0, 4.0  # points
_LEADING = 1.2
_INK = (0.07, 0.16, 0.42)


def draw_value(text: str, width: float, height: float, *, has_lines: bool) -> bytes:
    """A one-page PDF of the given size in points, with the text on it: smaller and in more lines where it is long.

    Arguments:
        text: what was entered.
        width, height: of the field.
        has_lines: whether the text begins at the top, as in a field for several lines, instead of in the middle.
    """
    with DRAWING:
        plain = _is_plain(text)
        lines, size = _fitted(text, width - 6, height - 2, plain)
        picture = BytesIO()
        canvas = Canvas(picture, pagesize=(width, height), pageCompression=1, invariant=1)
        tall = len(lines) * size * _LEADING
        top = height - 2 if has_lines else (height + tall) / 2
        for index, line in enumerate(lines):
            drawn = canvas.beginText(3, top - size - index * size * _LEADING)
            drawn.setFillColorRGB(*_INK)
            for font, piece in [("Helvetica", line)] if plain else font_runs(line):
                drawn.setFont(font, size)
                drawn.textOut(piece)
            canvas.drawText(drawn)
        canvas.showPage()  # an empty value is an empty page, which reportlab would leave out
        canvas.save()
        return picture.getvalue()


def draw_check(checked: bool, width: float, height: float) -> bytes:
    """A one-page PDF of the given size in points: a tick, or nothing."""
    picture = BytesIO()
    canvas = Canvas(picture, pagesize=(width, height), pageCompression=1, invariant=1)
    if checked:
        canvas.setStrokeColorRGB(*_INK)
        canvas.setLineWidth(max(1.0, height / 8))
        canvas.setLineCap(1)
        canvas.lines(
            [
                (width * 0.22, height * 0.5, width * 0.42, height * 0.25),
                (width * 0.42, height * 0.25, width * 0.8, height * 0.78),
            ]
        )
    canvas.showPage()
    canvas.save()
    return picture.getvalue()


def _fitted(text: str, width: float, height: float, plain: bool) -> tuple[list[str], float]:
    """The lines of a text and their font size in points; what does not fit at the smallest size ends in an ellipsis."""
    size = _LARGEST
    lines = _wrapped(text, width / size, plain)
    while size > _SMALLEST and len(lines) * size * _LEADING > height:
        size -= 0.5
        lines = _wrapped(text, width / size, plain)
    room = max(1, int(height / (size * _LEADING)))
    if len(lines) > room:
        lines = [*lines[: room - 1], f"{lines[room - 1][:-1]}…"]
    return lines, size


def _wrapped(text: str, width: float, plain: bool) -> list[str]:
    """The lines of a text; the width is one at a font size of one point."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split(" "):
            wanted = _width(word, plain)
            blank = _advance(" ", plain) if line else 0.0
            if used + blank + wanted <= width:
                line, used = (f"{line} {word}" if line else word), used + blank + wanted
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, width, plain)
            lines.extend(whole)
            used = _width(line, plain)
        lines.append(line)
    return lines


def _pieces(word: str, width: float, plain: bool) -> list[str]:
    """A word in pieces that each fit on a line."""
    pieces, start, used = [], 0, 0.0
    for index, character in enumerate(word):
        advance = _advance(character, plain)
        if index > start and used + advance > width:
            pieces.append(word[start:index])
            start, used = index, 0.0
        used += advance
    return [*pieces, word[start:]]


def _width(text: str, plain: bool) -> float:
    return sum(_advance(character, plain) for character in text)


@cache
def _advance(character: str, plain: bool) -> float:
    """How wide a character is at a font size of one point."""
    return text_width([("Helvetica", character)] if plain else font_runs(character), 1)


def _is_plain(text: str) -> bool:
    """Whether Helvetica has all letters: every reader has it, and nothing is embedded. Other fonts are taken elsewhere."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
