from __future__ import annotations
from securedsigning import _spec
from securedsigning._http import httpx
from securedsigning.errors import InputError
from securedsigning.signing import Signer
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from securedsigning._async.oauth import AsyncOAuth
    from securedsigning.settings import Settings

class AsyncSignedAuth(httpx.Auth):

    def __init__(self, settings: Settings, *, oauth: AsyncOAuth | None, sender: str | None, clock: Callable[[], float], nonce: Callable[[], str]) -> None:
        ...

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        ...
