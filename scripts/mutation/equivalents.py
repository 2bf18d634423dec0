"""Mutants that no caller could notice, as ``equivalents.yaml`` lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("equivalents.yaml")


@dataclass(frozen=True)
class Entry:
    """Some mutants that are listed for one reason.

    Attributes:
        patterns: they fit the ids of the mutants.
        reason: why no caller could notice.
        by_hand: whether it is about hand-written code, so that what is generated proves nothing.
    """

    patterns: tuple[str, ...]
    reason: str
    by_hand: bool

    def fits(self, mutant: str) -> bool:
        """Whether a mutant is one of them."""
        return any(_expression(pattern).match(mutant) for pattern in self.patterns)


@cache
def listed() -> tuple[Entry, ...]:
    """Every entry."""
    entries = yaml.safe_load(FILE.read_text("utf-8"))
    return tuple(
        Entry(
            (entry["mutants"],) if isinstance(entry["mutants"], str) else tuple(entry["mutants"]),
            entry["reason"],
            entry.get("by-hand", False),
        )
        for entry in entries
    )


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern))


def entry(mutant: str) -> Entry | None:
    """The entry that lists the mutant of this id; None if it should be noticed."""
    return next((each for each in listed() if each.fits(mutant)), None)
