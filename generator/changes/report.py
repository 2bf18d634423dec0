"""Where the comparison writes down what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from generator.changes.change import Change, Rename
from generator.changes.rules import RULES
from generator.findings import Place


class Report:
    """Changes as they are found, each judged by the table of rules.

    Attributes:
        found: what was written down.
        told: paths into the new document of what was compared and found to differ, wherever the changes stand.
    """

    def __init__(self) -> None:
        self.found: list[Change] = []
        self.told: set[tuple[str, ...]] = set()

    @contextmanager
    def about(self, *paths: tuple[str, ...]) -> Iterator[None]:
        """What is written down meanwhile is about these parts of the document, even if its place is in another one."""
        before = len(self.found)
        yield
        if len(self.found) > before:
            self.told.update(paths)

    def add(
        self, rule: str, place: Place, text: str, old: str = "", new: str = "", rename: Rename | None = None
    ) -> None:
        """Write one change down; Python that did not change is not shown.

        Raises:
            KeyError: there is no such rule.
        """
        kind, why = RULES[rule]
        old, new = (old, new) if old != new else ("", "")
        self.found.append(Change(rule, kind, text, why, place, old, new, rename))
