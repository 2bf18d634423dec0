"""The document in the form the engine understands; what it cannot see, or would misread, it is not given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generator.loading import LocatedDict

MemberName = Callable[[str], str]
"""What an enum's member is called, by its value."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def engine_document(document: LocatedDict, member_name: MemberName) -> dict[str, Any]:
    """The document in the form the engine understands; what it cannot see, it is not given."""
    declared = document.get("components", {}).get("parameters", {})
    paths: dict[str, dict[str, Any]] = {}
    for path, method, operation in generated_operations(document):
        listed = [*operation.get("parameters", ()), *document["paths"][path].get("parameters", ())]
        parameters = [declared[item["$ref"].rpartition("/")[2]] if "$ref" in item else item for item in listed]
        kept: dict[str, Any] = {
            "operationId": operation["operationId"],
            "tags": operation["tags"],
            "parameters": [
                {
                    "name": item["name"],
                    "in": item["in"],
                    "required": item["required"],
                    "schema": _schema(item["schema"], member_name),
                }
                for item in parameters
                if "x-client-option" not in item
            ],
            "responses": {
                status: {"description": "", "content": _content(response, member_name)}
                for status, response in operation["responses"].items()
                if status.startswith("2")
            },
        }
        if "requestBody" in operation:
            kept["requestBody"] = {"required": True, "content": _content(operation["requestBody"], member_name)}
        paths.setdefault(path, {})[method] = kept
    needed = _reachable(document, paths)
    components = document.get("components", {}).get("schemas", {})
    schemas = {name: _schema(schema, member_name) for name, schema in components.items() if name in needed}
    return {
        "openapi": document["openapi"],
        "info": {"title": "generated", "version": "0"},
        "paths": paths,
        "components": {"schemas": schemas, "parameters": {}},
    }


def binary_media_types(document: LocatedDict) -> dict[str, str]:
    """Media types that the engine would drop a response for; we hand them over as bytes."""
    found = {}
    for _, _, operation in generated_operations(document):
        for response in operation["responses"].values():
            for media_type in response.get("content", {}):
                if media_type != "application/json" and not media_type.endswith("+json"):
                    found[media_type] = "application/octet-stream"
    return found


def generated_operations(document: LocatedDict) -> Iterator[tuple[str, str, LocatedDict]]:
    """Path, method and operation of everything that is generated."""
    by_hand = {tag["name"] for tag in document.get("tags", []) if tag.get("x-implementation") == "runtime"}
    for path, item in document["paths"].items():
        for method in METHODS:
            operation = item.get(method)
            if operation is not None and not by_hand & set(operation.get("tags", [])):
                yield path, method, operation


def _content(holder: dict[str, Any], member_name: MemberName) -> dict[str, Any]:
    return {
        media_type: {"schema": _schema(media.get("schema", {}), member_name)}
        for media_type, media in holder.get("content", {}).items()
    }


def _schema(value: Any, member_name: MemberName) -> Any:
    """A schema without what would mislead the engine."""
    if isinstance(value, list):
        return [_schema(item, member_name) for item in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        # The engine reads a reference with siblings as an empty schema.
        return {"$ref": value["$ref"]}
    if "x-date" in value:
        # The engine would parse dates strictly; we keep their text.
        return {"type": value["type"]}
    if "x-known-values" in value:
        return _schema({"type": "string", "enum": list(value["x-known-values"])}, member_name)
    kept = {
        key: {name: _schema(member, member_name) for name, member in item.items()}
        if key == "properties"
        else _schema(item, member_name)
        for key, item in value.items()
        if key == "type" or not (key.startswith("x-") or key in _UNSEEN)
    }
    if "enum" in kept:
        kept["x-enum-varnames"] = [member_name(value) for value in kept["enum"] if isinstance(value, str)]
    return kept


_UNSEEN = {"title", "description", "examples", "example", "pattern", "contentEncoding", "deprecated", "if", "then"}


def _reachable(document: LocatedDict, paths: Any) -> set[str]:
    """Names of the schemas that generated operations reach, directly or through others."""
    schemas = document.get("components", {}).get("schemas", {})
    found: set[str] = set()
    waiting = [paths]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            reference = value.get("$ref")
            name = reference.rpartition("/")[2] if isinstance(reference, str) else ""
            if name in schemas and name not in found:
                found.add(name)
                waiting.append(schemas[name])
            waiting += value.values()
    return found
