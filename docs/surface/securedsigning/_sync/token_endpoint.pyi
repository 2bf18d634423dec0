from __future__ import annotations
from securedsigning import _spec
from securedsigning import token_requests as requests
from securedsigning.errors import OAuthError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from securedsigning._http import httpx
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token
USER_AGENT = f'securedsigning-python/{_spec.PACKAGE_VERSION}'

class TokenEndpoint:

    def __init__(self, settings: Settings, http: Callable[[], httpx.Client], clock: Callable[[], float], timeout: dict[str, float | None] | None) -> None:
        ...

    def obtain(self, fields: dict[str, str], *, requested_scopes: Iterable[str]=()) -> Token:
        ...

    def revoke(self, token: Token) -> None:
        ...
