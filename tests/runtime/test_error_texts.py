"""What an error says and carries, without a client around it."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from securedsigning import errors
from securedsigning.models import Document
from securedsigning.operation import Operation

OPERATION = Operation("getAccountInfo", "account.info", "GET", "/Account/Info")
REFUSED = {
    "ResponseStatus": {
        "ErrorCode": "Invalid",
        "Message": "Two fields are wrong.",
        "Errors": [
            {"FieldName": "Email", "Message": "is no address", "ErrorCode": "Email"},
            {"FieldName": "Name", "ErrorCode": "Empty"},
            {},
        ],
    }
}


def error_of(
    status: int, body: object = b"", headers: dict[str, str] | None = None, token: str | None = None
) -> errors.StatusError:
    """The error that an answer is."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {} if token is None else {"Authorization": f"Bearer {token}"}
    request = httpx.Request("GET", "https://test/", headers=sent)
    response = httpx.Response(status, headers=headers, content=content, request=request)
    error = errors.error_from_response(OPERATION, response)
    assert (error.operation, error.status, error.response) == (OPERATION, status, response)
    return error


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, errors.StatusError),
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (402, errors.PaymentRequiredError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (413, errors.FileTooLargeError),
        (418, errors.StatusError),
        (426, errors.PlanExhaustedError),
        (429, errors.RateLimitedError),
        (499, errors.StatusError),
        (500, errors.ServerError),
        (501, errors.ServerError),
        (599, errors.ServerError),
    ],
)
def test_each_status_has_its_class(status: int, kind: type[errors.StatusError]) -> None:
    """As the tree at the top of the module says."""
    assert type(error_of(status)) is kind


def test_a_refusal_is_told_line_by_line() -> None:
    """The operation, the status, the code, the reason, and each field."""
    error = error_of(400, REFUSED, {"X-Request-Id": "7", "Request-Id": "6"})
    assert str(error) == (
        "getAccountInfo: 400 Invalid: Two fields are wrong.\n  Email: is no address\n  Name: Empty\n  ?: "
    )
    assert (error.error_code, error.message) == ("Invalid", "Two fields are wrong.")
    assert error.field_errors == (("Email", "is no address"), ("Name", "Empty"), ("?", ""))
    assert error.body == REFUSED
    assert error.request_id == "7"
    assert error_of(400, REFUSED, {"Request-Id": "6"}).request_id == "6"


def test_who_is_not_let_in_is_told_what_to_look_at() -> None:
    """The last line of 401: the login where no token was sent, else all that may be wrong."""
    assert str(error_of(401)) == (
        "getAccountInfo: 401 Unauthorized\n  No token was sent: send the user to authorization_url first. If the API key "
        "is set up without OAuth 2, check key, secret, access URL and this machine's clock."
    )
    assert str(error_of(401, token="t0ken")) == (
        "getAccountInfo: 401 Unauthorized\n  Check API key, secret, access URL and this machine's clock, "
        "and that the token has the scope which the operation needs. If the login has ended, send the user to "
        "authorization_url again."
    )
    assert [error.hint for error in (error_of(402), error_of(401))] == [None, str(error_of(401)).split("\n  ")[1]]


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        (b"", "Not Found", None),
        (b"[1]", "Not Found", None),
        ({"ResponseStatus": [1]}, "Not Found", None),
        ({"ResponseStatus": {"Message": "", "ErrorCode": ""}}, "Not Found", None),
        ({"ResponseStatus": {"Message": 5, "ErrorCode": 7, "Errors": {"FieldName": "x"}}}, "5", "7"),
        ({"ResponseStatus": {"Message": "Gone.", "Errors": ["x", None, 3]}}, "Gone.", None),
    ],
)
def test_any_body_makes_an_error(body: object, message: str, code: str | None) -> None:
    """What is not as it should be counts as missing."""
    error = error_of(404, body)
    assert (error.message, error.error_code, error.field_errors) == (message, code, ())
    assert str(error) == f"getAccountInfo: 404 {code + ': ' if code else ''}{message}"
    assert error.request_id is None


def test_a_body_that_is_no_json_is_kept_as_text() -> None:
    """Its first 64 KiB, whatever bytes they are."""
    assert error_of(500, b"\xff<p>").body == "\ufffd<p>"
    assert error_of(500, b"x" * 65536).body == "x" * 65536
    assert error_of(500, b"x" * 65537).body == "x" * 65536
    assert error_of(500, {"long": "x" * 70_000}).body == {"long": "x" * 70_000}


def test_a_status_without_a_name_has_a_reason_too() -> None:
    """One that no standard names."""
    assert str(error_of(599)) == "getAccountInfo: 599 the service gave no reason"


def test_a_service_that_repeats_the_token_does_not_bring_it_into_a_log() -> None:
    """Neither the reason nor a field shows it; without a token every word stays."""
    body = {
        "ResponseStatus": {
            "Message": "s3cret has expired, s3cret!",
            "Errors": [{"FieldName": "Token", "Message": "not s3cret"}],
        }
    }
    hidden = error_of(400, body, token="s3cret")
    assert str(hidden) == "getAccountInfo: 400 [token] has expired, [token]!\n  Token: not [token]"
    assert error_of(400, body).message == "s3cret has expired, s3cret!"
    assert error_of(400, {"ResponseStatus": {"Message": "X-Api-Key is unknown"}}).message == "X-Api-Key is unknown"


def test_when_to_come_again() -> None:
    """From the header of the answer."""
    assert error_of(429, headers={"Retry-After": "7"}).retry_after == 7.0
    assert error_of(429).retry_after is None


def test_what_the_other_errors_carry() -> None:
    """Operation, place, document, code: what a handler needs."""
    response: Any = httpx.Response(200)
    decode = errors.DecodeError("no number", operation=OPERATION, path="$[3].Size", response=response)
    assert str(decode) == "getAccountInfo: cannot read the answer: no number @ $[3].Size"
    assert (decode.operation, decode.path, decode.response) == (OPERATION, "$[3].Size", response)

    failed = errors.CallTimeoutError("too slow", operation=OPERATION, sent=True)
    assert (str(failed), failed.operation, failed.sent) == ("too slow", OPERATION, True)

    document = Document.from_dict({"Reference": "d1"})
    waited = errors.WaitTimeoutError(message="not yet", document=document)
    assert (str(waited), waited.document) == ("not yet", document)

    refused = errors.LoginRequiredError("log in", code="invalid_grant", description="It is used up.")
    assert (str(refused), refused.code, refused.description) == ("log in", "invalid_grant", "It is used up.")
    plain = errors.OAuthError(message="no")
    assert (str(plain), plain.code, plain.description) == ("no", None, None)


def across_processes(error: Any) -> Any:
    """As a pool of processes hands over what a task raises."""
    return pickle.loads(pickle.dumps(error))


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, across_processes])
def test_an_error_can_be_copied_and_go_to_another_process(again: Callable[[Any], Any]) -> None:
    """Every kind of it, with all that it carries; a pool of processes breaks on one that cannot."""
    document = Document.from_dict({"Reference": "d1"})
    answer = httpx.Response(200, content=b"[]", request=httpx.Request("GET", "https://test/"))
    for error in (
        errors.InputError("wrong"),
        errors.OAuthError("refused", code="access_denied", description="no"),
        errors.CallTimeoutError("too slow", operation=OPERATION, sent=True),
        errors.DownloadIncompleteError("broke off", operation=OPERATION),
        errors.NotCompletedError("declined", document=document),
        errors.DecodeError("no number", operation=OPERATION, path="$[3].Size", response=answer),
        error_of(400, REFUSED, {"X-Request-Id": "7"}),
        error_of(401),
    ):
        copied = again(error)
        assert (type(copied), str(copied), copied.args) == (type(error), str(error), error.args)
        shown = {name: getattr(value, "id", value) for name, value in vars(error).items() if name != "response"}
        assert {name: getattr(getattr(copied, name), "id", getattr(copied, name)) for name in shown} == shown
        if hasattr(error, "response"):
            assert (copied.response.status_code, copied.response.content) == (
                error.response.status_code,
                error.response.content,
            )
            assert (copied.response.request.method, copied.response.request.url) == ("GET", "https://test/")


def test_no_token_goes_along_to_another_process() -> None:
    """The headers of the request stay behind; whoever keeps what a task raised keeps no token."""
    error = error_of(401, token="s3cret")
    error.response.history = [httpx.Response(401, request=error.response.request)]  # as after a renewal
    error.response.next_request = error.response.request  # as beside a redirect
    assert b"s3cret" not in pickle.dumps(error)
    assert across_processes(error).response.status_code == 401
    assert error.response.request.headers["authorization"] == "Bearer s3cret"
