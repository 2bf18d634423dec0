"""What is known of an operation, and what can be said about a call of it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from securedsigning.errors import InputError
from securedsigning.operation import Operation
from securedsigning.options import DEFAULT, CallOptions
from securedsigning.retry import RetryPolicy


def test_an_operation_says_what_it_is() -> None:
    """With its confidence, as a caller may have to judge it."""
    operation = Operation("getIt", "things.get", "GET", "/It/{Id}", ("Basic",), "documented", ("meta:It",), True)
    assert repr(operation) == "<getIt: GET /It/{Id}, documented>"
    assert (operation.method, operation.scopes, operation.sources, operation.deprecated) == (
        "things.get",
        ("Basic",),
        ("meta:It",),
        True,
    )
    plain = Operation("getIt", "things.get", "GET", "/It")
    assert (plain.scopes, plain.confidence, plain.sources, plain.deprecated) == ((), "inferred", (), False)


def test_options_are_as_given_and_otherwise_left_to_the_client() -> None:
    """None means: as the client has it."""
    retry, seen = RetryPolicy.none(), print
    options = CallOptions(timeout=1.5, headers={"X-A": "b"}, retry=retry, on_response=seen)
    assert (options.timeout, options.headers, options.retry, options.on_response) == (1.5, {"X-A": "b"}, retry, seen)
    assert (DEFAULT.timeout, DEFAULT.headers, DEFAULT.retry, DEFAULT.on_response) == (None, None, None, None)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"timeout": "5"}, "timeout is '5'; it is a number of seconds above 0, or httpx.Timeout."),
        ({"timeout": 0}, "timeout is 0; it is a number of seconds above 0, or httpx.Timeout."),
        ({"timeout": -1.5}, "timeout is -1.5; it is a number of seconds above 0, or httpx.Timeout."),
        ({"timeout": float("inf")}, "timeout is inf; it is a number of seconds above 0, or httpx.Timeout."),
        (
            {"timeout": httpx.Timeout(5, read=0)},
            "timeout is Timeout(connect=5, read=0, write=5, pool=5); it is a number of seconds above 0, or httpx.Timeout.",
        ),
        (
            {"timeout": 0, "retry": 3},
            "timeout is 0; it is a number of seconds above 0, or httpx.Timeout.\n"
            "retry is a int; pass a RetryPolicy, such as RetryPolicy(attempts=3) or RetryPolicy.none().",
        ),
        ({"retry": 3}, "retry is a int; pass a RetryPolicy, such as RetryPolicy(attempts=3) or RetryPolicy.none()."),
        ({"on_response": "print"}, "on_response is a str; pass a function that takes an httpx.Response."),
    ],
)
def test_options_that_cannot_be(options: dict[str, Any], problem: str) -> None:
    """Refused where they are written, not in the middle of a call."""
    with pytest.raises(InputError) as caught:
        CallOptions(**options)
    assert str(caught.value) == problem


def test_timeouts_that_can_be() -> None:
    """Seconds, and httpx's own, in which None waits without end."""
    for timeout in (1, 0.5, httpx.Timeout(None), httpx.Timeout(5, read=None)):
        assert CallOptions(timeout=timeout).timeout == timeout
