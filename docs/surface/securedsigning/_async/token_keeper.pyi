from __future__ import annotations
import math
from securedsigning import token_requests as requests
from securedsigning._async.primitives import Lock, in_thread, uninterrupted
from securedsigning._async.single_flight import AsyncExclusive
from securedsigning.errors import LoginRequiredError, OAuthError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from securedsigning._async.token_endpoint import AsyncTokenEndpoint
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token, TokenStore
LOOK_AGAIN = 1.0
HOLD_OFF = 5.0
YOUNG = 60.0

class _Failure:

    def __init__(self, error: OAuthError, refresh_token: str, until: float) -> None:
        ...

    def again(self) -> OAuthError:
        ...

class AsyncTokenKeeper:

    def __init__(self, settings: Settings, store: TokenStore, endpoint: AsyncTokenEndpoint, clock: Callable[[], float]) -> None:
        ...

    async def bearer(self) -> str | None:
        ...

    async def current(self) -> Token | None:
        ...

    async def invalidate(self, access_token: str | None) -> bool:
        ...

    async def renew(self) -> Token:
        ...

    async def obtain(self, fields: dict[str, str]) -> Token:
        ...

    async def put(self, token: Token | None) -> None:
        ...

    async def revoke(self) -> None:
        ...
