# Copied from templates/python/runtime/options.py; edit it there.
"""What can be said about a single call."""

from __future__ import annotations

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
        self.timeout = timeout
        self.headers = headers
        self.retry = retry
        self.on_response = on_response


DEFAULT = CallOptions()
