"""The sandbox's time: the machine's, plus what a test has set it forward."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """A clock that can be set.

    Attributes:
        offset: seconds by which it is ahead of the machine's.
    """

    def __init__(self) -> None:
        self.offset = 0.0

    def __call__(self) -> float:
        """The time in Unix seconds."""
        return time.time() + self.offset

    def advance(self, seconds: float) -> None:
        """Set the clock forward (or back, if negative)."""
        self.offset += seconds

    def set(self, moment: float) -> None:
        """Set the clock to a time in Unix seconds."""
        self.offset = moment - time.time()

    def moment(self) -> datetime:
        """The time, in UTC."""
        return datetime.fromtimestamp(self(), UTC)
