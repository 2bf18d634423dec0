"""What differs between asynchronous and blocking code. The asynchronous twin is ``_async/primitives.py``."""

from __future__ import annotations

from threading import Lock
from time import sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    Arguments = ParamSpec("Arguments")
    Result = TypeVar("Result")

__all__ = ["WRITE_SIZE", "Lock", "in_thread", "sleep", "uninterrupted"]

WRITE_SIZE = 1
"""Bytes to collect before they are written: none, as what has just arrived is written fastest."""


def in_thread(function: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Run a function that blocks; blocking code may as well run it where it is."""
    return function(*args, **kwargs)


def uninterrupted(result: Result) -> Result:
    """Blocking code has finished the work by the time it gets here."""
    return result
