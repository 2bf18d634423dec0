"""The fields in which signatures stand.

How several people sign one file without touching what the others signed:

- Before the first signature, `add_fields` prepares everything that changes the pages: each tag's text is painted over in
  white, and each place gets a field with a dashed box that asks for a signature. Nothing after that changes a page.
- A signer's first place is a signature field (`Signer1`). PDF gives a signature field one place on one page, so each further
  place of the same signer is a push button (`Signer1Place2`), the form element that shows a picture.
- Signing fills fields: the signature field gets its value and its appearance, the buttons get theirs, in one update that
  the signature itself covers. Filling form fields is the one change that leaves earlier signatures valid.
- A signer without a place gets a signature field at the bottom of the last page when signing, which is allowed as well.
"""

import re
from collections.abc import Sequence
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pypdfium2 import PdfDocument

from .appearance import draw_invitation
from .geometry import Box
from .layout import PageLayout, asks_for_initials
from .places import Place

_NAME = re.compile(r"Signer(?P<order>[0-9]+)(?:Again(?P<again>[0-9]+))?(?:Place(?P<place>[0-9]+))?\Z")
_INITIALS = "Initials"
_PRINTED_AND_LOCKED = 4 | 128  # annotation flags
_PUSH_BUTTON_READ_ONLY = (1 << 16) | 1  # field flags


def add_fields(
    writer: IncrementalPdfFileWriter, document: PdfDocument, places: Sequence[Place], *, signed: bool
) -> None:
    """Prepare the fields of all places.

    Arguments:
        writer: the PDF's pending update.
        document: the same PDF, opened through `pdfium.opened`.
        places: of all signers.
        signed: whether the PDF carries signatures already. Then pages and buttons stay as they are, so that those remain
            valid, and each signer gets the first place only.
    """
    seen: dict[int, int] = {}
    names = {order: fresh_name(writer, order) for order in {place.order for place in places}}
    layouts: dict[int, PageLayout] = {}
    for place in places:
        if place.page not in layouts:
            layouts[place.page] = PageLayout(document, place.page)
        layout = layouts[place.page]
        seen[place.order] = seen.get(place.order, 0) + 1
        name = names[place.order]
        box = layout.take(place)
        if seen[place.order] == 1:
            add_signature_field(writer, name, place.page, box, layout.rotation, _purpose(place))
        elif not signed:
            _add_button(writer, f"{name}Place{seen[place.order]}", place.page, box, layout.rotation, _purpose(place))
    if not signed:
        for page, layout in layouts.items():
            wanted = {place.box for place in places if place.page == page}
            paint_over(writer, page, [line for tag in layout.tags if tag.place.box in wanted for line in tag.lines])


def add_signature_field(
    writer: IncrementalPdfFileWriter, name: str, page: int, box: Box, rotation: int, purpose: str
) -> None:
    """Add an empty signature field with a dashed box as its appearance, and its purpose as its tooltip."""
    rounded = [round(edge, 2) for edge in box]
    # pyHanko's type asks for whole points, its code takes any number.
    append_signature_field(writer, SigFieldSpec(name, on_page=page, box=tuple(rounded)))  # type: ignore[arg-type]
    fields = writer.root["/AcroForm"]["/Fields"]
    field = fields[len(fields) - 1]
    field[pdf_name("/TU")] = generic.pdf_string(purpose)
    show(writer, field, imported(writer, draw_invitation(purpose, *_seen_size(box, rotation)), rotation))


def find_fields(writer: IncrementalPdfFileWriter, order: int) -> list[generic.DictionaryObject]:
    """A signer's latest signature field, then the buttons of the further places; empty where there is none."""
    found = _fields_of(writer, order)
    latest = max((again for again, _, _ in found), default=0)
    return [field for again, _, field in sorted(found, key=lambda entry: entry[:2]) if again == latest]


def fresh_name(writer: IncrementalPdfFileWriter, order: int) -> str:
    """A name for a signer's signature field: `Signer1`, or `Signer1Again2` in a signed PDF that is sent once more."""
    latest = max((again for again, _, _ in _fields_of(writer, order)), default=0)
    return f"Signer{order}Again{latest + 1}" if latest else f"Signer{order}"


def _fields_of(writer: IncrementalPdfFileWriter, order: int) -> list[tuple[int, int, generic.DictionaryObject]]:
    """(how often it was sent, number of the place, field) of each field of a signer."""
    found: list[tuple[int, int, generic.DictionaryObject]] = []
    if "/AcroForm" not in writer.root or "/Fields" not in writer.root["/AcroForm"]:
        return found
    fields = writer.root["/AcroForm"]["/Fields"]
    for index in range(len(fields)):
        field = fields[index]  # asking by index follows the reference
        match = _NAME.match(str(field["/T"])) if "/T" in field else None
        if match and int(match["order"]) == order:
            found.append((int(match["again"] or 1), int(match["place"] or 1), field))
    return found


def wants_initials(field: generic.DictionaryObject) -> bool:
    """Whether a field of ours was made for a tag that asks for initials."""
    return "/TU" in field and str(field["/TU"]).startswith(_INITIALS)


def show(writer: IncrementalPdfFileWriter, field: generic.DictionaryObject, form: generic.IndirectObject) -> None:
    """Make a form object, from `imported`, the appearance of a field.

    The appearance is always a new object: changing one in place is what validators distrust.
    """
    field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): form})
    writer.update_container(field)


def imported(writer: IncrementalPdfFileWriter, picture: bytes, rotation: int) -> generic.IndirectObject:
    """A one-page PDF as a form object of the PDF that is written, upright for who looks at a page turned by `rotation`."""
    reference: generic.IndirectObject = writer.import_page_as_xobject(PdfFileReader(BytesIO(picture)))
    if rotation:
        matrix = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[rotation]
        reference.get_object()[pdf_name("/Matrix")] = generic.ArrayObject(
            generic.NumberObject(number) for number in (*matrix, 0, 0)
        )
    return reference


def field_size(field: generic.DictionaryObject, rotation: int) -> tuple[float, float]:
    """Width and height of a field in points, as seen."""
    left, bottom, right, top = (float(edge) for edge in field["/Rect"])
    return _seen_size((left, bottom, right, top), rotation)


def page_rotation(field: generic.DictionaryObject) -> int:
    """By how many degrees the page of a field is turned clockwise when shown."""
    node, above = field, "/P"
    for _ in range(50):  # /Rotate is inherited from the pages above
        if above not in node:
            return 0
        node, above = node[above], "/Parent"
        if "/Rotate" in node:
            return int(node["/Rotate"]) % 360
    return 0


def _purpose(place: Place) -> str:
    return f"{_INITIALS if asks_for_initials(place) else 'Signature'} of signer {place.order}"


def _add_button(writer: IncrementalPdfFileWriter, name: str, page: int, box: Box, rotation: int, purpose: str) -> None:
    page_reference = writer.find_page_for_modification(page)[0]
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Btn"),
            pdf_name("/Ff"): generic.NumberObject(_PUSH_BUTTON_READ_ONLY),
            pdf_name("/F"): generic.NumberObject(_PRINTED_AND_LOCKED),
            pdf_name("/T"): generic.pdf_string(name),
            pdf_name("/TU"): generic.pdf_string(purpose),
            pdf_name("/Rect"): generic.ArrayObject(generic.FloatObject(round(edge, 2)) for edge in box),
            pdf_name("/P"): page_reference,
        }
    )
    reference = writer.add_object(field)
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(reference)
    writer.update_container(fields)
    writer.register_annotation(page_reference, reference)
    show(writer, field, imported(writer, draw_invitation(purpose, *_seen_size(box, rotation)), rotation))


def paint_over(writer: IncrementalPdfFileWriter, page: int, lines: Sequence[Box]) -> None:
    """Draw white rectangles over tags, after the page's own content, in its own coordinates."""
    if not lines:
        return
    rectangles = "\n".join(
        f"{left - 0.5:.2f} {bottom - 0.5:.2f} {right - left + 1:.2f} {top - bottom + 1:.2f} re f"
        for left, bottom, right, top in lines
    )
    # The page's own content may leave a changed coordinate system behind, so it is put between q and Q.
    for data, prepend in ((b"q\n", True), (f"\nQ q 1 g\n{rectangles}\nQ\n".encode("ascii"), False)):
        writer.add_stream_to_page(page, writer.add_object(generic.StreamObject(stream_data=data)), prepend=prepend)


def _seen_size(box: Box, rotation: int) -> tuple[float, float]:
    width, height = box[2] - box[0], box[3] - box[1]
    return (height, width) if rotation in (90, 270) else (width, height)
