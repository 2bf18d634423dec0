"""Answers that say more, or say it otherwise, than the spec does: where it has enums, objects and dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from securedsigning_sandbox.spec import Operation, Spec

UNKNOWN_VALUE = "SandboxUnknownValue"
UNKNOWN_FIELD = "SandboxUnknownField"


def change(kind: str, value: Any, operation: Operation, spec: Spec) -> Any:
    """A JSON answer with the change at every place the schema has one for.

    Args:
        kind: one of ``CHANGES``.
        value: the answer; it is changed in place.
        operation: whose answer it is.
        spec: the bundled spec.

    Returns:
        The changed answer; equal to what came if it had no such place.
    """
    schema = spec.answer(operation)
    return value if schema is None else _walked(value, schema, spec, kind)


def can_change(kind: str, operation: Operation, spec: Spec) -> bool:
    """Whether the schema of the answer has any place for the change."""
    schema = spec.answer(operation)
    return schema is not None and _has_place(kind, schema, spec, frozenset())


def _walked(value: Any, schema: dict[str, Any], spec: Spec, kind: str) -> Any:
    schema = _plain(schema, spec)
    is_place, changed = CHANGES[kind]
    if isinstance(value, list):
        return [_walked(item, schema.get("items", {}), spec, kind) for item in value]
    if isinstance(value, dict):
        for name, member in spec.properties(schema).items():
            # An enum that the answer leaves out is added; there may be no answer with it otherwise.
            if name in value or (kind == "unknown-enum" and is_place(_plain(member, spec))):
                value[name] = _walked(value.get(name), member, spec, kind)
    return changed(value) if is_place(schema) else value


def _has_place(kind: str, schema: dict[str, Any], spec: Spec, seen: frozenset[str]) -> bool:
    if schema.get("$ref") in seen:
        return False
    seen |= {schema["$ref"]} if "$ref" in schema else set()
    schema = _plain(schema, spec)
    inner = [*spec.properties(schema).values(), *([schema["items"]] if "items" in schema else [])]
    return CHANGES[kind][0](schema) or any(_has_place(kind, each, spec, seen) for each in inner)


def _plain(schema: dict[str, Any], spec: Spec) -> dict[str, Any]:
    """A schema without its reference, and without the alternative of null."""
    schema = spec.resolve(schema)
    for alternative in schema.get("anyOf", ()):
        if alternative.get("type") != "null":
            return _plain({**{name: part for name, part in schema.items() if name != "anyOf"}, **alternative}, spec)
    return schema


def _is_enum(schema: dict[str, Any]) -> bool:
    return "enum" in schema or "x-known-values" in schema


def _is_object(schema: dict[str, Any]) -> bool:
    return "properties" in schema or "allOf" in schema


def _is_date(schema: dict[str, Any]) -> bool:
    return schema.get("x-date") == "answer"


def _another_value(_: Any) -> Any:
    return UNKNOWN_VALUE


def _another_field(value: Any) -> Any:
    return {**value, UNKNOWN_FIELD: {"Text": UNKNOWN_VALUE, "Number": 1}} if isinstance(value, dict) else value


def _as_ticks(value: Any) -> Any:
    """A date as ServiceStack writes it unless told otherwise: milliseconds since 1970, with the offset of its zone."""
    try:
        moment = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        return value
    return f"/Date({round(moment.timestamp() * 1000)}+0000)/"


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], bool], Callable[[Any], Any]]] = {
    "unknown-enum": (_is_enum, _another_value),
    "unknown-field": (_is_object, _another_field),
    "ticks-date": (_is_date, _as_ticks),
}
"""For each kind: which schemas are a place for it, and what becomes of the value there."""
