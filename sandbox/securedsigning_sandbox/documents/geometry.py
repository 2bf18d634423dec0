"""Boxes on pages that may be turned: stored one way, seen another."""

from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF points, from the lower left corner of the page."""


def turned(box: Box, crop: Box, rotation: int) -> Box:
    """A box as it is seen once the page is turned clockwise by 0, 90, 180 or 270 degrees, from the seen lower left."""
    left, bottom, right, top = box[0] - crop[0], box[1] - crop[1], box[2] - crop[0], box[3] - crop[1]
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    if rotation == 90:
        return (bottom, width - right, top, width - left)
    if rotation == 180:
        return (width - right, height - top, width - left, height - bottom)
    if rotation == 270:
        return (height - top, left, height - bottom, right)
    return (left, bottom, right, top)


def turned_back(box: Box, crop: Box, rotation: int) -> Box:
    """The inverse of `turned`."""
    left, bottom, right, top = box
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    if rotation == 90:
        left, bottom, right, top = width - top, left, width - bottom, right
    elif rotation == 180:
        left, bottom, right, top = width - right, height - top, width - left, height - bottom
    elif rotation == 270:
        left, bottom, right, top = bottom, height - right, top, height - left
    return (left + crop[0], bottom + crop[1], right + crop[0], top + crop[1])
