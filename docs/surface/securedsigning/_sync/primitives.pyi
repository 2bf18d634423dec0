from __future__ import annotations
from threading import Lock, Semaphore
from time import sleep
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar
    Arguments = ParamSpec('Arguments')
    Result = TypeVar('Result')
__all__ = ['WRITE_SIZE', 'Lock', 'Places', 'in_thread', 'sleep', 'uninterrupted']
WRITE_SIZE = 1

class Places:

    def __init__(self, count: int) -> None:
        ...

    def take(self, seconds: float | None) -> bool:
        ...

    def give_back(self) -> None:
        ...

def in_thread(function: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    ...

def uninterrupted(result: Result) -> Result:
    ...
