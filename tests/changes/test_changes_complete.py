"""No edit goes unmentioned: each value of the sound spec is changed, each key is removed, and something is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import engine, pipeline
from generator.bundling import bundle
from generator.changes import Side, changes, read
from generator.describing import describe
from generator.findings import SpecError
from generator.rules import findings

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
    """Whatever the rules let pass is told as a change."""
    document = bundle(SOUND / "openapi.yaml")
    before = read(str(SOUND))
    judged, missed = 0, []
    for edit in mutants(document):
        try:
            if findings(document, SOUND, thorough=False):
                continue
            api = describe(document, engine.parse(document, pipeline.Layout().templates))
        except SpecError:
            continue
        judged += 1
        if not changes(before, Side("edited", document, api, before.examples)):
            missed.append(edit)
    assert missed == []
    assert judged > 100
