"""A local Secured Signing to develop and test against. Not an official product.

from securedsigning_sandbox import Settings, running

with running(Settings(oauth_required=False)) as sandbox:
    ...  # sandbox.base_url, sandbox.api_key, sandbox.api_secret, sandbox.access_url
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from securedsigning_sandbox.clock import Clock
    from securedsigning_sandbox.sandbox import Sandbox, create_app, running
    from securedsigning_sandbox.settings import Settings

__all__ = ["Clock", "Sandbox", "Settings", "create_app", "running"]

_HOMES = {"Clock": "clock", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    """Load a name when it is asked for, so that the command line's help does not wait for the web framework."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'sandbox')}"), name)
