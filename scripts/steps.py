"""What the longer scripts share: steps told as they happen, commands, and a sandbox that runs beside them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parents[1]
console = Console(highlight=False)


class StepFailedError(Exception):
    """A step did not work; carries what it printed."""


@contextmanager
def sandbox(folder: Path, python: Path | None = None) -> Iterator[Path]:
    """A sandbox on a free port; stopped at the end of the block.

    Args:
        folder: where its log and, while it runs, its addresses and keys are kept.
        python: an environment in which it is installed; without one, it is started from this repository.

    Yields:
        The file with its addresses and keys.

    Raises:
        StepFailedError: it did not start.
    """
    ready = folder / "sandbox.json"
    with step("Start the sandbox"):
        environment = {**os.environ, "PYTHONPATH": "" if python else str(ROOT / "sandbox")}
        command = [
            str(python or sys.executable),
            "-m",
            "securedsigning_sandbox",
            "--port",
            "0",
            "--ready-file",
            str(ready),
        ]
        output = (folder / "sandbox.log").open("w")
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT, cwd=ROOT)
        deadline = time.monotonic() + 60
        while not ready.exists():
            if server.poll() is not None or time.monotonic() > deadline:
                server.kill()
                raise StepFailedError((folder / "sandbox.log").read_text())
            time.sleep(0.05)
        detail("a local Secured Signing: no account, no network")
    try:
        yield ready
    finally:
        server.terminate()
        server.wait()
        output.close()
        ready.unlink()  # it holds the sandbox's secret


@contextmanager
def step(title: str) -> Iterator[None]:
    """Tell what begins, and how long it took."""
    console.print(f"[bold blue]▸[/bold blue] [bold]{title}[/bold]")
    started = time.monotonic()
    yield
    console.print(f"  [dim]{time.monotonic() - started:.1f} s[/dim]\n")


def detail(text: str, value: str = "") -> None:
    """A line below a step."""
    console.print(f"  {text}" + (f"  [dim]{value}[/dim]" if value else ""), soft_wrap=True)


def run(
    command: list[str], *, folder: Path = ROOT, environment: Mapping[str, str] | None = None, told: bool = False
) -> str:
    """Run a command.

    Args:
        command: the program and its arguments.
        folder: where it runs; by default the repository's root.
        environment: variables that are set for it, besides those that are.
        told: show its lines ``what<tab>value`` as they come.

    Returns:
        What it printed.

    Raises:
        StepFailedError: it failed.
    """
    lines = []
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if told and "\t" in line:
                what, _, value = line.rstrip("\n").partition("\t")
                detail(f"{what:<18}", value)
    if process.returncode:
        raise StepFailedError("".join(lines))
    return "".join(lines)
