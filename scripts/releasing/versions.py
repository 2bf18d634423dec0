"""Whether the declared version says what the changes are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.changes import Change, Kind, next_version
from generator.changes.versions import parts


def contradictions(declared: str, released: str | None, found: Sequence[Change]) -> list[str]:
    """What the declared version says that is not so.

    The changes of the spec decide the least step. A larger one may have reasons that no spec shows: hand-written code.

    Args:
        declared: the version in ``pyproject.toml``.
        released: the version of the last release, None before the first.
        found: the changes of the spec since then.

    Returns:
        A line for each contradiction.
    """
    try:
        numbers = parts(declared)
    except ValueError as error:
        return [str(error)]
    if released is None:
        return []
    major, minor, patch = parts(released)
    if numbers <= (major, minor, patch):
        return [f"{declared} is not newer than {released}, the last release; raise it in pyproject.toml"]
    least = next_version(released, found)
    if numbers < parts(least):
        worst = next(each for kind in Kind for each in found if each.kind is kind)
        return [
            f"{declared} after {released} promises less than what changed; it must be {least} at least. "
            f"{worst.place}  {worst.kind}: {worst.text} scripts/diff tells all of it"
        ]
    if numbers not in {(major + 1, 0, 0), (major, minor + 1, 0), (major, minor, patch + 1)}:
        return [f"{declared} leaves versions out after {released}; the changes make {least}"]
    return []


def unwritten(version: str, found: Sequence[Change], changelog: str, note: bool) -> list[str]:
    """What is missing in the words that go with a version.

    Args:
        version: the version.
        found: the changes of the spec.
        changelog: the text of ``CHANGELOG.md``.
        note: whether there is a note on migrating to this version.
    """
    missing = []
    if not re.search(rf"^## {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)$", changelog, re.MULTILINE):
        missing.append(f"CHANGELOG.md has no heading `## {version} (YYYY-MM-DD)`; write the entry and its date")
    if any(each.kind is Kind.BREAKING for each in found) and not note:
        missing.append(
            f"docs/migrations/{version}.md is missing though something breaks; scripts/diff --write makes it"
        )
    return missing
