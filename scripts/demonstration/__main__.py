"""The whole main job, for real, told step by step: spec, package, sandbox, signed document."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
import venv
from pathlib import Path

from rich.table import Table

from scripts.steps import ROOT, StepFailedError, console, detail, run, sandbox, step

EXAMPLES = ROOT / "spec" / "examples" / "files"


def main() -> int:
    """Run the demonstration; 0 if a document was signed."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description="From the spec to a signed document.")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "demo", help="folder for what is made")
    folder: Path = parser.parse_args().output.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "documents").mkdir(parents=True, mode=0o700)
    started = time.monotonic()
    console.print("\n[bold]From a spec to a signed document[/bold]\n")
    try:
        _demonstrate(folder)
    except StepFailedError as error:
        console.print(f"\n[bold red]This step failed.[/bold red]\n{error}", markup=True)
        return 1
    console.print(f"\n[bold green]Done[/bold green] in {time.monotonic() - started:.0f} seconds. The files:\n")
    table = Table(box=None, show_header=False, padding=(0, 2))
    for path in sorted([*(folder / "dist").iterdir(), *(folder / "documents").glob("*.pdf")]):
        table.add_row(_shown(path), f"[dim]{path.stat().st_size / 1024:,.0f} KB[/dim]")
    console.print(table)
    console.print("\nNext: [bold]scripts/sandbox[/bold] starts the sandbox, to play with.\n")
    return 0


def _demonstrate(folder: Path) -> None:
    python = folder / "environment" / "bin" / "python"
    wheel = Path()
    with step("Generate the SDK from spec/"):
        said = run([sys.executable, "-m", "generator", "generate"])
        detail(said.splitlines()[0] if said else "")
    with step("Build wheel and sdist"):
        run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), "generated/python"])
        wheel = next((folder / "dist").glob("*.whl"))
        detail(f"{wheel.name}, {wheel.stat().st_size / 1024:.0f} KB")
    with step("Install the wheel into a clean environment"):
        venv.create(folder / "environment", with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--require-hashes", "-r", "requirements/package.txt"])
        run([*pip, "--no-deps", str(wheel)])
        detail("httpx and attrs are all it needs")
    with sandbox(folder) as ready, step("Log in, send, sign, download, against the installed package"):
        program = [str(python), "-I", str(ROOT / "scripts" / "demonstration" / "program.py")]
        documents = [str(EXAMPLES / name) for name in ("contract.docx", "contract.pdf")]
        run([*program, str(ready), str(folder / "documents"), *documents], told=True)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


if __name__ == "__main__":
    sys.exit(main())
