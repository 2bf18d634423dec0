"""The two distributions that are published, from one tag and with one version."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from scripts.steps import ROOT


@dataclass(frozen=True)
class Project:
    """One distribution.

    Attributes:
        name: what it is called on the index.
        folder: where its ``pyproject.toml`` lies, below the repository.
        package: the Python package in it.
        limit: bytes that its wheel may have.
        brought: files that the build adds to those of the folder.
        own: files of the folder that only the sdist holds, besides those that every sdist has.
    """

    name: str
    folder: str
    package: str
    limit: int
    brought: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def version(self, root: Path = ROOT) -> str:
        """The version that its ``pyproject.toml`` declares."""
        settings = tomllib.loads((root / self.folder / "pyproject.toml").read_text(encoding="utf-8"))
        return str(settings["project"]["version"])


# 7,200 bytes of the wheel are the lock, whose hashes hardly compress, 2,700 the command that reads it.
SDK = Project("securedsigning", "generated/python", "securedsigning", limit=270_000)
SANDBOX = Project(
    "securedsigning-sandbox",
    "sandbox",
    "securedsigning_sandbox",
    limit=400_000,
    brought=frozenset({"securedsigning_sandbox/openapi.json"}),
    own=frozenset({"hatch_build.py"}),
)
PROJECTS = (SDK, SANDBOX)
