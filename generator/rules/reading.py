"""The document as the rules look at it: operations with their path and tag, references followed, a spelling of findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.findings import Finding, Place
from generator.loading import LocatedDict, LocatedList

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Operation:
    """An operation with what stands around it.

    Attributes:
        generated: whether a method is made of it; those of a tag with ``x-implementation: runtime`` are written by hand.
    """

    path: str
    method: str
    item: LocatedDict
    raw: LocatedDict
    generated: bool

    @property
    def id(self) -> str:
        """The operation id, or an empty text."""
        return str(self.raw.get("operationId", ""))

    @property
    def subject(self) -> str:
        """What findings call it."""
        return f"operation {self.id or f'{self.method.upper()} {self.path}'}"

    @property
    def place(self) -> Place:
        """Where its method stands."""
        return self.item.place_of(self.method)

    def finding(self, where: str | Place, problem: str, remedy: str, rule: str) -> Finding:
        """A finding about it, at a member of it (where that is missing, at its method) or at a place."""
        if isinstance(where, str):
            where = self.raw.place_of(where) if where in self.raw else self.place
        return Finding(where, self.subject, problem, remedy, rule)


class Spec:
    """A bundled document that has the shape it should have (``shapes.py``)."""

    def __init__(self, document: LocatedDict) -> None:
        self.document = document
        self.schemas: LocatedDict = document["components"]["schemas"]
        self.security_schemes: LocatedDict = document["components"]["securitySchemes"]

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation, in the order of the document."""
        by_hand = {tag["name"] for tag in self.document["tags"] if tag.get("x-implementation") == "runtime"}
        return tuple(
            Operation(path, method, item, item[method], not by_hand & set(item[method].get("tags", ())))
            for path, item in self.document["paths"].items()
            for method in METHODS
            if method in item
        )

    @cached_property
    def signature_scheme(self) -> str | None:
        """Name of the security scheme that carries the signature."""
        return next((name for name, item in self.security_schemes.items() if "x-hmac-signature" in item), None)

    def scopes(self, scheme: str) -> tuple[str, ...]:
        """Scopes that a security scheme has, in any of its flows."""
        flows = self.security_schemes[scheme].get("flows", {})
        return tuple(dict.fromkeys(scope for flow in flows.values() for scope in flow["scopes"]))

    def is_signed(self, operation: Operation) -> bool:
        """Whether the calls carry the signature."""
        security = operation.raw.get("security", self.document["security"])
        return any(self.signature_scheme in choice for choice in security)

    def resolve(self, value: Any) -> Any:
        """What a reference leads to, or the value itself."""
        while isinstance(value, dict) and "$ref" in value:
            _, _, kind, name = value["$ref"].split("/")
            value = self.document["components"][kind][name.replace("~1", "/").replace("~0", "~")]
        return value

    def parameters(self, operation: Operation) -> Iterator[tuple[LocatedDict, Place]]:
        """The parameters of an operation, those of its path included, each with where it is listed."""
        for holder in (operation.raw, operation.item):
            listed = holder.get("parameters", ())
            places = listed.places if isinstance(listed, LocatedList) else ()
            for item, place in zip(listed, places, strict=True):
                yield self.resolve(item), place

    def properties(self, schema: Any) -> dict[str, tuple[LocatedDict, Place]]:
        """The properties of a schema with what ``allOf`` brings in, each with where its name stands."""
        found: dict[str, tuple[LocatedDict, Place]] = {}
        for part in self.parts(schema):
            properties = part.get("properties", {})
            found |= {name: (item, properties.place_of(name)) for name, item in properties.items()}
        return found

    def parts(self, schema: Any) -> list[LocatedDict]:
        """What a schema is put together from: the schemas below ``allOf``, at any depth, and itself as the last."""
        found: list[LocatedDict] = []

        def add(value: Any) -> None:
            value = self.resolve(value)
            if any(value is each for each in waiting):
                return
            waiting.append(value)
            for part in value.get("allOf", ()):
                add(part)
            found.append(value)

        waiting: list[Any] = []
        add(schema)
        return found

    def generated(self, operation: Operation) -> Iterator[LocatedDict]:
        """Parameters and media types that code is generated for: all but the answers that are errors."""
        yield from (parameter for parameter, _ in self.parameters(operation) if "x-client-option" not in parameter)
        contents = [self.resolve(operation.raw.get("requestBody", {}))]
        contents += [
            self.resolve(item) for status, item in operation.raw["responses"].items() if status.startswith("2")
        ]
        for holder in contents:
            yield from holder.get("content", {}).values()

    def reached(self, *values: Any) -> set[str]:
        """Names of the schemas that the values refer to, directly or through other components."""
        found: set[str] = set()
        seen: set[int] = set()
        waiting = list(values)
        while waiting:
            value = waiting.pop()
            if id(value) in seen:
                continue
            if isinstance(value, dict):
                seen.add(id(value))
                reference = value.get("$ref")
                if isinstance(reference, str):
                    if reference.startswith("#/components/schemas/"):
                        found.add(reference.rpartition("/")[2])
                    waiting.append(self.resolve(value))
                waiting += value.values()
            elif isinstance(value, list):
                seen.add(id(value))
                waiting += value
        return found


def listed(names: Any) -> str:
    """Names with commas, ``or`` before the last."""
    *most, last = list(names) or ["nothing"]
    return f"{', '.join(most)} or {last}" if most else str(last)
