"""Where on the pictures of its pages a document is to be signed by one person.

A document that was sent holds a form field for each place, made where there is room for a signature; these are what an invitee
is shown, rather than the tags they were made from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from securedsigning_sandbox.documents.geometry import turned

_ROOM = 3.0  # points around a place


@dataclass(frozen=True)
class Sheet:
    """One page as it is seen, in points from its upper left corner.

    Attributes:
        number: from 0.
        width, height: its size.
        places: left, top, width and height of each place to sign.
    """

    number: int
    width: float
    height: float
    places: list[tuple[float, float, float, float]]


def sheets(pdf: Path, order: int | None) -> list[Sheet]:
    """The pages of a document.

    Args:
        pdf: the document, made ready for signing.
        order: whose places are wanted; None for nobody's.
    """
    with PdfReader(pdf) as reader:
        found = []
        for number, page in enumerate(reader.pages):
            box = page.cropbox
            crop = (float(box.left), float(box.bottom), float(box.right), float(box.top))
            rotation = page.rotation % 360
            _, _, width, height = turned(crop, crop, rotation)
            places = []
            for annotation in page.annotations or ():
                field = annotation.get_object()
                if isinstance(field, DictionaryObject) and _order(field) == order is not None:
                    left, bottom, right, top = turned(_box(field), crop, rotation)
                    size = (right - left + 2 * _ROOM, top - bottom + 2 * _ROOM)
                    places.append((left - _ROOM, height - top - _ROOM, *size))
            found.append(Sheet(number, width, height, places))
        return found


def _order(field: DictionaryObject) -> int | None:
    """The signing order in a field's name; None if it is no signature's field or is signed."""
    match = re.match(r"Signer([0-9]+)", str(field.get("/T", "")))
    return int(match[1]) if match and "/V" not in field else None


def _box(field: DictionaryObject) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(edge) for edge in field["/Rect"].get_object())  # type: ignore[union-attr]
    return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
