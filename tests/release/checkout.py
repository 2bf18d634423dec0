"""A copy of this project in which the spec is edited and the next version is made, as CONTRIBUTING.md says."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.releasing.building import build
from scripts.releasing.projects import PROJECTS, SDK
from scripts.steps import ROOT, run

_NEEDED = (
    "CHANGELOG.md",
    "LICENSE",
    "generated",
    "generator",
    "pyproject.toml",
    "sandbox",
    "scripts",
    "spec",
    "templates",
)
_EPOCH = 1_900_000_000  # seconds since 1970 that go into what is built


@dataclass(frozen=True)
class Edit:
    """A text that takes the place of another one, in each of some files."""

    old: str
    new: str
    paths: tuple[str, ...]


class Checkout:
    """The copy.

    Args:
        folder: where to make it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self._released = folder / "released"
        self.folder.mkdir()
        for name in _NEEDED:
            source, target = ROOT / name, self.folder / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*_cache"))
            else:
                shutil.copy(source, target)
        shutil.copytree(self.folder / "spec", self._released)

    @property
    def version(self) -> str:
        """The version that is released next, or was released last."""
        return SDK.version(self.folder)

    def edit(self, edits: Iterable[Edit]) -> None:
        """Edit files; a text that is not there any more is an error."""
        for each in edits:
            for path in each.paths:
                text = (self.folder / path).read_text(encoding="utf-8")
                assert each.old in text, f"{path} has changed: there is no {each.old!r} to edit"
                (self.folder / path).write_text(text.replace(each.old, each.new), encoding="utf-8")

    def raise_version(self) -> str:
        """Set the version that the changes of the spec make, write changelog and migration, generate; returns the version."""
        before = self.version
        version = self._python("-m", "generator.changes", str(self._released), "--write", "--version").splitlines()[-1]
        for name in ("pyproject.toml", "sandbox/pyproject.toml"):
            path = self.folder / name
            text = path.read_text(encoding="utf-8").replace(f'\nversion = "{before}"\n', f'\nversion = "{version}"\n')
            path.write_text(text, encoding="utf-8")
        self._python("-m", "generator", "generate")
        shutil.rmtree(self._released)
        shutil.copytree(self.folder / "spec", self._released)
        return version

    def build(self) -> list[Path]:
        """Build wheel and sdist of the SDK and of the sandbox; returns the files."""
        output = self.folder / "dist" / self.version
        for project in PROJECTS:
            build(project, self.folder, output, _EPOCH)
        return sorted(output.iterdir())

    def migrate(self, program: Path, version: str) -> None:
        """Move a program to a version by its migration file."""
        note = self.folder / "docs" / "migrations" / f"{version}.json"
        self._python("scripts/migrate.py", str(note), str(program / "src"), str(program / "tests"))

    def _python(self, *arguments: str) -> str:
        return run([sys.executable, *arguments], folder=self.folder)
