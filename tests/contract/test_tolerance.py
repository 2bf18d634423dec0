"""Answers that differ from the spec in ways that the service is free to: nothing is lost, and nothing fails."""

from __future__ import annotations

from typing import Any

import pytest

from contract import calling, drawing, spec
from contract.conftest import GetCaller
from contract.test_responses import BINARY_OPERATIONS, JSON_OPERATIONS, ask, needed, seen

SILENT_OPERATIONS = [each for each in spec.generated_operations() if not each.success]
EVERY_BYTE = bytes(range(256)) * 1000


def json_schema(operation: spec.Operation) -> Any:
    """The schema of the answer."""
    return operation.success["application/json"]


def changed(operation: spec.Operation, change: drawing.Change) -> Any:
    """The fullest answer with each part changed."""
    return drawing.rewrite(json_schema(operation), drawing.full(json_schema(operation)), change)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_unknown_members_are_kept(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    further = {"NeverSeen": {"a": [1, None, "x"]}, "neverSeen": None}
    value = changed(operation, lambda _, part: {**part, **further} if isinstance(part, dict) else part)

    result = ask(caller(kind), operation, value)

    assert calling.plain(result) == value
    for each in result if isinstance(result, list) else [result]:
        assert not hasattr(each, "to_dict") or each.additional_properties == further


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_unknown_values_of_an_enum_are_kept(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    value = changed(operation, lambda schema, part: "Never Seen" if "enum" in schema else part)

    result = ask(caller(kind), operation, value)

    assert calling.plain(result) == value
    assert seen(json_schema(operation), result) == value


@pytest.mark.parametrize("number", [0, 1, 2, -1], ids=["first", "second", "third", "last"])
@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_numbers_stand_for_the_values_of_an_enum(
    caller: GetCaller, operation: spec.Operation, kind: str, number: int
) -> None:
    def pair(schema: Any) -> tuple[str, int]:
        pairs = list(schema["x-enum-numbers"].items())
        return pairs[number] if number < len(pairs) else pairs[-1]

    value = changed(operation, lambda schema, part: pair(schema)[1] if "x-enum-numbers" in schema else part)
    meant = changed(operation, lambda schema, part: pair(schema)[0] if "x-enum-numbers" in schema else part)

    result = ask(caller(kind), operation, value)

    assert calling.plain(result) == meant
    assert seen(json_schema(operation), result) == meant


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_numbers_and_booleans_may_come_as_text(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    scalars = (bool, int, float)
    value = changed(operation, lambda _, part: str(part) if isinstance(part, scalars) else part)

    result = ask(caller(kind), operation, value)

    assert calling.plain(result) == drawing.full(json_schema(operation))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_null_counts_as_missing(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    schema = json_schema(operation)

    def blank(node: Any, part: Any) -> Any:
        if not isinstance(part, dict) or not spec.is_object(node):
            return part
        return {name: item if name in spec.required(node) else None for name, item in part.items()}

    result = ask(caller(kind), operation, changed(operation, blank))

    def rest(node: Any, part: Any) -> Any:
        if not isinstance(part, dict) or not spec.is_object(node):
            return part
        return {name: item for name, item in part.items() if name in spec.required(node)}

    assert seen(schema, result) == changed(operation, rest)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(
    "operation", [each for each in JSON_OPERATIONS if json_schema(each).get("x-single-or-array")], ids=str
)
def test_one_object_may_stand_for_a_list_of_one(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    (value, _) = drawing.full(json_schema(operation))

    assert calling.plain(ask(caller(kind), operation, value)) == [value]


@pytest.mark.parametrize("status", [200, 201, 202, 204])
@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", SILENT_OPERATIONS, ids=str)
def test_an_operation_without_answer_ignores_what_comes(
    caller: GetCaller, operation: spec.Operation, kind: str, status: int
) -> None:
    client = caller(kind)
    client.answer(status, {}, b"" if status == 204 else b"<p>Done.</p>")

    assert client.call(operation, *needed(operation)) is None


MEDIA_TYPES = [(each, media_type) for each in BINARY_OPERATIONS for media_type in each.success]


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "media_type"), MEDIA_TYPES, ids=str)
def test_a_file_comes_back_byte_for_byte(
    caller: GetCaller, operation: spec.Operation, media_type: str, kind: str
) -> None:
    client = caller(kind)
    for content in (b"", b"\r\n\0", EVERY_BYTE):
        client.answer(200, {"Content-Type": media_type, "Content-Length": str(len(content))}, content)

        result = client.call(operation, *needed(operation))

        assert (result.content, result.media_type, result.size) == (content, media_type, len(content))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", BINARY_OPERATIONS, ids=str)
def test_a_file_is_written_byte_for_byte(
    caller: GetCaller, operation: spec.Operation, kind: str, tmp_path: Any
) -> None:
    client, target = caller(kind), tmp_path / "file"
    client.answer(200, {"Content-Type": next(iter(operation.success))}, EVERY_BYTE)
    method = getattr(getattr(client.client, operation.tag["x-attribute"]), operation.node["x-method-name"])

    result = client.wait(method(**calling.arguments(operation, *needed(operation)), to=target))

    assert result.path == target
    assert target.read_bytes() == EVERY_BYTE
