"""Which tests reach which line of the package: measured once, kept beside the outcomes."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from mutation.forking import Bench, Trial, attend
from mutation.record import FOLDER, fingerprint
from mutation.replacing import PYTHON

EACH, MORE = 4, 40
"""So many parametrisations of a test function are kept for a line: most of the others take the same way there. If none of them
fails, more of the same functions are tried.
"""
PREFIX = f"{PYTHON}/"
LOOKS_BACK = "test_coverage.py"


class Reach:
    """The tests by file and line.

    Args:
        lines: by path below ``generated/python`` and line, names of tests.
        seconds: how long each test took.
    """

    def __init__(self, lines: dict[str, dict[str, list[str]]], seconds: dict[str, float]) -> None:
        self._lines, self._seconds = lines, seconds

    def of_lines(self, path: str, lines: Iterable[int]) -> set[str]:
        """The tests that reach one of these lines of a file."""
        known = self._lines.get(path, {})
        return {name for line in lines for name in known.get(str(line), ())}

    def more(self, tests: set[str]) -> set[str]:
        """Further parametrisations of the functions of these tests."""
        functions = {name.partition("[")[0] for name in tests}
        return _few((name for name in self._seconds if name.partition("[")[0] in functions), MORE) - tests

    def of_import(self, path: str) -> set[str]:
        """The tests that may see what a module does when it is imported: that was before the first test, so no line tells.

        A test of each function, and few of each function that reach the file later on.
        """
        return self.one_of_each() | _few(name for names in self._lines.get(path, {}).values() for name in names)

    def one_of_each(self) -> set[str]:
        """A test of each test function that reaches the package."""
        first: dict[str, str] = {}
        for name in sorted(self._seconds):
            first.setdefault(name.partition("[")[0], name)
        return set(first.values())

    def files(self, tests: Iterable[str]) -> list[str]:
        """The files of these tests, the quickest first."""
        together: dict[str, float] = defaultdict(float)
        for name in tests:
            together[name.partition("::")[0]] += self._seconds.get(name, 0)
        return sorted(together, key=together.__getitem__)


def _few(tests: Iterable[str], each: int = EACH) -> set[str]:
    """Few of each test function, spread over all."""
    functions: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(tests)):
        functions[name.partition("[")[0]].append(name)
    return {name for names in functions.values() for name in names[:: max(1, -(-len(names) // each))]}


def measured(folders: Iterable[str], folder: Path = FOLDER) -> Reach:
    """What the tests in these folders reach; measured if tests or code changed since it was last."""
    file, paths = folder / "reach.json", sorted(folders)
    state = [fingerprint(), *paths]
    if not file.exists() or json.loads(file.read_text("utf-8"))["state"] != state:
        print("measuring which tests reach which line, a few minutes ...", file=sys.stderr, flush=True)
        folder.mkdir(exist_ok=True)
        target = folder / "measured.json"
        trial = Trial("measuring", lambda bench: _measure(bench, paths, target))
        (outcome,) = attend([trial], jobs=1, patience=3600)
        if outcome.end != "survived":
            raise RuntimeError(f"the tests fail before anything is changed: {outcome.test} {outcome.reason}")
        file.write_text(json.dumps({"state": state, **json.loads(target.read_text("utf-8"))}), "utf-8")
        target.unlink()
    found = json.loads(file.read_text("utf-8"))
    return Reach(found["lines"], found["seconds"])


def _measure(bench: Bench, paths: Iterable[str], target: Path) -> None:
    lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    seconds: dict[str, float] = {}
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
            seconds[now[0]] = round(time.perf_counter() - now[1], 4)
            for name, line in list(marks):
                lines[name.removeprefix(PREFIX)][line].add(now[0])
        marks.clear()
        now[:] = [item.nodeid if item else "", time.perf_counter()]

    bench.started = started
    threading.settrace(entered)
    sys.settrace(entered)
    bench.run(paths, lambda item: 0 if item.path.name == LOOKS_BACK else 1)
    sys.settrace(None)
    started(None)
    kept = {
        path: {str(line): sorted(_few(tests)) for line, tests in of_file.items()} for path, of_file in lines.items()
    }
    target.write_text(json.dumps({"lines": kept, "seconds": seconds}), "utf-8")
