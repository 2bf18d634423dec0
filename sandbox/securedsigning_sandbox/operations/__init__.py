"""What each operation does; one module per group. An operation without an entry answers with an example from the spec."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from starlette.responses import Response

from securedsigning_sandbox.context import Call

Handler = Callable[[Call], Any]
"""Takes a call; returns a Response, or what is sent as JSON, or None for an empty answer."""

HANDLERS: dict[str, Handler] = {}

_MODULES = (
    "account",
    "attachments",
    "certificates",
    "combining",
    "documents",
    "downloads",
    "email_templates",
    "packages",
    "smart_tags",
)


def operation(identifier: str) -> Callable[[Handler], Handler]:
    """Register a function as the behaviour of an operation."""

    def register(handler: Handler) -> Handler:
        HANDLERS[identifier] = handler
        return handler

    return register


def load() -> dict[str, Handler]:
    """All behaviours by operationId."""
    for name in _MODULES:
        import_module(f"{__name__}.{name}")
    return HANDLERS


__all__ = ["HANDLERS", "Handler", "Response", "load", "operation"]
