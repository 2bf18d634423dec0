from __future__ import annotations
import re
import time
from securedsigning import oauth_messages as messages
from securedsigning import token_requests as requests
from securedsigning._sync.token_endpoint import TokenEndpoint
from securedsigning._sync.token_keeper import TokenKeeper
from securedsigning.errors import InputError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from securedsigning._http import httpx
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token, TokenStore

class OAuth:

    def __init__(self, *, settings: Settings, store: TokenStore, http: Callable[[], httpx.Client], clock: Callable[[], float]=time.time, timeout: dict[str, float | None] | None=None) -> None:
        ...

    def authorization_url(self, scopes: Iterable[str], *, state: str | None=None, code_challenge: str | None=None, key: str | None=None) -> str:
        ...

    def implicit_url(self, scopes: Iterable[str], *, state: str | None=None) -> str:
        ...

    def handle_callback(self, callback_url: str, *, state: str | None, code_verifier: str | None=None) -> Token:
        ...

    def exchange_code(self, code: str, *, code_verifier: str | None=None) -> Token:
        ...

    def accept_fragment(self, callback_url: str, *, state: str | None) -> Token:
        ...

    def refresh(self) -> Token:
        ...

    def partner_token(self, feature: str) -> Token:
        ...

    def membership_token(self, code: str, reference: str) -> Token:
        ...

    def user_token(self, first_name: str, last_name: str, email: str, scopes: Iterable[str]) -> Token:
        ...

    def signing_key_token(self, signing_key: str, scopes: Iterable[str]=('Basic',)) -> Token:
        ...

    def use(self, token: Token) -> None:
        ...

    def forget(self) -> None:
        ...

    def revoke(self) -> None:
        ...

    def current(self) -> Token | None:
        ...

    def bearer(self) -> str | None:
        ...

    def invalidate(self, access_token: str | None) -> bool:
        ...
