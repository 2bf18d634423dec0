"""Where signature tags stand on the pages of a PDF, and pictures of those pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2

from .geometry import Box, turned, turned_back
from .pdf_text import page_characters
from .pdfium import opened
from .smart_tags import TagScan, parse_tags, tag_spans

_WIDEST = 4_000  # pixels


@dataclass(frozen=True, slots=True)
class Place:
    """One place to sign.

    Arguments:
        page: the page, from 0.
        left, bottom, right, top: the box around the tag's first line in PDF points, before any rotation of the page.
        order: the signing order in the tag.
        letter: the letter in the tag, such as `F`; None if there is none.
        raw: the tag as it stands in the PDF's text.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    order: int
    letter: str | None
    raw: str

    @property
    def box(self) -> Box:
        return (self.left, self.bottom, self.right, self.top)


@dataclass(frozen=True, slots=True)
class TagBoxes:
    """A signature tag of a page with a box for each line it runs over, at least one."""

    place: Place
    lines: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class OtherTag:
    """A tag that asks for no signature.

    Arguments:
        raw: the tag as it stands in the PDF's text, in one line.
        page: the page, from 0.
        lines: a box for each line it runs over, at least one.
    """

    raw: str
    page: int
    lines: tuple[Box, ...]


def find_places(pdf: Path) -> list[Place]:
    """Every signature tag of a PDF, in reading order; where a tag wraps, its place is the box of the first line.

    Raises:
        DocumentError: the file is no readable PDF.
    """
    with opened(pdf) as document:
        return [tag.place for index in range(len(document)) for tag in tag_boxes(document, index)]


def find_other_tags(pdf: Path) -> list[OtherTag]:
    """Every tag of a PDF that asks for no signature, in reading order.

    Raises:
        DocumentError: the file is no readable PDF.
    """
    with opened(pdf) as document:
        return [
            OtherTag(other, index, lines)
            for index in range(len(document))
            for scan, lines in _all_tags(document, index)
            for other in scan.ignored
        ]


def tag_boxes(document: pypdfium2.PdfDocument, index: int) -> list[TagBoxes]:
    """The signature tags of one page, with the boxes of all their lines.

    Arguments:
        document: the PDF, opened through `pdfium.opened`.
        index: the page, from 0.
    """
    return [
        TagBoxes(Place(index, *lines[0], order=tag.order, letter=tag.letter, raw=tag.raw), lines)
        for scan, lines in _all_tags(document, index)
        for tag in scan.tags
    ]


def _all_tags(document: pypdfium2.PdfDocument, index: int) -> list[tuple[TagScan, tuple[Box, ...]]]:
    """Each tag of one page by itself, with a box for each line it runs over."""
    page = document[index]
    text_page = page.get_textpage()
    found: list[tuple[TagScan, tuple[Box, ...]]] = []
    try:
        crop, rotation = page.get_cropbox(), page.get_rotation()
        characters = page_characters(text_page)
        for start, end in tag_spans(characters):
            visible = [position for position in range(start, end) if not characters[position].isspace()]
            # Lines are level only as seen: on a turned page text runs up or down as it is stored.
            seen = [turned(box, crop, rotation) for box in _boxes(text_page, visible)]
            lines = tuple(turned_back(line, crop, rotation) for line in _lines(seen))
            if lines:
                found.append((parse_tags(characters[start:end]), lines))
    finally:
        text_page.close()
        page.close()
    return found


def _boxes(text_page: pypdfium2.PdfTextPage, positions: list[int]) -> Iterator[Box]:
    """The boxes of characters by position, without those that PDFium has added and that stand nowhere."""
    for position in positions:
        try:
            box: Box = text_page.get_charbox(position, loose=True)
        except pypdfium2.PdfiumError:
            continue
        if box[2] > box[0] and box[3] > box[1]:
            yield box


def _lines(boxes: list[Box]) -> list[Box]:
    """One box for each line; a new one begins where a character is not level with those before."""
    lines: list[Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last is not None and min(last[3], box[3]) - max(last[1], box[1]) > 0.5 * min(
            last[3] - last[1], box[3] - box[1]
        ):
            lines[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return lines


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    with opened(pdf) as document:
        return len(document)


def page_size(pdf: Path, page: int) -> tuple[float, float]:
    """Width and height of a page in PDF points, as it is shown: turned if the page says so.

    Raises:
        IndexError: there is no such page.
    """
    with opened(pdf) as document:
        _check_page(document, page)
        width, height = document.get_page_size(page)
        return float(width), float(height)


def page_png(pdf: Path | bytes, page: int, width: int) -> bytes:
    """A picture of a page, form fields and signatures included.

    Arguments:
        pdf: the document, as a file or as its bytes.
        page: the page, from 0.
        width: of the picture in pixels, at most 4,000.

    Raises:
        IndexError: there is no such page.
        ValueError: the width is not between 1 and 4,000.
    """
    if not 0 < width <= _WIDEST:
        raise ValueError(f"The width of a page's picture is between 1 and {_WIDEST} pixels, not {width}.")
    with opened(pdf) as document:
        _check_page(document, page)
        loaded = document[page]
        bitmap = loaded.render(scale=width / loaded.get_width(), may_draw_forms=True)
        picture = BytesIO()
        bitmap.to_pil().save(picture, format="PNG")
        bitmap.close()
        loaded.close()
        return picture.getvalue()


def _check_page(document: pypdfium2.PdfDocument, page: int) -> None:
    if not 0 <= page < len(document):
        raise IndexError(f"The document has {len(document)} pages; there is no page {page + 1}.")
