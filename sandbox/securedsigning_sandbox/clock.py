"""The sandbox's time: that of the machine or of a test, plus what it was set forward."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_EARLIEST, _LATEST = 0.0, 4_102_444_800.0  # 1970 and 2100: dates outside can't be written as certificates need them


class Clock:
    """A clock that can be set; calling it gives the time in Unix seconds.

    Attributes:
        offset: seconds by which it is ahead of its source.
        changed: called whenever it was set, since something may be due now.
    """

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        """A clock.

        Args:
            source: Unix seconds; the machine's by default.
        """
        self._source = source
        self._standing: ContextVar[float | None] = ContextVar("standing", default=None)
        self.offset = 0.0
        self.changed: Callable[[], None] = lambda: None

    def __call__(self) -> float:
        """The time in Unix seconds."""
        standing = self._standing.get()
        return self._source() + self.offset if standing is None else standing

    def advance(self, seconds: float) -> None:
        """Set the clock forward (or back, if negative).

        Raises:
            ValueError: the result is not a time between 1970 and 2100.
        """
        self.set(self() + seconds)

    def set(self, moment: float) -> None:
        """Set the clock to a time in Unix seconds; it goes on from there.

        Raises:
            ValueError: the time is not between 1970 and 2100.
        """
        if not _EARLIEST <= moment <= _LATEST:
            raise ValueError("the clock can be set to times between 1970 and 2100")
        self.offset = moment - self._source()
        self.changed()

    @contextmanager
    def standing_at(self, moment: float) -> Iterator[None]:
        """Within the block it stands at a time in Unix seconds, for this thread only: what was missed happens then."""
        before = self._standing.set(moment)
        try:
            yield
        finally:
            self._standing.reset(before)

    def moment(self) -> datetime:
        """The time, in UTC."""
        return datetime.fromtimestamp(self(), UTC)
