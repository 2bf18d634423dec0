"""What can be said about a single call."""

from __future__ import annotations

from securedsigning.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from securedsigning._http import httpx
    from securedsigning.retry import RetryPolicy


class CallOptions:
    """Settings for one call, passed as ``options=`` to any method; what is left out is as the client has it.

    Attributes:
        timeout: seconds for each of connecting, sending, receiving and waiting for a connection; or ``httpx.Timeout``.
        headers: further headers. Those that carry the authentication cannot be replaced.
        retry: how often to try.
        on_response: called with each ``httpx.Response`` of the call, errors and repeated attempts included, before it
            is looked at: raw access to status, headers and, unless the answer is streamed, the body.
    """

    __slots__ = ("headers", "on_response", "retry", "timeout")

    def __init__(
        self,
        *,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | None = None,
        on_response: Callable[[httpx.Response], object] | None = None,
    ) -> None:
        """Take what is said.

        Raises:
            InputError: something cannot be; the message lists every problem.
        """
        if problems := unusable(timeout, retry, on_response):
            raise InputError("\n".join(problems))
        self.timeout = timeout
        self.headers = headers
        self.retry = retry
        self.on_response = on_response


def unusable(timeout: object, retry: object, on_response: object) -> list[str]:
    """A sentence for each of these that cannot be; None is as if it was left out."""
    problems: list[str] = []
    as_dict = getattr(timeout, "as_dict", None)  # httpx.Timeout, whose import costs more than all of this
    parts: list[object] = [timeout] if as_dict is None else list(as_dict().values())
    if not all(part is None or (isinstance(part, int | float) and 0 < part < float("inf")) for part in parts):
        problems.append(f"timeout is {timeout!r}; it is a number of seconds above 0, or httpx.Timeout.")
    if not hasattr(retry, "decide") and retry is not None:
        problems.append(
            f"retry is a {type(retry).__name__}; pass a RetryPolicy, such as RetryPolicy(attempts=3) or "
            "RetryPolicy.none()."
        )
    if not callable(on_response) and on_response is not None:
        problems.append(f"on_response is a {type(on_response).__name__}; pass a function that takes an httpx.Response.")
    return problems


DEFAULT = CallOptions()
