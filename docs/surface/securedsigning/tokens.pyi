from __future__ import annotations
from threading import Lock
from securedsigning._guards import is_list, is_object
from securedsigning.errors import InputError, OAuthError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Final, Protocol, TypeGuard
else:
    Protocol = object
RENEW_AHEAD = 60.0
LONGEST_LIFETIME = 10 ** 10

class Token:

    def __init__(self, access_token: str, *, refresh_token: str | None=None, expires_at: float | None=None, issued_at: float | None=None, scopes: Iterable[str]=(), token_type: str='Bearer') -> None:
        ...

    @classmethod
    def from_answer(cls, answer: Mapping[str, object], *, now: float, requested_scopes: Iterable[str]=(), refresh_token: str | None=None, hidden: Iterable[str]=()) -> Token:
        ...

    @classmethod
    def from_json(cls, data: bytes) -> Token:
        ...

    def to_json(self) -> bytes:
        ...

    def expires_within(self, seconds: float, now: float) -> bool:
        ...

    def __eq__(self, other: object) -> bool:
        ...

    def __hash__(self) -> int:
        ...

    def __repr__(self) -> str:
        ...

class TokenStore(Protocol):

    def load(self) -> Token | None:
        ...

    def save(self, token: Token | None) -> None:
        ...

    def try_lock(self) -> bool:
        ...

    def unlock(self) -> None:
        ...

class MemoryTokenStore(TokenStore):

    def __init__(self, token: Token | None=None) -> None:
        ...

    def load(self) -> Token | None:
        ...

    def save(self, token: Token | None) -> None:
        ...

    def try_lock(self) -> bool:
        ...

    def unlock(self) -> None:
        ...

def refusal(answer: Mapping[str, object], *, hidden: Iterable[str]=()) -> OAuthError:
    ...
