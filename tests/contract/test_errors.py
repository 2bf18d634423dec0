"""Answers that are none: each raises the error that says what happened, and none repeats a secret."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from securedsigning import errors

from contract import calling, drawing, examples, spec
from contract.calling import Caller
from contract.conftest import GetCaller
from contract.test_responses import JSON, JSON_OPERATIONS, needed

CLASSES = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    402: errors.PaymentRequiredError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    413: errors.FileTooLargeError,
    426: errors.PlanExhaustedError,
    429: errors.RateLimitedError,
}
DOCUMENTED = [
    (operation, int(status))
    for operation in spec.generated_operations()
    for status in operation.responses
    if int(status) >= 300
]
EXAMPLES = [each for each in examples.read() if each.operation.generated and each.status >= 300]
SECRETS = (calling.API_SECRET, calling.ACCESS_TOKEN)


def class_of(status: int) -> type[errors.StatusError]:
    """What an error status has to raise, exactly."""
    return CLASSES.get(status) or (errors.ServerError if status >= 500 else errors.StatusError)


def fail(client: Caller, operation: spec.Operation, expected: type[Exception] = errors.StatusError) -> Any:
    """Call it, and return what it raises."""
    with pytest.raises(expected) as caught:
        client.call(operation, *needed(operation))
    for text in (str(caught.value), repr(caught.value)):
        assert not [secret for secret in SECRETS if secret in text]
    return caught.value


def check(error: Any, operation: spec.Operation, status: int) -> None:
    """Class, status and operation."""
    assert type(error) is class_of(status)
    assert error.status == status
    assert error.response.status_code == status
    assert error.operation.id == operation.id
    assert str(error).startswith(f"{operation.id}: {status} ")


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(("operation", "status"), DOCUMENTED, ids=str)
def test_a_documented_error_raises_its_class(
    caller: GetCaller, operation: spec.Operation, status: int, kind: str
) -> None:
    assert status in CLASSES or status == 500, "a new status: give it a class"
    schema = operation.responses[str(status)]["content"]["application/json"]["schema"]
    body = drawing.full(schema)
    client = caller(kind)
    client.answer(status, {**JSON, "X-Request-Id": "request 7"}, json.dumps(body).encode())

    error = fail(client, operation)

    check(error, operation, status)
    answer = body["ResponseStatus"]
    assert (error.error_code, error.message) == (answer["ErrorCode"], answer["Message"])
    assert error.field_errors == tuple((each["FieldName"], each["Message"]) for each in answer["Errors"])
    assert error.body == body
    assert error.request_id == "request 7"
    for word in (answer["ErrorCode"], answer["Message"], *error.field_errors[0]):
        assert word in str(error)

    for each in answer["Errors"]:
        del each["Message"]
    client.answer(status, JSON, json.dumps(body).encode())
    codes = fail(client, operation).field_errors
    assert codes == tuple((each["FieldName"], each["ErrorCode"]) for each in answer["Errors"])


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_example_of_an_error(caller: GetCaller, example: examples.Example, kind: str) -> None:
    client = caller(kind)
    client.answer(example.status, example.headers, example.content)

    error = fail(client, example.operation)

    check(error, example.operation, example.status)
    assert error.body == (example.json if example.content else "")
    if example.json:
        answer = example.json["ResponseStatus"]
        assert error.error_code == answer["ErrorCode"]
        assert answer["Message"] in str(error)


STRANGE = {
    "html": ({"Content-Type": "text/html"}, b"<html><body>Bad gateway</body></html>"),
    "empty": ({}, b""),
    "truncated": (JSON, b'{"ResponseStatus": {"ErrorCode": "Fau'),
    "no-utf-8": (JSON, b'"\xff\xfe"'),
    "list": (JSON, b"[1]"),
    "null": (JSON, b"null"),
    "text": (JSON, b'"gone"'),
    "null-status": (JSON, b'{"ResponseStatus": null}'),
    "odd-status": (JSON, b'{"ResponseStatus": {"Message": 7, "Errors": [null, {}, 3], "ErrorCode": null}}'),
    "errors-null": (JSON, b'{"ResponseStatus": {"Message": null, "Errors": null, "Meta": null}}'),
}


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("status", [*CLASSES, 302, 304, 418, 499, 500, 502, 503, 520, 561, 599])
@pytest.mark.parametrize("kind", calling.KINDS)
def test_any_status_with_any_body_raises(caller: GetCaller, kind: str, status: int, strange: str) -> None:
    headers, content = STRANGE[strange]
    for name in ("getAccountInfo", "sendReminder", "uploadDocument", "downloadDocument"):
        operation, client = spec.operation(name), caller(kind)
        client.answer(status, headers, content)

        check(fail(client, operation), operation, status)


@pytest.mark.parametrize("status", [418, 499, 520, 561, 302, 429])
@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_an_undocumented_status_raises(caller: GetCaller, operation: spec.Operation, kind: str, status: int) -> None:
    client = caller(kind)
    client.answer(status, {"Location": "https://elsewhere.example.com/"}, b"<p>What?</p>")

    error = fail(client, operation)

    check(error, operation, status)
    assert error.body == "<p>What?</p>"
    assert len(client.line.requests) == 1  # no redirect is followed with our credentials


@pytest.mark.parametrize("kind", calling.KINDS)
def test_an_error_tells_what_the_service_calls_the_request(caller: GetCaller, kind: str) -> None:
    client, operation = caller(kind), spec.operation("getAccountInfo")
    for headers, expected in (
        ({}, None),
        ({"Request-Id": "6"}, "6"),
        ({"Request-Id": "6", "X-Request-Id": "7"}, "7"),
    ):
        client.answer(400, headers, b"")
        assert fail(client, operation).request_id == expected


@pytest.mark.parametrize("kind", calling.KINDS)
def test_an_error_gives_a_reason_whatever_the_service_gives(caller: GetCaller, kind: str) -> None:
    client, operation = caller(kind), spec.operation("getAccountInfo")
    for status, status_body, expected in (
        (404, {}, "Not Found"),
        (404, {"Message": "No such thing."}, "No such thing."),
        (599, {}, "the service gave no reason"),
    ):
        client.answer(status, JSON, json.dumps({"ResponseStatus": status_body}).encode())
        error = fail(client, operation)
        assert (error.message, error.error_code, error.field_errors) == (expected, None, ())
    client.answer(400, JSON, b'{"ResponseStatus": {"Errors": [{}]}}')
    assert fail(client, operation).field_errors == (("?", ""),)
    client.answer(400, {}, b"x" * 65537)
    assert fail(client, operation).body == "x" * 65536


@pytest.mark.parametrize("kind", calling.KINDS)
def test_an_error_tells_when_to_come_again(caller: GetCaller, kind: str) -> None:
    client, operation = caller(kind), spec.operation("getAccountInfo")
    client.answer(429, {"Retry-After": "7"}, b"")

    assert fail(client, operation).retry_after == 7


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", spec.generated_operations(), ids=str)
def test_no_answer_raises_a_connection_error(caller: GetCaller, operation: spec.Operation, kind: str) -> None:
    for problem, expected, sent in (
        (httpx.ConnectError("refused"), errors.ConnectionFailedError, False),
        (httpx.ReadTimeout("too slow"), errors.CallTimeoutError, True),
        (httpx.RemoteProtocolError("nonsense"), errors.ConnectionFailedError, True),
    ):
        client = caller(kind)
        client.answer(200, {}, b"")
        client.line.problem = problem
        try:
            error = fail(client, operation, errors.ConnectionFailedError)
        finally:
            client.line.problem = None
        assert type(error) is expected
        assert error.__cause__ is problem
        fate = "it is not known whether the service received the call" if sent else "the call was not sent"
        assert str(error) == f"{operation.id} at api.securedsigning.com: {problem}; {fate}"
        assert error.operation.id == operation.id
        assert error.sent is sent


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"{", b'{"a": 1', b"\xff"], ids=["empty", "html", "cut", "cut2", "bytes"]
)
@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("operation", JSON_OPERATIONS, ids=str)
def test_an_answer_that_is_no_json_names_the_operation(
    caller: GetCaller, operation: spec.Operation, kind: str, body: bytes
) -> None:
    client = caller(kind)
    client.answer(200, JSON, body)
    if not body and operation.success["application/json"].get("type") == "string":
        assert client.call(operation, *needed(operation)) == ""
        return

    error = fail(client, operation, errors.DecodeError)

    assert type(error) is errors.DecodeError
    assert (error.operation.id, error.path) == (operation.id, "$")
    assert operation.id in str(error)
    assert error.response.content == body
