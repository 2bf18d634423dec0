"""OAuth tokens and where they are kept.

``MemoryTokenStore`` here and ``FileTokenStore`` in ``token_file.py`` are two stores. One of your own derives from
``TokenStore`` and has ``load`` and ``save``; if several processes share it, it has ``try_lock`` and ``unlock`` too.
"""

from __future__ import annotations

from threading import Lock

from securedsigning._guards import is_list, is_object
from securedsigning.errors import InputError, OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Final, Protocol, TypeGuard
else:
    Protocol = object  # typing costs more to import than this whole module

RENEW_AHEAD = 60.0
"""Seconds before its end from which on a token is renewed: time for a slow upload to arrive with a valid one."""

LONGEST_LIFETIME = 10**10
"""Seconds; an ``expires_in`` above it, or one that is no number, says nothing about when the token ends."""


class Token:
    """An access token and what belongs to it; never changed, only replaced.

    Attributes:
        access_token: what is sent with each call; never printed.
        refresh_token: what a new access token is asked for with, if there is one; never printed.
        expires_at: when the access token ends, in Unix seconds; None if the service did not say.
        issued_at: when it was asked for, in Unix seconds; None if that is not known.
        renew_at: when to renew it, in Unix seconds: a minute before its end, but not before half of its life; infinite
            if it has no end.
        scopes: what it permits, as far as the service said; may be less than what was asked for.
        token_type: always ``Bearer``.
    """

    __slots__ = ("access_token", "expires_at", "issued_at", "refresh_token", "renew_at", "scopes", "token_type")

    def __init__(
        self,
        access_token: str,
        *,
        refresh_token: str | None = None,
        expires_at: float | None = None,
        issued_at: float | None = None,
        scopes: Iterable[str] = (),
        token_type: str = "Bearer",
    ) -> None:
        """Put a token together.

        Raises:
            InputError: the access token cannot be sent; the message does not quote it.
        """
        if not _is_sendable(access_token):
            raise InputError("access_token is empty or holds blanks, line breaks or characters outside ASCII.")
        self.access_token: Final = access_token
        self.refresh_token: Final = refresh_token
        self.expires_at: Final = expires_at
        self.issued_at: Final = issued_at
        self.renew_at: Final = _renew_at(expires_at, issued_at)
        self.scopes: Final = tuple(scopes)
        self.token_type: Final = token_type

    @classmethod
    def from_answer(
        cls,
        answer: Mapping[str, object],
        *,
        now: float,
        requested_scopes: Iterable[str] = (),
        refresh_token: str | None = None,
        hidden: Iterable[str] = (),
    ) -> Token:
        """Read an answer of the token endpoint, or the fragment of an implicit-flow callback (RFC 6749, 5.1 and 4.2.2).

        Args:
            answer: the members of the answer.
            now: Unix seconds when the token was asked for.
            requested_scopes: what was asked for; granted as it is if the answer names no scope.
            refresh_token: the refresh token so far, kept if the answer brings no new one (RFC 6749, 6).
            hidden: secrets that an error's description must not repeat.

        Raises:
            OAuthError: the answer is a refusal, whatever its status was, or has no usable access token.
        """
        if answer.get("error"):
            raise refusal(answer, hidden=hidden)
        access_token = answer.get("access_token")
        if not _is_sendable(access_token):
            raise OAuthError("the answer holds no usable access token")
        token_type = answer.get("token_type") or "Bearer"
        if str(token_type).lower() != "bearer":
            raise OAuthError("the answer holds a token of another type than Bearer, which this client cannot send")
        lifetime = _lifetime(answer.get("expires_in"))
        scope = answer.get("scope")
        granted = scope.split() if isinstance(scope, str) else []
        renewed = answer.get("refresh_token")
        return cls(
            access_token,
            refresh_token=renewed if isinstance(renewed, str) and renewed else refresh_token,
            expires_at=None if lifetime is None else now + lifetime,
            issued_at=now,
            scopes=granted or requested_scopes,
        )

    @classmethod
    def from_json(cls, data: bytes) -> Token:
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: it is something else; the message quotes nothing of it.
        """
        from securedsigning._json import loads  # not above: orjson costs more to import than all of OAuth

        members = loads(data)
        if not is_object(members):
            raise ValueError("a token is a JSON object")
        access_token, refresh_token = members.get("access_token"), members.get("refresh_token")
        expires_at, issued_at, scopes = members.get("expires_at"), members.get("issued_at"), members.get("scopes", [])
        if not _is_sendable(access_token):
            raise ValueError("access_token is missing or no text")
        if not isinstance(refresh_token, str | None):
            raise ValueError("refresh_token is no text")
        if not isinstance(expires_at, int | float | None) or not isinstance(issued_at, int | float | None):
            raise ValueError("expires_at or issued_at is no number")
        if not _is_list_of_texts(scopes):
            raise ValueError("scopes is no list of texts")
        return cls(access_token, refresh_token=refresh_token, expires_at=expires_at, issued_at=issued_at, scopes=scopes)

    def to_json(self) -> bytes:
        """The token as JSON, secrets included: for a store, never for a log."""
        from securedsigning._json import dumps

        return dumps(
            {
                "access_token": self.access_token,
                "refresh_token": self.refresh_token,
                "expires_at": self.expires_at,
                "issued_at": self.issued_at,
                "scopes": list(self.scopes),
                "token_type": self.token_type,
            }
        )

    def expires_within(self, seconds: float, now: float) -> bool:
        """Whether the access token ends within so many seconds from ``now`` (Unix seconds)."""
        return self.expires_at is not None and self.expires_at - now <= seconds

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.access_token, self.refresh_token, self.expires_at))

    def __repr__(self) -> str:
        scopes, renewable = " ".join(self.scopes) or "of unknown scope", "with" if self.refresh_token else "without"
        return f"<Token {scopes}, ends at {self.expires_at}, {renewable} refresh token>"


class TokenStore(Protocol):
    """Where a client keeps its token. Derive from it and write ``load`` and ``save``.

    The methods may be called from any thread. What the store holds is the truth: if it is empty, nobody is logged in.
    """

    def load(self) -> Token | None:
        """The token that is kept, None if there is none."""
        ...

    def save(self, token: Token | None) -> None:
        """Keep this token in place of the one before; None forgets it. A reader sees either of them, never half."""
        ...

    def try_lock(self) -> bool:
        """Take the lock that lets only one client of all processes renew the token; never waits.

        Needed where refresh tokens are good for one use and several processes share the store. ``unlock`` may be called
        from another thread than this.

        Returns:
            False if another one holds it.
        """
        return True

    def unlock(self) -> None:
        """Give the lock back."""
        return  # without it, type checkers take the method for one that every store has to write


class MemoryTokenStore(TokenStore):
    """Keeps the token as long as the process lives. Several clients may share one."""

    def __init__(self, token: Token | None = None) -> None:
        self._token = token
        self._lock = Lock()

    def load(self) -> Token | None:
        return self._token

    def save(self, token: Token | None) -> None:
        self._token = token

    def try_lock(self) -> bool:
        return self._lock.acquire(blocking=False)

    def unlock(self) -> None:
        self._lock.release()


def refusal(answer: Mapping[str, object], *, hidden: Iterable[str] = ()) -> OAuthError:
    """The error for an answer that carries ``error`` and perhaps ``error_description`` (RFC 6749, 4.1.2.1 and 5.2).

    Args:
        answer: the members of the answer.
        hidden: secrets to blank out, should the service repeat one.
    """
    code = _readable(answer.get("error"), hidden) or "error"
    description = _readable(answer.get("error_description"), hidden) or None
    return OAuthError(
        f"refused: {code}{f' ({description})' if description else ''}", code=code, description=description
    )


def _readable(value: object, hidden: Iterable[str]) -> str:
    """Foreign text, made fit for a message: one line, not long, without what is secret."""
    import re
    from urllib.parse import quote

    text = value if isinstance(value, str) else ""
    for secret in sorted(hidden, key=len, reverse=True):
        if len(secret) >= 6:  # a shorter one is no secret, and blanking it would garble words
            # Any case, for some write %2b where others write %2B.
            text = re.sub(f"{re.escape(secret)}|{re.escape(quote(secret, safe=''))}", "***", text, flags=re.IGNORECASE)
    return "".join(letter if letter.isprintable() else " " for letter in text[:300]).strip()


def _renew_at(expires_at: float | None, issued_at: float | None) -> float:
    if expires_at is None:
        return float("inf")
    # The half keeps a token that lives for less than a minute from being renewed for each call.
    return expires_at - (RENEW_AHEAD if issued_at is None else min(RENEW_AHEAD, max(0, expires_at - issued_at) / 2))


def _lifetime(value: object) -> float | None:
    """``expires_in`` in seconds. The developer page shows it as text, the official .NET SDK reads a number."""
    if isinstance(value, str):
        text = value.strip()
        value = int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST_LIFETIME:
        return None
    return value


def _is_sendable(value: object) -> TypeGuard[str]:
    """Whether it can be an access token, which becomes a header: RFC 6749, A.12 allows printable ASCII.

    A line break would forge another header; HTTP libraries refuse it, and quote the header in their message.
    """
    return isinstance(value, str) and value.isascii() and value.isprintable() and " " not in value and value != ""


def _is_list_of_texts(value: object) -> TypeGuard[list[str]]:
    return is_list(value) and all(isinstance(item, str) for item in value)
