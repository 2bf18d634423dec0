"""Rules for words that have no effect: extensions out of place, unknown members of ``x-provenance``, misspelt keywords.

Which extensions there are, ``security.py`` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from generator.findings import Finding
from generator.loading import LocatedDict, LocatedList
from generator.rules.operations import CONFIDENCES
from generator.rules.reading import METHODS, Spec, listed

PLACES: Mapping[str, tuple[str, ...]] = {
    "x-attribute": ("tag",),
    "x-implementation": ("tag",),
    "x-method-name": ("operation",),
    "x-provenance": ("operation", "schema"),
    "x-inferred": ("parameter", "response", "schema"),
    "x-conflicts": ("parameter", "response", "schema"),
    "x-media-type-basis": ("response",),
    "x-client-option": ("parameter",),
    "x-date": ("schema",),
    "x-enum-numbers": ("schema",),
    "x-known-values": ("schema",),
    "x-file-extensions": ("schema",),
    "x-secret": ("schema",),
    "x-single-or-array": ("schema",),
    "x-hmac-signature": ("security scheme",),
    "x-revocation-url": ("security scheme",),
    "x-scope-provenance": ("security scheme",),
}
"""What may have an extension; anywhere else it has no effect."""

PROVENANCE = ("confidence", "sources", "notes", "conflicts", "aliases", "service-names", "scope-basis", "token")
SOURCES = (
    "dev",
    "smarttag-doc",
    "partner-doc",
    "meta",
    "meta-dsx",
    "net",
    "net-partner",
    "java",
    "third-party",
    "inferred",
)
"""Keys of sources, see spec/README.md; what follows a colon says where in the source."""

KEYWORDS = (
    *("$ref", "type", "format", "enum", "const", "properties", "required", "items", "additionalProperties"),
    *("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "discriminator", "title", "description", "deprecated"),
    *("default", "example", "examples", "readOnly", "writeOnly", "contentEncoding", "contentMediaType", "pattern"),
    *("minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minItems", "maxItems", "uniqueItems"),
)
"""What a schema may say; JSON Schema allows any other word too, and makes nothing of it."""

# What holds what: kind -> key -> kind; ``[kind]`` for a list, ``{"*": kind}`` for a mapping of names.
_PARTS: Mapping[str, Mapping[str, Any]] = {
    "document": {"tags": ["tag"], "paths": {"*": "path"}, "components": "components"},
    "components": {
        "schemas": {"*": "schema"},
        "parameters": {"*": "parameter"},
        "responses": {"*": "response"},
        "requestBodies": {"*": "request body"},
        "headers": {"*": "header"},
        "securitySchemes": {"*": "security scheme"},
    },
    "path": {**dict.fromkeys(METHODS, "operation"), "parameters": ["parameter"]},
    "operation": {"parameters": ["parameter"], "requestBody": "request body", "responses": {"*": "response"}},
    "parameter": {"schema": "schema"},
    "header": {"schema": "schema"},
    "request body": {"content": {"*": "media type"}},
    "response": {"content": {"*": "media type"}, "headers": {"*": "header"}},
    "media type": {"schema": "schema"},
    "schema": {
        **dict.fromkeys(("items", "additionalProperties", "not", "if", "then", "else"), "schema"),
        "allOf": ["schema"],
        "anyOf": ["schema"],
        "oneOf": ["schema"],
        "properties": {"*": "schema"},
    },
}


def findings(spec: Spec) -> Iterator[Finding]:
    """What has no effect."""
    for kind, value, subject in _walk("document", spec.document, "document"):
        for name in value:
            if name in PLACES and kind not in PLACES[name]:
                problem = f"{name} has no effect here."
                remedy = f"Put it on a {listed(PLACES[name])}, or remove it."
                yield Finding(value.place_of(name), subject, problem, remedy, "extension-place")
            elif kind == "schema" and name not in KEYWORDS and not name.startswith("x-"):
                close = get_close_matches(name, KEYWORDS, 1)
                remedy = f"Perhaps {close[0]} is meant." if close else "Say it in the description."
                problem = f"Nothing is made of the keyword {name}."
                yield Finding(value.place_of(name), subject, problem, remedy, "keyword")
        if kind in PLACES["x-provenance"] and "x-provenance" in value:
            yield from _provenance(value["x-provenance"], subject)


def _provenance(provenance: LocatedDict, subject: str) -> Iterator[Finding]:
    for key in provenance:
        if key not in PROVENANCE:
            problem = f"x-provenance has no place for {key}."
            yield Finding(provenance.place_of(key), subject, problem, f"Use {listed(PROVENANCE)}.", "provenance")
    for key in ("confidence", "scope-basis"):
        if key in provenance and provenance[key] not in CONFIDENCES:
            problem = f"Its {key} is {provenance[key]!r}."
            yield Finding(provenance.place_of(key), subject, problem, f"Write {listed(CONFIDENCES)}.", "provenance")
    sources = provenance.get("sources", LocatedList([], provenance.place, []))
    for source, place in zip(sources, sources.places, strict=True):
        if source.partition(":")[0] not in SOURCES:
            problem = f"The source {source} begins with no known key."
            yield Finding(place, subject, problem, f"Use {listed(SOURCES)}.", "provenance")


def _walk(kind: str, value: Any, subject: str) -> Iterator[tuple[str, LocatedDict, str]]:
    """Everything that may have an extension: its kind, itself, and the nearest thing that has a name."""
    if not isinstance(value, LocatedDict):
        return
    if kind == "operation" and isinstance(value.get("operationId"), str):
        subject = f"operation {value['operationId']}"
    yield kind, value, subject
    for key, target in _PARTS.get(kind, {}).items():
        part = value.get(key)
        if isinstance(target, str):
            yield from _walk(target, part, subject)
        elif isinstance(target, list) and isinstance(part, list):
            for item in part:
                named = target[0] == "tag" and isinstance(item, dict)
                yield from _walk(target[0], item, f"tag {item.get('name')}" if named else subject)
        elif isinstance(target, dict) and isinstance(part, dict):
            for name, item in part.items():
                inner = target["*"]
                yield from _walk(inner, item, f"{inner} {name}" if kind == "components" else subject)
