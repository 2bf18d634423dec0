"""Where the comparison writes down what it finds."""

from __future__ import annotations

from generator.changes.change import Change, Rename
from generator.changes.rules import RULES
from generator.findings import Place


class Report:
    """Changes as they are found, each judged by the table of rules.

    Attributes:
        found: what was written down.
    """

    def __init__(self) -> None:
        self.found: list[Change] = []

    def add(
        self, rule: str, place: Place, text: str, old: str = "", new: str = "", rename: Rename | None = None
    ) -> None:
        """Write one change down."""
        kind, why = RULES[rule]
        self.found.append(Change(rule, kind, text, why, place, old, new, rename))
