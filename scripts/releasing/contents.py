"""What wheel and sdist hold: every file that belongs there, and no other."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

from scripts.releasing.projects import Project

_METADATA = frozenset({"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"})
_SDIST = frozenset(
    {"pyproject.toml", "README.md", "LICENSE", "PKG-INFO", ".gitignore"}
)  # hatchling always adds the last


def problems(project: Project, source: Path, wheel: Path, sdist: Path) -> list[str]:
    """Look at what was built.

    Args:
        project: which one it is.
        source: the repository it was built from.
        wheel: the wheel.
        sdist: the sdist.

    Returns:
        What is wrong with it, a line each.
    """
    folder = source / project.folder
    package = {
        path.relative_to(folder).as_posix()
        for path in (folder / project.package).rglob("*")
        if path.is_file() and not any(part.endswith(("cache__", "_cache")) for part in path.parts)
    } | project.brought
    stem = f"{project.package}-{project.version(source)}"
    held = {f"{stem}.dist-info/{name}" for name in _METADATA}
    found = [
        *_compared(wheel.name, package | held, _in_wheel(wheel)),
        *_compared(sdist.name, {f"{stem}/{name}" for name in package | _SDIST | project.own}, _in_sdist(sdist)),
    ]
    if f"{project.package}/py.typed" not in package:
        found.append(f"{project.package} has no py.typed, so type checkers would not look at it")
    size = wheel.stat().st_size
    if size > project.limit:
        found.append(f"{wheel.name} has {size:,} bytes; at most {project.limit:,} are allowed in projects.py")
    return found


def _in_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _in_sdist(sdist: Path) -> set[str]:
    with tarfile.open(sdist) as archive:
        return {member.name for member in archive.getmembers() if not member.isdir()}


def _compared(name: str, expected: set[str], held: set[str]) -> list[str]:
    return [
        *(f"{name} lacks {path}" for path in sorted(expected - held)),
        *(f"{name} holds {path}, which does not belong there" for path in sorted(held - expected)),
    ]
