"""Changes to parameters in query, header and path."""

from __future__ import annotations

from collections.abc import Iterator

from mutation.spec_changes.mutant import Document, Place, SpecMutant, operations_of
from mutation.spec_changes.values import value_changes


def parameter_changes(document: Document) -> Iterator[SpecMutant]:
    """One at a time: those of each operation, and the shared ones where they stand."""
    for operation in operations_of(document):
        for index, node in enumerate(operation.node.get("parameters", ())):
            listed = operation.down("parameters")
            if node.get("in") != "path":
                name = node.get("name") or node["$ref"].rpartition("/")[2]
                change = f"{name} is gone"
                yield listed.edited("parameter-dropped", change, lambda node, index=index: node.pop(index))
            if "$ref" not in node:
                yield from changes_of(listed.down(index))
    for name in document["components"].get("parameters", {}):
        yield from changes_of(Place(document, "components", "parameters", name))


def changes_of(place: Place) -> Iterator[SpecMutant]:
    """To one parameter."""
    node = place.node
    if node["in"] != "path":
        yield place.with_value("parameter-renamed", "name", node["name"] + "Renamed")
        yield place.with_value("parameter-case", "name", node["name"].swapcase())
        yield place.with_value("parameter-required", "required", not node.get("required", False))
        yield place.with_value("parameter-moved", "in", "query" if node["in"] == "header" else "header")
    if "x-client-option" in node:
        yield place.without("client-option", "x-client-option")
    yield from value_changes(place, "schema", "parameter")
