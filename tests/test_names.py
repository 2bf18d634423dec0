"""The names of the tests, which processes that share them must agree on."""

from __future__ import annotations

import pytest

LONGEST = 300  # characters


def test_no_test_is_named_after_the_bytes_of_a_file(request: pytest.FixtureRequest) -> None:
    """Those of a ZIP hold the time it was made, so two processes that collect a second apart would find other tests."""
    assert [item.nodeid[:LONGEST] for item in request.session.items if len(item.nodeid) > LONGEST] == []
