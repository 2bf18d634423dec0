"""The switch that puts httpx2, the maintained fork of httpx, in httpx's place: ``HTTPX2=1 scripts/test``.

The package imports httpx in one module (``_http``), so a move is one line; that everything works with it is what this shows.
"""

from __future__ import annotations

import os
import sys

import pytest

pytest_plugins = ["securedsigning_sandbox.pytest_plugin"]  # which an installed sandbox brings along by itself

if os.environ.get("HTTPX2"):
    import httpx2

    sys.modules["httpx"] = httpx2

collect_ignore = ["consumer"]  # a project of its own, whose tests need an installed package

LONGEST_NAME = 80


@pytest.hookimpl(tryfirst=True)
def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """No test is named after a file: the bytes of a ZIP hold the time, and processes that share the tests need the same names."""
    return argname if isinstance(val, str | bytes | int) and len(ascii(val)) > LONGEST_NAME else None
