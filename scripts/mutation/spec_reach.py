"""Which operations and schemas a place in the spec is about: all others cannot see a change there."""

from __future__ import annotations

import json
from typing import Any

from mutation.spec_changes import Document
from mutation.spec_changes.mutant import HTTP_METHODS, operations_of

PREFIX = "#/components/"
MANY = 20


def named(document: Document) -> set[str]:
    """The ids of all operations and the names of all schemas."""
    return {place.node["operationId"] for place in operations_of(document)} | set(document["components"]["schemas"])


def touched(document: Document, pointer: str) -> set[str]:
    """The ids of operations and names of schemas that a change at this place can be seen in; all if it is about the whole."""
    kind, *steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.removeprefix("#/").split("/")]
    if kind == "paths" and steps:
        item = document["paths"].get(steps[0], {})
        methods = [steps[1]] if len(steps) > 1 else [method for method in item if method in HTTP_METHODS]
        return {item[method]["operationId"] for method in methods if method in item}
    if kind == "components" and steps[0] in ("schemas", "parameters", "responses"):
        return users(document, f"{PREFIX}{steps[0]}/{steps[1]}")
    return named(document)


def spread(document: Document, names: set[str]) -> set[str]:
    """Less of what all operations share: of the operations, one of each group; they show it as well as all would."""
    operations = [each.node for each in operations_of(document) if each.node["operationId"] in names]
    if len(operations) < MANY:
        return names
    first = {node["tags"][0]: node["operationId"] for node in reversed(operations)}
    return names - {node["operationId"] for node in operations} | set(first.values())


def users(document: Document, reference: str) -> set[str]:
    """What refers to a component, by whatever way, and the component itself if it is a schema."""
    referring = {
        f"{PREFIX}{kind}/{name}": references(node)
        for kind, members in document["components"].items()
        for name, node in members.items()
    }
    reached = {reference}
    while more := {name for name, used in referring.items() if used & reached and name not in reached}:
        reached |= more
    found = {name.rpartition("/")[2] for name in reached if name.startswith(f"{PREFIX}schemas/")}
    return found | {each.node["operationId"] for each in operations_of(document) if references(each.node) & reached}


def references(node: Any) -> set[str]:
    """The components that a node refers to directly."""
    found: set[str] = set()

    def collect(members: dict[str, Any]) -> dict[str, Any]:
        if isinstance(members.get("$ref"), str):
            found.add(members["$ref"])
        return members

    json.loads(json.dumps(node), object_hook=collect)
    return found
