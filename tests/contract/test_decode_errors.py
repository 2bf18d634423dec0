"""An answer that contradicts the spec raises an error that says where, for every member of every answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from securedsigning import errors

from contract import calling, drawing, spec
from contract.conftest import GetCaller
from contract.test_responses import JSON_OPERATIONS, ask

Place = tuple[str | int, ...]


def places(schema: Any, value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Each part of a value: where it stands, and its schema."""
    node = spec.resolve(schema)
    for option in node.get("anyOf", ()) if "type" not in node else ():
        if spec.resolve(option).get("type") != "null":
            node = spec.resolve(option)
    if place:
        yield place, node
    if isinstance(value, list):
        yield from places(node["items"], value[-1], (*place, len(value) - 1))
    elif isinstance(value, dict) and spec.is_object(schema):
        for name, member in spec.properties(schema).items():
            yield from places(member, value[name], (*place, name))


def json_path(place: Place) -> str:
    """As ``$[3].Signers[0].HasSigned``."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)


def wrong(node: Any) -> Any:
    """A value that cannot be read as what the schema says; None if the client takes anything."""
    if spec.is_object(node):
        return ["a list"]
    if "enum" in node or "x-known-values" in node:
        return {"an": "object"}
    kinds = [node["type"]] if isinstance(node["type"], str) else node["type"]
    texts = {"array": "a text", "boolean": "perhaps", "integer": "many", "number": "a lot"}
    return next((texts[kind] for kind in kinds if kind in texts), None)


def put(value: Any, place: Place, part: Any) -> Any:
    """A copy of the value with another part; without it if the part is ``put`` itself."""
    value = copy.deepcopy(value)
    holder = value
    for step in place[:-1]:
        holder = holder[step]
    if part is put:
        del holder[place[-1]]
    else:
        holder[place[-1]] = part
    return value


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_a_wrong_part_is_named(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    client, schema = caller(kind), operation.success["application/json"]
    value = drawing.full(schema)
    for place, node in places(schema, value):
        part = wrong(node)
        if part is None:
            continue
        with pytest.raises(errors.DecodeError) as caught:
            ask(client, operation, put(value, place, part))
        assert caught.value.path == json_path(place)
        assert caught.value.operation.id == operation.id
        assert str(caught.value).startswith(f"{operation.id}: ")
        assert str(caught.value).endswith(f" @ {json_path(place)}")


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_a_missing_part_is_named(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    """But a missing list is an empty one."""
    client, schema = caller(kind), operation.success["application/json"]
    value = drawing.full(schema)
    for place, node in [((), spec.resolve(schema)), *places(schema, value)]:
        for name in sorted(spec.required(node)):
            member = spec.resolve(spec.properties(node)[name])
            without = put(value, (*place, name), put)
            if member.get("type") == "array":
                result = calling.plain(ask(client, operation, without))
                assert result == put(value, (*place, name), [])
                continue
            with pytest.raises(errors.DecodeError) as caught:
                ask(client, operation, without)
            assert caught.value.path == json_path((*place, name))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_an_answer_of_another_kind_is_named(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    schema = operation.success["application/json"]
    answers: list[Any] = [None, 7, True, ["x"] if spec.is_object(schema) else {}]
    if spec.resolve(schema).get("type") != "string":
        answers.append("a text")
    if schema.get("x-single-or-array"):
        answers.remove({})
    for answer in answers:
        with pytest.raises(errors.DecodeError) as caught:
            ask(caller(kind), operation, answer)
        assert caught.value.path == "$"
        assert caught.value.operation.id == operation.id
