from __future__ import annotations
import re
import time
from securedsigning import oauth_messages as messages
from securedsigning import token_requests as requests
from securedsigning._async.token_endpoint import AsyncTokenEndpoint
from securedsigning._async.token_keeper import AsyncTokenKeeper
from securedsigning.errors import InputError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from securedsigning._http import httpx
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token, TokenStore

class AsyncOAuth:

    def __init__(self, *, settings: Settings, store: TokenStore, http: Callable[[], httpx.AsyncClient], clock: Callable[[], float]=time.time, timeout: dict[str, float | None] | None=None) -> None:
        ...

    def authorization_url(self, scopes: Iterable[str], *, state: str | None=None, code_challenge: str | None=None, key: str | None=None) -> str:
        ...

    def implicit_url(self, scopes: Iterable[str], *, state: str | None=None) -> str:
        ...

    async def handle_callback(self, callback_url: str, *, state: str | None, code_verifier: str | None=None) -> Token:
        ...

    async def exchange_code(self, code: str, *, code_verifier: str | None=None) -> Token:
        ...

    async def accept_fragment(self, callback_url: str, *, state: str | None) -> Token:
        ...

    async def refresh(self) -> Token:
        ...

    async def partner_token(self, feature: str) -> Token:
        ...

    async def membership_token(self, code: str, reference: str) -> Token:
        ...

    async def user_token(self, first_name: str, last_name: str, email: str, scopes: Iterable[str]) -> Token:
        ...

    async def signing_key_token(self, signing_key: str, scopes: Iterable[str]=('Basic',)) -> Token:
        ...

    async def use(self, token: Token) -> None:
        ...

    async def forget(self) -> None:
        ...

    async def revoke(self) -> None:
        ...

    async def current(self) -> Token | None:
        ...

    async def bearer(self) -> str | None:
        ...

    async def invalidate(self, access_token: str | None) -> bool:
        ...
