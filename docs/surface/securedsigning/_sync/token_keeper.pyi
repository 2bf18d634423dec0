from __future__ import annotations
import math
from securedsigning import token_requests as requests
from securedsigning._sync.primitives import Lock, in_thread, uninterrupted
from securedsigning._sync.single_flight import Exclusive
from securedsigning.errors import LoginRequiredError, OAuthError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from securedsigning._sync.token_endpoint import TokenEndpoint
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

class TokenKeeper:

    def __init__(self, settings: Settings, store: TokenStore, endpoint: TokenEndpoint, clock: Callable[[], float]) -> None:
        ...

    def bearer(self) -> str | None:
        ...

    def current(self) -> Token | None:
        ...

    def invalidate(self, access_token: str | None) -> bool:
        ...

    def renew(self) -> Token:
        ...

    def obtain(self, fields: dict[str, str]) -> Token:
        ...

    def put(self, token: Token | None) -> None:
        ...

    def revoke(self) -> None:
        ...
