"""The cases of ``edits.yaml``: what to write into copies of the sound spec, and the rules that then apply."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

SOUND = Path(__file__).parents[1] / "generator" / "specs" / "sound"

Edit = tuple[str, str, str]
"""File, a text in it, what takes its place."""


@dataclass(frozen=True)
class Case:
    """Edits of both sides and of the new one.

    Attributes:
        rules: those that apply, sorted.
        before: edits of both sides.
        edit: further edits of the new side.
        backwards: whether the sides are exchanged.
    """

    rules: tuple[str, ...]
    before: tuple[Edit, ...]
    edit: tuple[Edit, ...]
    backwards: bool = False

    @property
    def name(self) -> str:
        """A name that no other case has: the rules and what is written."""
        written = " ".join((self.edit[0][2].strip() or self.edit[0][1]).split())
        return " ".join([*dict.fromkeys(self.rules), "<-" if self.backwards else "->", written])

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both specs.

        Args:
            folder: an empty folder.

        Returns:
            The folders of the old spec and of the new one.
        """
        plain = edited(folder / "plain", self.before)
        changed = edited(folder / "changed", (*self.before, *self.edit))
        return (changed, plain) if self.backwards else (plain, changed)


def edited(target: Path, edits: Iterable[Edit]) -> Path:
    """A copy of the sound spec with edits."""
    shutil.copytree(SOUND, target)
    for file, old, new in edits:
        text = (target / file).read_text(encoding="utf-8")
        assert old in text, f"the sound spec has changed: no {old!r} in {file}"
        (target / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return target


def cases() -> list[Case]:
    """All of them, those that are told backwards too."""
    found = []
    for entry in yaml.safe_load((Path(__file__).parent / "edits.yaml").read_text(encoding="utf-8")):
        before, edit = (tuple((each[0], each[1], each[2]) for each in entry.get(key, ())) for key in ("before", "edit"))
        found.append(Case(tuple(sorted(entry["rules"].split())), before, edit))
        if "backwards" in entry:
            found.append(Case(tuple(sorted(entry["backwards"].split())), before, edit, backwards=True))
    return found
