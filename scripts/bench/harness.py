"""What all benchmarks share: rounds that take turns, medians of ratios, and the table of results.

Times of a shared machine wander. So the contestants of a comparison take turns within one run, each round gives one ratio,
and the median of the ratios is the figure; the times are printed beside it, but nothing is concluded from them.
"""

from __future__ import annotations

import atexit
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
BENCH = Path(__file__).parent
PACKAGE = ROOT / "generated" / "python"
SPEC = ROOT / "spec" / "openapi.yaml"
BUNDLE = ROOT / "generated" / "openapi.json"


@dataclass(frozen=True)
class Settings:
    """What the command line chose."""

    scratch: Path
    quick: bool = False
    megabytes: int = 1024

    def rounds(self, usual: int, quick: int) -> int:
        """How many rounds to make."""
        return quick if self.quick else usual


@dataclass(frozen=True)
class Spread:
    """A median with the least and greatest value."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of some values."""
        return cls(statistics.median(values), min(values), max(values))

    def text(self, unit: str, digits: int = 2) -> str:
        """For the table: ``1.20x (1.10-1.31)``."""
        return f"{self.median:.{digits}f}{unit} ({self.least:.{digits}f}-{self.greatest:.{digits}f})"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    measure: str
    ours: str
    other: str
    figure: str
    target: str = ""
    met: bool | None = None

    def cells(self) -> tuple[str, ...]:
        """The line's cells."""
        met = {True: "yes", False: "**no**", None: ""}[self.met]
        return (self.measure, self.ours, self.other, self.figure, self.target, met)


HEAD = ("Measure", "Ours", "Beside it", "Figure (min-max)", "Target", "Met")


def interleaved(contestants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """What each contestant returned in each round; every other round runs them in reverse order."""
    names = list(contestants)
    found: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        for name in names if number % 2 == 0 else reversed(names):
            found[name].append(contestants[name]())
    return found


def ratios(ours: Sequence[float], others: Sequence[float]) -> Spread:
    """The spread of the ratio, round by round."""
    return Spread.of([one / other for one, other in zip(ours, others, strict=True)])


def compared(
    measure: str,
    ours: Sequence[float],
    others: Sequence[float],
    *,
    at_most: float | None = None,
    at_least: float | None = None,
    unit: str = "ms",
    scale: float = 1000,
    inverse: bool = False,
) -> Row:
    """The line for a comparison.

    Args:
        measure: what was compared.
        ours: our values, one per round.
        others: the values of what a user would take instead.
        at_most: the ratio not to be exceeded.
        at_least: the ratio to be reached.
        unit: of the values.
        scale: what to multiply the values with for printing them.
        inverse: print the other's value over ours, so that times become "so many times as fast".
    """
    figure = ratios(others, ours) if inverse else ratios(ours, others)
    digits = 3 if at_most is not None and at_most < 0.1 else 2
    met, target = None, ""
    if at_most is not None:
        met, target = round(figure.median, digits) <= at_most, f"<= {at_most:g}x"
    elif at_least is not None:
        met, target = round(figure.median, digits) >= at_least, f">= {at_least:g}x"
    return Row(
        measure,
        f"{statistics.median(ours) * scale:,.4g} {unit}",
        f"{statistics.median(others) * scale:,.4g} {unit}",
        figure.text("x", digits),
        target,
        met,
    )


def table(rows: Sequence[Row]) -> str:
    """The lines as a Markdown table."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    padded = [
        "| " + " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) + " |" for line in cells
    ]
    return "\n".join([padded[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *padded[1:]])


def environment(**further: str) -> dict[str, str]:
    """The environment of a measured process: our package importable, the interpreter's tools on the path, no proxies.

    Bytecode is kept, as it is for whoever installs a package, in a folder of this run, whatever the caller's environment says.
    """
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    kept["PYTHONPATH"] = str(PACKAGE)
    kept["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    kept["PYTHONPYCACHEPREFIX"] = bytecode_folder()
    for name in [name for name in kept if name == "PYTHONDONTWRITEBYTECODE" or name.startswith("SECUREDSIGNING_")]:
        del kept[name]
    return {**kept, **further}


@cache
def bytecode_folder() -> str:
    """Where measured processes keep their bytecode; a new folder in each run, so that nobody else's is loaded."""
    folder = tempfile.mkdtemp(prefix="bench-bytecode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def timed_process(command: Sequence[str | Path], *, cwd: Path | None = None) -> float:
    """Seconds of a whole process.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    begin = time.perf_counter()
    run = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment(), capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - begin
    if run.returncode:
        raise RuntimeError(f"{command} failed:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return seconds


def worker(script: str, *arguments: object, cwd: Path | None = None) -> str:
    """What a script of this folder prints, run in a process of its own."""
    command = [sys.executable, str(BENCH / script), *map(str, arguments)]
    run = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{script} failed:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.stdout
