"""Any call that the spec permits: what was asked for arrives, and nothing else."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from securedsigning import CallOptions
from securedsigning.errors import InputError
from securedsigning.tokens import Token

from contract import calling, drawing, judging, spec
from contract.conftest import GetCaller, MakeCaller
from contract.test_requests import expected_body, expected_parameters, without_media_types
from contract.test_responses import needed

SEGMENTS = drawing.TEXT.filter(lambda text: text.strip() not in {"", ".", ".."})
"""What can be a part of a path."""
FILE_NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20)


def parameters_of(operation: spec.Operation) -> st.SearchStrategy[dict[str, Any]]:
    """Values for the parameters; those that are the client's own are left out."""
    required, optional = {}, {}
    for item in operation.parameters:
        if "x-client-option" in item:
            continue
        drawn = drawing.values(item["schema"])
        if item["in"] == "path":
            drawn = SEGMENTS if drawn is drawing.TEXT else drawn
        has_default = "default" in item["schema"]
        (required if item.get("required") and not has_default else optional)[item["name"]] = drawn
    return st.fixed_dictionaries(required, optional=optional)


def bodies_of(operation: spec.Operation) -> st.SearchStrategy[Any]:
    """Bodies; in a form, files of a name and any bytes."""
    if operation.body is None:
        return st.none()
    media_type, schema = operation.body
    if media_type != "multipart/form-data":
        return drawing.values(schema)
    required, optional = {}, {}
    for name, member in spec.properties(schema).items():
        if calling.is_file(member):
            extensions = spec.resolve(member).get("x-file-extensions", ["bin"])
            names = st.builds("{}.{}".format, FILE_NAMES, st.sampled_from(extensions))
            drawn = st.tuples(names, st.binary(min_size=1, max_size=300))
        else:
            drawn = drawing.values(member)
        (required if name in spec.required(schema) else optional)[name] = drawn
    return st.fixed_dictionaries(required, optional=optional)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_any_call_arrives_as_the_spec_says(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    client = caller(kind)

    @settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(parameters_of(operation), bodies_of(operation))
    def call(parameters: dict[str, Any], body: Any) -> None:
        send(client, operation, parameters, body)

    call()


def send(client: calling.Caller, operation: spec.Operation, parameters: dict[str, Any], body: Any) -> judging.Found:
    """Call it, and see that all arrives."""
    answer_anything(client, operation)
    client.call(operation, parameters, body)
    found = judging.judge(operation, client.request, oauth=True)
    assert found.faults == []
    assert found.parameters == expected_parameters(operation, parameters)
    assert without_media_types(found.body) == expected_body(operation, body)
    return found


def answer_anything(client: calling.Caller, operation: spec.Operation) -> None:
    """Get ready the smallest answer that the operation may have."""
    if "application/json" in operation.success and len(operation.success) == 1:
        content = json.dumps(drawing.minimal(operation.success["application/json"])).encode()
        client.answer(200, {"Content-Type": "application/json"}, content)
    else:
        client.answer(200, {}, b"")


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_each_optional_part_can_be_left_out_and_given(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    client = caller(kind)
    parameters, body = needed(operation)
    send(client, operation, parameters, body)
    for item in operation.parameters:
        if item["name"] not in parameters and "x-client-option" not in item:
            send(client, operation, {**parameters, item["name"]: drawing.full(item["schema"])}, body)
    if operation.body is not None:
        for name, member in spec.properties(operation.body[1]).items():
            if name not in body:
                send(client, operation, parameters, {**body, name: drawing.full(member)})


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", [each for each in spec.generated_operations() if each.body], ids=str)
def test_the_fullest_call_arrives(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    assert operation.body
    parameters, body = needed(operation)
    members = spec.properties(operation.body[1])
    full = {name: drawing.full(member) for name, member in members.items() if not calling.is_file(member)}

    send(caller(kind), operation, parameters, {**full, **{k: v for k, v in body.items() if isinstance(v, tuple)}})


ENUMS = [
    (operation, item["name"])
    for operation in spec.generated_operations()
    for item in operation.parameters
    if "enum" in spec.resolve(item["schema"]) and "x-client-option" not in item
]


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "name"), ENUMS, ids=str)
def test_every_value_of_an_enum_can_be_a_parameter(
    caller: GetCaller, operation: spec.Operation, name: str, kind: str
) -> None:
    (schema,) = [item["schema"] for item in operation.parameters if item["name"] == name]
    parameters, body = needed(operation)
    for value in spec.resolve(schema)["enum"]:
        send(caller(kind), operation, {**parameters, name: value}, body)


DATES = [
    (operation, name)
    for operation in spec.generated_operations()
    if operation.body
    for name, member in spec.properties(operation.body[1]).items()
    if spec.resolve(member).get("x-date") == "request"
]
MOMENT = datetime(2031, 3, 31, 23, 30, 15, 250000, timezone(timedelta(hours=13)))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "name"), DATES, ids=str)
def test_every_form_of_a_date_can_be_sent(caller: GetCaller, operation: spec.Operation, name: str, kind: str) -> None:
    client, (parameters, body) = caller(kind), needed(operation)
    for value, expected in (
        ("2031-03-31", "2031-03-31"),
        ("2031-03-31T10:30:15+13:00", "2031-03-31T10:30:15+13:00"),
        (MOMENT.date(), "2031-03-31"),
        (MOMENT, "2031-03-31T10:30:15.250000Z"),
    ):
        answer_anything(client, operation)
        client.call(operation, parameters, {**body, name: value})
        found = judging.judge(operation, client.request, oauth=True)
        assert found.faults == []
        assert found.body[name] == expected


EXTENSIONS = [
    (operation, name, extension)
    for operation in spec.generated_operations()
    if operation.body
    for name, member in spec.properties(operation.body[1]).items()
    for extension in spec.resolve(member).get("x-file-extensions", ())
]


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "name", "extension"), EXTENSIONS, ids=str)
def test_every_type_of_file_can_be_sent(
    caller: GetCaller, operation: spec.Operation, name: str, extension: str, kind: str
) -> None:
    parameters, body = needed(operation)
    for file in (f"contract.{extension}", f"CONTRACT.{extension.upper()}"):
        send(caller(kind), operation, parameters, {**body, name: (file, b"content")})


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_sender_and_server_are_those_of_the_client(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    for server in spec.bundle()["servers"]:
        client = caller(kind, base_url=server["url"], sender="0123-sender")
        answer_anything(client, operation)

        client.call(operation, *needed(operation))

        found = judging.judge(operation, client.request, oauth=True, server=server["url"])
        assert found.faults == []
        senders = [item["name"] for item in operation.parameters if item.get("x-client-option") == "sender"]
        assert [found.parameters.get(name) for name in senders] == ["0123-sender"] * len(senders)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_every_method_hands_on_the_options_of_the_call(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    client, seen = caller(kind), list[int]()
    answer_anything(client, operation)
    method = getattr(getattr(client.client, operation.tag["x-attribute"]), operation.node["x-method-name"])
    options = CallOptions(on_response=lambda response: seen.append(response.status_code))

    client.wait(method(**calling.arguments(operation, *needed(operation)), options=options))

    assert seen == [200]


@pytest.mark.parametrize("kind", calling.KINDS)
def test_a_nonce_may_be_as_long_as_the_spec_says(make: MakeCaller, kind: str) -> None:
    scheme = spec.bundle()["components"]["securitySchemes"]["requestSignature"]
    longest, operation = scheme["x-hmac-signature"]["nonce"]["max-length"], spec.operation("getAccountInfo")
    client = make(kind, Token(calling.ACCESS_TOKEN), nonce=lambda: "7" * longest)
    answer_anything(client, operation)

    client.call(operation, {}, None)

    assert judging.judge(operation, client.request, oauth=True).faults == []
    with pytest.raises(InputError, match=rf"1 to {longest}\b"):
        make(kind, nonce=lambda: "7" * (longest + 1), use_oauth=False).call(operation, {}, None)


@pytest.mark.parametrize("kind", calling.KINDS)
def test_no_nonce_is_used_twice(caller: GetCaller, kind: str) -> None:
    client, operation = caller(kind), spec.operation("getAccountInfo")
    answer_anything(client, operation)
    for _ in range(50):
        client.call(operation, {}, None)

    scheme = spec.bundle()["components"]["securitySchemes"]["requestSignature"]["x-hmac-signature"]["nonce"]["scheme"]
    assert len({request.headers[judging.header_of(scheme)] for request in client.line.requests}) == 50
