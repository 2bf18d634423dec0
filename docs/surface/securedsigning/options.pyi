from __future__ import annotations
from securedsigning.errors import InputError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from securedsigning._http import httpx
    from securedsigning.retry import RetryPolicy

class CallOptions:

    def __init__(self, *, timeout: float | httpx.Timeout | None=None, headers: Mapping[str, str] | None=None, retry: RetryPolicy | None=None, on_response: Callable[[httpx.Response], object] | None=None) -> None:
        ...

def unusable(timeout: object, retry: object, on_response: object) -> list[str]:
    ...
DEFAULT = CallOptions()
