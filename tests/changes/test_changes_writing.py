"""Changelog and migration note."""

from __future__ import annotations

from pathlib import Path

from generator.changes import Change, Kind
from generator.changes.migration import MigrationFile
from generator.changes.writing import END, write
from generator.findings import Place

BREAKING = Change("method-removed", Kind.BREAKING, "`client.a.b` is gone.", "It fails.", Place("x", 1), "client.a.b()")
NO_RENAMES: MigrationFile = {
    "package": "securedsigning",
    "version": "0.2.0",
    "renames": [],
    "groups": {},
    "methods": {},
    "classes": {},
}
ADDED = Change("method-added", Kind.FEATURE, "There is `client.a.c`.", "New.", Place("x", 2), "", "client.a.c()")


def test_entry_and_note_are_written_once_and_leave_the_rest_alone(tmp_path: Path) -> None:
    """A second run changes nothing, a run with more changes only what stands between the marks."""
    log = tmp_path / "CHANGELOG.md"
    log.write_text("# Changelog\n\n## 0.1.0\n\n- First.\n", encoding="utf-8")
    note = tmp_path / "docs" / "migrations" / "0.2.0.md"
    assert write([BREAKING], NO_RENAMES, "0.2.0", tmp_path) == [log, note]
    first = log.read_text(encoding="utf-8")
    assert first.index("## 0.2.0") < first.index("`client.a.b` is gone.") < first.index("## 0.1.0\n\n- First.\n")
    note.write_text(note.read_text(encoding="utf-8") + "\nBy hand.\n", encoding="utf-8")
    before = note.read_text(encoding="utf-8")
    write([BREAKING], NO_RENAMES, "0.2.0", tmp_path)
    assert (log.read_text(encoding="utf-8"), note.read_text(encoding="utf-8")) == (first, before)
    write([BREAKING, ADDED], NO_RENAMES, "0.2.0", tmp_path)
    assert log.read_text(encoding="utf-8").count("### Added") == 1
    assert "- client.a.b()" in before and before.endswith("By hand.\n")


def test_renames_that_were_taken_back_are_in_no_file(tmp_path: Path) -> None:
    """A migration file of an earlier run would rename what keeps its name."""
    renamed: MigrationFile = {**NO_RENAMES, "renames": [{"what": "group", "owner": "", "old": "a", "new": "b"}]}
    data = tmp_path / "docs" / "migrations" / "0.2.0.json"
    assert data in write([BREAKING], renamed, "0.2.0", tmp_path) and data.exists()
    assert data not in write([BREAKING], NO_RENAMES, "0.2.0", tmp_path) and not data.exists()


def test_what_is_by_hand_stays_without_an_end_mark(tmp_path: Path) -> None:
    """If the second mark is gone, nothing after the first one is thrown away."""
    write([BREAKING], NO_RENAMES, "0.2.0", tmp_path)
    note = tmp_path / "docs" / "migrations" / "0.2.0.md"
    note.write_text(note.read_text(encoding="utf-8").replace(END, "") + "\nBy hand.\n", encoding="utf-8")
    write([BREAKING, ADDED], NO_RENAMES, "0.2.0", tmp_path)
    assert "By hand." in note.read_text(encoding="utf-8")


def test_without_changes_nothing_is_written(tmp_path: Path) -> None:
    """Neither file is made, and a version that breaks nothing has no note."""
    assert write([], NO_RENAMES, "0.1.0", tmp_path) == [] and not list(tmp_path.iterdir())
    assert write([ADDED], NO_RENAMES, "0.1.1", tmp_path) == [tmp_path / "CHANGELOG.md"]
