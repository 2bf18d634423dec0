"""Which types stand in for which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.facts import Kind, Shape


def renamed(shape: Shape, classes: Mapping[str, str]) -> Shape:
    """The shape with new names of classes; what is only renamed does not count as retyped."""
    item = renamed(shape.item, classes) if shape.item else None
    return replace(shape, class_name=classes.get(shape.class_name, shape.class_name), module="", item=item)


def taken(old: Shape, new: Shape) -> bool:
    """Whether an argument of the new type takes every value of the old one; enums take any text, sequences of them don't."""
    if old.kind is Kind.LIST and new.kind is Kind.LIST and old.item and new.item:
        return assigned(old.item, new.item) and (new.item.nullable or not old.item.nullable)
    texts = {Kind.STRING, Kind.ENUM}
    if old.kind in texts and new.kind in texts:
        return not (old.date == "request" and new.date != "request")
    return assigned(old, new)


def assigned(old: Shape, new: Shape) -> bool:
    """Whether type checkers let a value of the old type stand for the new one; lists are what they are, since they can change."""
    if Kind.ANY in {old.kind, new.kind}:
        return new.kind is Kind.ANY
    if old.kind is Kind.LIST and new.kind is Kind.LIST and old.item and new.item:
        return old.item == new.item or new.item.kind is Kind.ANY
    if (old.kind, new.kind) in {(Kind.ENUM, Kind.STRING), (Kind.INTEGER, Kind.NUMBER)}:
        return True
    return (old.kind, old.class_name) == (new.kind, new.class_name)


def given(old: Shape, new: Shape) -> bool:
    """Whether code that reads the old type can read the new one: a new enum is still text, an integer still a number."""
    if old.date == "answer" and new.date != "answer":
        return False  # the parsed twin of the attribute is gone
    return assigned(new, old)
