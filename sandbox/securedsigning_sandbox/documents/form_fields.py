"""Form fields in which what signers enter is shown.

They are made when the document is sent, empty or with what is known by then, and get their values in the update that the
signer's signature covers: filling form fields leaves earlier signatures valid, changing a page would not. Readers can't change
them, since a value that nobody signed would be none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from .field_values import draw_check, draw_value
from .fields import field_size, imported, page_rotation, show
from .geometry import Box

_PRINTED = 4  # annotation flag
_READ_ONLY, _SEVERAL_LINES = 1, 1 << 12  # field flags
_ON, _OFF = "/Yes", "/Off"
CHECKED = "true"
"""The value of a check box that is ticked."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """One field on a page.

    Arguments:
        name: tells it from all others of the PDF; letters and digits.
        page: the page, from 0.
        box: left, bottom, right, top in PDF points, before any rotation of the page.
        label: what is asked.
        value: what is known already, as it is shown; `true` ticks a check box.
        is_check_box: whether it is ticked rather than written in.
        has_lines: whether it has room for several lines.
    """

    name: str
    page: int
    box: Box
    label: str
    value: str = ""
    is_check_box: bool = False
    has_lines: bool = False


def add_form_fields(writer: IncrementalPdfFileWriter, places: Sequence[FieldPlace]) -> None:
    """Add fields to a PDF that nobody has signed yet, with the values that are known."""
    if places and "/AcroForm" not in writer.root:
        form = generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
        writer.root[pdf_name("/AcroForm")] = writer.add_object(form)
        writer.update_root()
    for place in places:
        page = writer.find_page_for_modification(place.page)[0]
        field = _field(place)
        field[pdf_name("/P")] = page
        reference = writer.add_object(field)
        fields = writer.root["/AcroForm"]["/Fields"]
        fields.append(reference)
        writer.update_container(fields)
        writer.register_annotation(page, reference)
        if place.is_check_box:
            _add_check_box_states(writer, field)
        _fill(writer, field, place.value)


def fill_form_fields(writer: IncrementalPdfFileWriter, values: Mapping[str, str]) -> None:
    """Write values into the fields of a PDF, signed or not.

    Arguments:
        writer: the PDF's pending update.
        values: by the field's name, as they are shown; a name without a field is none of the PDF's, and passed over.
    """
    if not values or "/AcroForm" not in writer.root or "/Fields" not in writer.root["/AcroForm"]:
        return
    fields = writer.root["/AcroForm"]["/Fields"]
    for index in range(len(fields)):
        field = fields[index]  # asking by index follows the reference
        name = str(field["/T"]) if "/T" in field else ""
        if name in values:
            _fill(writer, field, values[name])


def _field(place: FieldPlace) -> generic.DictionaryObject:
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Btn" if place.is_check_box else "/Tx"),
            pdf_name("/Ff"): generic.NumberObject(_READ_ONLY | (_SEVERAL_LINES if place.has_lines else 0)),
            pdf_name("/F"): generic.NumberObject(_PRINTED),
            pdf_name("/T"): generic.pdf_string(place.name),
            pdf_name("/TU"): generic.pdf_string(place.label),
            pdf_name("/Rect"): generic.ArrayObject(generic.FloatObject(round(edge, 2)) for edge in place.box),
        }
    )
    if not place.is_check_box:
        field[pdf_name("/DA")] = generic.pdf_string("/Helv 0 Tf 0 g")
    return field


def _add_check_box_states(writer: IncrementalPdfFileWriter, field: generic.DictionaryObject) -> None:
    rotation = page_rotation(field)
    size = field_size(field, rotation)
    states = {pdf_name(name): imported(writer, draw_check(name == _ON, *size), rotation) for name in (_ON, _OFF)}
    field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): generic.DictionaryObject(states)})


def _fill(writer: IncrementalPdfFileWriter, field: generic.DictionaryObject, value: str) -> None:
    if str(field["/FT"]) == "/Btn":
        field[pdf_name("/V")] = field[pdf_name("/AS")] = pdf_name(_ON if value == CHECKED else _OFF)
        writer.update_container(field)
        return
    rotation = page_rotation(field)
    has_lines = bool(int(field["/Ff"]) & _SEVERAL_LINES)
    field[pdf_name("/V")] = generic.pdf_string(value)
    drawn = draw_value(value, *field_size(field, rotation), has_lines=has_lines)
    show(writer, field, imported(writer, drawn, rotation))
