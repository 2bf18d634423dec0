"""A sandbox that is killed in the middle of its work, and one whose answers go out at once."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from securedsigning_sandbox import running
from securedsigning_sandbox.server import Server
from securedsigning_sandbox.store import Store

PACKAGE_FOLDER = Path(__file__).parents[2] / "sandbox"


def test_what_was_acknowledged_survives_a_kill(make_caller: Any, tmp_path: Path) -> None:
    """Every upload that was answered is there with all its bytes; one that was not leaves nothing."""
    database = tmp_path / "sandbox.sqlite"
    before = make_caller(database=database, oauth_required=False)
    before.token = None
    before.sandbox.close()  # only its key is needed
    command = [sys.executable, "-m", "securedsigning_sandbox", "--port", "0", "--no-oauth", "--data", str(database)]
    process = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(PACKAGE_FOLDER)}, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    line = next(line for line in process.stdout if "Base URL" in line)
    base_url = line.split()[-1]
    acknowledged = {}
    for number in range(3):
        data = b"%PDF" + bytes([number]) * 100_000
        files = {"file": (f"{number}.pdf", data)}
        answer = httpx.post(f"{base_url}/Document/Uploader", headers=before.headers(), files=files)
        acknowledged[json.loads(answer.text)["Reference"]] = data
    address = httpx.URL(base_url)
    with socket.create_connection((address.host, address.port or 0)) as connection:
        lines = [f"{name}: {value}" for name, value in before.headers().items()]
        lines += ["Host: x", "Content-Type: multipart/form-data; boundary=e", "Content-Length: 1000000"]
        head = "POST /web/v1.4/Document/Uploader HTTP/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n"
        part = '--e\r\nContent-Disposition: form-data; name="file"; filename="half.pdf"\r\n\r\nhalf'
        connection.sendall((head + part).encode())
        process.kill()
        process.wait()
        process.stdout.close()
    after = make_caller(database=database, oauth_required=False)
    after.token = None
    for reference, data in acknowledged.items():
        assert after.call("GET", f"/Download/GetDocumentData/{reference}").content == data
    assert after.call("GET", "/Account/Info").json()["DocumentUsed"] == 3
    assert len(list(after.sandbox.state.store.folder.iterdir())) == 3


def test_a_full_disk_is_named_and_leaves_nothing() -> None:
    """SQLite has ended the transaction itself by then."""
    store = Store(None)
    (pages,) = store.all("PRAGMA page_count")[0]
    store.run(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(sqlite3.OperationalError, match="database or disk is full"), store.transaction():
        store.insert("secrets", name="small", value=b"")
        store.insert("secrets", name="large", value=bytes(100_000))
    assert store.all("SELECT * FROM secrets") == []
    store.close()


def test_what_cannot_be_committed_keeps_nothing_back(tmp_path: Path) -> None:
    """What comes after it is on the disk."""
    store = Store(tmp_path / "sandbox.sqlite")
    with pytest.raises(sqlite3.IntegrityError), store.transaction():
        store.run("PRAGMA defer_foreign_keys = ON")
        store.insert("certificates", reference="1", document="none")
    store.insert("secrets", name="later", value=b"")
    with closing(sqlite3.connect(tmp_path / "sandbox.sqlite")) as other:
        assert other.execute("SELECT name FROM secrets").fetchall() == [("later",)]
    store.close()


def test_a_reset_that_is_cut_off_leaves_the_documents_whole(caller: Any) -> None:
    """Their rows are back, and so are their files."""
    reference = caller.upload()
    store = caller.sandbox.state.store

    def no_commit(action: int, operation: str | None, *_: Any) -> int:
        is_commit = action == sqlite3.SQLITE_TRANSACTION and operation == "COMMIT"
        return sqlite3.SQLITE_DENY if is_commit else sqlite3.SQLITE_OK

    store._connection.set_authorizer(no_commit)
    with pytest.raises(sqlite3.DatabaseError):
        store.clear()
    store._connection.set_authorizer(None)
    assert caller.call("GET", f"/Download/GetDocumentData/{reference}").status_code == 200
    store.clear()
    assert not list(store.folder.iterdir())


def test_a_nonce_is_remembered_over_a_restart(make_caller: Any, tmp_path: Path) -> None:
    """A call that was recorded can't be played again by starting the sandbox anew."""
    database = tmp_path / "sandbox.sqlite"
    first = make_caller(database=database)
    headers = first.headers()
    assert first.call("GET", "/Account/Info", headers=headers).status_code == 200
    first.sandbox.close()
    again = make_caller(database=database)
    answer = again.call("GET", "/Account/Info", headers=headers)
    assert (answer.status_code, "used before" in answer.text) == (401, True)


def test_answers_do_not_wait_for_acknowledgements() -> None:
    """asyncio turns Nagle's algorithm off only where a socket says that it speaks TCP."""
    server = Server("127.0.0.1", 0)
    assert server._listening.proto == socket.IPPROTO_TCP
    server.stop()
    with running() as served:
        assert httpx.get(f"{served.origin}/").status_code == 200
