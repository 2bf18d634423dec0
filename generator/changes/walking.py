"""Every place at which two documents differ, and which part of a document spans a place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.findings import Place
from generator.loading import LocatedDict, LocatedList

_NAMED = {
    "paths", "schemas", "responses", "securitySchemes", "properties", "content", "scopes", "x-enum-numbers",
}  # fmt: skip
"""Keys whose members are named by the spec's author; all other keys are words of OpenAPI."""


@dataclass(frozen=True)
class Edit:
    """A difference: ``before`` and ``now`` are None where the key is missing.

    Attributes:
        path: keys and indices from the root, in the new document; ``order`` is the last one if only the order of keys differs.
        before: the value in the old document.
        now: the value in the new document.
        place: where it stands.
    """

    path: tuple[str, ...]
    before: Any
    now: Any
    place: Place

    @property
    def words(self) -> tuple[str, ...]:
        """The path without what the spec's author named."""
        return tuple(word for word, named in zip(self.path, _are_names(self.path), strict=True) if not named)

    @property
    def word(self) -> str:
        """The last key if it is a word of OpenAPI, else an empty text."""
        return "" if list(_are_names(self.path))[-1] else self.path[-1]


def _are_names(path: tuple[str, ...]) -> Iterator[bool]:
    named = False
    for word in path:
        yield named
        named = not named and word in _NAMED


def edits(old: LocatedDict, new: LocatedDict, schemas: Mapping[str, str]) -> Iterator[Edit]:
    """The differences of two documents, in the order of the new one.

    Args:
        old: the document before, aligned with the new one.
        new: the document now.
        schemas: new names of schemas by their old ones; a reference by the new name is no difference.
    """
    references = {f"#/components/schemas/{a}": f"#/components/schemas/{b}" for a, b in schemas.items()}
    yield from _edits(old, new, (), new.place, references)


def _edits(old: Any, new: Any, path: tuple[str, ...], place: Place, references: Mapping[str, str]) -> Iterator[Edit]:
    if old is new:
        return
    if isinstance(old, LocatedList) and isinstance(new, LocatedList):
        old, new = _keyed(old, new, references)
    if isinstance(old, LocatedDict) and isinstance(new, LocatedDict):
        if list(old) != list(new) and old.keys() == new.keys():
            yield Edit((*path, "order"), None, None, place)
        for key in [*new, *(each for each in old if each not in new)]:
            there = (new if key in new else old).place_of(key)
            if key not in old or key not in new:
                yield Edit((*path, key), old.get(key), new.get(key), there)
            else:
                yield from _edits(old[key], new[key], (*path, key), there, references)
    elif (references.get(old, old) if path[-1:] == ("$ref",) else old) != new or type(old) is not type(new):
        yield Edit(path, old, new, place)


def _keyed(old: LocatedList, new: LocatedList, references: Mapping[str, str]) -> tuple[Any, Any]:
    """Lists as mappings: by the name of the items, as parameters have one, else by number; plain values stay a list."""
    if not all(isinstance(item, dict | list) for item in (*old, *new)):
        return old, new
    names = [[_item_name(item, references) for item in old], [_item_name(item, {}) for item in new]]
    if not all(all(each) and len(set(each)) == len(each) for each in names):
        names = [[str(number) for number in range(len(each))] for each in (old, new)]
        if len(old) != len(new):
            return old, new
    before, now = (
        LocatedDict(zip(keys, each, strict=True), each.place, dict(zip(keys, each.places, strict=True)))
        for keys, each in zip(names, (old, new), strict=True)
    )
    return before, now


def _item_name(item: Any, references: Mapping[str, str]) -> str:
    if not isinstance(item, dict):
        return ""
    if "name" in item:
        return f"{item.get('in', '')} {item['name']}".strip()
    reference = str(item.get("$ref", ""))
    return references.get(reference, reference)


def parts(document: LocatedDict, path: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A path, and if it is that of a schema, the paths of those that it is put together from."""
    found: set[tuple[str, ...]] = set()
    waiting = [path]
    while waiting:
        each = waiting.pop()
        if each not in found and each[:2] == ("components", "schemas"):
            listed = document["components"]["schemas"].get(each[2], {}).get("allOf", ())
            waiting += [tuple(part["$ref"].split("/")[1:]) for part in listed if "$ref" in part]
        found.add(each)
    return found


def holds(document: LocatedDict, path: tuple[str, ...], places: Collection[Place]) -> bool:
    """Whether the part of a document at a path spans one of the places."""
    value: Any = document
    start = document.place
    for word in path:
        if isinstance(value, LocatedList):
            value = _keyed(value, value, {})[0]
        if not isinstance(value, LocatedDict) or word not in value:
            return False
        start, value = value.place_of(word), value[word]
    if start in places:
        return True
    spans: dict[str, tuple[int, int]] = {}
    for each in _places(value):
        first, last = spans.get(each.file, (each.line, each.line))
        spans[each.file] = min(first, each.line), max(last, each.line)
    return any(each.file in spans and spans[each.file][0] <= each.line <= spans[each.file][1] for each in places)


def _places(value: Any) -> Iterator[Place]:
    if isinstance(value, LocatedDict):
        yield value.place
        yield from value.places.values()
        for item in value.values():
            yield from _places(item)
    elif isinstance(value, LocatedList):
        yield value.place
        for item in value:
            yield from _places(item)
