"""A sandbox per test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from caller import Caller
from securedsigning_sandbox.settings import Settings


@pytest.fixture
def caller() -> Iterator[Caller]:
    """A fresh sandbox."""
    made = Caller()
    yield made
    made.sandbox.close()


@pytest.fixture
def make_caller() -> Iterator[Any]:
    """Makes fresh sandboxes with settings of the test's own."""
    made: list[Caller] = []

    def make(**settings: Any) -> Caller:
        made.append(Caller(Settings(**settings)))
        return made[-1]

    yield make
    for each in made:
        each.sandbox.close()
