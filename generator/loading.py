"""YAML and JSON files into values that know which file and line they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.findings import Finding, Place, SpecError

MAX_DEPTH = 100
"""Deeper nesting than this is refused: nobody curates such a file by hand."""


class LocatedDict(dict[str, Any]):
    """A mapping of the spec that knows where it and each of its members stand.

    Attributes:
        place: where the mapping begins.
        places: where each key stands.
    """

    __slots__ = ("place", "places")

    def __init__(self, items: Iterable[tuple[str, Any]], place: Place, places: Mapping[str, Place]) -> None:
        super().__init__(items)
        self.place = place
        self.places = places

    def place_of(self, key: str) -> Place:
        """Where the key stands, or the mapping if it has no such key."""
        return self.places.get(key, self.place)


class LocatedList(list[Any]):
    """A sequence of the spec that knows where it and each of its items stand.

    Attributes:
        place: where the sequence begins.
        places: where each item stands.
    """

    __slots__ = ("place", "places")

    def __init__(self, items: Iterable[Any], place: Place, places: list[Place]) -> None:
        super().__init__(items)
        self.place = place
        self.places = places


class _Loader(yaml.CSafeLoader):  # type: ignore[misc]  # PyYAML has no types
    """YAML 1.2's idea of scalars: ``no`` and ``2031-03-01`` are text, only ``true`` and ``false`` are booleans."""


_BOOLEAN = re.compile(r"^(?:true|false)$")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool", ":merge"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
for _first in "tf":
    _Loader.yaml_implicit_resolvers.setdefault(_first, []).insert(0, ("tag:yaml.org,2002:bool", _BOOLEAN))


def load_file(path: Path, name: str) -> Any:
    """Read one YAML or JSON file.

    Args:
        path: the file.
        name: what to call it in findings.

    Returns:
        Located mappings and sequences of plain values.

    Raises:
        SpecError: the file is missing, is not UTF-8, does not parse, repeats a key or has a key that is not text.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SpecError(
            [_unreadable(name, 1, "There is no such file.", "Create it, or mend the reference to it.")]
        ) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SpecError([_unreadable(name, line, "This is not UTF-8.", "Save the file as UTF-8.")]) from None
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise SpecError([_unreadable(name, 1, "The file is empty.", "Write an OpenAPI document into it.")])
        return _Construction(loader, name).value(node, 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        problem = f"This does not parse: {error.problem or error.context}."
        raise SpecError([_unreadable(name, line, problem, "Mend the YAML (or JSON) here.")]) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 if isinstance(error.position, int) else 1
        problem = (
            f"The character U+{ord(error.character) if isinstance(error.character, str) else error.character:04X} "
        )
        raise SpecError(
            [_unreadable(name, line, problem + "is not allowed in YAML.", 'Write it as an escape in "...".')]
        ) from None
    finally:
        loader.dispose()


def _unreadable(name: str, line: int, problem: str, remedy: str) -> Finding:
    return Finding(Place(name, line), "file", problem, remedy, "file-reads")


class _Construction:
    """Values from the nodes of one file."""

    def __init__(self, loader: _Loader, name: str) -> None:
        self._loader = loader
        self._name = name
        self._seen: dict[int, Any] = {}  # an alias is the very value it names, however often it is used

    def _place(self, node: Node) -> Place:
        return Place(self._name, node.start_mark.line + 1)

    def value(self, node: Node, depth: int) -> Any:
        if id(node) not in self._seen:
            self._seen[id(node)] = self._new_value(node, depth)
        return self._seen[id(node)]

    def _new_value(self, node: Node, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise SpecError([_unreadable(self._name, node.start_mark.line + 1, "Nested too deeply.", "Flatten it.")])
        if isinstance(node, ScalarNode):
            if node.tag == "tag:yaml.org,2002:str":
                return node.value
            return self._loader.construct_object(node)
        if isinstance(node, SequenceNode):
            children = node.value
            return LocatedList(
                [self.value(child, depth + 1) for child in children],
                self._place(node),
                [self._place(child) for child in children],
            )
        assert isinstance(node, MappingNode)
        items: dict[str, Any] = {}
        places: dict[str, Place] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            # Status codes such as 200 are numbers in YAML, but names in OpenAPI.
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            if key is None or key_node.tag not in {"tag:yaml.org,2002:str", "tag:yaml.org,2002:int"}:
                raise SpecError([_unreadable(self._name, place.line, "This key is not text.", "Quote it.")])
            if key in items:
                problem = f"The key {key!r} stands here twice; the first is at line {places[key].line}."
                raise SpecError([_unreadable(self._name, place.line, problem, "Remove one of them.")])
            items[key] = self.value(value_node, depth + 1)
            places[key] = place
        return LocatedDict(items.items(), self._place(node), places)
