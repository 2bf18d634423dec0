"""Over a real port: the status line, the command line, and what a restart keeps."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from securedsigning_sandbox import Settings, running
from securedsigning_sandbox.sandbox import Sandbox

SANDBOX = Path(__file__).parents[2] / "sandbox"


def test_the_status_line_gives_the_reason() -> None:
    """As services built on ServiceStack do; the header that carries it to the server is not sent."""
    with running() as sandbox:
        answer = httpx.get(f"{sandbox.base_url}/Account/Info")
        assert answer.reason_phrase == "The header X-CUSTOM-API-KEY is missing."
        assert "x-sandbox-reason" not in answer.headers
        unknown = httpx.get(f"{sandbox.base_url}/Caf%C3%A9")
        assert unknown.status_code == 404
        assert unknown.reason_phrase.isascii()


def test_two_at_once_and_a_closed_port_afterwards() -> None:
    """Each takes a free port and gives it back."""
    with running() as one, running() as other:
        assert one.origin != other.origin
        assert httpx.get(other.origin).status_code == 200
    address = urlsplit(one.origin)
    with socket.socket() as connection:
        assert connection.connect_ex((str(address.hostname), address.port or 0)) != 0


def test_a_port_that_is_taken() -> None:
    """OSError, and nothing is left open."""
    with running() as one, pytest.raises(OSError), running(port=urlsplit(one.origin).port or 0):
        pass


def test_the_command_writes_the_ready_file_and_ends_when_asked(tmp_path: Path) -> None:
    """The file is for its owner only; the text greets with a snippet."""
    ready = tmp_path / "ready.json"
    command = [sys.executable, "-m", "securedsigning_sandbox", "--port", "0", "--ready-file", str(ready)]
    with subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(SANDBOX)}, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        shown = ""
        while "Ctrl+C" not in shown:
            line = process.stdout.readline()
            assert line, shown
            shown += line
        facts = json.loads(ready.read_text())
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert stat.S_IMODE(ready.stat().st_mode) == 0o600
    assert facts["api_key"] in shown and facts["api_secret"] in shown


def test_a_restart_keeps_what_was_acknowledged(make_caller: Any, tmp_path: Path) -> None:
    """Credentials, tokens, documents and their files; what was cut off is cleared away."""
    database = tmp_path / "data" / "sandbox.sqlite"
    first = make_caller(database=database)
    reference = first.upload()
    first.send(reference)
    (first.sandbox.state.store.folder / "cut-off.part").write_bytes(b"half")
    first.sandbox.close()
    again = make_caller(database=database)
    again.token = first.token
    assert (again.sandbox.api_key, again.sandbox.api_secret) == (first.sandbox.api_key, first.sandbox.api_secret)
    assert again.status(reference)["Status"] == "Invitation"
    assert again.call("GET", f"/Download/GetDocumentData/{reference}").content.startswith(b"%PDF")
    assert list(again.sandbox.state.store.folder.glob("*.part")) == []
    assert stat.S_IMODE(database.stat().st_mode) == 0o600


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """Refused with words, and left as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough not to be taken for an empty database file. " * 20)
    with pytest.raises(ValueError, match="no database of the sandbox"):
        Sandbox(Settings(database=path))
    assert path.read_text().startswith("These are notes")


def test_a_refused_upload_leaves_nothing(make_caller: Any) -> None:
    """Neither a row nor a file, nor a document used of the plan."""
    caller = make_caller(max_upload_size=1000)
    answer = caller.call("POST", "/Document/Uploader", files={"file": ("big.pdf", b"x" * 5000)})
    assert answer.status_code == 413
    assert list(caller.sandbox.state.store.folder.iterdir()) == []
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == 0
