# Made from templates/python/runtime/_async/single_flight.py by generator/synchronous.py; edit it there.
"""One renewal at a time: among the tasks or threads of a process, and among the processes that share a store."""

from __future__ import annotations

from securedsigning._sync.primitives import Lock, in_thread, sleep
from securedsigning.errors import OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.tokens import TokenStore

LOOK_INTERVAL = 0.05
"""Seconds between two looks at a lock that another process holds."""

LOOKS = 1200
"""How often to look: a minute, longer than any answer of the token endpoint is waited for."""


class Exclusive:
    """Both locks, as ``async with``: first this process's, then the store's.

    The store's lock is asked for again and again instead of waited for in a thread: all threads of the pool might end
    up waiting for a lock whose holder needs one of them to go on.
    """

    def __init__(self, lock: Lock, store: TokenStore) -> None:
        self._lock = lock
        self._store = store

    def __enter__(self) -> None:
        self._lock.acquire()
        try:
            self._lock_store()
        except BaseException:
            self._lock.release()
            raise

    def __exit__(self, *_: object) -> None:
        try:
            in_thread(self._store.unlock)
        finally:
            self._lock.release()

    def _lock_store(self) -> None:
        for _ in range(LOOKS):
            if in_thread(self._store.try_lock):
                return
            sleep(LOOK_INTERVAL)
        raise OAuthError("another client has held the lock of the token store for a minute; it seems to be stuck")
