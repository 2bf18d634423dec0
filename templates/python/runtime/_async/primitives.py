"""What differs between asynchronous and blocking code. The blocking twin is ``_sync/primitives.py``."""

from __future__ import annotations

import asyncio
from asyncio import Lock, sleep

from securedsigning.errors import ConfigurationError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any, ParamSpec, TypeVar

    Arguments = ParamSpec("Arguments")
    Result = TypeVar("Result")

__all__ = ["WRITE_SIZE", "Lock", "Places", "in_thread", "sleep", "uninterrupted"]

WRITE_SIZE = 256 * 1024
"""Bytes to collect before a thread is asked to write them: fewer, and the asking takes longer than the writing."""


class Places:
    """A number of places, for which callers wait in the order in which they came; all in one event loop."""

    def __init__(self, count: int) -> None:
        self._semaphore = asyncio.Semaphore(count)
        self._loop: asyncio.AbstractEventLoop | None = None

    async def take(self, seconds: float | None) -> bool:
        """Wait for a place, at most so long; None waits without end. Returns whether there is one now.

        Raises:
            ConfigurationError: places were taken in another event loop before.
        """
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise ConfigurationError(
                "this client is used from two event loops, and its connections belong to the first: make one client "
                "in each, as with: async with AsyncSecuredSigning(...) as client."
            )
        if not self._semaphore.locked():
            return await self._semaphore.acquire()
        try:
            async with asyncio.timeout(seconds):
                return await self._semaphore.acquire()
        except TimeoutError:
            return False

    def give_back(self) -> None:
        """Let the next one have the place."""
        self._semaphore.release()


async def in_thread(
    function: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result:
    """Run a function that blocks (file access, a lock) without holding up the event loop."""
    return await asyncio.to_thread(function, *args, **kwargs)


async def uninterrupted(work: Coroutine[Any, Any, Result]) -> Result:
    """Finish the work even if the caller is cancelled while it waits: what it has begun must not be left half done."""
    task = asyncio.ensure_future(work)
    _unfinished.add(task)  # the event loop alone would let an unfinished task be collected
    task.add_done_callback(_finished)
    return await asyncio.shield(task)


_unfinished: set[asyncio.Future[Any]] = set()


def _finished(task: asyncio.Future[Any]) -> None:
    _unfinished.discard(task)
    if not task.cancelled():
        task.exception()  # seen, so that nothing is logged when the caller is gone
