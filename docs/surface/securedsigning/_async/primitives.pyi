from __future__ import annotations
import asyncio
from asyncio import Lock, sleep
from securedsigning.errors import ConfigurationError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any, ParamSpec, TypeVar
    Arguments = ParamSpec('Arguments')
    Result = TypeVar('Result')
__all__ = ['WRITE_SIZE', 'Lock', 'Places', 'in_thread', 'sleep', 'uninterrupted']
WRITE_SIZE = 256 * 1024

class Places:

    def __init__(self, count: int) -> None:
        ...

    async def take(self, seconds: float | None) -> bool:
        ...

    def give_back(self) -> None:
        ...

async def in_thread(function: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    ...

async def uninterrupted(work: Coroutine[Any, Any, Result]) -> Result:
    ...
