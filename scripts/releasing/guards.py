"""What must be so before anything is built, the quick ones first; each guard returns what is not, a line each."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from generator import publishing
from generator.changes import SourceError, changes, read
from generator.changes.sources import extract, last_release
from generator.changes.surface import problem, surface_files
from generator.findings import SpecError
from scripts.releasing.projects import SANDBOX, SDK
from scripts.releasing.versions import contradictions, unwritten
from scripts.steps import StepFailedError, run


def clean(root: Path) -> list[str]:
    """Nothing in the working tree that the commit does not have: what is built is the commit."""
    lines = run(["git", "status", "--porcelain"], folder=root).splitlines()
    return [f"{line[3:]} is not committed" for line in lines]


def drift(root: Path) -> list[str]:
    """``generated/`` is what the spec and templates make."""
    return _failing([sys.executable, "-m", "generator", "check"], root)


def contract(root: Path) -> list[str]:
    """The client sends what the spec says and understands what it answers."""
    options = ["-q", "--no-header", "-n", "auto", "--dist", "loadgroup"]
    return _failing([sys.executable, "-m", "pytest", *options, "tests/contract"], root)


def version(root: Path) -> list[str]:
    """The version says what changed since the last release, the changelog too, and no other commit has it."""
    declared, sandbox = SDK.version(root), SANDBOX.version(root)
    tag = f"v{declared}"
    found = [f"sandbox/pyproject.toml has {sandbox}, not {declared}; both are released together"] * (
        sandbox != declared
    )
    known = subprocess.run(["git", "rev-parse", "-q", "--verify", f"{tag}^{{commit}}"], cwd=root, capture_output=True)
    if known.returncode == 0 and known.stdout != run(["git", "rev-parse", "HEAD"], folder=root).encode():
        found.append(f"{tag} is the tag of another commit; a released version is never made again")
    last = last_release(root, besides=tag)
    try:
        edits = [] if last == "HEAD" else changes(read(last, root), read(str(root / "spec"), root))
    except (SourceError, SpecError) as error:
        return [*found, str(error)]
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    note = (root / "docs" / "migrations" / f"{declared}.md").exists()
    released = None if last == "HEAD" else last.removeprefix("v")
    return [*found, *contradictions(declared, released, edits), *unwritten(declared, edits, changelog, note)]


def surface(root: Path) -> list[str]:
    """``docs/surface`` is that of this version, and breaks nothing of the last release's that the version does not say."""
    declared, package = SDK.version(root), root / SDK.folder / SDK.package
    if publishing.compare(surface_files(package, declared), root / "docs" / "surface"):
        return ["docs/surface is that of another version; run scripts/surface write, and commit it"]
    last = last_release(root, besides=f"v{declared}")
    if last == "HEAD":
        return []
    with tempfile.TemporaryDirectory() as scratch:
        try:
            extract(last, "docs/surface", root, Path(scratch))
        except SourceError as error:
            return [str(error)]
        return problem(Path(scratch, "docs", "surface"), package, declared).splitlines()


GUARDS: dict[str, Callable[[Path], list[str]]] = {
    "The working tree is the commit": clean,
    "The version says what changed": version,
    "The output is what the spec makes": drift,
    "The public surface is kept, or the version says that it is not": surface,
    "The contract between client and spec holds": contract,
}


def _failing(command: list[str], root: Path) -> list[str]:
    try:
        run(command, folder=root)
    except StepFailedError as error:
        return str(error).strip().splitlines()[-20:]
    return []
