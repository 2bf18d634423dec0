"""Generating the package, as a whole process: formatted, sync and async, beside the command line of openapi-python-client."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

import harness
import synthetic

_TARGETS = {1000: 0.45}


def run(settings: harness.Settings) -> list[harness.Row]:
    """Time both generators on the real spec and on synthetic ones."""
    rows = [_row("the real spec", harness.SPEC, harness.BUNDLE, settings, settings.rounds(7, 3), 0.75)[0]]
    seconds = {}
    for size in (10, 100) if settings.quick else (10, 100, 300, 1000, 3000):
        spec, bundle = synthetic.write(size, settings.scratch / f"spec-{size}")
        rounds = settings.rounds({10: 5, 100: 5, 300: 3, 1000: 3}.get(size, 1), 2)
        row, ours = _row(f"{size:,} operations", spec, bundle, settings, rounds, _TARGETS.get(size))
        rows.append(row)
        seconds[size] = statistics.median(ours)
    if 3000 in seconds:
        # Beyond the first ten, so that starting the process, spread over 3,000 operations, does not hide a growing cost.
        large, small = ((seconds[size] - seconds[10]) / (size - 10) for size in (3000, 100))
        ratio = large / small
        rows.append(
            harness.Row(
                "cost of one operation, at 3,000 against at 100",
                f"{large * 1000:.3g} ms",
                f"{small * 1000:.3g} ms",
                f"{ratio:.2f}x",
                "<= 1.3x",
                ratio <= 1.3,
            )
        )
    return rows


def _row(
    measure: str, spec: Path, bundle: Path, settings: harness.Settings, rounds: int, target: float | None
) -> tuple[harness.Row, list[float]]:
    ours_output, plain_output = settings.scratch / "ours", settings.scratch / "plain"
    ours = [sys.executable, "-m", "generator", "generate", "--spec", spec, "--output", ours_output]
    plain = ["openapi-python-client", "generate", "--path", bundle, "--meta", "none", "--output-path", plain_output]
    commands = {"ours": ours, "plain": [*plain, "--overwrite"]}
    if rounds > 1:
        for command in commands.values():  # leaves the bytecode behind, and output to replace
            harness.timed_process(command, cwd=harness.ROOT)
    times = harness.interleaved(
        {
            name: lambda command=command: harness.timed_process(command, cwd=harness.ROOT)
            for name, command in commands.items()
        },
        rounds,
    )
    row = harness.compared(measure, times["ours"], times["plain"], at_most=target, unit="s", scale=1)
    return row, times["ours"]
