"""OAuth tokens and where they are kept.

A store is anything with ``load`` and ``save``; ``MemoryTokenStore`` and ``FileTokenStore`` (one token per file) are two of
them. A store of your own derives from ``TokenStore``; if several processes share it, it has ``try_lock`` and ``unlock`` too.
"""

from __future__ import annotations

import os
import sys
import threading

from securedsigning._json import dumps, loads
from securedsigning.errors import ConfigurationError, OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Final, Protocol
else:
    Protocol = object  # typing costs more to import than this whole module

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST_LIFETIME = 10**10
"""Seconds; an ``expires_in`` above it, or one that is no number, says nothing about when the token ends."""


class Token:
    """An access token and what belongs to it; never changed, only replaced.

    Attributes:
        access_token: what is sent with each call; never printed.
        refresh_token: what a new access token is asked for with, if there is one; never printed.
        expires_at: when the access token ends, in Unix seconds; None if the service did not say.
        scopes: what it permits, as far as the service said; may be less than what was asked for.
        token_type: always ``Bearer``.
    """

    __slots__ = ("access_token", "expires_at", "refresh_token", "scopes", "token_type")

    def __init__(
        self,
        access_token: str,
        *,
        refresh_token: str | None = None,
        expires_at: float | None = None,
        scopes: Iterable[str] = (),
        token_type: str = "Bearer",
    ) -> None:
        self.access_token: Final = access_token
        self.refresh_token: Final = refresh_token
        self.expires_at: Final = expires_at
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
        # It becomes a header: RFC 6749, appendix A.12 allows printable ASCII, and a line break would forge another header.
        if not isinstance(access_token, str) or not access_token or not _is_printable_ascii(access_token):
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
            scopes=granted or requested_scopes,
        )

    @classmethod
    def from_json(cls, data: bytes) -> Token:
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: it is something else; the message quotes nothing of it.
        """
        members = loads(data)
        if not isinstance(members, dict):
            raise ValueError("a token is a JSON object")
        access_token, refresh_token = members.get("access_token"), members.get("refresh_token")
        expires_at, scopes = members.get("expires_at"), members.get("scopes", [])
        if not isinstance(access_token, str) or not access_token or not _is_printable_ascii(access_token):
            raise ValueError("access_token is missing or no text")
        if not isinstance(refresh_token, str | None):
            raise ValueError("refresh_token is no text")
        if isinstance(expires_at, bool) or not isinstance(expires_at, int | float | None):
            raise ValueError("expires_at is no number")
        if not isinstance(scopes, list) or not all(isinstance(scope, str) for scope in scopes):
            raise ValueError("scopes is no list of texts")
        return cls(access_token, refresh_token=refresh_token, expires_at=expires_at, scopes=scopes)

    def to_json(self) -> bytes:
        """The token as JSON, secrets included: for a store, never for a log."""
        return dumps({name: getattr(self, name) for name in self.__slots__})

    def expires_within(self, seconds: float, now: float) -> bool:
        """Whether the access token ends within so many seconds from ``now`` (Unix seconds). One without an end never does."""
        return self.expires_at is not None and self.expires_at - now <= seconds

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.access_token, self.refresh_token, self.expires_at))

    def __repr__(self) -> str:
        refreshable = "with" if self.refresh_token else "without"
        return f"<Token {' '.join(self.scopes) or 'of unknown scope'}, ends at {self.expires_at}, {refreshable} refresh token>"


class TokenStore(Protocol):
    """Where a client keeps its token. Derive from it and write ``load`` and ``save``.

    The methods may be called from any thread. What the store holds is the truth: an empty store means nobody is logged in.
    """

    def load(self) -> Token | None:
        """The token that is kept, None if there is none."""
        ...

    def save(self, token: Token | None) -> None:
        """Keep this token in place of the one before; None forgets it. A reader sees the one or the other, never half."""
        ...

    def try_lock(self) -> bool:
        """Take the lock that lets only one client of all processes renew the token; never waits.

        Needed where refresh tokens are good for one use and several processes share the store. ``unlock`` may be called from
        another thread than this.

        Returns:
            False if another one holds it.
        """
        return True

    def unlock(self) -> None:
        """Give the lock back."""


class MemoryTokenStore(TokenStore):
    """Keeps the token as long as the process lives. Several clients may share one."""

    def __init__(self, token: Token | None = None) -> None:
        self._token = token
        self._lock = threading.Lock()

    def load(self) -> Token | None:
        return self._token

    def save(self, token: Token | None) -> None:
        self._token = token

    def try_lock(self) -> bool:
        return self._lock.acquire(blocking=False)

    def unlock(self) -> None:
        self._lock.release()


class FileTokenStore(TokenStore):
    """Keeps one token in one file that only this user can read, shared safely by any number of processes.

    The file is replaced as a whole. A second, empty file beside it (its name with ``.lock`` added) carries the lock and stays;
    the system frees that lock when a process ends, however it ends. On Windows, who may read the file is what the folder
    says; it is not checked there.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Name the file; it need not exist, its folder must. ``~`` is the home folder, and a link is followed.

        Raises:
            ConfigurationError: there is no such folder, or any user may replace the files in it.
        """
        self.path = os.path.realpath(os.path.expanduser(path))
        self._lock = threading.Lock()
        self._lock_file = -1
        folder = os.path.dirname(self.path)
        if not os.path.isdir(folder):
            raise ConfigurationError(
                f"the folder of the token file does not exist: make {folder} first, for you alone."
            )
        mode = os.stat(folder).st_mode
        # The sticky bit (as on /tmp) keeps other users from replacing the file although they may write beside it.
        if sys.platform != "win32" and mode & 0o002 and not mode & 0o1000:
            raise ConfigurationError(
                f"any user may replace the token file in {folder}: chmod o-w it, or take another folder."
            )

    def load(self) -> Token | None:
        """The token in the file, None if there is no file.

        Raises:
            ConfigurationError: others can read the file, it belongs to another user, or it holds no token.
        """
        try:
            with open(self.path, "rb") as file:
                self._refuse_exposed(os.fstat(file.fileno()))
                data = file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ConfigurationError(f"the token file {self.path} cannot be read: {error.strerror}.") from error
        try:
            return Token.from_json(data)
        except ValueError:
            # The cause would quote the file; what is left of a damaged token is still a secret.
            raise ConfigurationError(
                f"the token file {self.path} is damaged or no token file: delete it and let the user log in again."
            ) from None

    def save(self, token: Token | None) -> None:
        """Replace the file, or delete it for None. After a crash the file is the old or the new one, never half.

        Raises:
            ConfigurationError: it cannot be written.
        """
        try:
            if token is None:
                if os.path.exists(self.path):
                    os.unlink(self.path)
            else:
                self._replace(token.to_json())
        except OSError as error:
            raise ConfigurationError(f"the token file {self.path} cannot be written: {error.strerror}.") from error

    def try_lock(self) -> bool:
        if not self._lock.acquire(blocking=False):
            return False
        try:
            file = os.open(f"{self.path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            self._lock.release()
            raise ConfigurationError(f"the lock {self.path}.lock cannot be opened: {error.strerror}.") from error
        try:
            if sys.platform == "win32":
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            self._lock.release()
            return False
        self._lock_file = file
        return True

    def unlock(self) -> None:
        # Said aloud, not left to close(): a forked child may still hold the same open file.
        if sys.platform == "win32":
            msvcrt.locking(self._lock_file, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(self._lock_file, fcntl.LOCK_UN)
        os.close(self._lock_file)
        self._lock_file = -1
        self._lock.release()

    def _refuse_exposed(self, found: os.stat_result) -> None:
        if sys.platform == "win32":
            return
        if found.st_mode & 0o077:
            raise ConfigurationError(
                f"other users can read or change the token file {self.path}: chmod 600 it. If they may have done so, revoke "
                "the token and log in again."
            )
        if found.st_uid != os.geteuid() and os.geteuid() != 0:
            raise ConfigurationError(f"the token file {self.path} belongs to another user.")

    def _replace(self, data: bytes) -> None:
        folder, name = os.path.split(self.path)
        draft = os.path.join(folder, f".{name}.{os.getpid()}.{os.urandom(6).hex()}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            with open(os.open(draft, flags, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, self.path)
        except BaseException:
            if os.path.exists(draft):
                os.unlink(draft)
            raise
        if sys.platform != "win32":
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)  # the new name, not only the content, survives a power cut
            finally:
                os.close(handle)


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
    from urllib.parse import quote

    text = value if isinstance(value, str) else ""
    for secret in sorted(hidden, key=len, reverse=True):
        if len(secret) >= 6:  # a shorter one is no secret, and blanking it would garble words
            text = text.replace(secret, "***").replace(quote(secret, safe=""), "***")
    return "".join(letter if letter.isprintable() else " " for letter in text[:300]).strip()


def _lifetime(value: object) -> float | None:
    """``expires_in`` in seconds. The developer page shows it as text, the official .NET SDK reads a number."""
    if isinstance(value, str):
        text = value.strip()
        value = int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST_LIFETIME:
        return None
    return value


def _is_printable_ascii(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text
