from __future__ import annotations
from securedsigning._sync.primitives import Lock, in_thread, sleep
from securedsigning.errors import OAuthError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.tokens import TokenStore
LOOK_INTERVAL = 0.05
LOOKS = 1200

class Exclusive:

    def __init__(self, lock: Lock, store: TokenStore) -> None:
        ...

    def __enter__(self) -> None:
        ...

    def __exit__(self, *_: object) -> None:
        ...
