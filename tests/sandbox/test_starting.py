"""The command: what it shows when it has started, and what it says when it cannot."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from securedsigning_sandbox import Settings, running
from securedsigning_sandbox.__main__ import main
from securedsigning_sandbox.command_line import read
from securedsigning_sandbox.greeting import screen, snippet
from securedsigning_sandbox.store import SCHEMA_VERSION

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """What the command does to this process is undone."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_the_printed_lines_can_be_pasted() -> None:
    """Three lines at the margin, as they are printed, work in an interactive Python."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'sandbox'}{os.pathsep}{ROOT / 'generated' / 'python'}"}
    command = [sys.executable, "-m", "securedsigning_sandbox", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            shown: list[str] = []
            while not shown or not shown[-1].startswith("Ctrl+C"):
                shown.append(process.stdout.readline())
                assert shown[-1], shown
            first = next(number for number, line in enumerate(shown) if line.startswith("from securedsigning"))
            pasted, after = shown[first : first + 3], shown[first + 3 :]
            assert after[:-1] == ["\n"]
            run = subprocess.run(
                [sys.executable, "-i", "-q"], input="".join(pasted), env=environment, capture_output=True, text=True
            )
            assert run.stdout == "Mia Kauri\n" and "Error" not in run.stderr
        finally:
            process.terminate()


@pytest.mark.parametrize("settings", [Settings(oauth_required=False), Settings(access_url="https://a.example/'b\"")])
def test_the_lines_fit_the_settings(settings: Settings) -> None:
    """Without OAuth there is no token; an address with quotes stays one text."""
    with running(settings) as sandbox:
        lines = snippet(sandbox)
        assert len(lines.splitlines()) == 3
        assert ("Token" in lines) == settings.oauth_required
        names: dict[str, object] = {}
        with redirect_stdout(StringIO()) as output:
            exec(lines, names)
        names["client"].close()  # type: ignore[attr-defined]
    assert output.getvalue() == "Mia Kauri\n"


def test_the_screen_is_in_columns() -> None:
    """All values begin in the same column; nothing is wider than a terminal but what has to be."""
    with running() as sandbox:
        shown = screen(sandbox).splitlines()
        values = [line for line in shown if line.startswith("  ")]
        assert {line[14] == " " and line[15] != " " for line in values} == {True}
        assert {sandbox.api_key, sandbox.api_secret, sandbox.access_url} <= {line[15:] for line in values}
        assert [line[:9] for line in shown if len(line) > 80] == ["  API sec", "client = "]


def as_text(path: Path) -> None:
    path.write_text("These are notes, and long enough not to be taken for an empty database file. " * 20)


def as_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"CREATE TABLE documents (a); PRAGMA user_version = {SCHEMA_VERSION + 1};")


def as_another_program_s(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE bookmarks (a)")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (as_text, "is no database of the sandbox"),
        (as_newer, f"was written by a sandbox that is newer: it has version {SCHEMA_VERSION + 1}"),
        (as_another_program_s, "is a database of another program"),
        (Path.mkdir, "Is a directory"),
    ],
)
def test_data_that_cannot_be_used(
    make: Callable[[Path], None], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason, a remedy that fits, and everything is left as it was."""
    path = tmp_path / "data.sqlite"
    make(path)
    before = path.is_dir() or path.read_bytes()
    assert main(["--port", "0", "--data", str(path)]) == 1
    told = capsys.readouterr().err
    assert f"{path}" in told and reason in told and "after --data" in told and "--port" not in told
    assert (path.is_dir() or path.read_bytes()) == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_data_that_another_program_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told as such after SQLite's own time of waiting, which is nothing here."""
    path = tmp_path / "data.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
        assert main(["--port", "0", "--data", str(path)]) == 1
    assert f"{path}: another program is using it" in capsys.readouterr().err


def test_data_that_another_sandbox_has_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is left alone, an upload under way included; once that one has ended, it is free."""
    path = tmp_path / "data.sqlite"
    with running(Settings(database=path)) as sandbox:
        upload = sandbox.state.store.new_file()
        upload.touch()
        assert main(["--port", "0", "--data", str(path)]) == 1
        assert upload.exists()
    assert f"{path} is in use by another sandbox.\nName another file after --data" in capsys.readouterr().err
    with running(Settings(database=path)):
        assert not upload.exists()


def test_data_below_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No folder, so no file in it."""
    (tmp_path / "file").touch()
    assert main(["--port", "0", "--data", str(tmp_path / "file" / "data")]) == 1
    assert "Not a directory.\nName another file after --data" in capsys.readouterr().err


def test_a_ready_file_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own remedy, and the secret is left nowhere."""
    for path in (tmp_path / "missing" / "ready.json", tmp_path):
        assert main(["--port", "0", "--ready-file", str(path)]) == 1
        told = capsys.readouterr()
        assert f"{path}: " in told.err and "after --ready-file" in told.err and "--port" not in told.err
        assert told.out == ""
    assert list(tmp_path.iterdir()) == [] and not list(tmp_path.parent.glob(f"{tmp_path.name}.*"))


def test_an_address_that_cannot_be_had(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is taken; a host that is another machine (RFC 5737)."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["--port", port]) == 1
    assert f"127.0.0.1:{port}: Address already in use.\nChoose another --port, 0" in capsys.readouterr().err
    assert main(["--host", "192.0.2.1", "--port", "0"]) == 1
    assert "or another --host" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("--port 65536", "'65536' is no port; they go from 0 to 65535"),
        ("--port -1", "'-1' is no port"),
        ("--port http", "'http' is no port"),
        ("--access-url example.com", "'example.com' is no address; it looks like http://localhost"),
        ("--access-url http://[", "'http://[' is no address"),
        ("--token-lifetime -5", "'-5' is no whole number from 0"),
        ("--clock-tolerance nan", "'nan' is no number from 0"),
        ("--automatic-reminders 1 2 3", "two at most"),
        ("--colour red", "unrecognized arguments: --colour red"),
    ],
)
def test_a_command_line_that_cannot_be(words: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Refused with status 2, by name, before anything is opened."""
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 2
    assert problem in capsys.readouterr().err


def test_a_port_that_is_none_in_a_program() -> None:
    """Refused too, instead of being taken modulo 65536."""
    with pytest.raises(ValueError, match="65536 is no port"), running(port=65536):
        pass


def test_switches_become_settings() -> None:
    """None means the defaults; each switch sets its own."""
    assert read([])[1] == Settings()
    options, settings = read(["--no-oauth", "--automatic-reminders", "3", "1.5", "--data", "a", "--port", "9"])
    expected = Settings(oauth_required=False, automatic_reminders=(3, 1.5), database=Path("a"))
    assert (settings, options.host, options.port) == (expected, "127.0.0.1", 9)


def test_help_fits_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Within 80 columns, all explanations in one column."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    explained = [line for line in lines if line.startswith("  -")]
    assert len(explained) > 20 and all(len(line) <= 80 for line in lines)
    assert {line.index(line[4:].split("  ")[-1].strip()) for line in explained if "  " in line[4:]} == {32}
