"""Requests against the spec: 400 with an entry for each member that does not fit.

Judged by pydantic models, which datamodel-code-generator makes of the bundled spec (``models``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, StrictStr, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

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
        text = path.get(name) if parameter["in"] == "path" else query.get(name.lower())
        if text is None:
            # The official .NET SDK leaves out what has a default, though it is marked as required.
            if "default" in schema:
                found[name] = schema["default"]
            elif parameter.get("required"):
                problems.append((name, "It is missing."))
            continue
        found[name] = _converted(text, schema)
        problems += [(name, _problem(error)) for error in _errors(schema, found[name])]
    if problems:
        raise ApiError(400, "The parameters do not fit.", problems)
    return found


def _converted(text: str, schema: dict[str, Any]) -> Any:
    if schema.get("type") == "boolean" and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if schema.get("type") == "integer" and text.lstrip("-").isdecimal() and len(text) < 20:
        return int(text)
    return _enum_name(text, schema)


def checked_fields(operation: Operation, spec: Spec, fields: dict[str, str], query: dict[str, str]) -> dict[str, Any]:
    """The plain fields of a form, spelt as the spec spells them; the query may hold them as well.

    Raises:
        ApiError: 400; one does not fit.
    """
    assert operation.body is not None
    declared = {name: schema for name, schema in spec.properties(operation.body).items() if "format" not in schema}
    sent = {name.lower(): value for name, value in (query | fields).items()}
    found = {name: sent[name.lower()] for name in declared if name.lower() in sent}
    problems = [(name, _problem(error)) for name, value in found.items() for error in _errors(declared[name], value)]
    if problems:
        raise ApiError(400, "The form does not fit the operation.", problems)
    return found


def checked_body(operation: Operation, spec: Spec, raw: bytes) -> dict[str, Any]:
    """The JSON body of a request, its members spelt as the spec spells them (letter case does not matter on the way in).

    Raises:
        ApiError: 400; it is no JSON object or does not fit.
    """
    try:
        value = json.loads(raw)
        json.dumps(value, ensure_ascii=False).encode()  # halves of surrogate pairs can be neither kept nor sent back
    except (ValueError, RecursionError):
        raise ApiError(400, "The body is no JSON.", [("body", "It is no JSON.")]) from None
    if not isinstance(value, dict):
        raise ApiError(400, "The body is no JSON object.", [("body", "It is no JSON object.")])
    return checked_members(operation, spec, value)


def checked_members(operation: Operation, spec: Spec, value: dict[str, Any]) -> dict[str, Any]:
    """The same for a body that was read already.

    Raises:
        ApiError: 400; it does not fit.
    """
    assert operation.body is not None
    try:
        value = _spelt(value, operation.body, spec)
        errors = _errors(operation.body, value)
    except RecursionError:
        raise ApiError(400, "The body is nested too deeply.", [("body", "It is nested too deeply.")]) from None
    if errors:
        raise ApiError(
            400, "The body does not fit the operation.", [(_place(error["loc"]), _problem(error)) for error in errors]
        )
    return value


def _errors(schema: dict[str, Any], value: Any) -> list[ErrorDetails]:
    """What a value has against a schema."""
    try:
        _adapter(json.dumps(schema, sort_keys=True)).validate_python(value)
    except ValidationError as error:
        return error.errors(include_url=False, include_context=False)
    return []


@cache
def _adapter(schema: str) -> TypeAdapter[Any]:
    """What reads the values of a schema, given as JSON."""
    return TypeAdapter(_type(json.loads(schema)))


def _type(schema: dict[str, Any]) -> Any:
    """The Python type of a schema: a model, or that of a plain value."""
    if "$ref" in schema:
        from securedsigning_sandbox import models  # takes a quarter of a second, which the first call need not wait for

        return getattr(models, schema["$ref"].rpartition("/")[2])
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    if schema["type"] == "string":
        limits = (schema.get("minLength"), schema.get("maxLength"), schema.get("pattern"))
        return Annotated[StrictStr, Field(min_length=limits[0], max_length=limits[1], pattern=limits[2])]
    return {"boolean": StrictBool, "integer": StrictInt, "object": dict[str, Any]}[schema["type"]]


def _place(path: Iterable[int | str]) -> str:
    """Where in the body."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or "body"


def _problem(error: ErrorDetails) -> str:
    return "It is missing." if error["type"] == "missing" else f"{error['msg']}."[:200]


def _spelt(value: Any, schema: dict[str, Any], spec: Spec) -> Any:
    """Member and enum names as declared. Nulls are dropped, since the service treats them as missing, and so are members that
    an object does not declare: nothing has looked at what they hold."""
    schema = spec.resolve(schema)
    if isinstance(value, list):
        return [_spelt(item, schema.get("items", {}), spec) for item in value]
    if not isinstance(value, dict):
        return _enum_name(value, schema)
    declared = spec.properties(schema)
    if not declared:
        return value
    names = {name.lower(): name for name in declared}
    spelt = {}
    for sent, member in value.items():
        name = names.get(sent.lower())
        if name is not None and member is not None:
            spelt[name] = _spelt(member, declared[name], spec)
    return spelt


def _enum_name(value: Any, schema: dict[str, Any]) -> Any:
    """An enum's name as declared, for one in another letter case or, as ServiceStack allows, for its number."""
    for name, number in schema.get("x-enum-numbers", {}).items():
        if value == number and not isinstance(value, bool) or value == str(number):
            return name
    if isinstance(value, str) and "enum" in schema:
        return next((name for name in schema["enum"] if str(name).lower() == value.lower()), value)
    return value
