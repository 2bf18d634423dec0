from __future__ import annotations
import errno
import os
import sys
from threading import Lock
from securedsigning.errors import ConfigurationError
from securedsigning.tokens import Token, TokenStore
LOCKED = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

class FileTokenStore(TokenStore):

    def __init__(self, path: str | os.PathLike[str]) -> None:
        ...

    def load(self) -> Token | None:
        ...

    def save(self, token: Token | None) -> None:
        ...

    def try_lock(self) -> bool:
        ...

    def unlock(self) -> None:
        ...
