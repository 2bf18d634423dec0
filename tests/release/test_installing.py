"""What the release tries its result with: the bounds of the metadata, the Pythons of the machine."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from scripts.releasing.installing import constraints, lowest, requirements
from scripts.releasing.interpreters import SUPPORTED, interpreters


def test_the_lowest_versions_come_from_the_wheel(tmp_path: Path) -> None:
    """Extras and conditions that do not hold are left out; an upper bound is none."""
    wheel = tmp_path / "thing-1-py3-none-any.whl"
    needs = ["httpx<1,>=0.27", "attrs>=23.2", "orjson>=3.10; extra == 'fast'", "old>=1; python_version < '3'"]
    with zipfile.ZipFile(wheel, "w") as archive:
        lines = ["Metadata-Version: 2.4", "Name: thing", "Version: 1", *(f"Requires-Dist: {need}" for need in needs)]
        archive.writestr("thing-1.dist-info/METADATA", "\n".join([*lines, ""]))
    assert [each.name for each in requirements(wheel)] == ["httpx", "attrs"]
    assert lowest(wheel) == ["httpx==0.27", "attrs==23.2"]


def test_a_lock_becomes_constraints(tmp_path: Path) -> None:
    """Markers stay, hashes and remarks go."""
    lock = tmp_path / "lock.txt"
    pins = {"a==1": ("00", "01"), "b==2 ; python_version < '3.12'": ("02",)}
    lines = [" \\\n    --hash=sha256:".join([pin, *hashes]) for pin, hashes in pins.items()]
    lock.write_text("\n".join(["# scripts/lock", *lines, ""]))
    assert constraints(lock, tmp_path / "constraints.txt").read_text() == "\n".join(pins)


def test_pythons_are_tried_before_they_are_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name on the path that does not run, as pyenv leaves them there, is no Python; pyenv's own folder is looked at."""
    path, pyenv = tmp_path / "bin", tmp_path / "pyenv"
    kept = pyenv / "versions" / "3.12.9" / "bin"
    for folder, name, line in (
        (path, "python3.11", "echo 3.11"),
        (path, "python3.12", "exit 127"),
        (path, "python3.13", "echo 3.10"),
        (kept, "python", "echo 3.12"),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"#!/bin/sh\n{line}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setenv("PYENV_ROOT", str(pyenv))
    assert interpreters() == {
        "3.11": path / "python3.11",
        "3.12": kept / "python",
        "3.13": None,
        "3.14": None,
    }


def test_this_python_is_supported() -> None:
    """The list of versions knows the one that runs the tests, unless it is newer than all."""
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in SUPPORTED
