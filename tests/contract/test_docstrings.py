"""What methods and models say of themselves is what the spec says: arguments, attributes, errors, the operation."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
import securedsigning.models

from contract import calling, spec
from contract.conftest import GetCaller
from contract.test_errors import class_of
from contract.test_models import MODELS, reference

ANY_CALL = {400, 401, 500}
"""How every call may end; no method repeats it."""


def docstring(caller: GetCaller, operation: spec.Operation, kind: str) -> str:
    """That of the operation's method."""
    group = getattr(caller(kind).client, operation.tag["x-attribute"])
    return inspect.getdoc(getattr(group, operation.node["x-method-name"])) or ""


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_a_method_names_the_errors_of_its_operation(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    documented = {int(status) for status in operation.responses if int(status) >= 400} - ANY_CALL

    found = re.findall(r"^    (\w+): (\d{3});", docstring(caller, operation, kind).partition("\nRaises:")[2], re.M)

    assert sorted(found) == sorted((class_of(status).__name__, str(status)) for status in documented)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_a_method_names_its_operation(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    assert f"``{operation.method} {operation.path}``." in docstring(caller, operation, kind)


def entries(text: str, heading: str) -> dict[str, str]:
    """What a docstring says of each attribute or argument, in one line each."""
    listed = text.partition(f"\n{heading}:\n")[2].partition("\n\n")[0]
    found = re.findall(r"^    (\w+): (.*(?:\n     .*)*)", listed, re.M)
    return {name: " ".join(words.split()) for name, words in found}


def said(node: Any) -> str:
    """What the spec says of something, as a docstring shows it: methods stand there for the operations."""
    text = " ".join(node.get("description", "").split()).rstrip(".")
    for operation in filter(
        lambda each: each.generated, spec.operations()
    ):  # all, also where mutants narrow the others
        method = f"{operation.tag['x-attribute']}.{operation.node['x-method-name']}"
        text = re.sub(rf"\b{operation.id}\b", f"``{method}``", text)
    return text


@pytest.mark.parametrize("name", MODELS)
def test_a_model_describes_its_attributes(name: str) -> None:
    found = entries(inspect.getdoc(getattr(securedsigning.models, name)) or "", "Attributes")
    for member, schema in spec.properties(reference(name)).items():
        described = schema if "description" in schema else spec.resolve(schema)
        assert found[calling.snake_case(member)].startswith(said(described)), member


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_a_method_describes_its_arguments(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    found = entries(docstring(caller, operation, kind), "Args")
    declared = {item["name"]: item for item in operation.parameters if "x-client-option" not in item}
    if operation.body:
        declared |= spec.properties(operation.body[1])
    for name, node in declared.items():
        assert found[calling.snake_case(name)].lower().startswith(said(node).lower()), name
