# Copied from templates/python/runtime/pdf_text.py; edit it there.
"""The text of a PDF, page by page (ISO 32000-1, 9.4): a best effort that knows when it has failed."""

from __future__ import annotations

from securedsigning.pdf_fonts import UNKNOWN, Font
from securedsigning.pdf_objects import (
    Array,
    Dictionary,
    Operator,
    PdfFile,
    Reference,
    Stream,
    UnreadablePdfError,
    tokens,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from securedsigning.pdf_objects import Value

    Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MAX_PAGES = 5000
_MAX_FORM_DEPTH = 8
_MAX_DRAWN = 16 * 1024 * 1024
"""Bytes of drawing instructions, which are read at about one megabyte per second."""
_COST_OF_ONE = 500
"""What starting on a page or form counts for beside its length, so that many empty ones end too."""

# A gap in a line of this many thousandths of the font size is a blank. Kerning moves by less.
_BLANK_GAP = -180
# Points by which the baseline may move within a line.
_SAME_LINE = 1.5


def pdf_text(data: bytes) -> tuple[list[str], str | None]:
    """Read the text of all pages, in the order in which it is drawn, with line breaks where the baseline moves.

    Args:
        data: the file.

    Returns:
        One text per page, and why not all of the document could be read; None if it could.
    """
    texts: list[str] = []
    try:
        pdf = PdfFile(data)
        reader = _Reader(pdf)
        for page, resources in _pages(pdf):
            texts.append(reader.page(_content(pdf, page.get("Contents")), resources))
    except UnreadablePdfError as error:
        return texts, str(error)
    if any(UNKNOWN in text for text in texts):
        return texts, "the PDF has text in fonts that do not say which letters they draw."
    return texts, None


def _pages(pdf: PdfFile) -> list[tuple[Dictionary, Dictionary]]:
    """All pages with their resources, which they may inherit (7.7.3)."""
    found: list[tuple[Dictionary, Dictionary]] = []
    seen: set[int] = set()
    waiting: list[tuple[Value, Dictionary]] = [(pdf.catalog().get("Pages"), Dictionary())]
    while waiting:
        value, inherited = waiting.pop()
        if isinstance(value, Reference):
            if value.number in seen:
                continue
            seen.add(value.number)
        node = pdf.dictionary(value)
        resources = pdf.dictionary(node.get("Resources")) or inherited
        kids = pdf.get(node.get("Kids"))
        if isinstance(kids, Array):
            waiting += [(kid, resources) for kid in reversed(kids)]
        elif node:
            found.append((node, resources))
            if len(found) > _MAX_PAGES:
                raise UnreadablePdfError("the PDF has too many pages to be checked.")
    if not found:
        raise UnreadablePdfError("the PDF's pages were not found.")
    return found


def _content(pdf: PdfFile, value: Value) -> bytes:
    """The drawing instructions of a page; they may be cut into several streams between any two words."""
    content = pdf.get(value)
    items = content if isinstance(content, Array) else Array([content])
    found = [pdf.get(item) for item in items]
    if value is not None and None in found:
        raise UnreadablePdfError("the PDF is damaged.")  # a part of the page is missing
    streams = [stream for stream in found if isinstance(stream, Stream)]
    return b"\n".join(map(pdf.unpack, streams))


class _Reader:
    """Follows the instructions that move and show text."""

    def __init__(self, pdf: PdfFile) -> None:
        self._pdf = pdf
        self._fonts: dict[int, Font] = {}
        self._pieces: list[str] = []
        self._baseline: float | None = None
        self._drawn = 0

    def page(self, content: bytes, resources: Dictionary) -> str:
        """The text of one page."""
        self._pieces, self._baseline = [], None
        self._run(content, resources, _IDENTITY, 0)
        return "".join(self._pieces)

    def _run(self, content: bytes, resources: Dictionary, place: Matrix, depth: int) -> None:
        """Read instructions; ``place`` is where their coordinates lie on the page."""
        self._drawn += len(content) + _COST_OF_ONE
        if self._drawn > _MAX_DRAWN:
            raise UnreadablePdfError("the PDF is too large to be checked.")
        fonts = self._pdf.dictionary(resources.get("Font"))
        forms = self._pdf.dictionary(resources.get("XObject"))
        font: Font | None = None
        leading = 0.0
        line = _IDENTITY
        saved: list[tuple[Matrix, Font | None, float]] = []
        operands: list[Value] = []
        stream = tokens(content)
        while (token := next(stream, None)) is not None:
            value, position = token
            if not isinstance(value, Operator):
                operands.append(value)
                continue
            numbers = _numbers(operands)
            match value:
                case "q":
                    saved.append((place, font, leading))
                case "Q" if saved:
                    place, font, leading = saved.pop()
                case "cm" if len(numbers) == 6:
                    place = _product(_matrix(numbers), place)
                case "BT":
                    line = _IDENTITY
                case "Tf" if operands:
                    font = self._font(fonts.get(str(operands[0])))
                case "TL" if numbers:
                    leading = numbers[0]
                case "Tm" if len(numbers) == 6:
                    line = _matrix(numbers)
                case "Td" | "TD" if len(numbers) == 2:
                    leading = -numbers[1] if value == "TD" else leading
                    line = _product((1, 0, 0, 1, numbers[0], numbers[1]), line)
                case "T*":
                    line = _product((1, 0, 0, 1, 0, -leading), line)
                case "Tj" | "TJ" | "'" | '"' if operands:
                    if value in {"'", '"'}:
                        line = _product((1, 0, 0, 1, 0, -leading), line)
                    self._show(operands[-1], font, _product(line, place))
                case "Do" if operands:
                    self._form(forms.get(str(operands[0])), resources, place, depth)
                case "ID":
                    stream = tokens(content, _after_image(content, position))
                case _:
                    pass
            operands.clear()

    def _font(self, value: Value) -> Font | None:
        key = value.number if isinstance(value, Reference) else id(value)
        if key not in self._fonts:
            entries = self._pdf.dictionary(value)
            if not entries:
                return None
            self._fonts[key] = Font(self._pdf, entries)
        return self._fonts[key]

    def _show(self, operand: Value, font: Font | None, place: Matrix) -> None:
        baseline = place[5] if abs(place[0]) >= abs(place[1]) else place[4]  # the latter for text that runs up or down
        if self._baseline is not None and abs(baseline - self._baseline) > _SAME_LINE:
            self._pieces.append("\n")
        self._baseline = baseline
        for item in operand if isinstance(operand, Array) else [operand]:
            if isinstance(item, bytes):
                self._pieces.append(font.text(item) if font else UNKNOWN * len(item))
            elif isinstance(item, int | float) and item < _BLANK_GAP:
                self._pieces.append(" ")

    def _form(self, value: Value, resources: Dictionary, place: Matrix, depth: int) -> None:
        """A form XObject (8.10): instructions of their own, drawn in the middle of others."""
        form = self._pdf.get(value)
        if not isinstance(form, Stream) or form.entries.get("Subtype") != "Form" or depth >= _MAX_FORM_DEPTH:
            return
        matrix = self._pdf.get(form.entries.get("Matrix"))
        if isinstance(matrix, Array) and len(matrix) == 6:
            place = _product(_matrix(_numbers(matrix)), place)
        own = self._pdf.dictionary(form.entries.get("Resources"))
        self._run(self._pdf.unpack(form), own or resources, place, depth + 1)


def _after_image(content: bytes, position: int) -> int:
    """Where an inline image (8.9.7) ends: its data is no instruction."""
    import re

    found = re.compile(rb"\sEI(?=[\x00\t\n\x0c\r ]|$)").search(content, position)
    return found.end() if found else len(content)


def _numbers(values: Iterable[Value]) -> list[float]:
    """The values as numbers; 0 stands for one that is none."""
    return [float(item) if isinstance(item, int | float) else 0.0 for item in values]


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first``, then ``second`` (8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
