"""The shape that all other rules, the engine and the description rely on: which member is text, a list or a mapping.

One table says it, so that nothing else has to ask whether ``parameters`` really is a list. Only a document without
findings of this rule is looked at any further.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.findings import Finding, Place
from generator.loading import LocatedDict, LocatedList

Shape = Any
"""A type; an entry's name; ``[shape]`` for a list; ``{"*": shape}`` for a mapping; a tuple of alternatives."""

NUMBER = (int, float)
_SCHEMA_OR_BOOL = ("schema", bool)

_TABLE: Mapping[str, Mapping[str, Shape]] = {
    # A ! marks what has to be there.
    "document": {
        "openapi!": str,
        "info!": "info",
        "servers!": ["server"],
        "security!": [{"*": [str]}],
        "tags!": ["tag"],
        "paths!": {"*": "path item"},
        "components!": "components",
    },
    "info": {"title!": str, "version!": str, "description": str},
    "server": {"url!": str},
    "tag": {"name!": str, "description": str, "x-attribute": str, "x-implementation": str},
    "components": {
        "schemas!": {"*": "schema"},
        "securitySchemes!": {"*": "security scheme"},
        "parameters": {"*": "parameter"},
        "responses": {"*": "response"},
        "requestBodies": {"*": "request body"},
        "headers": {"*": "header"},
    },
    "path item": {
        "parameters": ["parameter"],
        "servers": ["server"],
        **dict.fromkeys(("get", "post", "put", "patch", "delete", "head", "options", "trace"), "operation"),
    },
    "operation": {
        "operationId": str,
        "tags": [str],
        "summary": str,
        "description": str,
        "deprecated": bool,
        "x-method-name": str,
        "x-provenance": "provenance",
        "security": [{"*": [str]}],
        "parameters": ["parameter"],
        "requestBody": "request body",
        "responses!": {"*": "response"},
        "servers": ["server"],
        "callbacks": dict,
    },
    "provenance": {"confidence": str, "sources": [str], "conflicts": [str], "notes": str},
    "parameter": {
        "name!": str,
        "in!": str,
        "required!": bool,
        "schema!": "schema",
        "description": str,
        "deprecated": bool,
        "x-client-option": str,
    },
    "request body": {"content!": {"*": "media type"}, "required": bool, "description": str},
    "response": {"description!": str, "content": {"*": "media type"}, "headers": {"*": "header"}},
    "header": {"description": str, "schema": "schema"},
    "media type": {"schema!": "schema"},
    "schema": {
        "type": (str, [str]),
        "format": str,
        "description": str,
        "deprecated": bool,
        "required": [str],
        "enum": list,
        "properties": {"*": "schema"},
        "patternProperties": {"*": "schema"},
        "additionalProperties": _SCHEMA_OR_BOOL,
        "items": "schema",
        "allOf": ["schema"],
        "anyOf": ["schema"],
        "oneOf": ["schema"],
        **dict.fromkeys(("if", "then", "else", "not"), _SCHEMA_OR_BOOL),
        "discriminator": dict,
        "x-date": str,
        "x-known-values": [str],
        "x-enum-numbers": {"*": int},
        "x-provenance": "provenance",
        "x-conflicts": [str],
        "x-inferred": bool,
        "x-secret": bool,
        "x-single-or-array": bool,
        "x-file-extensions": [str],
    },
    "security scheme": {
        "type!": str,
        "in": str,
        "name": str,
        "flows": {"*": "flow"},
        "x-hmac-signature": "signature",
        "x-revocation-url": str,
    },
    "flow": {"authorizationUrl": str, "tokenUrl": str, "refreshUrl": str, "scopes!": {"*": str}},
    "signature": {
        "algorithm!": str,
        "encoding!": str,
        "separator!": str,
        "parts!": [str],
        "time!": "signed time",
        "nonce!": "signed nonce",
    },
    "signed time": {"scheme!": str, "unit!": str},
    "signed nonce": {"scheme!": str, "max-length!": int},
}
_REFERABLE = {
    "schema": "schemas",
    "parameter": "parameters",
    "response": "responses",
    "request body": "requestBodies",
    "header": "headers",
    "security scheme": "securitySchemes",
}
_WORDS = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    dict: "a mapping",
    list: "a list",
}


def check(document: LocatedDict) -> Iterator[Finding]:
    """What does not have the shape it needs."""
    yield from _Check(document).value(document, "document", document.place, "document")


class _Check:
    def __init__(self, document: LocatedDict) -> None:
        self._document = document
        self._seen: set[tuple[int, str]] = set()  # YAML aliases put one value in many places; it is judged once

    def value(self, value: Any, shape: Shape, place: Place, subject: str) -> Iterator[Finding]:
        if not _fits(value, shape):
            problem = f"This is {_what(value)}, not {_wanted(shape)}."
            yield _finding(place, subject, problem, f"Write {_wanted(shape)} here.")
            return
        if isinstance(shape, tuple):
            shape = next(each for each in shape if _fits(value, each))
        if isinstance(shape, list):
            places = value.places if isinstance(value, LocatedList) else [place] * len(value)
            for item, item_place in zip(value, places, strict=True):
                yield from self.value(item, shape[0], item_place, subject)
        elif isinstance(shape, dict):
            for key, item in value.items():
                yield from self.value(item, shape["*"], value.place_of(key), _subject(subject, key, item, shape["*"]))
        elif isinstance(shape, str) and (id(value), shape) not in self._seen:
            self._seen.add((id(value), shape))
            yield from self._object(value, shape, place, subject)

    def _object(self, value: LocatedDict, shape: str, place: Place, subject: str) -> Iterator[Finding]:
        if "$ref" in value and shape in _REFERABLE:
            yield from self._reference(value, shape, subject)
            needed = False
        else:
            needed = True
        for key, member in _TABLE[shape].items():
            name = key.removesuffix("!")
            if name in value:
                member_subject = _subject(subject, name, value[name], member)
                yield from self.value(value[name], member, value.place_of(name), member_subject)
            elif key.endswith("!") and needed:
                problem = f"The {shape} has no {name}."
                yield _finding(place, subject, problem, f"Add {name}: {_wanted(member)}.")

    def _reference(self, value: LocatedDict, shape: str, subject: str) -> Iterator[Finding]:
        """References lead to something of the right kind, and not round in circles."""
        seen: list[int] = []
        target: Any = value
        while isinstance(target, dict) and "$ref" in target and id(target) not in seen:
            seen.append(id(target))
            reference = target["$ref"]
            kind, name = (
                reference.split("/")[2:] if isinstance(reference, str) and reference.count("/") == 3 else ("", "")
            )
            if kind != _REFERABLE[shape]:
                problem = f"$ref leads to {reference}, where a {shape} is wanted."
                remedy = f"Let it name an entry of components/{_REFERABLE[shape]}."
                yield _finding(value.place_of("$ref"), subject, problem, remedy)
                return
            components = self._document.get("components")
            entries = components.get(kind) if isinstance(components, dict) else None
            target = entries.get(name.replace("~1", "/").replace("~0", "~")) if isinstance(entries, dict) else None
            if target is None:
                problem = f"$ref leads to {reference}, which does not exist."
                yield _finding(value.place_of("$ref"), subject, problem, "Correct it, or add the entry.")
                return
        if isinstance(target, dict) and "$ref" in target:
            problem = f"$ref leads through {value['$ref']} back to itself."
            yield _finding(value.place_of("$ref"), subject, problem, "Write out one of the entries of the circle.")


def _subject(subject: str, key: str, value: Any, shape: Shape) -> str:
    """The nearest thing that has a name of its own."""
    if shape == "operation":
        name = value.get("operationId") if isinstance(value, dict) else None
        return f"operation {name}" if isinstance(name, str) else f"{subject}, {key.upper()}"
    if subject == "components" and isinstance(shape, str):
        return f"{shape} {key}"
    if shape == "path item":
        return f"path {key}"
    if subject == "document" or (isinstance(shape, dict) and subject == "components"):
        return key if subject == "document" else subject
    return subject


def _fits(value: Any, shape: Shape) -> bool:
    if isinstance(shape, tuple):
        return any(_fits(value, each) for each in shape)
    if isinstance(shape, list):
        return isinstance(value, list)
    if isinstance(shape, dict | str):
        return isinstance(value, LocatedDict)
    return isinstance(value, shape) and (shape is bool or not isinstance(value, bool))


def _what(value: Any) -> str:
    if value is None:
        return "null"
    kind = next(kind for kind in (bool, str, int, float, dict, list) if isinstance(value, kind))
    return _WORDS[kind] if isinstance(value, dict | list) else f"{value!r}"


def _wanted(shape: Shape) -> str:
    if isinstance(shape, tuple):
        return " or ".join(_wanted(each) for each in shape)
    if isinstance(shape, list):
        return "a list"
    if isinstance(shape, dict | str):
        return "a mapping"
    return _WORDS[shape]


def _finding(place: Place, subject: str, problem: str, remedy: str) -> Finding:
    return Finding(place, subject, problem, remedy, "shape")
