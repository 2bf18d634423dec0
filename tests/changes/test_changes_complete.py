"""No edit goes unmentioned: each value of the sound spec is changed, each key is removed, and something is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.bundling import bundle
from generator.changes import changes, read
from generator.changes.sources import described
from generator.findings import SpecError

SOUND = Path(__file__).parents[1] / "generator" / "specs" / "sound"


def mutants(holder: Any, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Make one edit after the other, in place, and name it; each is undone before the next."""
    for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
        value = holder[key]
        if isinstance(value, dict | list):
            yield from mutants(value, (*path, key))
        elif isinstance(value, bool | int | str):
            holder[key] = (not value) if isinstance(value, bool) else value + (1 if isinstance(value, int) else "x")
            yield (*path, key, holder[key])
            holder[key] = value
        if isinstance(holder, dict):
            kept = dict(holder)
            del holder[key]
            yield (*path, key, "removed")
            holder.clear()
            holder.update(kept)


def test_no_edit_goes_unmentioned() -> None:
    """Whatever can be read is told as a change, with findings or without."""
    document = bundle(SOUND / "openapi.yaml")
    before = read(str(SOUND))
    sound, unsound, missed = 0, 0, []
    for edit in mutants(document):
        try:
            side = described("edited", document, SOUND)
        except SpecError:
            continue
        sound, unsound = sound + (not side.findings), unsound + bool(side.findings)
        if not changes(before, side):
            missed.append(edit)
    assert missed == []
    assert sound > 100 and unsound > 100
