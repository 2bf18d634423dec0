"""What is entered in a form field, drawn as large as its box allows."""

from bisect import bisect_right
from functools import partial
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
        lines, size = _fitted(text, width - 6, height - 2)
        picture = BytesIO()
        canvas = Canvas(picture, pagesize=(width, height), pageCompression=1, invariant=1)
        tall = len(lines) * size * _LEADING
        top = height - 2 if has_lines else (height + tall) / 2
        for index, line in enumerate(lines):
            drawn = canvas.beginText(3, top - size - index * size * _LEADING)
            drawn.setFillColorRGB(*_INK)
            for font, piece in _runs(line):
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


def _fitted(text: str, width: float, height: float) -> tuple[list[str], float]:
    """The lines of a text and their font size in points; what does not fit at the smallest size ends in an ellipsis."""
    size = _LARGEST
    lines = _wrapped(text, width, size)
    while size > _SMALLEST and len(lines) * size * _LEADING > height:
        size -= 0.5
        lines = _wrapped(text, width, size)
    room = max(1, int(height / (size * _LEADING)))
    if len(lines) > room:
        lines = [*lines[: room - 1], f"{lines[room - 1][:-1]}…"]
    return lines, size


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            wider = f"{line} {word}" if line else word
            if _width(wider, size) <= width:
                line = wider
                continue
            if line:
                lines.append(line)
            line = word
            while _width(line, size) > width and len(line) > 1:
                fits = max(1, bisect_right(range(1, len(line)), width, key=partial(_beginning, line, size)))
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(line)
    return lines


def _beginning(text: str, size: float, end: int) -> float:
    return _width(text[:end], size)


def _width(text: str, size: float) -> float:
    return float(text_width(_runs(text), size))


def _runs(text: str) -> list[tuple[str, str]]:
    """Helvetica where it has the letters, since every reader has it and nothing is embedded; other fonts elsewhere."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return font_runs(text)
    return [("Helvetica", text)]
