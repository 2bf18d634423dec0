"""That nothing was left out. Runs last; an operation that is new in the spec is among the others without an edit here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from contract import calling, judging, spec

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _the_whole_folder_ran(request: pytest.FixtureRequest) -> None:
    """A selection of tests proves nothing about the others."""
    modules = {item.path for item in request.session.items}
    chosen = request.config.getoption("keyword") or any("::" in text for text in request.config.args)
    if chosen or not set(HERE.glob("test_*.py")) <= modules:
        pytest.skip("only some of the tests were run")


def test_all_ran_in_this_process(request: pytest.FixtureRequest) -> None:
    """What was called is kept in memory; with ``--dist loadgroup`` all tests of this folder share one process."""
    assert "PYTEST_XDIST_WORKER" not in os.environ or request.node.nodeid.endswith("@contract")


def test_every_operation_was_sent_and_judged() -> None:
    assert sorted({each.id for each in spec.operations()} - judging.judged) == []


def test_every_operation_was_answered_and_refused() -> None:
    every = {(each.id, kind) for each in spec.generated_operations() for kind in calling.KINDS}

    assert sorted(every - calling.answered) == []
    assert sorted(every - calling.refused) == []
