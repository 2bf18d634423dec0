"""Builds are the same everywhere, and a build that is not is found out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.releasing.building import build_twice, digests
from scripts.releasing.projects import SDK, Project
from scripts.steps import ROOT, StepFailedError

HOOK = """
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        import pathlib, uuid
        pathlib.Path(self.root, "thing", "chance.txt").write_text(str(uuid.uuid4()))
"""


def test_the_same_bytes_in_other_surroundings(tmp_path: Path) -> None:
    """Another folder, time, time zone, locale, hash seed, other times and rights of the files: the same wheel and sdist."""
    sources = tmp_path / "one", tmp_path / "somewhere" / "else"
    for source in sources:
        shutil.copytree(ROOT / SDK.folder, source / SDK.folder, ignore=shutil.ignore_patterns("__pycache__"))
    build_twice((SDK,), sources, tmp_path / "dist", epoch=1_900_000_000)
    version = SDK.version()
    assert set(digests(tmp_path / "dist" / SDK.name)) == {
        f"securedsigning-{version}-py3-none-any.whl",
        f"securedsigning-{version}.tar.gz",
    }


def test_a_build_that_depends_on_chance_is_refused(tmp_path: Path) -> None:
    """Here on a number that is new each time; the message names the files and keeps both."""
    project = Project("thing", "project", "thing", limit=10_000)
    sources = tmp_path / "one", tmp_path / "two"
    for source in sources:
        folder = source / "project"
        (folder / "thing").mkdir(parents=True)
        (folder / "thing" / "__init__.py").write_text("")
        (folder / "hatch_build.py").write_text(HOOK)
        (folder / "pyproject.toml").write_text(
            '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
            '[project]\nname = "thing"\nversion = "1"\nrequires-python = ">=3.11"\n[tool.hatch.build.hooks.custom]\n'
        )
    with pytest.raises(StepFailedError, match=r"not the same: thing-1-py3-none-any\.whl, thing-1\.tar\.gz"):
        build_twice((project,), sources, tmp_path / "dist", epoch=1_900_000_000)
    assert (tmp_path / "dist-again" / "thing").is_dir()
