"""Builds that anybody can repeat: the same commit makes the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from scripts.releasing.projects import Project
from scripts.steps import StepFailedError, run

OTHER = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "4242"}
"""What may differ between two machines, beside folder, time and what the files carry."""


def commit_time(repository: Path) -> int:
    """Seconds since 1970 of the commit, by the committer's clock: the one time that goes into what is built."""
    return int(run(["git", "log", "-1", "--format=%ct"], folder=repository))


def export(repository: Path, folder: Path) -> Path:
    """The files of the commit and nothing else, in an empty folder; returns the folder."""
    folder.mkdir(parents=True)
    archive = folder.with_suffix(".tar")
    run(["git", "archive", "--output", str(archive), "HEAD"], folder=repository)
    shutil.unpack_archive(archive, folder, filter="data")
    archive.unlink()
    return folder


def build(project: Project, source: Path, output: Path, epoch: int, environment: dict[str, str] | None = None) -> None:
    """Build the sdist, and the wheel from that sdist, with the locked hatchling."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(output), str(source / project.folder)]
    run(command, folder=source, environment={"SOURCE_DATE_EPOCH": str(epoch), **(environment or {})})


def make_unlike(folder: Path) -> None:
    """Give files the times and rights that another machine might give them."""
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        if path.is_file():
            path.chmod(0o600)


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file in a folder, by name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def build_twice(projects: tuple[Project, ...], sources: tuple[Path, Path], output: Path, epoch: int) -> None:
    """Build everything from two copies of one source, the second made unlike the first, and compare.

    Args:
        projects: what to build.
        sources: two folders with the same files.
        output: gets the first build, a folder for each project.
        epoch: seconds since 1970 that go into what is built.

    Raises:
        StepFailedError: a build failed, or the two differ; then the second lies beside the first.
    """
    make_unlike(sources[1])
    again = output.with_name(output.name + "-again")
    for project in projects:
        build(project, sources[0], output / project.name, epoch)
        build(project, sources[1], again / project.name, epoch, OTHER)
        first, second = digests(output / project.name), digests(again / project.name)
        differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
        if differing:
            raise StepFailedError(f"Built twice, not the same: {', '.join(differing)}. Compare {output} with {again}.")
    shutil.rmtree(again)
