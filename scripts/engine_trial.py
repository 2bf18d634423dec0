"""Tries another version of openapi-python-client, apart from the project: what of it changed, and what that does to us.

1. Which names that ``generator/engine.py`` imports are gone.
2. Which of the engine's own templates changed: ours replace them all, so each change is something to read.
3. What our output would differ in.
4. Which tests fail.

The new version lies in a folder that comes before the installed one on the path; the project is copied. Nothing is changed here.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import filecmp
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openapi_python_client

ROOT = Path(__file__).parents[1]
PACKAGE = "openapi_python_client"
DISTRIBUTION = "openapi-python-client"
COPIED = (
    "spec",
    "generator",
    "templates",
    "generated",
    "tests",
    "sandbox",
    "scripts",
    "pyproject.toml",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
)
TESTS = ("tests/generator", "tests/contract", "tests/runtime")


@dataclass(frozen=True)
class Change:
    """A file that is not the same in both folders.

    Attributes:
        name: its path below the folder.
        kind: ``added``, ``removed`` or ``changed``.
        difference: unified diff.
    """

    name: str
    kind: str
    difference: str


def changes(old: Path, new: Path) -> list[Change]:
    """The files below two folders that differ, by name."""
    names = sorted(_files(old) | _files(new))
    found = []
    for name in names:
        before, after = old / name, new / name
        if before.exists() and after.exists() and filecmp.cmp(before, after, shallow=False):
            continue
        kind = "changed" if before.exists() and after.exists() else "removed" if before.exists() else "added"
        lines = difflib.unified_diff(_lines(before), _lines(after), f"old/{name}", f"new/{name}", n=2)
        found.append(Change(name, kind, "".join(lines)))
    return found


def _files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True) if path.exists() else []


def imported_names(source: str, package: str) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a source imports from a package."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == package:
            yield from ((str(node.module), alias.name) for alias in node.names)


def missing_names(source: str, package: str, environment: dict[str, str]) -> list[str]:
    """What a source imports from a package and an interpreter with that environment does not find.

    Raises:
        RuntimeError: the interpreter itself fails.
    """
    names = sorted(set(imported_names(source, package)))
    program = (
        "import importlib, json, sys\n"
        "for module, name in json.load(sys.stdin):\n"
        "    try:\n"
        "        found = hasattr(importlib.import_module(module), name)\n"
        "    except ImportError:\n"
        "        found = False\n"
        "    if not found:\n"
        "        print(f'{module}.{name}')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(names), env=environment, capture_output=True, text=True
    )
    if run.returncode:
        raise RuntimeError(run.stderr[-2000:])
    return run.stdout.split()


def main() -> int:
    """Try a version and report; the exit status is 1 where something would have to be done."""
    parser = argparse.ArgumentParser(prog="scripts/try-engine", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("version", nargs="?", help="version to try (default: the newest)")
    options = parser.parse_args()
    build = ROOT / "build" / "engine"
    shutil.rmtree(build, ignore_errors=True)
    installed, project = build / "installed", build / "project"
    print("Fetching ...", flush=True)
    wanted = f"{DISTRIBUTION}=={options.version}" if options.version else DISTRIBUTION
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(installed)]
    fetched = subprocess.run([*pip, wanted], capture_output=True, text=True)
    if fetched.returncode:
        reason = next((line for line in fetched.stderr.splitlines() if "ERROR" in line), fetched.stderr.strip())
        print(f"{wanted} cannot be had: {reason}", file=sys.stderr)
        return 2
    tried = next(iter(importlib.metadata.distributions(name=DISTRIBUTION, path=[str(installed)]))).version
    for name in COPIED:
        source = ROOT / name
        shutil.copytree(source, project / name) if source.is_dir() else shutil.copy(source, project / name)
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}

    print(f"\n{DISTRIBUTION} {importlib.metadata.version(DISTRIBUTION)} -> {tried}\n")
    gone = missing_names((ROOT / "generator" / "engine.py").read_text(encoding="utf-8"), PACKAGE, environment)
    _told("Python API", [f"{name} is gone" for name in gone], "everything that engine.py imports is there")

    current = Path(openapi_python_client.__file__).parent / "templates"
    templates = changes(current, installed / PACKAGE / "templates")
    (build / "templates.diff").write_text("".join(change.difference for change in templates), encoding="utf-8")
    _told(
        "Templates of the engine",
        [f"{change.name} {change.kind}" for change in templates],
        "the same; nothing to read",
        build / "templates.diff",
    )

    made = subprocess.run(
        [sys.executable, "-m", "generator", "generate"], cwd=project, env=environment, capture_output=True, text=True
    )
    if made.returncode:
        _told("Output", [*made.stderr.strip().splitlines()[-12:]], "")
        return 1
    output = [each for each in changes(ROOT / "generated", project / "generated") if not each.name.endswith("sdk.lock")]
    (build / "output.diff").write_text("".join(change.difference for change in output), encoding="utf-8")
    _told("Output", [f"{each.name} {each.kind}" for each in output], "the same, byte for byte", build / "output.diff")

    print("Tests ...", flush=True)
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider", *TESTS],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
    )
    (build / "tests.txt").write_text(tests.stdout + tests.stderr, encoding="utf-8")
    known = (
        "test_engine.py::test_the_engine_is_the_one_we_know"  # says that the pin moved, which is what is being tried
    )
    failures = [
        line for line in tests.stdout.splitlines() if line.startswith(("FAILED", "ERROR")) and known not in line
    ]
    _told("Tests", failures, tests.stdout.strip().rpartition("\n")[2], build / "tests.txt")
    return int(bool(gone or output or failures))


def _told(what: str, findings: list[str], none: str, details: Path | None = None) -> None:
    """Print one part of the report."""
    if not findings:
        print(f"{what}: {none}")
        return
    print(f"{what}: {len(findings)} to look at{f', see {details.relative_to(ROOT)}' if details else ''}")
    for finding in findings[:20]:
        print(f"  {finding[:150]}")
    if len(findings) > 20:
        print(f"  and {len(findings) - 20} more")


if __name__ == "__main__":
    sys.exit(main())
