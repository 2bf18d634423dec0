from __future__ import annotations
from securedsigning._async.primitives import Lock, in_thread, sleep
from securedsigning.errors import OAuthError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.tokens import TokenStore
LOOK_INTERVAL = 0.05
LOOKS = 1200

class AsyncExclusive:

    def __init__(self, lock: Lock, store: TokenStore) -> None:
        ...

    async def __aenter__(self) -> None:
        ...

    async def __aexit__(self, *_: object) -> None:
        ...
