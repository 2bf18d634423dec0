"""Rules for schemas: each becomes a model or an enum, each property an attribute with a docstring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.engine import class_name, member_name, python_name
from generator.findings import Finding, Place
from generator.loading import LocatedDict, LocatedList
from generator.rules.reading import Spec

_METHODS = ("additional_properties", "to_dict", "from_dict")


def findings(spec: Spec) -> Iterator[Finding]:
    """What is wrong with schemas."""
    yield from _class_names(spec)
    yield from _unreached(spec)
    for root in _roots(spec):
        yield from _Walk(spec, root).whole()
        yield from _attributes(spec, root)


@dataclass(frozen=True)
class _Root:
    """A schema that stands on its own: a component, or one written into an operation."""

    subject: str
    schema: LocatedDict
    generated: bool
    component: bool


def _roots(spec: Spec) -> Iterator[_Root]:
    holders = [holder for operation in spec.operations if operation.generated for holder in spec.generated(operation)]
    generated = spec.reached(*holders)
    for name, schema in spec.schemas.items():
        yield _Root(f"schema {name}", schema, name in generated, component=True)
    needed = {id(holder["schema"]) for holder in holders}
    seen = set()
    for subject, value in _declarations(spec):
        for holder in _holders(value):
            if id(holder["schema"]) not in seen and "$ref" not in holder["schema"]:
                seen.add(id(holder["schema"]))
                yield _Root(subject, holder["schema"], id(holder["schema"]) in needed, component=False)


def _declarations(spec: Spec) -> Iterator[tuple[str, Any]]:
    """Components and operations: whatever may hold a schema."""
    components = spec.document["components"]
    for kind, word in (("parameters", "parameter"), ("requestBodies", "request body"), ("responses", "response")):
        for name, value in components.get(kind, {}).items():
            yield f"{word} {name}", value
    for operation in spec.operations:
        yield operation.subject, operation.item.get("parameters", ())
        for key in ("parameters", "requestBody", "responses"):
            yield operation.subject, operation.raw.get(key, ())


def _holders(value: Any) -> Iterator[LocatedDict]:
    """Parameters and media types below a value."""
    if isinstance(value, LocatedDict) and "schema" in value:
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _holders(item)


def _class_names(spec: Spec) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name in spec.schemas:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", name):
            place = spec.schemas.place_of(name)
            problem = "Its name cannot become the name of a class and of a file."
            yield Finding(place, f"schema {name}", problem, "Use letters, digits, _, . and - only.", "class-name")
        first = seen.setdefault(class_name(name), name)
        if first != name:
            problem = f"It and schema {first} are both the class {class_name(name)}."
            place = spec.schemas.place_of(name)
            yield Finding(place, f"schema {name}", problem, "Rename one of them.", "class-name")


def _unreached(spec: Spec) -> Iterator[Finding]:
    reached = spec.reached(spec.document["paths"])
    for name in spec.schemas:
        if name not in reached:
            place = spec.schemas.place_of(name)
            problem = "No operation needs it."
            yield Finding(place, f"schema {name}", problem, "Refer to it, or remove it.", "unreached")


def _attributes(spec: Spec, root: _Root) -> Iterator[Finding]:
    """Names of attributes, those that come in through ``allOf`` included."""
    seen: dict[str, str] = {}
    for wire_name, (_, place) in spec.properties(root.schema).items():
        name = python_name(wire_name)
        first = seen.setdefault(name, wire_name)
        if first != wire_name:
            problem = f"The properties {first} and {wire_name} are both the attribute {name}."
            yield Finding(place, root.subject, problem, "Remove one of them.", "attribute")
        if name in _METHODS:
            problem = f"The property {wire_name} hides {name}, which every model has."
            yield Finding(place, root.subject, problem, "Leave it out: it is kept as an additional one.", "attribute")


class _Walk:
    """One root with everything that is written into it; what it refers to is a root of its own."""

    def __init__(self, spec: Spec, root: _Root) -> None:
        self._spec = spec
        self._root = root

    def _find(self, place: Place, problem: str, remedy: str, rule: str) -> Finding:
        return Finding(place, self._root.subject, problem, remedy, rule)

    def whole(self) -> Iterator[Finding]:
        """The root and all that is written into it."""
        schema = self._root.schema
        if self._root.component:
            return self._schema(schema, set(self._spec.properties(schema)))
        return self._part(schema)

    def _schema(self, schema: LocatedDict, known: set[str]) -> Iterator[Finding]:
        """A schema; ``known`` are the properties of what it is a part of."""
        yield from self._required(schema, known)
        yield from self._choices(schema)
        yield from self._dates(schema)
        yield from self._values(schema)
        properties = schema.get("properties", {})
        for name, item in properties.items():
            yield from self._property(name, item, properties.place_of(name))
            yield from self._part(item)
        for part in schema.get("allOf", ()):
            yield from self._schema(part, known)
        if "x-date" not in schema:
            for key in ("anyOf", "oneOf"):
                for part in schema.get(key, ()):
                    yield from self._part(part)
        for key in ("items", "additionalProperties"):
            if isinstance(schema.get(key), LocatedDict):
                yield from self._part(schema[key])

    def _part(self, schema: LocatedDict) -> Iterator[Finding]:
        if self._root.generated and "$ref" not in schema and ("properties" in schema or "allOf" in schema):
            problem = "An object is written out here, so that its model has no name of its own."
            yield self._find(schema.place, problem, "Make it an entry of components/schemas.", "inline-object")
        yield from self._schema(schema, set(self._spec.properties(schema)))

    def _property(self, name: str, schema: LocatedDict, place: Place) -> Iterator[Finding]:
        target = self._spec.resolve(schema)
        if not (schema.get("description") or target.get("description")):
            problem = f"The property {name} has no description."
            yield self._find(place, problem, "Add a sentence; it becomes the docstring.", "property-description")
        if not ({"type", "$ref", "anyOf"} & set(schema)):
            problem = f"The property {name} has no type."
            yield self._find(place, problem, "Add type, $ref or anyOf.", "property-type")

    def _required(self, schema: LocatedDict, known: set[str]) -> Iterator[Finding]:
        required = schema.get("required", LocatedList([], schema.place, []))
        for name, place in zip(required, required.places, strict=True):
            if name not in known:
                problem = f"It requires {name}, but has no such property."
                yield self._find(place, problem, "Correct the name, or add the property.", "required")

    def _choices(self, schema: LocatedDict) -> Iterator[Finding]:
        if not self._root.generated:
            return
        for key in ("oneOf", "discriminator"):
            if key in schema:
                problem = f"{key} stands here, for which no class is generated."
                yield self._find(schema.place_of(key), problem, "Name one type, or split the property.", "choice")
        parts = schema.get("anyOf")
        if parts is None or "x-date" in schema:
            return
        if len(parts) != 2 or sum(part.get("type") == "null" for part in parts) != 1:
            problem = "anyOf chooses between types; only a type or null is known."
            yield self._find(schema.place_of("anyOf"), problem, "Name one type.", "choice")

    def _dates(self, schema: LocatedDict) -> Iterator[Finding]:
        if "x-date" in schema:
            if schema["x-date"] not in {"request", "answer"}:
                problem = f"x-date is {schema['x-date']!r}."
                yield self._find(schema.place_of("x-date"), problem, "Write request or answer.", "date")
            if schema.get("type") != "string":
                yield self._find(schema.place_of("type"), "A date is no text here.", "Write type: string.", "date")
        elif schema.get("format") in {"date", "date-time"}:
            problem = f"format: {schema['format']} stands here without x-date; the service's dates vary."
            remedy = "Add x-date: request or x-date: answer."
            yield self._find(schema.place_of("format"), problem, remedy, "date")

    def _values(self, schema: LocatedDict) -> Iterator[Finding]:
        for key in ("enum", "x-known-values"):
            if key in schema:
                yield from self._enum(schema[key], schema.place_of(key), key)
        numbers = schema.get("x-enum-numbers", {})
        values = schema.get("enum", schema.get("x-known-values", ()))
        for value in numbers:
            if value not in values:
                problem = f"x-enum-numbers has {value}, which is none of the values."
                yield self._find(numbers.place_of(value), problem, "Correct it, or remove it.", "enum-numbers")

    def _enum(self, values: LocatedList, place: Place, key: str) -> Iterator[Finding]:
        if not values:
            yield self._find(place, f"{key} is empty.", "List the values, or remove it.", "enum")
        seen: dict[str, str] = {}
        for value, value_place in zip(values, values.places, strict=True):
            if not isinstance(value, str) or not value:
                problem = f"{key} has {value!r}, which is no text."
                yield self._find(value_place, problem, "Write it in quotes, or remove it.", "enum")
                continue
            name = member_name(value)
            if name in seen:
                problem = f"{key} has {value!r} and {seen[name]!r}, both of which are the member {name}."
                yield self._find(value_place, problem, "Remove one of them.", "enum")
            elif not name.isidentifier():
                problem = f"{key} has {value!r}, of which no member name can be made."
                yield self._find(value_place, problem, "Write the values into the description instead.", "enum")
            seen.setdefault(name, value)
