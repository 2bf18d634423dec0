from __future__ import annotations
from securedsigning.errors import ConfigurationError, ConnectionFailedError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Final, Protocol

    class Answer(Protocol):
        """What is read of an HTTP response."""

        @property
        def status_code(self) -> int:
            ...

        @property
        def headers(self) -> Mapping[str, str]:
            ...
REPEATABLE_METHODS = frozenset({'GET', 'HEAD'})
TRANSIENT_STATUSES = frozenset({408, 429, 502, 503, 504})

class RetryPolicy:

    def __init__(self, *, attempts: int=3, base_delay: float=0.5, max_delay: float=8.0, max_retry_after: float=60.0, jitter: Callable[[], float] | None=None) -> None:
        ...

    @classmethod
    def none(cls) -> RetryPolicy:
        ...

    def decide(self, *, http_method: str, attempt: int, outcome: Answer | ConnectionFailedError, now: float | None=None) -> float | None:
        ...

    def __repr__(self) -> str:
        ...

def retry_after(headers: Mapping[str, str], now: float | None=None) -> float | None:
    ...
