"""One client of each kind for all tests: what they hold is built once, so that thousands of calls take seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from securedsigning.tokens import Token

from contract import calling, pydantic_models
from contract.calling import Caller

COVERAGE = Path(__file__).with_name("test_coverage.py")

GetCaller = Callable[..., Caller]
MakeCaller = Callable[..., Caller]


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    """One event loop for all asynchronous calls."""
    with asyncio.Runner() as each:
        yield each


@pytest.fixture(scope="session")
def caller(runner: asyncio.Runner) -> Iterator[GetCaller]:
    """``caller(kind, oauth=..., **settings)``: the client for it."""
    known: dict[object, Caller] = {}

    def get(kind: str, *, oauth: bool = True, **settings: str) -> Caller:
        key = kind, oauth, *sorted(settings.items())
        if key not in known:
            token = Token(calling.ACCESS_TOKEN) if oauth else None
            known[key] = Caller(kind, runner=runner, token=token, use_oauth=oauth, **settings)
        return known[key]

    yield get
    for each in known.values():
        each.close()


@pytest.fixture
def make(runner: asyncio.Runner) -> Iterator[MakeCaller]:
    """A client of its own, since tokens are kept and revoked."""
    made: list[Caller] = []

    def new(kind: str, token: Token | None = None, **settings: Any) -> Caller:
        made.append(Caller(kind, runner=runner, token=token, **settings))
        return made[-1]

    yield new
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def pydantic_module(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Models by datamodel-code-generator."""
    return pydantic_models.make(tmp_path_factory.mktemp("pydantic"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """What looks back on the other tests comes after them, in the same process when several share the tests."""
    for item in items:
        if item.path.is_relative_to(COVERAGE.parent):
            item.add_marker(pytest.mark.xdist_group("contract"))  # before pytest-xdist looks for it
    yield
    items.sort(key=lambda item: item.path == COVERAGE)
