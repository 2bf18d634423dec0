"""The last step: write the output, all or nothing, or compare it with what is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Drift:
    """How a folder differs from what would be written there; paths below the folder, sorted."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.surplus)

    def __str__(self) -> str:
        lines = []
        for what, paths in (("changed", self.changed), ("missing", self.missing), ("surplus", self.surplus)):
            lines += [f"  {what:8} {path}" for path in paths]
        return "\n".join(lines)


def compare(files: Mapping[str, str], folder: Path) -> Drift:
    """What differs between the output and a folder."""
    there = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    return Drift(
        changed=tuple(
            sorted(path for path in files.keys() & there.keys() if there[path].read_bytes() != files[path].encode())
        ),
        missing=tuple(sorted(files.keys() - there.keys())),
        surplus=tuple(sorted(there.keys() - files.keys())),
    )


def write(files: Mapping[str, str], folder: Path) -> Drift:
    """Make a folder hold exactly these files.

    The new tree is written beside the old one and takes its place in one step, so that whoever looks, or whoever stops
    us, finds the old output or the new one, whole. Files that do not change keep their times.

    Args:
        files: text by path.
        folder: the folder; everything else in it is removed.

    Returns:
        What was changed, added (``missing``) and removed (``surplus``).

    Raises:
        ValueError: a path leads out of the folder.
    """
    drift = compare(files, folder)
    if not drift:
        return drift
    new, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    unchanged = set(files) - {*drift.changed, *drift.missing}
    for path, text in files.items():
        target = new / path
        if not target.resolve().is_relative_to(new.resolve()):
            raise ValueError(f"{path!r} leads out of {folder}")
        target.parent.mkdir(parents=True, exist_ok=True)
        if path in unchanged:
            os.link(folder / path, target)
        else:
            target.write_text(text, encoding="utf-8", newline="\n")
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    return drift


def _files(folder: Path) -> list[Path]:
    """All files but the caches that Python and its tools leave behind."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.endswith("cache__") or part.endswith("_cache") for part in path.parts)
    ]
