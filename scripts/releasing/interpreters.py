"""The Pythons of this machine: those on the path, and those that pyenv keeps beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")


def interpreters() -> dict[str, Path | None]:
    """A Python for each supported version, None where none can be had."""
    return {version: next((path for path in _candidates(version) if _is(version, path)), None) for version in SUPPORTED}


def _candidates(version: str) -> Iterator[Path]:
    found = shutil.which(f"python{version}")
    if found:
        yield Path(found)
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted((root / "versions").glob(f"{version}.*/bin/python"), reverse=True)


def _is(version: str, path: Path) -> bool:
    """Whether it runs as that version; pyenv's shims are on the path even for versions that are not chosen."""
    command = [str(path), "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode == 0 and run.stdout.strip() == version
