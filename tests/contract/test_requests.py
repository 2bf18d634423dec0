"""Every example of a successful call: what the client sends is what the spec says."""

from __future__ import annotations

import pytest

from contract import calling, examples, judging, spec
from contract.conftest import GetCaller

EXAMPLES = [each for each in examples.read() if each.operation.generated and each.status < 300]


def expected_body(operation: spec.Operation, body: object) -> object:
    """A body as the judge reads it: files as their names and bytes."""
    if operation.body is None or not isinstance(body, dict):
        return body
    members = spec.properties(operation.body[1])
    return {
        name: calling.file_argument(value) if calling.is_file(members[name]) else value for name, value in body.items()
    }


def without_media_types(body: object) -> object:
    """What the judge read, without the media types of files, which the spec does not fix."""
    if not isinstance(body, dict):
        return body
    return {name: (value[0], value[2]) if isinstance(value, tuple) else value for name, value in body.items()}


def expected_parameters(operation: spec.Operation, parameters: dict[str, object]) -> dict[str, object]:
    """Parameters as they arrive: a required one that is left out has its default."""
    defaults = {
        item["name"]: item["schema"]["default"]
        for item in operation.parameters
        if item.get("required") and "default" in item["schema"]
    }
    return {**defaults, **parameters}


@pytest.mark.parametrize("oauth", [True, False], ids=["token", "key"])
@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_sent_as_the_spec_says(
    caller: GetCaller, example: examples.Example, kind: str, oauth: bool
) -> None:
    options = {
        item["x-client-option"]: example.parameters[item["name"]]
        for item in example.operation.parameters
        if "x-client-option" in item and item["name"] in example.parameters
    }
    client = caller(kind, oauth=oauth, **options)
    client.answer(example.status, example.headers, example.content)

    client.call(example.operation, example.parameters, example.body)

    found = judging.judge(example.operation, client.request, oauth=oauth)
    assert found.faults == []
    assert found.parameters == expected_parameters(example.operation, example.parameters)
    assert without_media_types(found.body) == expected_body(example.operation, example.body)
