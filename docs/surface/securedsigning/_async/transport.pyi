from __future__ import annotations
import threading
from contextlib import suppress
from functools import partial
from time import monotonic
from securedsigning._async.primitives import Places
from securedsigning._http import httpx
from securedsigning.proxies import environment_proxies
from securedsigning.streams import ReleasingStream
from securedsigning.tls import default_tls_context
TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
KEPT_PER_POOL = 2
KEEP_ALIVE_SECONDS = 30.0

class AsyncSpreadingTransport(httpx.AsyncBaseTransport):

    def __init__(self, *, max_connections: int=100, proxy: str | None=None, tls_context: ssl.SSLContext | None=None) -> None:
        ...

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        ...

    async def aclose(self) -> None:
        ...

class _Pool:

    def __init__(self, transport: httpx.AsyncHTTPTransport, encrypted: bool) -> None:
        ...

def proxy_mounts(*, max_connections: int=100, tls_context: ssl.SSLContext | None=None) -> dict[str, AsyncSpreadingTransport | None]:
    ...
