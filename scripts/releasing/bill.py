"""The bill of materials (CycloneDX): what an installation from the lock consists of."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.steps import run


def write_bill(python: Path, project: Path, target: Path, epoch: int) -> None:
    """Write a bill of materials, checked against CycloneDX's schema; the same for the same environment.

    Args:
        python: of an environment in which exactly the dependencies are installed.
        project: folder of the distribution they belong to.
        target: the file, in JSON.
        epoch: seconds since 1970 that the bill carries as its time.

    Raises:
        StepFailedError: it could not be made.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "environment",
        "--pyproject",
        str(project / "pyproject.toml"),
        "--mc-type",
        "library",
    ]
    options = ["--output-reproducible", "--validate", "--sv", "1.6", "--of", "JSON", "--output-file", str(target)]
    run([*command, *options, str(python)], environment={"SOURCE_DATE_EPOCH": str(epoch)})
