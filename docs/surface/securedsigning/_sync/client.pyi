from __future__ import annotations
import re
import time
from typing import cast
from urllib.parse import urlencode, urlsplit
from securedsigning import _spec
from securedsigning._arguments import json_body
from securedsigning._sync.auth import SignedAuth
from securedsigning._sync.groups import Groups
from securedsigning._sync.oauth import OAuth
from securedsigning._sync.primitives import in_thread, sleep
from securedsigning._sync.transport import SpreadingTransport, proxy_mounts
from securedsigning._http import httpx
from securedsigning.errors import CallTimeoutError, ConfigurationError, ConnectionFailedError, InputError, error_from_response
from securedsigning.options import DEFAULT, CallOptions, unusable
from securedsigning.retry import RetryPolicy
from securedsigning.settings import Settings
from securedsigning.signing import new_nonce
from securedsigning.tokens import MemoryTokenStore
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, Self
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.files import FileInput
    from securedsigning.multipart import MultipartBody
    from securedsigning.operations import Operation
    from securedsigning.tokens import TokenStore
    RawHeaders = list[tuple[bytes, bytes]]
DEFAULT_TIMEOUT = 60.0

class SecuredSigning(Groups):

    def __init__(self, *, api_key: str | None=None, api_secret: str | None=None, access_url: str | None=None, base_url: str | None=None, oauth_url: str | None=None, token_store: TokenStore | None=None, use_oauth: bool=True, sender: str | None=None, timeout: float | httpx.Timeout=DEFAULT_TIMEOUT, retry: RetryPolicy | None=None, on_response: Callable[[httpx.Response], object] | None=None, http_client: httpx.Client | None=None, clock: Callable[[], float]=time.time, nonce: Callable[[], str]=new_nonce, sleep: Callable[[float], None]=sleep) -> None:
        ...

    def __repr__(self) -> str:
        ...

    def __enter__(self) -> Self:
        ...

    def __exit__(self, *_: object) -> None:
        ...

    def close(self) -> None:
        ...

    def now(self) -> float:
        ...

    def send(self, operation: Operation, path: str, *, params: Sequence[tuple[str, str]]=(), json: dict[str, Any] | None=None, options: CallOptions | None=None) -> httpx.Response:
        ...

    def upload(self, operation: Operation, path: str, *, params: Sequence[tuple[str, str]]=(), fields: Sequence[tuple[str, str]]=(), file_field: str, file: FileInput, extensions: tuple[str, ...]=(), options: CallOptions | None=None) -> httpx.Response:
        ...

    def download(self, operation: Operation, path: str, *, params: Sequence[tuple[str, str]]=(), to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...
