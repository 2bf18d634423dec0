"""Changes to schemas and to what their properties hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mutation.spec_changes.mutant import Document, Place, SpecMutant, rename
from mutation.spec_changes.values import value_changes


def schema_changes(document: Document) -> Iterator[SpecMutant]:
    """One at a time."""
    for name in document["components"]["schemas"]:
        place = Place(document, "components", "schemas", name)
        yield renamed(place, name)
        yield from object_changes(place)
        if "properties" not in place.node and "allOf" not in place.node:
            yield from value_changes(Place(document, "components", "schemas"), name, "schema")


def renamed(place: Place, name: str) -> SpecMutant:
    """Another name for a schema, wherever it is referred to."""
    new = f"{name}Renamed"

    def change(document: Document) -> None:
        rename(document["components"]["schemas"], name, new)
        old_text, new_text = (json.dumps(f"#/components/schemas/{each}") for each in (name, new))
        changed = json.loads(json.dumps(document, ensure_ascii=False).replace(old_text, new_text))
        document.clear()
        document.update(changed)

    return SpecMutant("schema-renamed", place.pointer, f"{name} is called {new}", change)


def object_changes(place: Place) -> Iterator[SpecMutant]:
    """To an object and those that it is made of."""
    node = place.node
    for index, part in enumerate(node.get("allOf", ())):
        listed = place.down("allOf")
        if len(listed.node) > 1:
            yield listed.edited("part-dropped", f"no {index}", lambda node, index=index: node.pop(index))
        if "if" not in part and "$ref" not in part:
            yield from object_changes(listed.down(index))
        for member in part.get("then", {}).get("required", ()):
            yield listed.down(index, "then", "required").edited(
                "condition-dropped", f"{member} is not needed", lambda node, member=member: node.remove(member)
            )
    if "properties" not in node:
        return
    if "additionalProperties" in node:
        yield place.without("additional-properties", "additionalProperties")
    for optional in (True, False):
        yield place.edited(
            "property-added",
            f"{'an optional' if optional else 'a required'} Further",
            lambda node, optional=optional: add(node, optional),
        )
    for name in node["properties"]:
        yield from property_changes(place, name)


def add(node: Any, optional: bool) -> None:
    """One more property."""
    node["properties"]["Further"] = {"type": "string"}
    if not optional:
        node.setdefault("required", []).append("Further")


def property_changes(place: Place, name: str) -> Iterator[SpecMutant]:
    """To one property of an object."""
    pointer = place.down("properties", name).pointer
    required = name in place.node.get("required", ())

    def on(kind: str, description: str, change: Any) -> SpecMutant:
        return SpecMutant(kind, pointer, description, lambda document: change(place.within(document)))

    def with_name(node: Any, new: str | None) -> None:
        if new is None:
            del node["properties"][name]
        else:
            rename(node["properties"], name, new)
        if name in node.get("required", ()):
            node["required"] = [new if each == name else each for each in node["required"] if new or each != name]

    def flip(node: Any) -> None:
        if required:
            node["required"].remove(name)
        else:
            node.setdefault("required", []).append(name)

    yield on("property-dropped", f"{name} is gone", lambda node: with_name(node, None))
    for new in (f"{name}Renamed", name[:1].swapcase() + name[1:]):
        yield on("property-renamed", f"{name} is called {new}", lambda node, new=new: with_name(node, new))
    yield on("property-required", f"{name} is {'optional' if required else 'required'}", flip)
    yield from value_changes(place.down("properties"), name, "property")
    schema = place.node["properties"][name]
    inner = place.down("properties", name)
    for below in ([inner] if "properties" in schema else []) + (
        [inner.down("items")] if "properties" in schema.get("items", {}) else []
    ):
        yield from object_changes(below)
