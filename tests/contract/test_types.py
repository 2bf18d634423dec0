"""What a type checker is told: the annotations of models and methods are those of the schemas."""

from __future__ import annotations

import inspect
from typing import Any

import attrs
import pytest
import securedsigning.models

from contract import calling, spec
from contract.conftest import GetCaller
from contract.test_models import MODELS, reference, signatures

NAMES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


def python_type(schema: Any, inline_name: str = "") -> str:
    """The type of the values of a schema.

    Args:
        schema: its values.
        inline_name: what an enum is called that has no name of its own.
    """
    node, name = spec.resolve(schema), spec.schema_name(schema)
    options = [each for each in node.get("anyOf", ()) if each.get("type") != "null"]
    if name and (spec.is_object(node) or "enum" in node or "x-known-values" in node):
        return spec.own_name(name)
    if "enum" in node:
        return inline_name
    if "type" not in node:
        return python_type(options[0]) if len(options) == 1 else "Any"
    kinds = [each for each in ([node["type"]] if isinstance(node["type"], str) else node["type"]) if each != "null"]
    if kinds == ["array"]:
        return f"list[{item_type(node['items'])}]"
    if kinds == ["object"]:
        return f"dict[str, {python_type(node['additionalProperties'])}]"
    return NAMES[kinds[0]] if len(kinds) == 1 else "Any"


def item_type(schema: Any) -> str:
    """The type of the items of a list."""
    return python_type(schema) + (" | None" if takes_null(schema) else "")


def takes_null(schema: Any) -> bool:
    """Whether null is a value of it."""
    return not spec.faults(schema, None)


@pytest.mark.parametrize("name", MODELS)
def test_an_attribute_has_the_type_of_its_property(name: str) -> None:
    model = getattr(securedsigning.models, name)
    found = {each.name: each.type for each in attrs.fields(model)}
    for member, schema in spec.properties(reference(name)).items():
        expected = python_type(schema, name + member)
        if takes_null(schema):
            expected += " | None"
        if member not in spec.required(reference(name)):
            expected += " | Unset" if takes_null(schema) else " | None"
        assert found[calling.snake_case(member)] == expected, member
        dates = spec.resolve(schema).get("x-date") == "answer"
        assert hasattr(model, f"{calling.snake_case(member)}_parsed") is dates, member


def argument_type(schema: Any, inline_name: str = "") -> str:
    """What an argument takes: more than the value of a model's attribute is."""
    node, kind = spec.resolve(schema), python_type(schema, inline_name)
    if calling.is_file(schema):
        return "FileInput"
    if node.get("x-date") == "request":
        return "str | date | datetime"
    if node.get("type") == "array":
        return f"Sequence[{item_type(node['items'])}]"
    return f"{kind} | str" if "enum" in node or "x-known-values" in node else kind


@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_an_argument_has_the_type_of_its_schema(caller: GetCaller, operation: spec.Operation) -> None:
    declared = [
        (item["name"], item["schema"], "", item.get("required", False) or "default" in item["schema"])
        for item in operation.parameters
        if "x-client-option" not in item
    ]
    if operation.body:
        body, required = spec.schema_name(operation.body[1]) or "", spec.required(operation.body[1])
        declared += [
            (name, each, body + name, name in required) for name, each in spec.properties(operation.body[1]).items()
        ]
    for signature in signatures(operation, caller):
        for name, schema, inline_name, given in declared:
            found = signature.parameters[calling.snake_case(name)]
            expected = argument_type(schema, inline_name)
            if takes_null(schema):
                expected += " | None" if given else " | None | Unset"
            elif not given:
                expected += " | None"
            assert found.annotation == expected, name
            if "default" in schema:
                assert found.default in (schema["default"], inspect.Parameter.empty)


@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_a_method_returns_what_the_answer_is(caller: GetCaller, operation: spec.Operation) -> None:
    kinds = {
        "Download" if spec.resolve(schema).get("format") == "binary" else python_type(schema)
        for schema in operation.success.values()
    }
    for signature in signatures(operation, caller):
        assert {signature.return_annotation} == (kinds or {"None"})
