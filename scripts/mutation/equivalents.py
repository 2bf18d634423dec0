"""Mutants that no caller could notice, as ``equivalents.yaml`` lists them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("equivalents.yaml")


@cache
def listed() -> tuple[tuple[str, str], ...]:
    """Pattern and reason of each entry."""
    return tuple((entry["mutants"], entry["reason"]) for entry in yaml.safe_load(FILE.read_text("utf-8")))


def reason(mutant: str) -> str | None:
    """Why nobody could notice the mutant of this id; None if somebody should."""
    return next((why for pattern, why in listed() if fnmatchcase(mutant, pattern)), None)
