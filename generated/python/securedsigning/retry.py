# Copied from templates/python/runtime/retry.py; edit it there.
"""When a call is made again, and after how long. Deciding only: who sends, waits.

What is repeated, and why:

    outcome                       GET, HEAD    others   reason
    the request never left        yes          yes      the service cannot have done anything
    no answer, or it broke off    yes          no       it may have been done; a document sent twice costs money
    429 with Retry-After          yes          yes      turned away unread (RFC 6585, 4), and told when to come again
    429 without                   yes          no       turned away, but nobody says that coming again is welcome
    408, 502, 503, 504            yes          no       a proxy may say so while the service behind it is at work
    500                           no           no       the service itself failed and would fail alike; the official SDK
                                                        says to contact support, so the user should see it at once
    any other answer              no           no       it is the answer

DELETE counts among the others although HTTP calls it idempotent (RFC 9110, 9.2.2): a second one finds nothing and would
report 404 for a document that was deleted as asked.
"""

from __future__ import annotations

from securedsigning.errors import ConfigurationError, ConnectionFailedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Final, Protocol

    class Answer(Protocol):
        """What is read of an HTTP response."""

        @property
        def status_code(self) -> int: ...

        @property
        def headers(self) -> Mapping[str, str]: ...


REPEATABLE_METHODS = frozenset({"GET", "HEAD"})
TRANSIENT_STATUSES = frozenset({408, 429, 502, 503, 504})


class RetryPolicy:
    """How often a call is made and how long is waited in between: exponential backoff with full jitter; never changed.

    All waiting of one call together is at most ``(attempts - 1) * (max_retry_after + base_delay)`` or
    ``(attempts - 1) * max_delay`` seconds, whichever is more.

    Attributes:
        attempts: how often a call is made at most; 1 switches repeating off.
        base_delay: longest wait before the second attempt, in seconds; doubled for each further one.
        max_delay: where the doubling ends, in seconds.
        max_retry_after: longest wait that the service may ask for, in seconds; if it asks for more, there is no other
            attempt.
        jitter: gives a number from 0 to 1 by which the wait is multiplied, so that clients don't come back all at once.
    """

    __slots__ = ("attempts", "base_delay", "jitter", "max_delay", "max_retry_after")

    def __init__(
        self,
        *,
        attempts: int = 3,
        base_delay: float = 0.5,
        max_delay: float = 8.0,
        max_retry_after: float = 60.0,
        jitter: Callable[[], float] | None = None,
    ) -> None:
        """Set the bounds.

        Raises:
            ConfigurationError: ``attempts`` is below 1, or a time is negative or not finite.
        """
        if attempts < 1 or attempts != int(attempts):
            raise ConfigurationError(
                f"attempts is {attempts!r}; it is a whole number from 1 (which switches retries off)."
            )
        times = {"base_delay": base_delay, "max_delay": max_delay, "max_retry_after": max_retry_after}
        for name, seconds in times.items():
            if not 0 <= seconds < float("inf"):
                raise ConfigurationError(f"{name} is {seconds!r}; it is a number of seconds from 0.")
        self.attempts: Final = attempts
        self.base_delay: Final = base_delay
        self.max_delay: Final = max_delay
        self.max_retry_after: Final = max_retry_after
        self.jitter: Final = jitter or _random

    @classmethod
    def none(cls) -> RetryPolicy:
        """Each call is made once."""
        return cls(attempts=1)

    def decide(
        self,
        *,
        http_method: str,
        attempt: int,
        outcome: Answer | ConnectionFailedError,
        now: float | None = None,
    ) -> float | None:
        """Whether to make the call again; the table at the top of this file says why.

        Args:
            http_method: the method of the call.
            attempt: how many attempts have been made, this one included.
            outcome: the answer, or why there is none.
            now: Unix seconds, for a ``Retry-After`` that is a date; the present time if left out.

        Returns:
            Seconds to wait before the next attempt, or None to take the outcome as it is.
        """
        if attempt >= self.attempts:
            return None
        repeatable = http_method.upper() in REPEATABLE_METHODS
        asked: float | None = None
        if isinstance(outcome, ConnectionFailedError):
            if outcome.sent and not repeatable:
                return None
        else:
            if outcome.status_code not in TRANSIENT_STATUSES:
                return None
            asked = retry_after(outcome.headers, now)
            if not repeatable and (outcome.status_code != 429 or asked is None):
                return None
        if asked is None:
            # 2**64 times any delay is above any limit that matters, and a float still holds it.
            longest = min(self.max_delay, self.base_delay * 2.0 ** min(attempt - 1, 64))
            return self.jitter() * longest
        if asked > self.max_retry_after:
            return None
        # Never earlier than asked; a little later each, or all that were turned away come back in the same moment.
        return asked + self.jitter() * self.base_delay

    def __repr__(self) -> str:
        shown = ("attempts", "base_delay", "max_delay", "max_retry_after")
        return f"RetryPolicy({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Seconds to wait, from ``Retry-After`` (RFC 9110, 10.2.3).

    Args:
        headers: the answer's headers, with names in any case as in ``httpx.Headers``.
        now: Unix seconds, to which a date is compared; the present time if left out.

    Returns:
        The seconds, 0 for a date that has passed; None without such a header or if it can't be read.
    """
    text = (headers.get("retry-after") or headers.get("Retry-After") or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    if not text:
        return None
    import time
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)  # knows the three forms of RFC 9110, 5.6.7
        # All of them mean UTC; the oldest has no room to say so.
        moment = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, moment - (time.time() if now is None else now))


def _random() -> float:
    from random import random  # costs more to import than it saves to have it at hand

    return random()
