"""When a call is made again: the table of ``retry.py``, line by line."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from securedsigning.errors import CallTimeoutError, ConfigurationError, ConnectionFailedError
from securedsigning.retry import RetryPolicy, retry_after

if TYPE_CHECKING:
    from securedsigning.operations import Operation

OPERATION = cast("Operation", None)
NEVER_LEFT = ConnectionFailedError("refused", operation=OPERATION, sent=False)
BROKE_OFF = ConnectionFailedError("closed", operation=OPERATION, sent=True)
NO_ANSWER_IN_TIME = CallTimeoutError("too slow", operation=OPERATION, sent=True)
NOT_CONNECTED_IN_TIME = CallTimeoutError("too slow", operation=OPERATION, sent=False)
NOW = 784111777.0  # Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110, 5.6.7


def answer(status: int, after: str | None = None) -> httpx.Response:
    return httpx.Response(status, headers={} if after is None else {"Retry-After": after})


TABLE = [
    # outcome, GET is repeated, POST is repeated
    (NEVER_LEFT, True, True),
    (NOT_CONNECTED_IN_TIME, True, True),
    (BROKE_OFF, True, False),
    (NO_ANSWER_IN_TIME, True, False),
    (answer(429, "3"), True, True),
    (answer(429), True, False),
    (answer(429, "later"), True, False),
    (answer(408), True, False),
    (answer(408, "3"), True, False),
    (answer(502), True, False),
    (answer(503), True, False),
    (answer(503, "3"), True, False),
    (answer(504), True, False),
    *((answer(status), False, False) for status in (200, 302, 400, 401, 402, 403, 404, 409, 413, 426, 500, 501, 505)),
    (answer(500, "3"), False, False),
]


@pytest.mark.parametrize(("outcome", "get", "post"), TABLE)
def test_table(outcome: ConnectionFailedError | httpx.Response, get: bool, post: bool) -> None:
    """Reading calls are repeated after passing troubles; others only if the service cannot have acted."""
    policy = RetryPolicy(jitter=lambda: 1.0)
    repeated = {
        method: policy.decide(http_method=method, attempt=1, outcome=outcome) is not None
        for method in ("GET", "HEAD", "get", "POST", "DELETE", "PUT", "PATCH")
    }
    assert {repeated[method] for method in ("GET", "HEAD", "get")} == {get}
    assert {repeated[method] for method in ("POST", "DELETE", "PUT", "PATCH")} == {post}


def test_backoff() -> None:
    """The wait doubles up to the limit, multiplied by the jitter."""
    policy = RetryPolicy(attempts=9, base_delay=0.5, max_delay=8, jitter=lambda: 1.0)
    waits = [policy.decide(http_method="GET", attempt=attempt, outcome=BROKE_OFF) for attempt in range(1, 10)]
    assert waits == [0.5, 1, 2, 4, 8, 8, 8, 8, None]
    half = RetryPolicy(jitter=lambda: 0.5)
    assert half.decide(http_method="GET", attempt=2, outcome=BROKE_OFF) == 0.5


def test_very_many_attempts() -> None:
    """Any number of attempts can be counted."""
    policy = RetryPolicy(attempts=10**9, jitter=lambda: 1.0)
    assert policy.decide(http_method="GET", attempt=10**8, outcome=BROKE_OFF) == 8


@pytest.mark.parametrize("policy", [RetryPolicy.none(), RetryPolicy(attempts=1)])
def test_none(policy: RetryPolicy) -> None:
    """With one attempt nothing is repeated."""
    assert policy.decide(http_method="GET", attempt=1, outcome=NEVER_LEFT) is None


@pytest.mark.parametrize(
    ("after", "jitter", "wait"),
    [
        ("0", 0.0, 0.0),
        ("7", 0.0, 7.0),
        ("7", 1.0, 7.5),
        ("60", 0.0, 60.0),
        ("61", 0.0, None),
        ("Sun, 06 Nov 1994 08:50:07 GMT", 0.0, 30.0),
        ("Sun, 06 Nov 1994 09:50:07 GMT", 0.0, None),
        ("9" * 6000, 0.0, None),
    ],
)
def test_retry_after_is_honoured(after: str, jitter: float, wait: float | None) -> None:
    """The wait is never shorter than asked for; asked for too much, the answer is taken as it is."""
    policy = RetryPolicy(jitter=lambda: jitter)
    assert policy.decide(http_method="POST", attempt=1, outcome=answer(429, after), now=NOW) == wait


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120.0),
        (" 120 ", 120.0),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10.0),
        ("Sunday, 06-Nov-94 08:49:47 GMT", 10.0),
        ("Sun Nov  6 08:49:47 1994", 10.0),
        ("Sun, 06 Nov 1994 08:49:27 GMT", 0.0),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("\u0661", None),
        ("Sun, 99 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 99999999999 08:49:37 GMT", None),
    ],
)
def test_retry_after(text: str, seconds: float | None) -> None:
    """Seconds and all three forms of an HTTP date are read (RFC 9110, 10.2.3 and 5.6.7), nothing else."""
    assert retry_after({"Retry-After": text}, NOW) == seconds
    assert retry_after({"retry-after": text}, NOW) == seconds
    assert retry_after({}, NOW) is None


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of the process cannot be changed on this system")
def test_a_date_without_a_zone_is_universal_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the machine stands; one that names a zone is taken at its word."""
    try:
        with monkeypatch.context() as there:
            there.setenv("TZ", "Pacific/Auckland")
            time.tzset()
            assert retry_after({"Retry-After": "Sun Nov  6 08:49:47 1994"}, NOW) == 10.0
            assert retry_after({"Retry-After": "Sun, 06 Nov 1994 08:49:47 -0100"}, NOW) == 3610.0
    finally:
        time.tzset()


@given(st.text())
def test_any_retry_after(text: str) -> None:
    """No header value whatever makes reading it fail."""
    seconds = retry_after({"Retry-After": text}, NOW)
    assert seconds is None or seconds >= 0


@given(st.integers(1, 20), st.integers(1, 20), st.floats(0, 1), st.integers(0, 100))
def test_waiting_is_bounded(attempts: int, attempt: int, jitter: float, after: int) -> None:
    """No single wait is above the limits, and the number of attempts ends it."""
    policy = RetryPolicy(attempts=attempts, jitter=lambda: jitter)
    for outcome in (BROKE_OFF, answer(503), answer(503, str(after))):
        wait = policy.decide(http_method="GET", attempt=attempt, outcome=outcome)
        assert wait is None or (attempt < attempts and 0 <= wait <= policy.max_retry_after + policy.base_delay)


@pytest.mark.parametrize(
    "wrong",
    [
        {"attempts": 0},
        {"attempts": 1.5},
        {"base_delay": -1.0},
        {"max_delay": float("inf")},
        {"max_retry_after": float("nan")},
    ],
)
def test_senseless_settings(wrong: dict[str, float]) -> None:
    """Bounds that make no sense are refused by name."""
    with pytest.raises(ConfigurationError, match=rf"^{next(iter(wrong))} is {next(iter(wrong.values()))!r}; "):
        RetryPolicy(**wrong)  # type: ignore[arg-type]


def test_repr() -> None:
    """A policy says what it is."""
    assert repr(RetryPolicy()) == "RetryPolicy(attempts=3, base_delay=0.5, max_delay=8.0, max_retry_after=60.0)"


def test_default_jitter() -> None:
    """Left alone, the jitter spreads the waits over the whole range from 0 up to the backoff."""
    waits = [RetryPolicy().decide(http_method="GET", attempt=1, outcome=BROKE_OFF) for _ in range(200)]
    assert all(wait is not None and 0 <= wait <= 0.5 for wait in waits)
    assert len(set(waits)) > 100
