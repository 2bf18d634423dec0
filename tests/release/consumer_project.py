"""``tests/consumer`` at work: a copy of it with an environment of its own, in which our packages come from one index only."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from package_index import PackageIndex
from packaging.requirements import Requirement

from scripts.releasing.installing import constraints, environment, install, requirements, versions
from scripts.releasing.projects import PROJECTS
from scripts.steps import ROOT, StepFailedError

OURS = [project.name for project in PROJECTS]


class Consumer:
    """The copy.

    Args:
        folder: where to make it.
        index: where our packages come from.
    """

    def __init__(self, folder: Path, index: PackageIndex) -> None:
        self.folder = folder / "consumer"
        shutil.copytree(ROOT / "tests" / "consumer", self.folder, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        self._python = environment(Path(sys.executable), folder / "environment")
        self._scratch = folder
        # What is set for pytest and pip around us is not meant for those in here. Our names may be taken on other indexes.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTEST_", "PYTHON"))}
        only_here = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": index.simple, "PIP_NO_CACHE_DIR": "1"}
        self._environment = {**kept, **only_here, "NO_PROXY": "127.0.0.1"}

    @property
    def needs(self) -> list[Requirement]:
        """What its ``pyproject.toml`` asks for: to run, to be tested and to be built."""
        settings = tomllib.loads((self.folder / "pyproject.toml").read_text(encoding="utf-8"))
        project = settings["project"]
        texts = [
            *project["dependencies"],
            *project["optional-dependencies"]["test"],
            *settings["build-system"]["requires"],
        ]
        return [Requirement(text) for text in texts]

    def accepts(self, version: str) -> bool:
        """Whether its declared ranges allow a version of both our packages."""
        return all(each.specifier.contains(version) for each in self.needs if each.name in OURS)

    def accept(self, version: str) -> None:
        """Let its ``pyproject.toml`` ask for a version and those that are compatible with it."""
        path = self.folder / "pyproject.toml"
        text = re.sub(rf'"({"|".join(OURS)})~=[\d.]+"', rf'"\1~={version}"', path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")

    def install_others(self, wheels: Sequence[Path]) -> None:
        """Install what it and our wheels need of others, from wherever this machine has it, in the versions of the lock.

        Raises:
            StepFailedError: something cannot be installed.
        """
        needed = [each for each in self.needs if each.name not in OURS]
        needed += [each for wheel in wheels for each in requirements(wheel)]
        pins = constraints(ROOT / "requirements" / "toolkit.txt", self._scratch / "constraints.txt")
        install(self._python, "--no-compile", "-c", str(pins), *map(str, needed))

    def install(self) -> str:
        """Install it and, of our packages, the newest that its ranges allow; returns their versions.

        Raises:
            StepFailedError: the index has no such version.
        """
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(self._python), "install"]
        options = ["--quiet", "--upgrade", "--no-build-isolation", "--editable", ".[test]", *OURS]
        said = self._said([*command, *options])
        if said is not None:
            raise StepFailedError(said)
        return versions(self._python, OURS)

    def problems(self) -> dict[str, str]:
        """What mypy, pyright and its own tests print, if they are not content."""
        python = str(self._python)
        commands = {
            "tests": [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=line"],
            "mypy": [sys.executable, "-m", "mypy", "--python-executable", python],
            "pyright": [sys.executable, "-m", "pyright", "--pythonpath", python],
        }
        with ThreadPoolExecutor() as threads:
            said = dict(zip(commands, threads.map(self._said, commands.values()), strict=True))
        return {name: output for name, output in said.items() if output is not None}

    def sources(self) -> dict[str, str]:
        """Its program and tests, by path."""
        paths = [path for folder in ("src", "tests") for path in sorted((self.folder / folder).rglob("*.py"))]
        return {str(path.relative_to(self.folder)): path.read_text(encoding="utf-8") for path in paths}

    def _said(self, command: Sequence[str]) -> str | None:
        """What a command printed; None if it succeeded."""
        result = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return result.stdout if result.returncode else None
