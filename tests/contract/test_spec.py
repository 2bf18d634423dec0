"""The spec as these tests read it is the one that the client was made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from contract import examples, spec

GENERATED = spec.ROOT / "generated" / "openapi.json"


def differences(one: Any, other: Any, where: str = "#") -> Iterator[str]:
    """Where two documents differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted({*one, *other}):
            yield from differences(one.get(name), other.get(name), f"{where}/{name.replace('/', '~1')}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, f"{where}/{index}")
    elif one != other:
        yield where


def test_the_bundle_is_up_to_date() -> None:
    stale = list(differences(json.loads(GENERATED.read_text("utf-8")), spec.bundle()))

    assert stale == [], "run python -m generator generate"


def test_the_operations_have_ids_of_their_own() -> None:
    names = [each.id for each in spec.operations()]

    assert names
    assert len(names) == len(set(names))


def test_every_operation_has_a_successful_example() -> None:
    shown = {each.operation.id for each in examples.read() if each.status < 400}

    assert [each.id for each in spec.operations() if each.id not in shown] == []


@pytest.mark.parametrize("example", examples.read(), ids=str)
def test_an_example_has_a_documented_answer(example: examples.Example) -> None:
    response = example.operation.responses[str(example.status)]
    content = response.get("content", {})
    media_type = example.headers.get("Content-Type")
    if media_type is None:
        assert not example.content
        return
    schema = content[media_type]["schema"]
    if spec.resolve(schema).get("format") == "binary":
        return
    answers = [example.json]
    if schema.get("x-single-or-array") and not isinstance(example.json, list):
        answers = [[example.json]]
    for answer in answers:
        assert spec.faults(schema, answer) == []
        assert spec.undeclared(schema, answer) == []
