"""An online form drawn as PDF, with the places of its fields; where to sign stands a signature tag."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeAlias

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Drawn

from .blocks import Run
from .fonts import DRAWING, body_font, font_runs
from .geometry import Box
from .plain_rendering import markup

_MARGIN = 54.0  # points
_GUTTER = 16.0
_LINE, _LINES, _TICK = 18.0, 58.0, 11.0
_SIGNATURE = (230.0, 62.0)
_ACCENT = colors.Color(0.11, 0.31, 0.66)
_FAINT = colors.Color(0.36, 0.41, 0.47)
_EDGE = colors.Color(0.72, 0.76, 0.82)

Places: TypeAlias = dict[str, tuple[int, Box]]
"""Page, from 0, and box of each field by its name."""


@dataclass(frozen=True, slots=True)
class Input:
    """A field: its name, its label, whether it is ticked, has several lines, and takes half the width."""

    name: str
    label: str
    is_check_box: bool
    has_lines: bool
    half: bool


@dataclass(frozen=True, slots=True)
class FormPart:
    """A part of a form.

    Arguments:
        title: its heading.
        text: paragraphs below the heading.
        inputs: its fields.
        signer: signing order and role of who signs at its end; None if nobody does.
    """

    title: str
    text: Sequence[str] = ()
    inputs: Sequence[Input] = field(default=())
    signer: tuple[int, str] | None = None


def draw_form(title: str, introduction: str, parts: Sequence[FormPart]) -> tuple[bytes, Places]:
    """A form as PDF on A4, with the places of its fields."""
    with DRAWING:
        output, places = BytesIO(), Places()
        template = SimpleDocTemplate(
            output,
            pagesize=A4,
            leftMargin=_MARGIN,
            rightMargin=_MARGIN,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN,
            title=title,
            invariant=1,
        )
        story: list[Flowable] = [
            Drawn(_markup(title, bold=True), _style(20, _ACCENT, after=6)),
            Drawn(_markup(introduction), _style(9.5, _FAINT, after=6)),
        ]
        for part in parts:
            story.extend(_part(part, places))

        def foot(canvas: Canvas, _: Any) -> None:
            _text(canvas, f"{title} · page {canvas.getPageNumber()}", (_MARGIN + 6, 30), 8, _FAINT)

        template.build(story, onFirstPage=foot, onLaterPages=foot)
        return output.getvalue(), places


def _part(part: FormPart, places: Places) -> list[Flowable]:
    rows = [_Row(inputs, places) for inputs in _paired(part.inputs)]
    ending: list[Flowable] = [_Signature(*part.signer)] if part.signer else []
    story: list[Flowable] = [CondPageBreak(120), _Heading(part.title)]
    story += [Drawn(_markup(text), _style(9.5, colors.black, after=5)) for text in part.text]
    return [*story, *rows, *ending, Spacer(1, 6)]


def _paired(inputs: Sequence[Input]) -> list[list[Input]]:
    """Fields of half the width stand beside each other."""
    rows: list[list[Input]] = []
    for each in inputs:
        if each.half and rows and len(rows[-1]) == 1 and rows[-1][0].half:
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


class _Heading(Flowable):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, text: str) -> None:
        super().__init__()
        self._title = text

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width = width
        return width, 28

    def draw(self) -> None:
        self.canv.setFillColor(colors.Color(0.93, 0.95, 0.99))
        self.canv.rect(0, 4, self.width, 18, stroke=0, fill=1)
        _text(self.canv, self._title, (6, 9.5), 10.5, _ACCENT, bold=True)


class _Row(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One field over the whole width, or up to two beside each other."""

    def __init__(self, inputs: Sequence[Input], places: Places) -> None:
        super().__init__()
        self._inputs, self._places = inputs, places

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width = width
        first = self._inputs[0]
        self.height = _TICK + 10 if first.is_check_box else 17 + (_LINES if first.has_lines else _LINE)
        return width, self.height

    def draw(self) -> None:
        half = (self.width - _GUTTER) / 2
        for index, each in enumerate(self._inputs):
            left = index * (half + _GUTTER)
            if each.is_check_box:
                box = (left, 5.0, left + _TICK, 5 + _TICK)
                _text(self.canv, each.label, (left + _TICK + 7, 7), 9.5, colors.black)
            else:
                right = left + (half if each.half else self.width)
                box = (left, 4.0, right, self.height - 13)
                _text(self.canv, each.label, (left, self.height - 9.5), 8, _FAINT)
            self.canv.setStrokeColor(_EDGE)
            self.canv.setLineWidth(0.7)
            self.canv.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], 2, stroke=1, fill=0)
            x, y = self.canv.absolutePosition(0, 0)
            page = self.canv.getPageNumber() - 1
            self._places[each.name] = (page, (box[0] + x, box[1] + y, box[2] + x, box[3] + y))


class _Signature(Flowable):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, order: int, role: str) -> None:
        super().__init__()
        self._order, self._role = order, role

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        return width, _SIGNATURE[1] + 18

    def draw(self) -> None:
        # The tag is what the sandbox makes a signature field of; it is painted over.
        _text(self.canv, f"[!Sign.{self._order}.F, , ,]", (4, 18), 8, _FAINT)
        self.canv.setStrokeColor(_EDGE)
        self.canv.setLineWidth(0.7)
        self.canv.line(0, 14, _SIGNATURE[0], 14)
        _text(self.canv, f"Signature: {self._role}", (0, 4), 8, _FAINT)


def _markup(text: str, *, bold: bool = False) -> str:
    return markup(Run(text, bold))


def _style(size: float, color: colors.Color, *, after: float) -> ParagraphStyle:
    return ParagraphStyle(
        "form", fontName=body_font(), fontSize=size, leading=size * 1.35, spaceAfter=after, textColor=color
    )


def _text(
    canvas: Canvas, text: str, start: tuple[float, float], size: float, color: colors.Color, *, bold: bool = False
) -> None:
    drawn = canvas.beginText(*start)
    drawn.setFillColor(color)
    for font, piece in font_runs(text, bold=bold):
        drawn.setFont(font, size)
        drawn.textOut(piece)
    canvas.drawText(drawn)
