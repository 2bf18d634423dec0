"""What a signature looks like on the page: the signature itself, below it who signed when, and that it is a sandbox's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .errors import DocumentError
from .fonts import DRAWING, font_runs, text_width
from .script import in_hand

SANDBOX_LINE = "Signed in the sandbox - not legally binding"
_LARGEST_DRAWING = 4_000 * 4_000  # pixels
_INK = (0.07, 0.16, 0.42)
_TEXT = (0.25, 0.28, 0.33)
_FAINT = (0.48, 0.51, 0.56)
_ACCENT = (0.10, 0.42, 0.74)


@dataclass(frozen=True, slots=True)
class Appearance:
    """The visible part of a signature.

    Arguments:
        name: who signs, as shown.
        date_text: when, as shown.
        typed: the signature as typed text; the name where neither this nor a drawing is given.
        drawing: the signature drawn by hand, as PNG bytes; goes before typed text.
        sandbox_line: what says that this is no real signature.
    """

    name: str
    date_text: str
    typed: str = ""
    drawing: bytes | None = None
    sandbox_line: str = SANDBOX_LINE


def appearance_of(name: str, now: datetime, *, typed: str = "", drawing: bytes | None = None) -> Appearance:
    """The look of a signature that is made at a time, in UTC."""
    return Appearance(name=name, date_text=now.strftime("%d %b %Y %H:%M UTC"), typed=typed, drawing=drawing)


def draw_signature(appearance: Appearance, width: float, height: float) -> bytes:
    """A one-page PDF of the given size in points: white, with the signature on it.

    Raises:
        DocumentError: the drawing is not a PNG, or has more than 16 million pixels.
    """
    drawing = _trimmed(appearance.drawing) if appearance.drawing else None
    with DRAWING:
        return _drawn(appearance, drawing, width, height)


def _drawn(appearance: Appearance, drawing: Image.Image | None, width: float, height: float) -> bytes:
    picture = BytesIO()
    canvas = Canvas(picture, pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    caption = [appearance.name, appearance.date_text, appearance.sandbox_line]
    if height >= 30:
        line = min(6.5, height / 7.5)  # points of the caption's font
        lines = [" · ".join(part for part in caption[:2] if part), caption[2]]
        if text_width(font_runs(lines[0]), line) > width - 8:
            lines, line = caption, min(line, height / 8.5)
        below = 2 + len(lines) * line * 1.2
        _signature(canvas, appearance, drawing, (5, below + 2, width - 3, height - 1.5))
        canvas.setStrokeColorRGB(*_ACCENT)
        canvas.setLineWidth(0.6)
        canvas.line(3, below + 0.8, width - 3, below + 0.8)
        for index, text in enumerate(reversed(lines)):
            color = _FAINT if index == 0 else _TEXT
            _fitted(canvas, text, (5, 2.2 + index * line * 1.2, width - 3), line if index else line * 0.9, color)
    else:  # a place between lines of text: signature left, caption right of it
        middle = width * 0.42
        _signature(canvas, appearance, drawing, (2, 0.5, middle - 2, height - 0.5))
        shown = [" · ".join(part for part in caption[:2] if part), caption[2]]
        line = min(6.0, (height - 2) / 2.3)
        canvas.setStrokeColorRGB(*_ACCENT)
        canvas.setLineWidth(0.6)
        canvas.line(middle, 1, middle, height - 1)
        _fitted(canvas, shown[0], (middle + 3, height / 2 + 0.6, width - 1), line, _TEXT)
        _fitted(canvas, shown[1], (middle + 3, height / 2 - line * 0.95, width - 1), line, _FAINT)
    canvas.save()
    return picture.getvalue()


def with_initials(appearance: Appearance) -> Appearance:
    """The same signature for a place that asks for initials; one drawn by hand stays as it is."""
    words = appearance.name.replace("-", " ").split()
    return replace(appearance, typed=" ".join(f"{word[0].upper()}." for word in words if word[0].isalpha()))


def draw_invitation(text: str, width: float, height: float) -> bytes:
    """A one-page PDF of the given size in points: a dashed box that asks for a signature, in ASCII."""
    picture = BytesIO()
    canvas = Canvas(picture, pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setFillColorRGB(0.96, 0.98, 1)
    canvas.setStrokeColorRGB(*_ACCENT)
    canvas.setLineWidth(0.8)
    canvas.setDash(3, 2)
    canvas.rect(0.6, 0.6, width - 1.2, height - 1.2, stroke=1, fill=1)
    size = min(8.0, height * 0.6)
    runs = [("Helvetica", text)]  # one of the fonts every reader has: nothing is embedded for a box that goes away
    size = min(size, size * (width - 8) / max(text_width(runs, size), 0.1))
    left = (width - text_width(runs, size)) / 2
    _runs(canvas, runs, (left, height / 2 - size * 0.35), size, _ACCENT)
    canvas.save()
    return picture.getvalue()


def _signature(
    canvas: Canvas, appearance: Appearance, drawing: Image.Image | None, box: tuple[float, float, float, float]
) -> None:
    """Draw the signature as large as the box (left, bottom, right, top) allows, standing on its lower edge."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if drawing is not None:
        scale = min(width / drawing.width, height / drawing.height)
        canvas.drawImage(ImageReader(drawing), left, bottom, drawing.width * scale, drawing.height * scale, mask="auto")
        return
    hand = in_hand(appearance.typed.strip() or appearance.name)
    size = min(height / (hand.ascent + hand.descent), width / max(hand.width, 0.1), hand.largest)
    space = height - size * (hand.ascent + hand.descent)
    _runs(canvas, hand.runs, (left, bottom + size * hand.descent + space * 0.35), size, _INK)


def _fitted(
    canvas: Canvas, text: str, place: tuple[float, float, float], size: float, color: tuple[float, float, float]
) -> None:
    """Draw a line at (left, baseline, right), smaller if it would not fit."""
    left, baseline, right = place
    runs = font_runs(text)
    size = min(size, size * (right - left) / max(text_width(runs, size), 0.1))
    _runs(canvas, runs, (left, baseline), size, color)


def _runs(
    canvas: Canvas,
    runs: Sequence[tuple[str, str]],
    start: tuple[float, float],
    size: float,
    color: tuple[float, float, float],
) -> None:
    text = canvas.beginText(*start)
    text.setFillColorRGB(*color)
    for font, piece in runs:
        text.setFont(font, size)
        text.textOut(piece)
    canvas.drawText(text)


def _trimmed(png: bytes) -> Image.Image:
    """A drawing without the empty margin around it."""
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as opened:
            if opened.width * opened.height > _LARGEST_DRAWING:
                raise DocumentError("The drawn signature is larger than 16 million pixels.")
            image = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DocumentError("The drawn signature is not a readable PNG picture.") from error
    white = Image.new("RGBA", image.size, (255, 255, 255, 255))
    ink = Image.alpha_composite(white, image).convert("L").point(lambda value: 255 if value < 250 else 0)
    box = ink.getbbox()
    return image.crop(box) if box else image
