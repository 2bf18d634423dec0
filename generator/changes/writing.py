"""Changelog entry, migration note and migration file of a version. What stands outside the marks is its author's alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from generator.changes.change import Change, Kind
from generator.changes.migration import MigrationFile

BEGIN, END = "<!-- written by scripts/diff: begin -->", "<!-- written by scripts/diff: end -->"
_HEADINGS = {Kind.BREAKING: "Changed, breaking", Kind.FEATURE: "Added", Kind.FIX: "Fixed"}


def changelog_entry(found: Sequence[Change]) -> str:
    """The changes of a version as Markdown lists, those of the documentation left out."""
    parts = []
    for kind, heading in _HEADINGS.items():
        listed = [f"- {each.text}" for each in found if each.kind is kind]
        if listed:
            parts.append("\n".join([f"### {heading}", "", *listed]))
    return "\n\n".join(parts) or "- Documentation only."


def migration_note(found: Sequence[Change], version: str) -> str:
    """What callers have to change, with the Python before and now."""
    parts = []
    if any(each.rename for each in found):
        parts.append(
            f"`scripts/migrate docs/migrations/{version}.json PATH...` follows what was only renamed in your source."
        )
    for each in found:
        if each.kind is Kind.BREAKING:
            code = [*([f"- {each.old}"] if each.old else []), *([f"+ {each.new}"] if each.new else [])]
            lines = [f"## {each.text}", "", each.why]
            parts.append("\n".join([*lines, "", "```diff", *code, "```"] if code else lines))
    return "\n\n".join(parts)


def write(found: Sequence[Change], migration: MigrationFile, version: str, root: Path) -> list[Path]:
    """Write them, again and again with the same result.

    Args:
        found: the changes.
        migration: what ``scripts/migrate`` needs; written if something was renamed, removed if nothing is any more.
        version: the version they make.
        root: folder with ``CHANGELOG.md`` and ``docs/``.

    Returns:
        The files that were written; no migration note if nothing breaks.
    """
    if not found:
        return []
    changelog = root / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8") if changelog.exists() else "# Changelog\n"
    changelog.write_text(_with_entry(text, version, _block(changelog_entry(found))), encoding="utf-8")
    written = [changelog]
    if any(each.kind is Kind.BREAKING for each in found):
        note = root / "docs" / "migrations" / f"{version}.md"
        note.parent.mkdir(parents=True, exist_ok=True)
        text = note.read_text(encoding="utf-8") if note.exists() else f"# To {version}\n"
        note.write_text(_replaced(text, _block(migration_note(found, version))), encoding="utf-8")
        written.append(note)
        data = note.with_suffix(".json")
        if not migration["renames"]:
            data.unlink(missing_ok=True)
        else:
            data.write_text(json.dumps(migration, indent=1) + "\n", encoding="utf-8")
            written.append(data)
    return written


def _block(text: str) -> str:
    return f"{BEGIN}\n\n{text}\n\n{END}"


def _replaced(text: str, block: str) -> str:
    before, found, rest = text.partition(BEGIN)
    if not found:
        return f"{text.rstrip()}\n\n{block}\n"
    written, ended, after = rest.partition(END)
    return (
        before + block + (after if ended else written)
    )  # without its end, what is by hand cannot be told from the rest


def _with_entry(text: str, version: str, block: str) -> str:
    heading = f"## {version}"
    lines = text.split("\n")
    titles = [number for number, line in enumerate(lines) if line.startswith("## ")]
    at = next((number for number in titles if lines[number].split()[1] == version), None)
    if at is None:
        first = titles[0] if titles else len(lines)
        return "\n".join([*lines[:first], f"{heading} (not released)", "", block, "", *lines[first:]])
    end = next((number for number in titles if number > at), len(lines))
    section = _replaced("\n".join(lines[at:end]), block).rstrip()
    return "\n".join([*lines[:at], section, "", *lines[end:]])
