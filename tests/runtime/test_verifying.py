"""``securedsigning verify``: what made a package, and every file that is not as it was made."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import runpy
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import securedsigning
from securedsigning.verifying import Difference, Lock, LockError, compare, read_lock

PACKAGE = Path(securedsigning.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that may be spoilt."""
    return shutil.copytree(PACKAGE, tmp_path / "site" / "securedsigning", ignore=shutil.ignore_patterns("__pycache__"))


def main(arguments: list[str]) -> int:
    """Run the command in this process. It is imported here, since a command that ran at its import would end pytest."""
    status = import_module("securedsigning.__main__").main(arguments)
    assert isinstance(status, int)
    return status


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
    "text",
    [
        "",
        "[]",
        "{}",
        '{"inputs": 1, "tools": {}, "files": {}}',
        '{"inputs": {}, "tools": {}, "files": {"a": 1}}',
        '{"inputs": {}, "tools": {}, "files": {"a": "1", "b": null}}',
        "\x00",
    ],
)
def test_a_broken_lock_is_no_verdict(text: str, tmp_path: Path) -> None:
    """The message names the file."""
    path = tmp_path / "sdk.lock"
    path.write_text(text)
    with pytest.raises(LockError) as caught:
        read_lock(path)
    assert str(caught.value) == f"{path} is not a lock as the generator writes it. Install the package again."


def test_without_a_lock_the_command_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not 0: nothing was proved. Not 1: nothing was found either."""
    assert main(["verify", "--lock", str(tmp_path / "gone")]) == 2
    path, reason = tmp_path / "gone", os.strerror(errno.ENOENT)
    told = f"securedsigning: {path} cannot be read ({reason}). Install the package again.\n"
    assert capsys.readouterr() == ("", told)


def sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of two files and its lock, which the command takes for its own."""
    folder = tmp_path / "small"
    (folder / "models").mkdir(parents=True)
    (folder / "a.py").write_bytes(b"a")
    (folder / "models" / "b.py").write_bytes(b"b")
    lock = {
        "inputs": {"spec": "sha256:1", "generator": "sha256:2"},
        "tools": {"jinja2": "3.1", "ruff": "0.1"},
        "files": {
            "openapi.json": "sha256:3",
            "python/securedsigning/a.py": sha256(b"a"),
            "python/securedsigning/models/b.py": sha256(b"b"),
        },
    }
    (folder / "sdk.lock").write_text(json.dumps(lock))
    monkeypatch.setattr("securedsigning.__main__._PACKAGE", folder)
    return folder


def test_a_lock_tells_what_is_installed(small: Path) -> None:
    """The files of the package by their path in it, and the hash of the lock itself."""
    assert read_lock(small / "sdk.lock") == Lock(
        digest=sha256((small / "sdk.lock").read_bytes()),
        inputs={"spec": "sha256:1", "generator": "sha256:2"},
        tools={"jinja2": "3.1", "ruff": "0.1"},
        files={"a.py": sha256(b"a"), "models/b.py": sha256(b"b")},
    )


def test_every_kind_of_difference(small: Path) -> None:
    """Byte code counts only where Python puts none; a link counts as itself, wherever it leads."""
    lock = read_lock(small / "sdk.lock")
    (small / "__pycache__").mkdir()
    (small / "__pycache__" / "a.cpython-311.pyc").touch()
    assert compare(small, lock) == Difference((), (), ())
    assert not compare(small, lock)

    (small / "a.py").write_bytes(b"changed")
    (small / "models" / "b.py").unlink()
    for name in ("z.py", "m.pyc", "__pycache__/m.py"):
        (small / name).touch()
    (small / "linked").symlink_to(small / "models", target_is_directory=True)
    surplus = ("__pycache__/m.py", "linked", "m.pyc", "z.py")
    found = compare(small, lock)
    assert found == Difference(changed=("a.py",), missing=("models/b.py",), surplus=surplus)
    assert len(found) == 6

    (small / "models" / "b.py").symlink_to(small / "models", target_is_directory=True)
    assert compare(small, lock).changed == ("a.py", "models/b.py")


HEAD = """\
securedsigning {version} in {folder}
  spec       sha256:1
  generator  sha256:2
  lock       {lock}
  tools      jinja2 3.1, ruff 0.1
"""


def test_the_report_of_an_untouched_package(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What made it, and that each file was compared."""
    values = {
        "version": securedsigning.__version__,
        "folder": small.as_posix(),
        "lock": read_lock(small / "sdk.lock").digest,
    }
    assert main(["verify"]) == 0
    assert capsys.readouterr() == (HEAD.format_map(values) + "2 files compared: all are what was made.\n", "")


def test_the_report_of_a_changed_package(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed, what is missing and what is surplus, and what to do."""
    values = {
        "version": securedsigning.__version__,
        "folder": small.as_posix(),
        "lock": read_lock(small / "sdk.lock").digest,
    }
    (small / "a.py").write_bytes(b"changed")
    (small / "models" / "b.py").unlink()
    (small / "z.py").touch()
    (small / "y.py").touch()
    again = f"pip install --force-reinstall --no-deps securedsigning=={securedsigning.__version__}"
    assert main(["verify"]) == 1
    assert capsys.readouterr() == (
        HEAD.format_map(values)
        + "  changed    a.py\n  missing    models/b.py\n  surplus    y.py\n  surplus    z.py\n"
        + f"2 files compared: 4 differ from what was made. To have them anew: {again}\n",
        "",
    )


def test_a_file_that_cannot_be_read_is_no_verdict(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two, and the reason."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    read, wanted = Path.read_bytes, small / "a.py"
    monkeypatch.setattr(Path, "read_bytes", lambda path: refuse(path) if path == wanted else read(path))
    assert main(["verify"]) == 2
    assert capsys.readouterr() == ("", f"securedsigning: [Errno 13] Permission denied: {str(wanted)!r}\n")


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str, str]:
    """How the command ends by itself, and what it prints, without the line breaks."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, error = (" ".join(text.split()) for text in capsys.readouterr())
    return caught.value.code, out, error


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Help, version, and what is said when the command is left out."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert told(["--version"], capsys) == (0, f"securedsigning {securedsigning.__version__}", "")
    assert told([], capsys) == (
        2,
        "",
        "usage: securedsigning [-h] [--version] {verify} ... "
        "securedsigning: error: the following arguments are required: command",
    )
    assert told(["--help"], capsys) == (
        0,
        "usage: securedsigning [-h] [--version] {verify} ... "
        "The Secured Signing SDK on the command line. "
        "positional arguments: {verify} "
        "verify tell what made this package, and compare every file with it "
        "options: -h, --help show this help message and exit "
        "--version show program's version number and exit",
        "",
    )
    assert told(["verify", "--help"], capsys) == (
        0,
        "usage: securedsigning verify [-h] [--lock LOCK] "
        "Tells which spec, generator and templates made this package, and compares every file with its lock. "
        "options: -h, --help show this help message and exit "
        "--lock LOCK a sdk.lock from a place you trust, such as a checkout of the release "
        "(default: the one in the package)",
        "",
    )


@pytest.mark.parametrize("lock", ["sdk.lock", "gone"])
def test_the_exit_status_is_that_of_the_command(lock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of ``python -m securedsigning``."""
    monkeypatch.setattr(sys, "argv", ["securedsigning", "verify", "--lock", str(PACKAGE / lock)])
    monkeypatch.delitem(sys.modules, "securedsigning.__main__", raising=False)
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("securedsigning", run_name="__main__")
    assert caught.value.code == (0 if lock == "sdk.lock" else 2)
