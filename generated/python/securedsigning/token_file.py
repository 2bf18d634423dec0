# Copied from templates/python/runtime/token_file.py; edit it there.
"""A token in a file: private, never half written, shared by any number of processes."""

from __future__ import annotations

import errno
import os
import sys
from threading import Lock

from securedsigning.errors import ConfigurationError
from securedsigning.tokens import Token, TokenStore

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCKED = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""How the systems say that another one holds a lock; the last two are Windows's."""


class FileTokenStore(TokenStore):
    """Keeps one token in one file that only this user can read, shared safely by any number of processes.

    The file is replaced as a whole. A second, empty file beside it (its name with ``.lock`` added) carries the lock and
    stays; the system frees that lock when a process ends, however it ends. On Windows, the folder decides who may read
    the file, and nothing is checked.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Name the file; it need not exist, its folder must. ``~`` is the home folder, and a link is followed.

        Raises:
            ConfigurationError: there is no such folder, or any user may replace the files in it.
        """
        self.path = os.path.realpath(os.path.expanduser(path))
        self._lock = Lock()
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
            raise ConfigurationError(f"{self.path}.lock cannot be opened: {error.strerror}.") from error
        try:
            if sys.platform == "win32":
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(file)
            self._lock.release()
            if error.errno in LOCKED:
                return False
            raise ConfigurationError(f"{self.path}.lock cannot be locked there: {error.strerror}.") from error
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
                f"other users can read or change the token file {self.path}: chmod 600 it. If they may have done so, "
                "revoke the token and log in again."
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
