"""What the OAuth tests share: a token endpoint that answers as it is told, and clients of both forms on top of it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx
from securedsigning._async.oauth import AsyncOAuth
from securedsigning._sync.oauth import OAuth
from securedsigning.settings import Settings
from securedsigning.tokens import MemoryTokenStore, Token, TokenStore

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = 1_700_000_000.0
KEY, SECRET = "KEY00000000000000000000000000000000000000000000000000000TEST", "c2FuZGJveC1z+ZWNyZXQ/dGVzdA=="
ACCESS, REFRESH, CODE = "access-token-of-the-user", "refresh+token/of-the-user==", "code+of/the-user=="
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
SIGNING_KEY = "signing+key/of-an-invitee=="
OLD = Token(ACCESS, refresh_token=REFRESH, expires_at=NOW + 86400, issued_at=NOW - 600, scopes=["Basic"])
ENDING = Token(ACCESS, refresh_token=REFRESH, expires_at=NOW + 30, scopes=["Basic"])
ENDED = Token(ACCESS, refresh_token=REFRESH, expires_at=NOW - 1, scopes=["Basic"])


async def done(result: Any) -> Any:
    """The result of a method of either form."""
    return await result if inspect.isawaitable(result) else result


class Service:
    """A token endpoint that answers new tokens ``access-1``, ``access-2`` ..., or what it is told to."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answer: Callable[[httpx.Request], httpx.Response] = self.new_token

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer(request)

    def new_token(self, _: httpx.Request) -> httpx.Response:
        number = len(self.requests)
        return httpx.Response(
            200, json={"access_token": f"access-{number}", "expires_in": "86400", "token_type": "Bearer"}
        )

    def refuse(self, error: str, status: int = 400) -> None:
        self.answer = lambda _: httpx.Response(status, json={"error": error})

    def form(self, index: int = -1) -> dict[str, str]:
        return dict(parse_qsl(self.requests[index].content.decode()))


class World:
    """One kind of client with its service, store and clock."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.now = NOW
        self.service = Service()
        self.settings = Settings(api_key=KEY, api_secret=SECRET, access_url="https://www.example.com/callback")

    def client(self, store: TokenStore | Token | None = None, **more: Any) -> Any:
        """An OAuth object on this store, or on a store in memory that holds this token."""
        held = MemoryTokenStore(store) if isinstance(store, Token | None) else store
        transport = httpx.MockTransport(self.service)
        api_headers = {"X-CUSTOM-API-KEY": KEY, "Referer": "x", "User-Agent": "securedsigning/1"}
        own: dict[str, Any] = {"headers": api_headers, "auth": ("api", "auth"), "timeout": 7, "follow_redirects": True}

        def clock() -> float:
            return self.now

        if self.kind == "async":
            http = httpx.AsyncClient(transport=transport, **own)
            return AsyncOAuth(settings=self.settings, store=held, http=lambda: http, clock=clock, **more)
        blocking = httpx.Client(transport=transport, **own)
        return OAuth(settings=self.settings, store=held, http=lambda: blocking, clock=clock, **more)
