"""How large a signature may be at its tag: it takes what white room there is around the tag, and covers nothing else."""

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c

from .geometry import Box, turned, turned_back
from .places import Place, tag_boxes

FULL = (170.0, 46.0)
"""Width and height in points that a full signature takes where there is room."""

INITIALS = (84.0, 34.0)
_PADDING = 1.5  # points around the tag's text
_MARGIN = 14.0  # points between a signature and the edge of its page
_GAP = 1.0  # points between a signature and what stands beside it
_BLOCK_GAP = 8.0
_MOST_SHAPES = 5_000  # lines and boxes of a page that are looked at; a technical drawing may have a million


class PageLayout:
    """What stands on one page, in points as the page is stored, and which way it is turned when shown.

    Arguments:
        document: the PDF, opened through `pdfium.opened`.
        index: the page, from 0.
    """

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        page = document[index]
        try:
            self.rotation = page.get_rotation()
            self.crop: Box = page.get_cropbox()
            self._shapes = _shapes(page)
            self._taken = _annotations(page)
            text_page = page.get_textpage()
            try:
                self._words = _words(text_page)
            finally:
                text_page.close()
        finally:
            page.close()
        self.tags = tag_boxes(document, index)

    def take(self, place: Place) -> Box:
        """The box of the signature at a place; what later places get leaves it free."""
        size = INITIALS if asks_for_initials(place) else FULL
        own = {line for tag in self.tags if tag.place.box == place.box for line in tag.lines} | {place.box}
        others = [line for tag in self.tags for line in tag.lines if line not in own]
        words = [word for word in self._words if not any(_inside(word, line) for line in own)]
        obstacles = [*words, *self._shapes, *others, *self._taken]
        seen = [turned(box, self.crop, self.rotation) for box in obstacles]
        first = turned(place.box, self.crop, self.rotation)
        grown = _grown(first, size, turned(self.crop, self.crop, self.rotation), seen)
        box = turned_back(grown, self.crop, self.rotation)
        self._taken.append(box)
        return box

    def free_block(self) -> Box:
        """A box at the bottom of the page for a signature without a tag: the lowest free slot, rows from the left."""
        area = turned(self.crop, self.crop, self.rotation)
        obstacles = [turned(box, self.crop, self.rotation) for box in (*self._words, *self._shapes, *self._taken)]
        fields = [turned(box, self.crop, self.rotation) for box in self._taken]
        slots = _slots(area)
        chosen = next((slot for slot in slots if not _meets(slot, obstacles)), None)
        if chosen is None:  # a full page: the text is covered rather than another signature
            chosen = next((slot for slot in slots if not _meets(slot, fields)), slots[0])
        return turned_back(chosen, self.crop, self.rotation)


def asks_for_initials(place: Place) -> bool:
    """Whether a tag asks for initials: `F` is a full signature, and the other letter is most likely `I`."""
    return place.letter is not None and place.letter.startswith("I")


def _grown(tag: Box, size: tuple[float, float], area: Box, obstacles: list[Box]) -> Box:
    """The tag's box, grown to the right, then up, then down, as far as the wanted size and the obstacles let it."""
    left, bottom = tag[0] - _PADDING, tag[1] - _PADDING
    right, top = tag[2] + _PADDING, tag[3] + _PADDING
    beside = [box for box in obstacles if box[1] < top - _PADDING and box[3] > bottom + _PADDING and box[0] >= tag[2]]
    limit = min([area[2] - _MARGIN, *(box[0] - _GAP for box in beside)])
    right = max(right, min(left + size[0], limit))
    over = [box for box in obstacles if box[0] < right and box[2] > left]
    ceiling = min(
        [area[3] - _MARGIN, *(box[1] - _GAP for box in over if box[3] > tag[3] and box[1] >= tag[3] - _PADDING)]
    )
    top = max(top, min(bottom + size[1], ceiling))
    floor = max(
        [area[1] + _MARGIN, *(box[3] + _GAP for box in over if box[1] < tag[1] and box[3] <= tag[1] + _PADDING)]
    )
    bottom = min(bottom, max(top - size[1], floor))
    return (left, bottom, right, top)


def _slots(area: Box) -> list[Box]:
    width, height = FULL
    columns = max(1, int((area[2] - 2 * _MARGIN + _BLOCK_GAP) // (width + _BLOCK_GAP)))
    rows = max(1, int((area[3] - 2 * _MARGIN + _BLOCK_GAP) // (height + _BLOCK_GAP)))
    slots = []
    for row in range(rows):
        for column in range(columns):
            left = area[0] + _MARGIN + 10 + column * (width + _BLOCK_GAP)
            bottom = area[1] + _MARGIN + 6 + row * (height + _BLOCK_GAP)
            slots.append((left, bottom, left + width, bottom + height))
    return slots


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(other[0] < box[2] and other[2] > box[0] and other[1] < box[3] and other[3] > box[1] for other in others)


def _inside(box: Box, outer: Box) -> bool:
    center = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return outer[0] <= center[0] <= outer[2] and outer[1] <= center[1] <= outer[3]


def _words(text_page: pypdfium2.PdfTextPage) -> list[Box]:
    """The box of each visible character."""
    boxes: list[Box] = []
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        if code and not chr(code).isspace():
            try:
                left, bottom, right, top = text_page.get_charbox(index)
            except pypdfium2.PdfiumError:
                continue
            boxes.append((left, bottom, right, top))
    return boxes


def _annotations(page: pypdfium2.PdfPage) -> list[Box]:
    """The boxes of form fields and other annotations."""
    boxes: list[Box] = []
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        rectangle = pdfium_c.FS_RECTF()
        if annotation and pdfium_c.FPDFAnnot_GetRect(annotation, rectangle):
            boxes.append((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return boxes


def _shapes(page: pypdfium2.PdfPage) -> list[Box]:
    """The edges of lines and boxes; what is filled is no obstacle itself, since a tag may stand in a shaded cell."""
    edges: list[Box] = []
    for item in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if not _painted(item):
            continue
        edges.append((left, bottom, right, bottom + 0.1))
        edges.append((left, top - 0.1, right, top))
        edges.append((left, bottom, left + 0.1, top))
        edges.append((right - 0.1, bottom, right, top))
        if len(edges) >= 4 * _MOST_SHAPES:
            break
    return edges


def _painted(item: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = pdfium_c.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(known) and (stroke.value != 0 or fill.value != 0)
