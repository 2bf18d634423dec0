"""Which tests reach which line of the package: measured once, kept beside the outcomes."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from mutation.forking import ROOT, Bench, Trial, attend
from mutation.record import FOLDER, digest, inputs
from mutation.replacing import PYTHON

PREFIX = f"{PYTHON}/"
LOOK_BACK = ("test_coverage.py",)
"""Files whose tests judge what other tests did."""


@dataclass(frozen=True)
class Measured:
    """What the tests of one file reach.

    Attributes:
        digest: of the file.
        tests: how many seconds each test took, by name.
        lines: by path below ``generated/python`` and line, the tests: a hexadecimal number in which a bit stands for each.
    """

    digest: str
    tests: dict[str, float]
    lines: dict[str, dict[str, str]]

    def of_lines(self, path: str, lines: Iterable[str] | None = None) -> Iterator[str]:
        """The tests that reach one of these lines of a file; any, if none are given."""
        known = self.lines.get(path, {})
        together = 0
        for line in known if lines is None else lines:
            together |= int(known.get(line, "0"), 16)
        return (name for index, name in enumerate(self.tests) if together >> index & 1)


class Reach:
    """The tests by file and line."""

    def __init__(self, files: Iterable[Measured]) -> None:
        self._files = list(files)
        self._seconds = {name: seconds for each in self._files for name, seconds in each.tests.items()}

    def of_lines(self, path: str, lines: Iterable[int]) -> set[str]:
        """The tests that reach one of these lines of a file."""
        wanted = [str(line) for line in lines]
        return {name for each in self._files for name in each.of_lines(path, wanted)}

    def of_file(self, path: str) -> set[str]:
        """The tests that reach any line of a file; what ran at its import, before the first test, does not count."""
        return {name for each in self._files for name in each.of_lines(path)}

    def of_name(self, name: str) -> set[str]:
        """The tests with a parameter of this name, as ``test_an_enum_has_exactly_the_values[FileType]``."""
        return {test for test in self._seconds if name in test.partition("[")[2].rstrip("]").split("-")}

    def one_of_each(self) -> set[str]:
        """A test of each test function that reaches the package."""
        return few(self._seconds, 1)

    def files(self, tests: Iterable[str]) -> list[str]:
        """The files of these tests, the quickest first."""
        together: dict[str, float] = defaultdict(float)
        for name in tests:
            together[name.partition("::")[0]] += self._seconds.get(name, 0)
        return sorted(together, key=together.__getitem__)


def few(tests: Iterable[str], each: int) -> set[str]:
    """At most so many of each test function, spread over all."""
    functions: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(tests)):
        functions[name.partition("[")[0]].append(name)
    return {name for names in functions.values() for name in names[:: -(-len(names) // each)]}


def measured(folders: Iterable[str], folder: Path = FOLDER) -> Reach:
    """What the tests in these folders reach.

    Measured are the files of tests that changed since they were last; all, if the package or what tests share changed.
    """
    file, tests = folder / "reach.json", {path: digest([ROOT / path]) for path in _test_files(folders)}
    state = digest(path for path in inputs() if str(path.relative_to(ROOT)) not in tests)
    known = json.loads(file.read_text("utf-8")) if file.exists() else {}
    files = {name: Measured(**each) for name, each in known["files"].items()} if known.get("state") == state else {}
    missing = [path for path, current in tests.items() if path not in files or files[path].digest != current]
    if missing:
        print(f"measuring which line is reached by {len(missing)} files of tests ...", file=sys.stderr, flush=True)
        folder.mkdir(exist_ok=True)
        target = folder / "measured.json"
        trial = Trial("measuring", lambda bench: _measure(bench, missing, target))
        (outcome,) = attend([trial], jobs=1, patience=3600)
        if outcome.end != "survived":
            raise RuntimeError(f"the tests fail before anything is changed: {outcome.test} {outcome.reason}")
        found = json.loads(target.read_text("utf-8"))
        files |= {path: Measured(tests[path], found[path]["tests"], found[path]["lines"]) for path in missing}
        kept = {path: asdict(files[path]) for path in tests}
        file.write_text(json.dumps({"state": state, "files": kept}), "utf-8")
        target.unlink()
    return Reach(files[path] for path in tests)


def _test_files(folders: Iterable[str]) -> list[str]:
    """The files of tests in these folders that can run alone."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).glob("test_*.py"))
    return [str(path.relative_to(ROOT)) for path in paths if path.name not in LOOK_BACK]


def _measure(bench: Bench, files: list[str], target: Path) -> None:
    tests: dict[str, dict[str, float]] = {path: {} for path in files}
    lines: dict[str, dict[str, dict[int, int]]] = {path: defaultdict(lambda: defaultdict(int)) for path in files}
    now: list[Any] = ["", 0.0]
    marks: set[tuple[str, int]] = set()

    def in_line(frame: FrameType, event: str, _: object) -> Any:
        marks.add((frame.f_code.co_filename, frame.f_lineno))
        return in_line

    def entered(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(PREFIX):
            return None
        marks.add((frame.f_code.co_filename, frame.f_lineno))
        return in_line

    def started(item: pytest.Item | None) -> None:
        if now[0]:
            path = now[0].partition("::")[0]
            for name, line in list(marks):
                lines[path][name.removeprefix(PREFIX)][line] |= 1 << len(tests[path])
            tests[path][now[0]] = round(time.perf_counter() - now[1], 4)
        marks.clear()
        now[:] = [item.nodeid if item else "", time.perf_counter()]

    bench.started, bench.patience = started, 0
    threading.settrace(entered)
    sys.settrace(entered)
    bench.run(files)
    sys.settrace(None)
    started(None)
    found = {path: {"tests": tests[path], "lines": _as_text(lines[path])} for path in files}
    target.write_text(json.dumps(found), "utf-8")


def _as_text(lines: dict[str, dict[int, int]]) -> dict[str, dict[str, str]]:
    return {path: {str(line): f"{mask:x}" for line, mask in of_file.items()} for path, of_file in lines.items()}
