"""Where people are to sign, as somebody chose it on the pages of a document with mouse or keys."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from securedsigning_sandbox.documents.geometry import Box, turned, turned_back
from securedsigning_sandbox.documents.pdfium import opened
from securedsigning_sandbox.documents.places import Place
from securedsigning_sandbox.errors import ApiError

_SMALLEST = 20.0  # points; a signature that is smaller can't be read
_TOLERANCE = 2.0
_MOST = 500


def chosen_places(sent: Any, orders: Sequence[int], pdfs: Mapping[str, Path]) -> dict[str, list[Place]]:
    """The places of a request by document.

    Args:
        sent: its list of places: ``document``, ``page`` from 0, ``person`` as an index, and ``left``, ``top``, ``width``,
            ``height`` in points from the upper left corner of the page as it is seen.
        orders: the signing order of each person.
        pdfs: the documents by reference.

    Raises:
        ApiError: 400; a place is none, or lies beside its page.
    """
    if not isinstance(sent, list) or len(sent) > _MOST:
        raise ApiError(400, f"places has to be a list of at most {_MOST} places.")
    found: dict[str, list[Place]] = {reference: [] for reference in pdfs}
    for number, item in enumerate(sent, 1):
        try:
            reference, page, person = item["document"], item["page"], item.get("person", 0)
            left, top, width, height = (float(item[name]) for name in ("left", "top", "width", "height"))
            order, pdf = orders[person], pdfs[reference]
            if type(page) is not int or person < 0 or not all(map(math.isfinite, (left, top, width, height))):
                raise ValueError
        except (KeyError, TypeError, ValueError, IndexError, AttributeError):
            raise ApiError(400, f"Place {number} is no place of a document and a person.") from None
        box = _stored(pdf, page, (left, top, width, height), number)
        found[reference].append(Place(page, *box, order=order, letter=None, raw=""))
    return found


def _stored(pdf: Path, page: int, seen: tuple[float, float, float, float], number: int) -> Box:
    left, top, width, height = seen
    with opened(pdf) as document:
        if not 0 <= page < len(document):
            raise ApiError(400, f"Place {number} is on page {page + 1}, which does not exist.")
        loaded = document[page]
        crop, rotation = loaded.get_cropbox(), loaded.get_rotation()
        loaded.close()
    _, _, page_width, page_height = turned(crop, crop, rotation)
    inside = left > -_TOLERANCE and top > -_TOLERANCE and left + width < page_width + _TOLERANCE
    if not inside or top + height >= page_height + _TOLERANCE or min(width, height) < _SMALLEST:
        raise ApiError(400, f"Place {number} does not lie on its page, or is too small to sign in.")
    return turned_back((left, page_height - top - height, left + width, page_height - top), crop, rotation)
