"""Changes to an operation: names, group, provenance, credentials, body, parameters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mutation.spec_changes.mutant import Place, SpecMutant, another
from mutation.spec_changes.roots import server_changes

JSON, FORM, MULTIPART = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"


def operation_changes(place: Place) -> Iterator[SpecMutant]:
    """One at a time."""
    node = place.node
    yield place.with_value("operation-id", "operationId", node["operationId"] + "Renamed")
    yield place.with_value("method-name", "x-method-name", node["x-method-name"] + "_renamed")
    tags = [tag["name"] for tag in place.document["tags"]]
    yield place.with_value("operation-group", "tags", [another(node["tags"][0], tags)])
    yield place.with_value("operation-deprecated", "deprecated", not node.get("deprecated", False))
    provenance = place.down("x-provenance")
    levels = ("documented", "sdk-only", "inferred")
    yield provenance.with_value("provenance", "confidence", another(provenance.node["confidence"], levels))
    yield provenance.down("sources").edited("provenance", "another source", lambda sources: sources.append("dev:other"))
    if "servers" in node:
        yield from server_changes(place.down("servers", 0))
    else:
        yield place.with_value("server-of-its-own", "servers", [{"url": "https://other.example.com/web/v1.4"}])
    if "security" in node:
        yield from credential_changes(place.down("security"))
    yield from body_changes(place)
    for name, required, where in (
        ("Further", False, "query"),
        ("Further", True, "query"),
        ("X-Further", False, "header"),
    ):
        added = {"name": name, "in": where, "required": required, "schema": {"type": "string"}}
        change = f"{'a required' if required else 'an optional'} {name} in {where}"
        yield place.edited("parameter-added", change, lambda node, added=added: add_parameter(node, added))


def add_parameter(node: Any, parameter: dict[str, Any]) -> None:
    """One more."""
    node.setdefault("parameters", []).append(parameter)


def credential_changes(place: Place) -> Iterator[SpecMutant]:
    """To the ways in which the caller may prove who it is."""
    document = place.document
    scopes = list(document["components"]["securitySchemes"]["oauth2"]["flows"]["authorizationCode"]["scopes"])
    for index, alternative in enumerate(place.node):
        if len(place.node) > 1:
            yield place.edited("credentials-dropped", f"no {index}", lambda node, index=index: node.pop(index))
        for scheme, wanted in alternative.items():
            if len(alternative) > 1:
                yield place.down(index).without("credential-dropped", scheme)
            if scheme == "oauth2" and wanted:
                yield place.down(index).with_value("scope-changed", scheme, [another(wanted[0], scopes)])
                yield place.down(index).with_value("scope-added", scheme, [*wanted, another(wanted[-1], scopes)])
                yield place.down(index).with_value("scope-dropped", scheme, wanted[1:])
        missing = [scheme for scheme in document["components"]["securitySchemes"] if scheme not in alternative]
        if missing:
            yield place.down(index).with_value("credential-added", missing[0], [])
    if place.node:
        yield place.edited("credentials-none", "none are needed", lambda node: node.clear())


def body_changes(place: Place) -> Iterator[SpecMutant]:
    """To whether there is a body, and its media type."""
    if "requestBody" not in place.node:
        schema = {"type": "object", "properties": {"Further": {"type": "string"}}}
        yield place.with_value("body-added", "requestBody", {"content": {JSON: {"schema": schema}}}, "a JSON body")
        return
    yield place.without("body-dropped", "requestBody")
    content = place.down("requestBody", "content")
    for media_type in content.node:
        for other in (JSON, FORM, MULTIPART):
            if other not in content.node:
                yield content.renamed("body-media-type", media_type, other)
