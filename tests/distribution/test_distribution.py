"""What is published: wheel and sdist of the package and of the sandbox, built for real."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from scripts.releasing.contents import problems
from scripts.releasing.projects import SANDBOX, SDK

ROOT = Path(__file__).parents[2]


def build(project: str, folder: Path) -> tuple[Path, Path]:
    """Build a project without isolation; returns wheel and sdist."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT / project)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Wheel and sdist of the package."""
    return build("generated/python", tmp_path_factory.mktemp("dist"))


def test_the_index_would_take_it(built: tuple[Path, Path]) -> None:
    """Metadata and README pass the index's own strict check."""
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, built)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_they_hold_the_package_and_nothing_else(built: tuple[Path, Path]) -> None:
    """Exactly the generated modules, the lock, the marker for type checkers, metadata and the licence; small."""
    assert problems(SDK, ROOT, *built) == []


def test_an_installation_proves_what_made_it(built: tuple[Path, Path], tmp_path: Path) -> None:
    """The console script is there, finds every file as it was made, and names the one that is not."""
    venv.create(tmp_path, with_pip=False, symlinks=True)
    command = [sys.executable, "-m", "pip", "--python", str(tmp_path), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, str(built[0])], check=True)
    verify = [str(next(tmp_path.glob("*/securedsigning*"))), "verify"]
    run = subprocess.run(verify, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    next(tmp_path.rglob("securedsigning/retry.py")).write_text("")
    run = subprocess.run(verify, capture_output=True, text=True)
    assert run.returncode == 1
    assert "  changed    retry.py\n" in run.stdout


def test_two_direct_dependencies(built: tuple[Path, Path]) -> None:
    """httpx and attrs; anything more is an extra."""
    with zipfile.ZipFile(built[0]) as wheel:
        metadata = message_from_bytes(wheel.read(next(n for n in wheel.namelist() if n.endswith("METADATA"))))
    needed = [item for item in metadata.get_all("Requires-Dist", []) if "extra ==" not in item]
    assert sorted(item.split("<")[0].split(">")[0] for item in needed) == ["attrs", "httpx"]
    assert "not an official product" in metadata.get_payload()


def test_the_sdist_can_be_built_again(built: tuple[Path, Path], tmp_path: Path) -> None:
    """Whoever packages from source gets the same modules."""
    with tarfile.open(built[1]) as sdist:
        sdist.extractall(tmp_path, filter="data")
    wheel, _ = build(str(next(tmp_path.iterdir())), tmp_path / "dist")
    with zipfile.ZipFile(wheel) as again, zipfile.ZipFile(built[0]) as first:
        assert set(again.namelist()) == set(first.namelist())


def test_the_sandbox_brings_the_spec(tmp_path: Path) -> None:
    """It works without the repository, and so does a build from its sdist: spec, pages and style are in it."""
    wheel, sdist = build("sandbox", tmp_path)
    assert problems(SANDBOX, ROOT, wheel, sdist) == []
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        bundled = archive.read("securedsigning_sandbox/openapi.json")
    assert bundled == (ROOT / "generated" / "openapi.json").read_bytes()
    assert {"securedsigning_sandbox/static/style.css", "securedsigning_sandbox/templates/sign.html"} <= names


def test_a_stray_and_a_missing_file_are_named(built: tuple[Path, Path], tmp_path: Path) -> None:
    """The look at the contents finds what it is there to find."""
    stray = tmp_path / built[0].name
    with zipfile.ZipFile(built[0]) as wheel, zipfile.ZipFile(stray, "w") as spoilt:
        for name in wheel.namelist():
            if not name.endswith("py.typed"):
                spoilt.writestr(name, wheel.read(name))
        spoilt.writestr("securedsigning/.env", "secret")
    found = problems(SDK, ROOT, stray, built[1])
    assert f"{stray.name} lacks securedsigning/py.typed" in found
    assert f"{stray.name} holds securedsigning/.env, which does not belong there" in found
    assert any("at most 270,000 are allowed" in line for line in found)  # it is not compressed
