"""A sandbox for each test of the client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from securedsigning_sandbox.sandbox import Sandbox, running


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox on a free port of this machine."""
    with running() as started:
        yield started
