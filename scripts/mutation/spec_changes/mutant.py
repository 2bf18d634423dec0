"""One change to a document, and the few edits that all changes are made of."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Document = dict[str, Any]
Edit = Callable[[Document], None]
HTTP_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class SpecMutant:
    """A change to the spec.

    Attributes:
        kind: what sort of change it is, as ``property-dropped``.
        pointer: JSON pointer to the node that changes, in the document before the change.
        description: the change in a few words.
        edit: makes the change in place.
    """

    kind: str
    pointer: str
    description: str
    edit: Edit = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        """A name that no other mutant of the document has."""
        return f"{self.kind} {self.pointer}: {self.description}"

    def apply(self, document: Document) -> Document:
        """The document after the change; the one that is given stays as it is."""
        changed = copy.deepcopy(document)
        self.edit(changed)
        return changed


class Place:
    """A node of the document and the way to it, which also leads to its counterpart in a copy."""

    def __init__(self, document: Document, *steps: str | int) -> None:
        self.document, self.steps = document, steps
        self.node: Any = self.within(document)

    def within(self, document: Document) -> Any:
        """The node at this place of another document."""
        node: Any = document
        for step in self.steps:
            node = node[step]
        return node

    def down(self, *steps: str | int) -> Place:
        """A place below."""
        return Place(self.document, *self.steps, *steps)

    @property
    def pointer(self) -> str:
        """As ``#/paths/~1Account~1Info/get``."""
        return "#" + "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.steps)

    def edited(self, kind: str, description: str, change: Callable[[Any], None]) -> SpecMutant:
        """A change inside the node, which it is handed."""
        return SpecMutant(kind, self.pointer, description, lambda document: change(self.within(document)))

    def with_value(self, kind: str, key: str | int, value: Any, description: str = "") -> SpecMutant:
        """A member of the node gets another value."""
        text = description or f"{key} is {value!r}"
        return self.edited(kind, text, lambda node: node.__setitem__(key, copy.deepcopy(value)))

    def without(self, kind: str, key: str | int) -> SpecMutant:
        """A member of the node goes."""
        name = self.node[key] if isinstance(key, int) and isinstance(self.node[key], str) else key
        return self.edited(kind, f"{name} is gone", lambda node: node.__delitem__(key))

    def renamed(self, kind: str, old: str, new: str) -> SpecMutant:
        """A member of the node gets another name and keeps its place."""
        return self.edited(kind, f"{old} is called {new}", lambda node: rename(node, old, new))


def rename(node: dict[str, Any], old: str, new: str) -> None:
    """Rename a member in place, in the order in which it stood."""
    members = [(new if name == old else name, value) for name, value in node.items()]
    node.clear()
    node.update(members)


def another(value: Any, choices: Iterable[Any]) -> Any:
    """The choice that follows a value, or the first one."""
    listed = list(choices)
    return listed[(listed.index(value) + 1) % len(listed)] if value in listed else listed[0]


def operations_of(document: Document) -> list[Place]:
    """The place of each operation."""
    return [
        Place(document, "paths", path, method)
        for path, item in document["paths"].items()
        for method in item
        if method in HTTP_METHODS
    ]
