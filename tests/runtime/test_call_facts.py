"""What is known of an operation, and what can be said about a call of it."""

from __future__ import annotations

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
