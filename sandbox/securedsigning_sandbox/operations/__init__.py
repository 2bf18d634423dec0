"""What each operation does; one module per group. An operation without an entry answers with an example from the spec."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from starlette.responses import Response

from securedsigning_sandbox.context import Call

Handler = Callable[[Call], Any]
"""Takes a call; returns a Response, or what is sent as JSON, or None for an empty answer."""

HANDLERS: dict[str, Handler] = {}


def operation(identifier: str) -> Callable[[Handler], Handler]:
    """Register a function as the behaviour of an operation."""

    def register(handler: Handler) -> Handler:
        HANDLERS[identifier] = handler
        return handler

    return register


@cache
def load() -> dict[str, Handler]:
    """All behaviours by operationId."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return HANDLERS


__all__ = ["HANDLERS", "Handler", "Response", "load", "operation"]
