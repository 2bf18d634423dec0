"""Every answer that the spec describes is read without loss, and as pydantic models of the same spec read it."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from securedsigning._codec import UNSET

from contract import calling, drawing, examples, pydantic_models, spec
from contract.calling import Caller
from contract.conftest import GetCaller

EXAMPLES = [each for each in examples.read() if each.operation.generated and each.status < 300]
JSON_OPERATIONS = [each for each in spec.generated_operations() if list(each.success) == ["application/json"]]
BINARY_OPERATIONS = [each for each in spec.generated_operations() if each.success and each not in JSON_OPERATIONS]
JSON = {"Content-Type": "application/json; charset=utf-8"}


def ask(client: Caller, operation: spec.Operation, value: Any) -> Any:
    """Call the operation with what it needs; the answer is this value."""
    client.answer(200, JSON, json.dumps(value).encode())
    return client.call(operation, *needed(operation))


def needed(operation: spec.Operation) -> tuple[dict[str, Any], Any]:
    """Parameters and body of the smallest call."""
    parameters = {item["name"]: drawing.full(item["schema"]) for item in operation.parameters if item.get("required")}
    if operation.body is None:
        return parameters, None
    body = drawing.minimal(operation.body[1])
    for name, member in spec.properties(operation.body[1]).items():
        if name in body and calling.is_file(member):
            body[name] = ("a.pdf", b"%PDF-1.7")
    return parameters, body


def seen(schema: Any, value: Any) -> Any:
    """What a decoded value shows through its attributes, under the names of the spec; what is not there is left out."""
    if isinstance(value, list):
        return [seen(spec.resolve(schema)["items"], item) for item in value]
    if not spec.is_object(schema):
        return value
    found = {}
    for name, member in spec.properties(schema).items():
        attribute = getattr(value, calling.snake_case(name))
        if attribute is not None and attribute is not UNSET:
            found[name] = seen(member, attribute)
    return found


def without_nulls(value: Any) -> Any:
    """The value without members that are null."""
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    if isinstance(value, dict):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return value


def check(module: ModuleType, schema: Any, value: Any, result: Any) -> None:
    """The result holds the value, whichever way one looks at it."""
    expected = [value] if isinstance(result, list) and not isinstance(value, list) else value
    read = pydantic_models.read(module, schema, expected)
    assert without_nulls(read) == without_nulls(expected)
    assert calling.plain(result) == expected
    assert seen(schema, result) == without_nulls(read)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_read(
    caller: GetCaller, pydantic_module: ModuleType, example: examples.Example, kind: str
) -> None:
    client = caller(kind)
    client.answer(example.status, example.headers, example.content)

    result = client.call(example.operation, example.parameters, example.body)

    if example.json is not None:
        check(pydantic_module, example.operation.success["application/json"], example.json, result)
    elif example.operation.success:
        assert result.content == example.content
        assert result.media_type == example.headers["Content-Type"]
        assert result.size == len(example.content)
    else:
        assert result is None


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_any_answer_is_read(
    caller: GetCaller, pydantic_module: ModuleType, operation: spec.Operation, kind: str
) -> None:
    client, schema = caller(kind), operation.success["application/json"]

    @settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(drawing.values(schema))
    def read(value: Any) -> None:
        check(pydantic_module, schema, value, ask(client, operation, value))

    read()


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("build", [drawing.full, drawing.minimal])
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_the_fullest_and_the_smallest_answer_are_read(
    caller: GetCaller, pydantic_module: ModuleType, operation: spec.Operation, build: Any, kind: str
) -> None:
    schema = operation.success["application/json"]
    value = build(schema)

    check(pydantic_module, schema, value, ask(caller(kind), operation, value))
