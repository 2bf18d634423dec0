"""``securedsigning verify``: what made a package, and every file that is not as it was made."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import securedsigning
from securedsigning.__main__ import main
from securedsigning.verifying import LockError, read_lock

PACKAGE = Path(securedsigning.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that may be spoilt."""
    return shutil.copytree(PACKAGE, tmp_path / "site" / "securedsigning", ignore=shutil.ignore_patterns("__pycache__"))


def verify(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command of a package in a process of its own that has only the standard library (-S)."""
    command = [sys.executable, "-S", "-m", "securedsigning", "verify", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "LC_ALL": "C"}
    return subprocess.run(command, cwd=package.parent.parent, env=environment, capture_output=True, text=True)


def test_an_untouched_package_says_what_made_it(copy: Path) -> None:
    """The hashes of the inputs are shown, the spec's as sha256sum computes it; twice, since Python leaves caches behind."""
    spec = hashlib.sha256((PACKAGE.parents[1] / "openapi.json").read_bytes()).hexdigest()
    for _ in range(2):
        run = verify(copy)
        assert (run.returncode, run.stderr) == (0, "")
        assert f"spec       sha256:{spec}" in run.stdout
        assert "generator  sha256:" in run.stdout
        assert "templates  sha256:" in run.stdout
        assert hashlib.sha256((copy / "sdk.lock").read_bytes()).hexdigest() in run.stdout
        assert "all are what was made" in run.stdout


def test_every_file_of_the_package_is_in_the_lock() -> None:
    """Nothing is left out of the comparison but the lock itself."""
    there = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert there - {"sdk.lock"} == set(read_lock(PACKAGE / "sdk.lock").files)


def test_changed_missing_and_surplus_files_are_named(copy: Path) -> None:
    """One byte more, a file less, files and links that nobody made; exit status 1 and what to do."""
    with (copy / "signing.py").open("a") as file:
        file.write("\n")
    (copy / "models" / "account_info.py").unlink()
    (copy / "_sync" / "odd\udcff\n.py").write_text("")
    (copy / "linked").symlink_to(copy / "models", target_is_directory=True)
    (copy / "__pycache__").mkdir()
    (copy / "__pycache__" / "no-byte-code.txt").write_text("")
    run = verify(copy)
    assert run.returncode == 1
    assert "  changed    signing.py\n" in run.stdout
    assert "  missing    models/account_info.py\n" in run.stdout
    assert "  surplus    linked\n" in run.stdout
    assert "  surplus    __pycache__/no-byte-code.txt\n" in run.stdout
    assert "  surplus    _sync/odd\\udcff\\n.py\n" in run.stdout
    assert "5 differ from what was made" in run.stdout
    assert f"securedsigning=={securedsigning.__version__}" in run.stdout


def test_a_folder_in_a_file_s_place_is_a_difference(copy: Path) -> None:
    """Whatever stands where a file should be."""
    (copy / "py.typed").unlink()
    (copy / "py.typed").mkdir()
    assert "  missing    py.typed\n" in verify(copy).stdout


def test_another_lock_may_judge(copy: Path, tmp_path: Path) -> None:
    """Who changed a file changed the package's lock as well; a lock from elsewhere finds it."""
    with (copy / "errors.py").open("a") as file:
        file.write("# harmless\n")
    lock = json.loads((copy / "sdk.lock").read_text())
    changed = hashlib.sha256((copy / "errors.py").read_bytes()).hexdigest()
    lock["files"]["python/securedsigning/errors.py"] = f"sha256:{changed}"
    (copy / "sdk.lock").write_text(json.dumps(lock))
    assert verify(copy).returncode == 0
    run = verify(copy, "--lock", str(PACKAGE / "sdk.lock"))
    assert run.returncode == 1
    assert "  changed    errors.py\n" in run.stdout


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"inputs": 1, "tools": {}, "files": {}}', '{"files": {"a": 1}}', "\x00"]
)
def test_a_broken_lock_is_no_verdict(text: str, tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "sdk.lock").write_text(text)
    with pytest.raises(LockError, match=r"sdk\.lock is not a lock"):
        read_lock(tmp_path / "sdk.lock")


def test_without_a_lock_the_command_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not 0: nothing was proved. Not 1: nothing was found either."""
    assert main(["verify", "--lock", str(tmp_path / "gone")]) == 2
    assert f"{tmp_path / 'gone'} cannot be read" in capsys.readouterr().err
