from __future__ import annotations
import re
import time
from typing import cast
from urllib.parse import urlencode, urlsplit
from securedsigning import _spec
from securedsigning._arguments import json_body
from securedsigning._async.auth import AsyncSignedAuth
from securedsigning._async.groups import AsyncGroups
from securedsigning._async.oauth import AsyncOAuth
from securedsigning._async.primitives import in_thread, sleep
from securedsigning._async.transport import AsyncSpreadingTransport, proxy_mounts
from securedsigning._http import httpx
from securedsigning.errors import CallTimeoutError, ConfigurationError, ConnectionFailedError, InputError, error_from_response
from securedsigning.options import DEFAULT, CallOptions, unusable
from securedsigning.retry import RetryPolicy
from securedsigning.settings import Settings
from securedsigning.signing import new_nonce
from securedsigning.tokens import MemoryTokenStore
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from typing import Any, Self
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.files import FileInput
    from securedsigning.multipart import MultipartBody
    from securedsigning.operations import Operation
    from securedsigning.tokens import TokenStore
    RawHeaders = list[tuple[bytes, bytes]]
DEFAULT_TIMEOUT = 60.0

class AsyncSecuredSigning(AsyncGroups):

    def __init__(self, *, api_key: str | None=None, api_secret: str | None=None, access_url: str | None=None, base_url: str | None=None, oauth_url: str | None=None, token_store: TokenStore | None=None, use_oauth: bool=True, sender: str | None=None, timeout: float | httpx.Timeout=DEFAULT_TIMEOUT, retry: RetryPolicy | None=None, on_response: Callable[[httpx.Response], object] | None=None, http_client: httpx.AsyncClient | None=None, clock: Callable[[], float]=time.time, nonce: Callable[[], str]=new_nonce, sleep: Callable[[float], Awaitable[None]]=sleep) -> None:
        ...

    def __repr__(self) -> str:
        ...

    async def __aenter__(self) -> Self:
        ...

    async def __aexit__(self, *_: object) -> None:
        ...

    async def aclose(self) -> None:
        ...

    def now(self) -> float:
        ...

    async def send(self, operation: Operation, path: str, *, params: Sequence[tuple[str, str]]=(), json: dict[str, Any] | None=None, options: CallOptions | None=None) -> httpx.Response:
        ...

    async def upload(self, operation: Operation, path: str, *, params: Sequence[tuple[str, str]]=(), fields: Sequence[tuple[str, str]]=(), file_field: str, file: FileInput, extensions: tuple[str, ...]=(), options: CallOptions | None=None) -> httpx.Response:
        ...

    async def download(self, operation: Operation, path: str, *, params: Sequence[tuple[str, str]]=(), to: DownloadTarget=None, options: CallOptions | None=None) -> Download:
        ...
