"""Which old thing is which new thing, so that a rename is one change and not two."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from generator.facts import Enum, EnumMember, Group, Model, Operation, Property

_Value = TypeVar("_Value")

ALIKE = 0.6
"""From this likeness on, a removed and an added thing are one that was renamed."""

DESCRIBED_ALIKE = 0.8
"""From this likeness on, two descriptions are of the same thing."""


def pair(
    old: Sequence[_Value],
    new: Sequence[_Value],
    keys: Iterable[Callable[[_Value], Hashable]],
    likeness: Callable[[_Value, _Value], float],
) -> tuple[list[tuple[_Value, _Value]], list[_Value], list[_Value]]:
    """Match two lists: by each key in turn, then the most alike first.

    Returns:
        The pairs in the order of the new list, what only the old list has, and what only the new one has.
    """
    left, right = dict(enumerate(old)), dict(enumerate(new))
    partners: dict[int, int] = {}
    for key in keys:
        by_key = {key(value): number for number, value in left.items()}
        for number, value in list(right.items()):
            other = by_key.pop(key(value), None)
            if other is not None:
                partners[number] = other
                del right[number], left[other]
    scores = [(likeness(a, b), -i, -j) for i, a in left.items() for j, b in right.items()]
    for score, i, j in sorted(scores, reverse=True):
        if score >= ALIKE and -i in left and -j in right:
            partners[-j] = -i
            del left[-i], right[-j]
    pairs = [(old[partners[number]], new[number]) for number in sorted(partners)]
    return pairs, list(left.values()), list(right.values())


def _text(old: str, new: str) -> float:
    return SequenceMatcher(None, old.lower(), new.lower(), autojunk=False).ratio()


def like_operations(old: Operation, new: Operation) -> float:
    """How alike two operations are, from 0 to 1; not at all if neither name nor summary stayed, nor id nor path."""
    if old.http_method != new.http_method or (old.name != new.name and old.summary != new.summary):
        return 0.0
    return (_text(old.path, new.path) + _text(old.summary, new.summary) + _text(old.name, new.name)) / 3


def like_groups(old: Group, new: Group) -> float:
    """How alike two groups are: the share of calls that they have in common."""
    a, b = ({item.id for item in group.operations} for group in (old, new))
    return len(a & b) / len(a | b) if a | b else 0.0


def like_properties(old: Property, new: Property) -> float:
    """How alike two properties of one holder are; never, if their types differ, or both name and description do.

    What is taken for a rename is renamed in callers' sources, where the same type hides another meaning.
    """
    if (old.shape.kind, old.shape.class_name) != (new.shape.kind, new.shape.class_name):
        return 0.0
    if old.description and old.description == new.description:
        return 1.0
    described = _text(old.description, new.description)
    return (_text(old.name, new.name) + described) / 2 if described >= DESCRIBED_ALIKE else 0.0


def like_models(old: Model, new: Model) -> float:
    """How alike two objects are: the share of members that they have in common."""
    a, b = {item.wire_name for item in old.properties}, {item.wire_name for item in new.properties}
    return (len(a & b) / len(a | b) * 3 + _text(old.class_name, new.class_name)) / 4 if a | b else 0.0


def like_schemas(old_name: str, old: Mapping[str, Any], new_name: str, new: Mapping[str, Any]) -> float:
    """How alike two schemas are of which no class is made: the same content settles it."""
    if old == new:
        return 1.0
    a, b = (set(each.get("properties", ())) for each in (old, new))
    return (len(a & b) / len(a | b) * 3 + _text(old_name, new_name)) / 4 if a | b else 0.0


def like_names(old: str, new: str) -> float:
    """How alike two words are; less alike than three quarters is not at all."""
    return _text(old, new) if _text(old, new) >= 0.75 else 0.0


def like_enums(old: Enum, new: Enum) -> float:
    """How alike two enums are: the share of values that they have in common."""
    a, b = {item.value for item in old.members}, {item.value for item in new.members}
    return (len(a & b) / len(a | b) * 3 + _text(old.class_name, new.class_name)) / 4 if a | b else 0.0


def like_members(old: EnumMember, new: EnumMember) -> float:
    """How alike two values of an enum are: if both have numbers, these settle it."""
    if old.number is not None and new.number is not None:
        return float(old.number == new.number)
    return like_names(old.value, new.value)
