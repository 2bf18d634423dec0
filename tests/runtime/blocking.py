"""An asynchronous client that is used like a blocking one, so that the same tests hold for both."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any


class Blocking:
    """Stands for an asynchronous client or one of its parts; whatever has to be awaited is, in a loop of its own."""

    def __init__(self, part: Any, runner: asyncio.Runner) -> None:
        self._part, self._runner = part, runner

    def __repr__(self) -> str:
        return repr(self._part)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._part, name)
        if type(found).__module__.startswith("securedsigning._async."):
            return Blocking(found, self._runner)
        if not callable(found):
            return found

        def call(*arguments: Any, **named: Any) -> Any:
            outcome = found(*arguments, **named)
            return self._runner.run(outcome) if inspect.iscoroutine(outcome) else outcome

        return call
