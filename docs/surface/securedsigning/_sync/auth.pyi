from __future__ import annotations
from securedsigning import _spec
from securedsigning._http import httpx
from securedsigning.errors import InputError
from securedsigning.signing import Signer
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Callable
    from securedsigning._sync.oauth import OAuth
    from securedsigning.settings import Settings

class SignedAuth(httpx.Auth):

    def __init__(self, settings: Settings, *, oauth: OAuth | None, sender: str | None, clock: Callable[[], float], nonce: Callable[[], str]) -> None:
        ...

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        ...
