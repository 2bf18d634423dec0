"""Models, enums and the table of operations are those of the spec: nothing is missing, nothing is added."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import attrs
import pytest
import securedsigning.models
from securedsigning._codec import UNSET

from contract import calling, drawing, spec
from contract.conftest import GetCaller


def reachable() -> set[str]:
    """The named schemas that arguments and answers of generated operations are made of.

    The members of a request body are arguments each, so it needs no class of its own.
    """
    found: set[str] = set()

    def visit(schema: Any) -> None:
        name = spec.schema_name(schema)
        if name:
            name = spec.own_name(name)
            if name in found:
                return
            found.add(name)
        node = spec.resolve(schema)
        items = [node["items"]] if "items" in node else []
        for part in [*node.get("anyOf", ()), *items, *spec.properties(node).values()]:
            visit(part)

    for operation in spec.generated_operations():
        for item in operation.parameters:
            visit(item["schema"])
        for schema in [
            *spec.properties(operation.body[1] if operation.body else {}).values(),
            *operation.success.values(),
        ]:
            visit(schema)
    return found


NAMES = sorted(reachable())
MODELS = [name for name in NAMES if spec.is_object({"$ref": f"#/components/schemas/{name}"})]
ENUMS = {
    **{name: spec.schemas()[name] for name in NAMES if name not in MODELS},
    # One without a name of its own is called after the property that it is for.
    **{
        schema + member: node
        for schema in {
            *NAMES,
            *(spec.schema_name(each.body[1]) or "" for each in spec.generated_operations() if each.body),
        }
        for member, node in spec.properties(spec.schemas().get(schema, {})).items()
        if "enum" in node
    },
}


def values_of(name: str) -> list[str]:
    """The values that the spec knows."""
    return ENUMS[name].get("enum") or ENUMS[name]["x-known-values"]


def reference(name: str) -> dict[str, str]:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def attributes(name: str) -> dict[str, str]:
    """The attributes that a model must have, each with its wire name."""
    return {calling.snake_case(member): member for member in spec.properties(reference(name))}


def constructor_values(name: str) -> dict[str, Any]:
    """A value for each argument."""
    members = spec.properties(reference(name))
    return {
        calling.snake_case(member): calling.as_argument(schema, drawing.full(schema, member))
        for member, schema in members.items()
    }


def test_the_package_has_a_class_for_each_schema_and_no_other() -> None:
    assert sorted(securedsigning.models.__all__) == sorted([*MODELS, *ENUMS])


@pytest.mark.parametrize("name", MODELS)
def test_a_model_has_exactly_the_properties(name: str) -> None:
    """In the order of the spec, but those first that have to be given."""
    fields = [each.name for each in attrs.fields(getattr(securedsigning.models, name))]

    required = spec.required(reference(name))
    ordered = sorted(attributes(name), key=lambda each: attributes(name)[each] not in required)
    assert fields == [*ordered, "additional_properties"]


@pytest.mark.parametrize("name", MODELS)
def test_the_constructor_takes_what_the_spec_names(name: str) -> None:
    made = getattr(securedsigning.models, name)(**constructor_values(name))

    assert made.to_dict() == drawing.full(reference(name))


@pytest.mark.parametrize("name", MODELS)
def test_a_model_prints_all_but_its_secrets(name: str) -> None:
    members = spec.properties(reference(name))
    printed = repr(getattr(securedsigning.models, name)(**constructor_values(name)))

    shown = {argument for argument in attributes(name) if re.search(rf"\b{argument}=", printed)}
    assert shown == {argument for argument, member in attributes(name).items() if not members[member].get("x-secret")}


@pytest.mark.parametrize("name", MODELS)
def test_the_constructor_requires_what_the_spec_requires(name: str) -> None:
    model, values = getattr(securedsigning.models, name), constructor_values(name)
    required = {argument for argument, member in attributes(name).items() if member in spec.required(reference(name))}
    for argument in required:
        with pytest.raises(TypeError, match=f"'{argument}'"):
            model(**{each: value for each, value in values.items() if each != argument})

    made = model(**{argument: values[argument] for argument in required})

    full = drawing.full(reference(name))
    assert made.to_dict() == {member: full[member] for member in full if member in spec.required(reference(name))}
    for argument in set(attributes(name)) - required:
        assert getattr(made, argument) in (None, UNSET), argument


@pytest.mark.parametrize("name", MODELS)
def test_the_constructor_takes_names_only(name: str) -> None:
    """So that a property that is new in the spec cannot shift the others."""
    with pytest.raises(TypeError, match="positional argument"):
        getattr(securedsigning.models, name)(*constructor_values(name).values())


@pytest.mark.parametrize("name", MODELS)
def test_each_property_stands_for_itself(name: str) -> None:
    """With one optional property at a time, so that none is read from or written to the place of another."""
    model, full = getattr(securedsigning.models, name), drawing.full(reference(name))
    least = {member: full[member] for member in full if member in spec.required(reference(name))}
    for argument, member in attributes(name).items():
        value = {**least, member: full[member]}
        made = model.from_dict(value)
        assert made.to_dict() == value
        assert calling.plain(getattr(made, argument)) == full[member]
        others = {each for each in attributes(name) if each != argument and attributes(name)[each] not in least}
        assert [each for each in others if getattr(made, each) not in (None, UNSET)] == []
        assert made.additional_properties == {}


@pytest.mark.parametrize("name", MODELS)
def test_a_property_that_may_be_null_can_be_sent_so(name: str) -> None:
    model, full = getattr(securedsigning.models, name), drawing.full(reference(name))
    for argument, member in attributes(name).items():
        if not spec.faults(spec.properties(reference(name))[member], None):
            value = {**full, member: None}
            assert model.from_dict(value).to_dict() == value
            assert model(**{**constructor_values(name), argument: None}).to_dict() == value


@pytest.mark.parametrize("name", MODELS)
def test_a_member_that_is_missing_is_named(name: str) -> None:
    """But for a list, which is then empty."""
    model, full = getattr(securedsigning.models, name), drawing.full(reference(name))
    for member in spec.required(reference(name)):
        data = {each: value for each, value in full.items() if each != member}
        if isinstance(full[member], list):
            assert model.from_dict(data).to_dict() == {**full, member: []}
            continue
        with pytest.raises(ValueError) as caught:
            model.from_dict(data)
        assert str(caught.value) == f"{name}: this member is missing @ $.{member}"


@pytest.mark.parametrize("name", MODELS)
def test_values_that_no_enum_knows_are_kept(name: str) -> None:
    value = drawing.rewrite(
        reference(name),
        drawing.full(reference(name)),
        lambda schema, part: "Never Seen" if "enum" in schema or "x-known-values" in schema else part,
    )

    assert getattr(securedsigning.models, name).from_dict(value).to_dict() == value


@pytest.mark.parametrize("name", ENUMS)
def test_an_enum_has_exactly_the_values(name: str) -> None:
    enum = getattr(securedsigning.models, name)

    assert [member.value for member in enum] == values_of(name)
    for value in values_of(name):
        member = enum(value)
        assert (member, str(member), member.is_known) == (value, value, True)
    assert not enum("Never Seen").is_known


@pytest.mark.parametrize("name", ENUMS)
def test_an_enum_knows_its_numbers(name: str) -> None:
    names = {number: value for value, number in ENUMS[name].get("x-enum-numbers", {}).items()}
    enum = getattr(securedsigning.models, name)
    for number in range(-1, max(names, default=0) + 200):
        assert enum(number) == names.get(number, str(number))


def signatures(operation: spec.Operation, caller: GetCaller) -> Iterator[inspect.Signature]:
    """Those of the method of both clients."""
    for kind in calling.KINDS:
        group = getattr(caller(kind).client, operation.tag["x-attribute"])
        yield inspect.signature(getattr(group, operation.node["x-method-name"]))


@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_a_method_has_exactly_the_arguments(caller: GetCaller, operation: spec.Operation) -> None:
    required, optional = set(), {"options"}
    for item in operation.parameters:
        if "x-client-option" not in item:
            needed = item.get("required") and "default" not in item["schema"]
            (required if needed else optional).add(calling.snake_case(item["name"]))
    if operation.body:
        for name in spec.properties(operation.body[1]):
            needed = name in spec.required(operation.body[1])
            (required if needed else optional).add(calling.snake_case(name))
    if any(spec.resolve(schema).get("format") == "binary" for schema in operation.success.values()):
        optional.add("to")
    for signature in signatures(operation, caller):
        found = signature.parameters.values()
        assert {each.name for each in found if each.default is each.empty} == required
        assert {each.name for each in found if each.default is not each.empty} == optional
        assert [each.name for each in found if each.kind in (each.VAR_KEYWORD, each.VAR_POSITIONAL)] == []
        options = signature.parameters["options"]
        assert (options.default, options.annotation, options.kind) == (None, "CallOptions | None", options.KEYWORD_ONLY)


@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_only_parts_of_the_path_and_files_may_go_without_a_name(caller: GetCaller, operation: spec.Operation) -> None:
    places = [item["name"] for item in operation.parameters if item["in"] == "path"]
    files = spec.properties(operation.body[1]) if operation.body else {}
    names = places + [name for name, member in files.items() if calling.is_file(member)]
    for signature in signatures(operation, caller):
        found = [each for each in signature.parameters.values() if each.kind is not each.KEYWORD_ONLY]
        assert [each.name for each in found] == [calling.snake_case(name) for name in names]


@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_a_required_argument_cannot_be_left_out(caller: GetCaller, operation: spec.Operation) -> None:
    for signature in signatures(operation, caller):
        for name in [each.name for each in signature.parameters.values() if each.default is each.empty]:
            given = {each: "x" for each in signature.parameters if each != name}
            with pytest.raises(TypeError, match=f"'{name}'"):
                signature.bind(**given)


def test_the_groups_are_those_of_the_spec(caller: GetCaller) -> None:
    for kind in calling.KINDS:
        for tag in spec.bundle()["tags"]:
            group = getattr(caller(kind).client, tag["x-attribute"])
            generated = tag.get("x-implementation") != "runtime"
            assert any(".groups." in each.__module__ for each in type(group).__mro__) is generated
            if not generated:
                continue
            mine = [each for each in spec.operations() if each.node["tags"] == [tag["name"]]]
            public = {
                name for name, _ in inspect.getmembers(type(group), inspect.isroutine) if not name.startswith("_")
            }
            assert {each.node["x-method-name"] for each in mine} <= public


@pytest.mark.parametrize("kind", calling.KINDS)
def test_the_table_of_operations_is_the_spec(caller: GetCaller, kind: str) -> None:
    table = caller(kind).client.operations

    assert list(table) == [each.id for each in spec.operations()]
    for operation in spec.operations():
        entry, provenance = table[operation.id], operation.node["x-provenance"]
        scopes = [scope for alternative in operation.security for scope in alternative.get("oauth2", ())]
        assert entry.id == operation.id
        assert (entry.http_method, entry.path) == (operation.method, operation.path)
        assert list(entry.scopes) == list(dict.fromkeys(scopes))
        assert entry.confidence == provenance["confidence"]
        assert list(entry.sources) == provenance["sources"]
        assert entry.deprecated is operation.node.get("deprecated", False)
        assert entry.method == f"{operation.tag['x-attribute']}.{operation.node['x-method-name']}"
        assert callable(attrgetter(entry.method)(caller(kind).client))
