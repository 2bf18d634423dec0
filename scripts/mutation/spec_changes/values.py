"""Changes to what a value may be: type, format, enum, and the extensions that say more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mutation.spec_changes.mutant import Place, SpecMutant, another

OTHER_TYPE = {
    "string": {"type": "integer"},
    "integer": {"type": "string"},
    "number": {"type": "string"},
    "boolean": {"type": "string"},
    "object": {"type": "string"},
    "array": {"type": "string"},
}
FORMATS = {"string": ("email", "uri"), "integer": ("int64", "int32")}
DATES = ("date", "date-time")


def value_changes(holder: Place, key: str, subject: str) -> Iterator[SpecMutant]:
    """To the schema that stands under ``key``.

    Args:
        holder: the node that has the schema as a member.
        key: name of the member.
        subject: whose schema it is: the first word of the kinds.
    """
    place = holder.down(key)
    node, pointer = place.node, place.pointer

    def replaced(kind: str, schema: Any, description: str) -> SpecMutant:
        return SpecMutant(
            f"{subject}-{kind}", pointer, description, lambda document: holder.within(document).update({key: schema})
        )

    kind = node.get("type")
    if "$ref" in node:
        yield replaced("retyped", {"type": "string"}, "a plain text, no reference")
        yield replaced("array", {"type": "array", "items": node}, "an array of it")
        return
    if isinstance(kind, list):
        first = next(each for each in kind if each != "null")
        if "null" in kind:
            yield place.with_value(f"{subject}-not-null", "type", [each for each in kind if each != "null"])
        if len([each for each in kind if each != "null"]) > 1:
            yield place.with_value(f"{subject}-retyped", "type", first)
    elif kind:
        yield replaced("retyped", OTHER_TYPE[kind], f"{OTHER_TYPE[kind]['type']}, no {kind}")
        if kind == "string":
            yield replaced("retyped", {"type": "boolean"}, "boolean, no string")
        if kind == "integer":
            yield place.with_value(f"{subject}-retyped", "type", "number")
        if kind != "array":
            yield replaced("array", {"type": "array", "items": node}, "an array of it")
            if "enum" not in node:
                yield place.with_value(f"{subject}-null", "type", [kind, "null"])
        else:
            yield replaced("not-array", node["items"], "one of it, no array")
    if "items" in node and "properties" not in node["items"]:
        yield from value_changes(place, "items", f"{subject}-item")
    if "additionalProperties" in node and isinstance(node["additionalProperties"], dict):
        yield from value_changes(place, "additionalProperties", f"{subject}-value")
    for index, option in enumerate(node.get("anyOf", ())):
        name = option.get("$ref", option.get("type", "")).rpartition("/")[2] or str(index)
        listed = place.down("anyOf")
        yield listed.edited(
            f"{subject}-option-dropped", f"no {index}, {name}", lambda node, index=index: node.pop(index)
        )
    yield from detail_changes(place, subject)


def detail_changes(place: Place, subject: str) -> Iterator[SpecMutant]:
    """To format, limits, values and extensions."""
    node = place.node
    kind = node.get("type")
    known = node.get("format", "none")
    if "format" in node:
        change = f"format {known} is gone"
        yield place.edited(f"{subject}-format", change, lambda node: node.pop("format"))
    if (
        isinstance(kind, str)
        and kind in FORMATS
        and not {"enum", "const", "pattern", "anyOf", "contentEncoding"} & set(node)
    ):
        other = another(known, DATES if known in DATES else FORMATS[kind])
        yield place.with_value(f"{subject}-format", "format", other, f"format {other} after {known}")
    for member in ("pattern", "contentEncoding", "default", "x-client-option", "x-date", "x-secret"):
        if member in node:
            yield place.without(f"{subject}-{member}", member)
    if "default" in node:
        default = node["default"]
        other = not default if isinstance(default, bool) else another(default, choices(place) or ["other"])
        yield place.with_value(f"{subject}-default", "default", other)
    if "x-date" in node:
        yield place.with_value(f"{subject}-x-date", "x-date", another(node["x-date"], ("request", "answer")))
    if "const" in node:
        yield place.with_value(f"{subject}-const", "const", "Other")
    for member in ("enum", "x-known-values", "x-file-extensions"):
        if member in node:
            yield from list_changes(place.down(member), f"{subject}-{member.removeprefix('x-')}")
    for name, number in node.get("x-enum-numbers", {}).items():
        numbers = place.down("x-enum-numbers")
        yield numbers.with_value(f"{subject}-enum-number", name, number + 100)
        yield numbers.without(f"{subject}-enum-number", name)


def choices(place: Place) -> list[Any]:
    """The values that a schema names, itself or in what it refers to."""
    named = place.document["components"]["schemas"]
    for node in [place.node, *place.node.get("anyOf", ())]:
        node = named[node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if "enum" in node:
            return list(node["enum"])
    return []


def list_changes(place: Place, kind: str) -> Iterator[SpecMutant]:
    """To the values that are named: one less, one more, one spelt otherwise, another order."""
    values = place.node
    for index, value in enumerate(values):
        yield place.edited(f"{kind}-dropped", f"{value} is gone", lambda node, index=index: node.pop(index))
        if isinstance(value, str):
            yield place.with_value(f"{kind}-renamed", index, f"{value}x", f"{value} is spelt {value}x")
    if all(isinstance(value, str) for value in values):
        yield place.edited(f"{kind}-added", "further is there", lambda node: node.append("further"))
    if len(values) > 1:
        yield place.edited(f"{kind}-order", "in reverse", lambda node: node.reverse())
