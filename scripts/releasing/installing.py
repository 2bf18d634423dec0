"""What users do with the result: install it into an empty environment and work with it."""

from __future__ import annotations

import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

from packaging.requirements import Requirement

from scripts.steps import ROOT, run

_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
_DOCUMENTS = ("contract.docx", "contract.pdf")


def environment(python: Path, folder: Path) -> Path:
    """An empty environment; returns its Python."""
    run([str(python), "-m", "venv", "--without-pip", str(folder)])
    return folder / "bin" / "python"


def install(python: Path, *arguments: str) -> None:
    """Let pip install into an environment.

    Raises:
        StepFailedError: something cannot be installed; carries what pip said.
    """
    run([*_PIP, "--python", str(python), "install", "--quiet", *arguments])


def requirements(wheel: Path) -> list[Requirement]:
    """What a wheel needs, extras left out."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(archive.read(name))
    needed = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    return [each for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})]


def lowest(wheel: Path) -> list[str]:
    """The lowest version allowed of each direct dependency; what these need in turn is pip's to choose."""
    return [
        f"{each.name}=={bound.version}"
        for each in requirements(wheel)
        for bound in each.specifier
        if bound.operator in (">=", "==", "~=")
    ]


def constraints(lock: Path, target: Path) -> Path:
    """Write the versions of a lock as constraints, without the hashes, which would be asked of our own wheel too."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [line.rstrip(" \\") for line in lines if "==" in line and not line.startswith((" ", "#"))]
    target.write_text("\n".join(pins), encoding="utf-8")
    return target


def versions(python: Path, names: list[str]) -> str:
    """The versions of distributions in an environment, in one line."""
    script = "import sys; from importlib.metadata import version; print(', '.join(n + ' ' + version(n) for n in sys.argv[1:]))"
    return run([str(python), "-c", script, *names]).strip()


def exercise(python: Path, ready: Path, folder: Path) -> None:
    """Log in, send, sign and download with the installed package; it must then still be what was made.

    Raises:
        StepFailedError: something failed; carries what was printed.
    """
    folder.mkdir(mode=0o700)
    program = ROOT / "scripts" / "demonstration" / "program.py"
    documents = [str(ROOT / "spec" / "examples" / "files" / name) for name in _DOCUMENTS]
    run([str(python), "-I", str(program), str(ready), str(folder), *documents])
    run([str(python.with_name("securedsigning")), "verify"])
