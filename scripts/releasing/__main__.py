"""The command line: ``scripts/release``."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from scripts.releasing.bill import write_bill
from scripts.releasing.building import build_twice, commit_time, digests, export
from scripts.releasing.contents import problems
from scripts.releasing.guards import GUARDS
from scripts.releasing.installing import constraints, environment, exercise, install, lowest, requirements, versions
from scripts.releasing.interpreters import interpreters
from scripts.releasing.projects import PROJECTS, SANDBOX, SDK, Project
from scripts.steps import ROOT, StepFailedError, console, detail, run, sandbox, step

SCRATCH = ROOT / "build" / "release"
MADE = SCRATCH / "dist"
LOCKS = ROOT / "requirements"
_SUMS = "SHA256SUMS"


def main() -> int:
    """Make a release, all but the upload.

    Returns:
        0 if the output may be published, 1 if something is in its way; then the output folder is not touched.
    """
    parser = argparse.ArgumentParser(
        prog="scripts/release", description="Builds and proves what is published; uploads nothing."
    )
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="folder that is replaced (default: dist)")
    parser.add_argument("--every-python", action="store_true", help="fail if a supported Python is not on this machine")
    options = parser.parse_args()
    if options.output.exists() and any(options.output.iterdir()) and not (options.output / _SUMS).exists():
        parser.error(f"{options.output} holds other things than a release; name a folder that may be replaced")
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    try:
        _guard()
        _build(commit_time(ROOT))
        server = _write_bills(commit_time(ROOT))
        _use(server, every_python=options.every_python)
    except StepFailedError as error:
        console.print("\n[bold red]No release.[/bold red]\n")
        console.print(str(error), markup=False, soft_wrap=True)
        return 1
    _keep(options.output)
    return 0


def _guard() -> None:
    for title, guard in GUARDS.items():
        with step(title):
            found = guard(ROOT)
            detail("no" if found else "yes")
        if found:
            raise StepFailedError("\n".join([f"{title}: no", *(f"  {line}" for line in found)]))


def _build(epoch: int) -> None:
    sources = export(ROOT, SCRATCH / "source"), export(ROOT, SCRATCH / "elsewhere" / "copy")
    with step("Build twice, in different surroundings; the same bytes"):
        build_twice(PROJECTS, sources, MADE, epoch)
        for project in PROJECTS:
            for path in _built(project):
                detail(path.name, f"{path.stat().st_size:,} bytes")
    with step("Every file that belongs there, and no other; the index would take it"):
        run(
            [
                sys.executable,
                "-m",
                "twine",
                "check",
                "--strict",
                *(str(path) for each in PROJECTS for path in _built(each)),
            ]
        )
        found = [line for project in PROJECTS for line in problems(project, sources[0], *_built(project))]
        if found:
            raise StepFailedError("\n".join(found))


def _write_bills(epoch: int) -> Path:
    """Write both bills of materials; returns the Python that has the sandbox installed."""
    with step("Bills of materials, from the locks"):
        client = environment(Path(sys.executable), SCRATCH / "locked")
        install(client, "--require-hashes", "-r", str(LOCKS / "package.txt"))
        wheel, _ = _built(SANDBOX)
        server = environment(Path(sys.executable), SCRATCH / "sandbox")
        pins = constraints(LOCKS / "toolkit.txt", SCRATCH / "toolkit-constraints.txt")
        install(server, "-c", str(pins), *map(str, requirements(wheel)))
        for project, python in ((SDK, client), (SANDBOX, server)):
            target = MADE / "sbom" / f"{project.name}-{project.version()}.cdx.json"
            write_bill(python, ROOT / project.folder, target, epoch)
            detail(target.name)
        install(server, "--no-deps", str(wheel))
    return server


def _use(server: Path, *, every_python: bool) -> None:
    wheel, _ = _built(SDK)
    names = [each.name for each in requirements(wheel)]
    bounds = SCRATCH / "lowest-constraints.txt"
    bounds.write_text("\n".join(lowest(wheel)), encoding="utf-8")
    with sandbox(SCRATCH, server) as ready:
        for version, python in interpreters().items():
            with step(f"Install it with Python {version} and have documents signed"):
                if python is None:
                    detail("not on this machine: not tried")
                    if every_python:
                        raise StepFailedError(f"Python {version} is not on this machine")
                    continue
                for which, options in (("lowest", ["-c", str(bounds)]), ("newest", ["--upgrade"])):
                    inside = environment(python, SCRATCH / f"{version}-{which}")
                    install(inside, *options, str(wheel))
                    exercise(inside, ready, SCRATCH / f"{version}-{which}-documents")
                    detail(f"with the {which} dependencies it allows", versions(inside, names))


def _keep(output: Path) -> None:
    sums = [
        f"{digest}  {folder.name}/{name}"
        for folder in sorted(MADE.iterdir())
        for name, digest in digests(folder).items()
    ]
    (MADE / _SUMS).write_text("\n".join(sums) + "\n", encoding="utf-8")
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(MADE, output)
    console.print(f"[bold green]Ready in {output}[/bold green], nothing uploaded:\n", soft_wrap=True)
    console.print("\n".join(sums), markup=False, soft_wrap=True)
    tag = f"v{SDK.version()}"
    console.print(
        f"\nNext: git tag -s {tag} && git push origin {tag}; the release workflow builds the same and publishes it.",
        soft_wrap=True,
    )


def _built(project: Project) -> tuple[Path, Path]:
    """Wheel and sdist of a project."""
    folder = MADE / project.name
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


if __name__ == "__main__":
    sys.exit(main())
