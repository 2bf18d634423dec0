"""Specs of any size, written the way the project's own is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import harness

_GROUP_SIZE = 25
# How many models hang together by references. The engine copies what a model refers to with it, so a chain as long as the
# spec would make the plain generator's cost grow with the square of the size, which no real spec does.
_CHAIN = 4
_WORDS = ("Invoice", "Contract", "Envelope", "Member", "Template", "Report", "Notice", "Payment")


def write(operations: int, folder: Path) -> tuple[Path, Path]:
    """Write a spec.

    Args:
        operations: how many; four fifths read, one fifth send an object.
        folder: where to; made if need be.

    Returns:
        The root file as ours (JSON, which is YAML too), and the same document as any generator reads it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bundled = json.loads(harness.BUNDLE.read_text(encoding="utf-8"))
    components = bundled["components"]
    document = {
        **{name: bundled[name] for name in ("openapi", "info", "servers", "security")},
        "tags": [],
        "paths": {},
        "components": {
            "securitySchemes": components["securitySchemes"],
            "parameters": components["parameters"],
            "responses": {
                name: components["responses"][name]
                for name in ("BadRequest", "Unauthorized", "NotFound", "ServerError")
            },
            "schemas": {
                name: components["schemas"][name] for name in ("ErrorResponse", "ResponseStatus", "ResponseError")
            },
        },
    }
    for name in _schemas_named(document):
        document["components"]["schemas"].setdefault(name, components["schemas"][name])
    oauth = next(tag for tag in bundled["tags"] if tag.get("x-implementation") == "runtime")
    for number in range(operations):
        group = number // _GROUP_SIZE
        if number % _GROUP_SIZE == 0:
            document["tags"].append(
                {"name": f"Group{group}", "description": f"Group {group}.", "x-attribute": f"group_{group}"}
            )
        _add(document, number, f"Group{group}")
    document["tags"].append(oauth)
    for path, item in bundled["paths"].items():
        if any(
            oauth["name"] in operation.get("tags", ()) for operation in item.values() if isinstance(operation, dict)
        ):
            document["paths"][path] = item
    for name in _schemas_named(document["paths"]):
        if name in components["schemas"]:
            document["components"]["schemas"].setdefault(name, components["schemas"][name])
    for name in re.findall(r"#/components/responses/(\w+)", json.dumps(document["paths"])):
        document["components"]["responses"].setdefault(name, components["responses"][name])
    for _ in range(5):  # what the added ones refer to in turn
        for name in _schemas_named(document["components"]):
            if name in components["schemas"]:
                document["components"]["schemas"].setdefault(name, components["schemas"][name])
    root, bundle = folder / "openapi.yaml", folder / "bundled.json"
    text = json.dumps(document, indent=1)
    root.write_text(text, encoding="utf-8")
    bundle.write_text(text, encoding="utf-8")
    return root, bundle


def _schemas_named(value: object) -> list[str]:
    return re.findall(r"#/components/schemas/(\w+)", json.dumps(value))


def _add(document: dict, number: int, tag: str) -> None:
    """One operation with the model it answers, and every fifth with one that it sends."""
    word = _WORDS[number % len(_WORDS)]
    answer, sends = f"{word}Answer{number}", number % 5 == 0
    schemas = document["components"]["schemas"]
    provenance = {"confidence": "documented", "sources": [f"meta:{answer}"]}
    schemas[answer] = {
        "type": "object",
        "description": f"What the service tells about {word.lower()} {number}.",
        "required": ["Reference"],
        "properties": {
            "Reference": {"type": "string", "description": "Reference used in later calls."},
            "Name": {"type": "string", "description": "Name that people see."},
            "Count": {"type": "integer", "description": "How many there are."},
            "IsActive": {"type": "boolean", "description": "Whether it is in use."},
            "Notes": {"type": "array", "items": {"type": "string"}, "description": "Remarks, oldest first."},
            **(
                {"Previous": {"$ref": f"#/components/schemas/{_WORDS[(number - 1) % len(_WORDS)]}Answer{number - 1}"}}
                if number % _CHAIN
                else {}
            ),
        },
        "x-provenance": provenance,
    }
    if number % _CHAIN:
        schemas[answer]["properties"]["Previous"]["description"] = "The one before it."
    operation = {
        "operationId": f"{'create' if sends else 'get'}{word}{number}",
        "tags": [tag],
        "summary": f"{'Make' if sends else 'Read'} {word.lower()} {number}.",
        "x-method-name": f"{'create' if sends else 'get'}_{word.lower()}_{number}",
        "security": document["security"],
        "x-provenance": {**provenance, "scope-basis": "inferred"},
        "parameters": [
            {"$ref": "#/components/parameters/Sender"},
            {"$ref": "#/components/parameters/Format"},
        ],
        "responses": {
            "200": {
                "description": "Done.",
                "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{answer}"}}},
            },
            "400": {"$ref": "#/components/responses/BadRequest"},
            "401": {"$ref": "#/components/responses/Unauthorized"},
            "404": {"$ref": "#/components/responses/NotFound"},
            "500": {"$ref": "#/components/responses/ServerError"},
        },
    }
    if sends:
        request = f"{word}Request{number}"
        schemas[request] = {
            "type": "object",
            "description": f"What makes {word.lower()} {number}.",
            "required": ["Name"],
            "properties": {
                "Name": {"type": "string", "description": "Name that people see."},
                "Count": {"type": "integer", "description": "How many there are."},
            },
            "x-provenance": provenance,
        }
        body = {"application/json": {"schema": {"$ref": f"#/components/schemas/{request}"}}}
        operation["requestBody"] = {"required": True, "content": body}
        document["paths"][f"/{word}{number}/Create"] = {"post": operation}
    else:
        operation["parameters"].insert(
            0,
            {
                "name": "Reference",
                "in": "path",
                "required": True,
                "description": "Which one.",
                "schema": {"type": "string"},
            },
        )
        document["paths"][f"/{word}{number}/Status/{{Reference}}"] = {"get": operation}
