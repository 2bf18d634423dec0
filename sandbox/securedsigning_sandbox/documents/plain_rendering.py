"""A plain drawing of a document: headings, paragraphs, bold and italic, lists, tables, page breaks, header and footer.

It is what the sandbox shows where no office program is installed: readable, not faithful. A tag is kept in one piece and on
one line where the line is long enough, so that its place is found.
"""

import re
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Drawn
from reportlab.platypus import Table as DrawnTable

from .blocks import Block, BlockDocument, PageBreak, Paragraph, Run, Table, paragraphs
from .fonts import DRAWING, body_font, font_runs
from .smart_tags import parse_tags, tag_spans

_MARGIN = 64.0  # points
_SIZES = {0: 10.5, 1: 18.0, 2: 14.0, 3: 12.0, 4: 11.0, 5: 10.5, 6: 10.5}  # points, by heading
_ALIGNMENTS = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
_MOST_COLUMNS = 40
_ROOM = 26.0  # points above a line with a signature tag, so that the signature covers nothing
_SPACES = re.compile(r"\s")


def draw_document(document: BlockDocument) -> bytes:
    """The document as PDF, on A4."""
    with DRAWING:
        return _draw(document)


def _draw(document: BlockDocument) -> bytes:
    output = BytesIO()
    header, footer = _margin_lines(document.header), _margin_lines(document.footer)
    template = SimpleDocTemplate(
        output,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN + 13 * max(0, len(header) - 1),
        bottomMargin=_MARGIN + 13 * max(0, len(footer) - 1),
        invariant=1,
    )
    width = A4[0] - 2 * _MARGIN
    story = _flowables(document.body, width - 12)
    if document.notes:
        story.append(Spacer(1, 14))
        story.extend(_flowables(document.notes, width - 12))

    def margins(canvas: Canvas, _: Any) -> None:
        _draw_lines(canvas, header, A4[1] - 36)
        _draw_lines(canvas, footer, 36 + 13 * max(0, len(footer) - 1))

    template.build(story or [Spacer(1, 1)], onFirstPage=margins, onLaterPages=margins)
    return output.getvalue()


def _flowables(blocks: list[Block], width: float) -> list[Flowable]:
    found: list[Flowable] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            found.append(NewPage())
        elif isinstance(block, Table):
            found.extend(_table(block, width))
        else:
            if parse_tags(block.text).tags:
                found.append(Spacer(1, _ROOM))
            found.append(_paragraph(block))
    return found


def _paragraph(paragraph: Paragraph) -> Flowable:
    size = _SIZES[paragraph.heading]
    if not paragraph.text.strip():
        return Spacer(1, size * 1.2)
    indent = (18 + 18 * min(paragraph.level, 8)) if paragraph.marker else 0
    style = ParagraphStyle(
        "plain",
        fontName=body_font(),
        fontSize=size,
        leading=size * 1.4,
        spaceBefore=size * 0.8 if paragraph.heading else 0,
        spaceAfter=size * 0.5,
        leftIndent=indent,
        bulletIndent=max(0, indent - 16),
        bulletFontName=body_font(),
        bulletFontSize=size,
        alignment=_ALIGNMENTS[paragraph.alignment],
        keepWithNext=1 if paragraph.heading else 0,
    )
    marker = markup(Run(paragraph.marker)) if paragraph.marker else None
    text = "".join(markup(run) for run in _with_whole_tags(paragraph))
    return Drawn(text, style, bulletText=_plain(marker))


def _plain(marker: str | None) -> str | None:
    return re.sub(r"<[^>]*>", "", marker) if marker else None


def _with_whole_tags(paragraph: Paragraph) -> list[Run]:
    """The runs with each tag in one run, its blanks made non-breaking."""
    text = paragraph.text
    spans = tag_spans(text)
    if not spans:
        return [_headed(run, paragraph) for run in paragraph.runs]
    runs: list[Run] = []
    position = 0
    for run in paragraph.runs:
        kept, start = "", position
        position += len(run.text)
        for index, character in enumerate(run.text, start):
            if not any(begin <= index < end for begin, end in spans):
                kept += character
            elif any(begin == index for begin, _ in spans):
                end = next(end for begin, end in spans if begin == index)
                if kept:
                    runs.append(_headed(Run(kept, run.bold, run.italic, run.underline), paragraph))
                    kept = ""
                runs.append(Run(_SPACES.sub("\u00a0", text[index:end])))
        if kept:
            runs.append(_headed(Run(kept, run.bold, run.italic, run.underline), paragraph))
    return runs


def _headed(run: Run, paragraph: Paragraph) -> Run:
    return Run(run.text, True, run.italic, run.underline) if paragraph.heading else run


def markup(run: Run) -> str:
    """A run in reportlab's markup, with a font for each stretch that has the glyphs."""
    lines = []
    for line in run.text.replace("\t", "\u00a0\u00a0\u00a0\u00a0").split("\n"):
        pieces = font_runs(line, bold=run.bold, italic=run.italic)
        lines.append("".join(f'<font name="{font}">{escape(text)}</font>' for font, text in pieces))
    text = "<br/>".join(lines)
    return f"<u>{text}</u>" if run.underline else text


def _table(table: Table, width: float) -> list[Flowable]:
    columns = min(_MOST_COLUMNS, max((len(row) for row in table.rows), default=0))
    if not columns:
        return []
    shares = table.shares if len(table.shares) == columns else [1.0] * columns
    widths = [width * share / sum(shares) for share in shares]
    if min(widths) < 40:  # too narrow to read: the cells become paragraphs
        return [_paragraph(paragraph) for paragraph in paragraphs([table])]
    # A row that is higher than a page can't be divided within a cell, so it is shown as paragraphs as well.
    cells = [
        [_flowables(_without_breaks(cell), room - 12) or "" for cell, room in zip(row, widths, strict=False)]
        for row in table.rows
    ]
    rows = [[*row, *[""] * (columns - len(row))] for row in cells]
    if any(len(list(paragraphs(cell))) > 20 for row in table.rows for cell in row):
        return [_paragraph(paragraph) for paragraph in paragraphs([table])]
    drawn = DrawnTable(rows, colWidths=widths, splitInRow=1)
    drawn.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.Color(0.7, 0.72, 0.75)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return [drawn, Spacer(1, 8)]


def _without_breaks(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if not isinstance(block, PageBreak)]


def _margin_lines(blocks: list[Block]) -> list[str]:
    """Lines of a header or footer, each once: Word keeps the same header for first, odd and even pages."""
    lines = [" ".join(paragraph.text.split()) for paragraph in paragraphs(blocks)]
    return list(dict.fromkeys(line for line in lines if line))[:6]


def _draw_lines(canvas: Canvas, lines: list[str], top: float) -> None:
    for index, line in enumerate(lines):
        text = canvas.beginText(_MARGIN + 6, top - 13 * index)
        text.setFillColorRGB(0.35, 0.37, 0.4)
        for font, piece in font_runs(line):
            text.setFont(font, 8.5)
            text.textOut(piece)
        canvas.drawText(text)
