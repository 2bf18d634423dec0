"""Trying another version of the engine: what is told of the differences."""

from __future__ import annotations

import os
from pathlib import Path

from scripts.engine_trial import changes, missing_names


def test_files_that_differ(tmp_path: Path) -> None:
    """Added, removed and changed ones, each with its lines; what is the same is not named."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, files in (
        (old, {"a": "1\n", "b/c": "2\n", "d": "3\n"}),
        (new, {"a": "1\n", "b/c": "two\n", "e": "4\n"}),
    ):
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    found = {change.name: change for change in changes(old, new)}
    assert {name: change.kind for name, change in found.items()} == {"b/c": "changed", "d": "removed", "e": "added"}
    assert "-2\n+two\n" in found["b/c"].difference


def test_names_that_are_gone() -> None:
    """Of the package asked for only, and of modules that are gone as a whole."""
    source = "from json import loads, no_such_thing\nfrom json.nowhere import more\nfrom os import nothing_here\n"
    assert missing_names(source, "json", dict(os.environ)) == ["json.no_such_thing", "json.nowhere.more"]
