"""What the spec rules out is not sent: the argument is named, and no request leaves."""

from __future__ import annotations

import re
from typing import Any

import pytest
import securedsigning.errors as errors

from contract import calling, spec
from contract.conftest import GetCaller
from contract.test_responses import needed

Case = tuple[spec.Operation, str, Any]


def members(operation: spec.Operation) -> dict[str, Any]:
    """The members of the body and their schemas."""
    return spec.properties(operation.body[1]) if operation.body else {}


def path_cases() -> list[Case]:
    return [
        (operation, item["name"], text)
        for operation in spec.generated_operations()
        for item in operation.parameters
        if item["in"] == "path"
        for text in ("", " ", ".", "..", 7, None)
    ]


def list_cases() -> list[Case]:
    return [
        (operation, name, value)
        for operation in spec.generated_operations()
        for name, member in members(operation).items()
        if spec.resolve(member).get("type") == "array"
        for value in ("a text", b"bytes")
    ]


def model_cases() -> list[Case]:
    """Objects that are no models, in place of one and in a list."""
    found: list[Case] = []
    for operation in spec.generated_operations():
        for name, member in members(operation).items():
            if spec.is_object(member):
                found += [(operation, name, {}), (operation, name, "a text")]
            if spec.is_object(spec.resolve(member).get("items", {})):
                found += [(operation, name, [{}]), (operation, name, ["a text"])]
    return found


def date_cases() -> list[Case]:
    return [
        (operation, name, text)
        for operation in spec.generated_operations()
        for name, member in members(operation).items()
        if spec.resolve(member).get("x-date") == "request"
        for text in ("1970-12-24", "1970-12-24T00:00:00Z", "31/03/2031", "2031-02-30", "soon", 7)
    ]


EXTENSIONS = sorted(
    {
        extension
        for operation in spec.generated_operations()
        for member in members(operation).values()
        for extension in spec.resolve(member).get("x-file-extensions", ())
    }
    | set("pdf doc docx odt rtf xls xlsx ods png csv".split())
)
"""Those that some operation takes, and near ones; each is refused where it is not listed."""


def file_cases() -> list[Case]:
    return [
        (operation, name, (file, b"content"))
        for operation in spec.generated_operations()
        for name, member in members(operation).items()
        if "x-file-extensions" in spec.resolve(member)
        for file in (
            *("contract.exe", "contract", "contract.pdf.zip"),
            *(f"contract.{each}" for each in EXTENSIONS if each not in spec.resolve(member)["x-file-extensions"]),
        )
    ]


CASES = [*path_cases(), *list_cases(), *model_cases(), *date_cases(), *file_cases()]


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "name", "value"), CASES, ids=str)
def test_what_cannot_be_meant_is_refused(
    caller: GetCaller, operation: spec.Operation, name: str, value: Any, kind: str
) -> None:
    client, argument = caller(kind), calling.snake_case(name)
    client.answer(200, {}, b"")
    method = getattr(getattr(client.client, operation.tag["x-attribute"]), operation.node["x-method-name"])
    given = {**calling.arguments(operation, *needed(operation)), argument: value}

    with pytest.raises(errors.InputError) as caught:
        client.wait(method(**given))

    assert re.match(rf"{argument}\b", str(caught.value))
    assert client.line.requests == []


FILES = [
    (operation, name)
    for operation in spec.generated_operations()
    for name, member in members(operation).items()
    if "x-file-extensions" in spec.resolve(member)
]


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "name"), FILES, ids=str)
def test_a_refused_file_is_told_what_would_be_taken(
    caller: GetCaller, operation: spec.Operation, name: str, kind: str
) -> None:
    parameters, body = needed(operation)
    wanted = spec.resolve(members(operation)[name])["x-file-extensions"]

    with pytest.raises(errors.InputError) as caught:
        caller(kind).call(operation, parameters, {**body, name: ("contract.exe", b"content")})

    assert re.findall(r"\w+", str(caught.value).rpartition("contract.exe")[2])[-len(wanted) :] == wanted
