"""The tour of the sandbox and its pictures."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_tour_shows_every_picture_and_no_other() -> None:
    shown = re.findall(r"!\[[^]]+\]\(screenshots/([^)]+)\)", (DOCS / "sandbox.md").read_text("utf-8"))
    assert sorted(shown) == sorted(path.name for path in (DOCS / "screenshots").iterdir())


def test_the_pictures_are_small() -> None:
    """All of them together, since whoever clones the repository fetches them."""
    assert sum(path.stat().st_size for path in (DOCS / "screenshots").iterdir()) < 1_500_000
