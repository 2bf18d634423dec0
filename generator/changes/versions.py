"""Semantic versions from changes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.changes.change import Change, Kind

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def parts(version: str) -> tuple[int, int, int]:
    """The three numbers of a version.

    Raises:
        ValueError: it is not of the form 1.2.3.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"{version!r} is no version of the form 1.2.3; correct it in pyproject.toml")
    return int(match[1]), int(match[2]), int(match[3])


def version_after(released: str, declared: str, found: Iterable[Change]) -> str:
    """The version that changes make, or the one that is declared for them already, whichever is newer.

    Args:
        released: the version that the changes are compared with.
        declared: the version in ``pyproject.toml``, raised before the release or not.
        found: the changes.
    """
    return max(next_version(released, found), declared, key=parts)


def next_version(current: str, found: Iterable[Change]) -> str:
    """The version that changes make.

    Below 1.0.0 a breaking change raises the minor number and everything else the patch number, as pip's ``~=0.1.0``
    expects; from then on breaking raises major, a feature minor, anything else patch.

    Args:
        current: the version that was released, such as ``0.1.0``.
        found: the changes since then.

    Returns:
        The next version; the current one if nothing changed.

    Raises:
        ValueError: the current version is not of the form 1.2.3.
    """
    kinds = {change.kind for change in found}
    major, minor, patch = parts(current)
    if not kinds:
        return current
    if Kind.BREAKING in kinds:
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if Kind.FEATURE in kinds and major:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"
