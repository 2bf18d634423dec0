"""The bundled spec, read as data: which operations there are, and what their requests and answers look like."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any


def spec_file() -> Path:
    """The bundled document: package data where installed, the generator's output in a checkout."""
    installed = Path(__file__).with_name("openapi.json")
    return installed if installed.exists() else Path(__file__).parents[2] / "generated" / "openapi.json"


@dataclass(frozen=True)
class Operation:
    """One operation of the spec.

    Attributes:
        id: its operationId.
        method: HTTP method.
        path: path template.
        scopes: scopes a token needs.
        parameters: its parameters, references resolved.
        media_type: media type of the request body, empty without one.
        body: schema of the request body, None without one.
        raw: the operation as it stands in the document.
    """

    id: str
    method: str
    path: str
    scopes: tuple[str, ...]
    parameters: tuple[dict[str, Any], ...]
    media_type: str
    body: dict[str, Any] | None
    raw: dict[str, Any]

    @property
    def enforced_scopes(self) -> tuple[str, ...]:
        """The scopes a token is refused without: those of products, and ``Basic`` where an official page asks for it. No
        source ties the other operations to a scope."""
        documented = self.raw.get("x-provenance", {}).get("scope-basis") == "documented"
        return tuple(scope for scope in self.scopes if documented or scope != "Basic")


class Spec:
    """The bundled document."""

    def __init__(self, path: Path) -> None:
        self.document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    @cached_property
    def operations(self) -> dict[str, Operation]:
        """Operations of the API by id; those of the OAuth endpoints, on a server of their own, left aside."""
        found = {}
        for path, item in self.document["paths"].items():
            if "servers" in item:
                continue
            for method, raw in item.items():
                if isinstance(raw, dict) and "operationId" in raw:
                    found[raw["operationId"]] = self._operation(path, method, raw)
        return found

    def _operation(self, path: str, method: str, raw: dict[str, Any]) -> Operation:
        security = raw.get("security", self.document.get("security", []))
        scopes = next((tuple(choice["oauth2"]) for choice in security if "oauth2" in choice), ())
        content = raw.get("requestBody", {}).get("content", {})
        media_type = next(iter(content), "")
        return Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=path,
            scopes=scopes,
            parameters=tuple(self.resolve(item) for item in raw.get("parameters", ())),
            media_type=media_type,
            body=content[media_type]["schema"] if media_type else None,
            raw=raw,
        )

    @cached_property
    def _templates(self) -> dict[tuple[int, str], list[tuple[list[str], list[Operation]]]]:
        """Path templates in segments, by how many these are and by the first, which is the group's name in every path.

        Literal ones come first, so that ``/Document/Delete/x`` is never taken for another.
        """
        found: dict[str, list[Operation]] = {}
        for operation in self.operations.values():
            found.setdefault(operation.path, []).append(operation)
        templates: dict[tuple[int, str], list[tuple[list[str], list[Operation]]]] = {}
        for path in sorted(found, key=lambda path: ("{" in path, path)):
            template = path.strip("/").split("/")
            templates.setdefault((len(template), template[0].lower()), []).append((template, found[path]))
        return templates

    def match(self, method: str, segments: list[str]) -> tuple[Operation, dict[str, str]] | None:
        """The operation for a request, and its path parameters.

        Args:
            method: HTTP method.
            segments: the path below the version, divided at its slashes, then decoded. Letter case, slashes and blanks at
                the end don't matter, since the official SDKs and pages differ in them.
        """
        while segments and not segments[-1].strip():
            segments = segments[:-1]
        first = segments[0].strip().lower() if segments else ""
        for template, operations in self._templates.get((len(segments), first), ()):
            parameters = _fitted(template, segments)
            if parameters is None:
                continue
            for operation in operations:
                if method in _methods(operation):
                    return operation, parameters
        return None

    def answer(self, operation: Operation) -> dict[str, Any] | None:
        """The schema of an operation's JSON answer; None if it answers with a file, another type or nothing."""
        for status, response in operation.raw["responses"].items():
            media = self.resolve(response).get("content", {}).get("application/json")
            if status.startswith("2") and media is not None:
                schema: dict[str, Any] = media["schema"]
                return None if schema.get("format") == "binary" else schema
        return None

    def resolve(self, value: dict[str, Any]) -> dict[str, Any]:
        """Follow references."""
        while "$ref" in value:
            target: Any = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            value = target
        return value

    def properties(self, schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Properties of an object schema, with what ``allOf`` brings in."""
        schema = self.resolve(schema)
        found: dict[str, dict[str, Any]] = {}
        for part in schema.get("allOf", ()):
            found |= self.properties(part)
        found.update(schema.get("properties", {}))
        return found


def _fitted(template: list[str], segments: list[str]) -> dict[str, str] | None:
    """The path parameters, if the segments fit a template of as many."""
    parameters = {}
    for wanted, segment in zip(template, segments, strict=True):
        if wanted.startswith("{"):
            if not segment:
                return None
            parameters[wanted.strip("{}")] = segment
        elif wanted.lower() != segment.strip().lower():
            return None
    return parameters


def _methods(operation: Operation) -> set[str]:
    """Its method, and POST for the two reads that the official .NET SDK called so."""
    return {operation.method, "POST"} if operation.id in _READ_BY_POST_TOO else {operation.method}


_READ_BY_POST_TOO = {"getDocumentUrl", "validateDocument"}


@cache
def load_spec() -> Spec:
    """The spec, read once."""
    return Spec(spec_file())
