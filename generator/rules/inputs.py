"""Rules for what an operation takes: parameters and bodies, which together become the arguments of its method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.engine import python_name
from generator.findings import Finding, Place
from generator.rules.reading import Operation, Spec

_FORM = "application/x-www-form-urlencoded"
_TAKEN = {"options": "the settings of a call", "to": "the target of a download"}
_SIMPLE = {"string", "integer", "number", "boolean"}


def findings(spec: Spec) -> Iterator[Finding]:
    """What is wrong with parameters and bodies."""
    for operation in spec.operations:
        yield from _parameters(spec, operation)
        yield from _path(spec, operation)
        yield from _body(spec, operation)
        yield from _arguments(spec, operation)


def _parameters(spec: Spec, operation: Operation) -> Iterator[Finding]:
    seen = set()
    for parameter, place in spec.parameters(operation):
        name, location = parameter["name"], parameter["in"]
        if (location, name) in seen:
            yield operation.finding(place, f"It lists {name} twice.", "Remove one of them.", "parameter-once")
        seen.add((location, name))
        if location not in {"path", "query", "header"}:
            problem = f"The parameter {name} is in: {location}; the client does not send such parameters."
            remedy = "Make it a path, query or header parameter, or remove it."
            yield operation.finding(place, problem, remedy, "parameter-location")
        elif not _is_simple(spec, parameter["schema"]):
            problem = f"The parameter {name} is a list or an object, for which no way of writing is known."
            yield operation.finding(place, problem, "Make it a text, number or boolean.", "parameter-simple")
        if location == "header" and operation.generated and "x-client-option" not in parameter:
            problem = f"The header parameter {name} becomes an argument that is never sent."
            remedy = "Mark it with x-client-option, or remove it."
            yield operation.finding(place, problem, remedy, "parameter-location")
        if location == "path" and not parameter["required"]:
            problem = f"The path parameter {name} is not required."
            yield operation.finding(place, problem, "Write required: true.", "path-parameters")


def _is_simple(spec: Spec, schema: Any) -> bool:
    schema = spec.resolve(schema)
    if any(key in schema for key in ("properties", "items", "allOf", "oneOf", "anyOf")):
        return False
    kinds = schema.get("type", "string" if "enum" in schema or "x-known-values" in schema else "")
    return {kinds} <= _SIMPLE if isinstance(kinds, str) else len(kinds) > 0 and set(kinds) <= {*_SIMPLE, "null"}


def _path(spec: Spec, operation: Operation) -> Iterator[Finding]:
    wanted = re.findall(r"\{([^{}]*)\}", operation.path)
    declared = {item["name"]: place for item, place in spec.parameters(operation) if item["in"] == "path"}
    for name in wanted:
        if name not in declared:
            problem = f"The path holds {{{name}}}, but no such path parameter is listed."
            yield operation.finding("parameters", problem, f"List {name} with in: path.", "path-parameters")
    for name, place in declared.items():
        if name not in wanted:
            problem = f"The path parameter {name} does not occur in {operation.path}."
            yield operation.finding(place, problem, "Correct its name, or remove it.", "path-parameters")
    if len(set(wanted)) < len(wanted):
        yield operation.finding(
            operation.place, "The path holds a name twice.", "Rename one of them.", "path-parameters"
        )


def _body(spec: Spec, operation: Operation) -> Iterator[Finding]:
    if "requestBody" not in operation.raw:
        return
    body = spec.resolve(operation.raw["requestBody"])
    place = operation.raw.place_of("requestBody")
    if operation.method in {"get", "delete"} and operation.generated:
        problem = f"It has a body, which {operation.method.upper()} does not carry."
        yield operation.finding(place, problem, "Use another method, or parameters.", "body-method")
    if not body.get("required"):
        problem = "Its body may be left out, but the method always sends one."
        yield operation.finding(place, problem, "Write required: true.", "body-required")
    media_types = list(body["content"])
    if len(media_types) != 1:
        problem = f"Its body has {len(media_types)} media types; the client sends exactly one."
        yield operation.finding(body.place_of("content"), problem, "Keep the one to send.", "body-media-type")
        return
    media_type = media_types[0]
    content_place = body["content"].place_of(media_type)
    known = {"application/json", "multipart/form-data"} | (set() if operation.generated else {_FORM})
    if media_type not in known:
        problem = f"Its body is {media_type}, which the client cannot send."
        remedy = "Use application/json or multipart/form-data, or a tag with x-implementation: runtime."
        yield operation.finding(content_place, problem, remedy, "body-media-type")
    schema = body["content"][media_type]["schema"]
    if operation.generated and not spec.properties(schema):
        problem = "Its body has no properties, so that the method would have nothing to send."
        yield operation.finding(content_place, problem, "Refer to an object schema with properties.", "body-object")


def _arguments(spec: Spec, operation: Operation) -> Iterator[Finding]:
    """All become arguments of one method."""
    seen: dict[str, tuple[str, str]] = {}
    for wire_name, location, place in _inputs(spec, operation):
        name = python_name(wire_name)
        if name in seen and seen[name] != (wire_name, location):
            problem = f"{wire_name} ({location}) and {' ('.join(seen[name])}) are both the argument {name}."
            remedy = "Remove one of them; where the service needs both, write the operation by hand."
            yield operation.finding(place, problem, remedy, "arguments")
        elif operation.generated and name in _TAKEN:
            problem = f"{wire_name} ({location}) takes the argument {name}, which stands for {_TAKEN[name]}."
            yield operation.finding(place, problem, "Write the operation by hand.", "arguments")
        seen.setdefault(name, (wire_name, location))


def _inputs(spec: Spec, operation: Operation) -> Iterator[tuple[str, str, Place]]:
    for parameter, place in spec.parameters(operation):
        if "x-client-option" not in parameter:
            yield parameter["name"], parameter["in"], place
    if "requestBody" in operation.raw:
        for media in spec.resolve(operation.raw["requestBody"])["content"].values():
            for name, (_, place) in spec.properties(media["schema"]).items():
                yield name, "body", place
