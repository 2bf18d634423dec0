# Copied from templates/python/runtime/_sync/primitives.py; edit it there.
"""What differs between asynchronous and blocking code. The asynchronous twin is ``_async/primitives.py``."""

from __future__ import annotations

from threading import Lock, Semaphore
from time import sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    Arguments = ParamSpec("Arguments")
    Result = TypeVar("Result")

__all__ = ["WRITE_SIZE", "Lock", "Places", "in_thread", "sleep", "uninterrupted"]

WRITE_SIZE = 1
"""Bytes to collect before they are written: none, as what has just arrived is written fastest."""


class Places:
    """A number of places, for which callers wait."""

    def __init__(self, count: int) -> None:
        self._semaphore = Semaphore(count)

    def take(self, seconds: float | None) -> bool:
        """Wait for a place, at most so long; None waits without end. Returns whether there is one now."""
        return self._semaphore.acquire(timeout=seconds)

    def give_back(self) -> None:
        """Let the next one have the place."""
        self._semaphore.release()


def in_thread(function: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Run a function that blocks; blocking code may as well run it where it is."""
    return function(*args, **kwargs)


def uninterrupted(result: Result) -> Result:
    """Blocking code has finished the work by the time it gets here."""
    return result
