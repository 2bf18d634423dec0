"""Formatting of what was rendered, with a pinned ruff and a configuration of our own, whatever stands around it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def formatted(files: dict[str, str]) -> dict[str, str]:
    """The same files, the Python ones formatted and their imports sorted.

    Raises:
        RuntimeError: ruff could not read one of them; then a template is wrong.
    """
    with tempfile.TemporaryDirectory(prefix="securedsigning-") as folder:
        paths = {path: Path(folder, path) for path in files if path.endswith(".py")}
        for path, target in paths.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(files[path], encoding="utf-8", newline="\n")
        common = ["--isolated", "--no-cache", "--quiet", "--config", "line-length = 120", "--target-version", "py311"]
        for command in (
            ["check", "--select", "I,TC005", "--fix", "--config", "lint.isort.known-first-party = ['securedsigning']"],
            ["format"],
        ):
            run = subprocess.run(
                [sys.executable, "-m", "ruff", command[0], *common, *command[1:], folder],
                capture_output=True,
                text=True,
                check=False,
            )
            if run.returncode:
                raise RuntimeError(f"ruff could not format what was rendered:\n{run.stdout}{run.stderr}")
        return {
            path: paths[path].read_text(encoding="utf-8") if path in paths else text for path, text in files.items()
        }
