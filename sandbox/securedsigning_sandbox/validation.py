"""Requests against the spec: 400 with an entry for each member that does not fit."""

from __future__ import annotations

import json
from typing import Any

from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.spec import Operation, Spec


def checked_parameters(operation: Operation, spec: Spec, path: dict[str, str], query: dict[str, str]) -> dict[str, Any]:
    """The parameters of a request, booleans and numbers converted.

    Raises:
        ApiError: 400; one is missing or does not fit.
    """
    found: dict[str, Any] = {}
    problems = []
    query = {name.lower(): value for name, value in query.items()}
    for parameter in operation.parameters:
        if "x-client-option" in parameter or parameter["in"] == "header":
            continue
        name = parameter["name"]
        schema = spec.resolve(parameter["schema"])
        text = path.get(str(name)) if parameter["in"] == "path" else query.get(name.lower())
        if text is None:
            # The official .NET SDK leaves out what has a default, though it is marked as required.
            if parameter["required"] and "default" not in schema:
                problems.append((name, "It is missing."))
            elif "default" in schema:
                found[name] = schema["default"]
            continue
        found[name] = _converted(text, schema)
        problems += [(name, error.message) for error in spec.validator(schema).iter_errors(found[name])]
    if problems:
        raise ApiError(400, "The parameters do not fit.", problems)
    return found


def _converted(text: str, schema: dict[str, Any]) -> Any:
    if schema.get("type") == "boolean" and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if schema.get("type") == "integer" and text.lstrip("-").isdecimal():
        return int(text)
    if "enum" in schema:
        return next((value for value in schema["enum"] if value.lower() == text.lower()), text)
    return text


def checked_body(operation: Operation, spec: Spec, raw: bytes) -> dict[str, Any]:
    """The JSON body of a request, its members spelt as the spec spells them (letter case does not matter on the way in).

    Raises:
        ApiError: 400; it is no JSON object or does not fit.
    """
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        raise ApiError(400, "The body is no JSON.") from None
    if not isinstance(value, dict):
        raise ApiError(400, "The body is no JSON object.")
    assert operation.body is not None
    value = _spelt(value, operation.body, spec)
    assert isinstance(value, dict)
    errors = sorted(spec.validator(operation.body).iter_errors(value), key=lambda error: list(map(str, error.path)))
    if errors:
        problems = [(_place(error.path), error.message[:200]) for error in errors]
        raise ApiError(400, "The body does not fit the operation.", problems)
    return value


def _place(path: Any) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or "body"


def _spelt(value: Any, schema: dict[str, Any], spec: Spec) -> Any:
    """Member names as declared; nulls are dropped, since the service treats them as missing."""
    schema = spec.resolve(schema)
    if isinstance(value, list):
        return [_spelt(item, schema.get("items", {}), spec) for item in value]
    if not isinstance(value, dict):
        return value
    declared = spec.properties(schema)
    names = {name.lower(): name for name in declared}
    spelt = {}
    for sent, member in value.items():
        name = names.get(str(sent).lower(), str(sent))
        if member is not None:
            spelt[name] = _spelt(member, declared.get(name, {}), spec)
    return spelt
