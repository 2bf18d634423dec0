"""A token kept in a file: private, whole, and shared by processes; the store in memory keeps the same promises."""

from __future__ import annotations

import errno
import importlib
import os
import stat
import subprocess
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
import securedsigning
from securedsigning.errors import ConfigurationError
from securedsigning.token_file import FileTokenStore
from securedsigning.tokens import MemoryTokenStore, Token, TokenStore

if TYPE_CHECKING:
    from pathlib import Path

NOW, ACCESS = 1_700_000_000.0, "access-token-0123456789"
FULL = Token(ACCESS, refresh_token="refresh==", expires_at=NOW + 60, issued_at=NOW, scopes=["Basic", "SmartTag"])
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"access_token": 1}',
        b'{"access_token": "a", "scopes": "Basic"}',
        b'{"access_token": "a", "expires_at": "x"}',
        b'{"access_token": "a", "refresh_token": 1}',
        b"\xff",
        b'{"access_token": "' + ACCESS.encode(),
    ],
)
def test_damaged_file(tmp_path: Path, data: bytes) -> None:
    """A damaged file is named, with what to do, and nothing of its content is quoted."""
    file = tmp_path / "token.json"
    file.write_bytes(data)
    file.chmod(0o600)
    with pytest.raises(ConfigurationError, match=r"token\.json is damaged.*delete it") as caught:
        FileTokenStore(file).load()
    assert ACCESS not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_save_load_forget(tmp_path: Path, kind: str) -> None:
    """A store gives back what was saved last, and nothing after None."""
    store: TokenStore = MemoryTokenStore() if kind == "memory" else FileTokenStore(tmp_path / "token.json")
    assert store.load() is None
    for token in (Token("first"), FULL, None, None):
        store.save(token)
        assert store.load() == token


@posix_only
def test_file_is_private_from_the_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else can read the file at any moment, whatever the process's mask is."""
    modes: list[int] = []
    replace = os.replace

    def watching(source: str, target: str) -> None:
        modes.append(stat.S_IMODE(os.stat(source).st_mode))
        replace(source, target)

    monkeypatch.setattr(os, "replace", watching)
    before = os.umask(0)
    try:
        store = FileTokenStore(tmp_path / "token.json")
        store.save(Token(ACCESS))
        assert store.try_lock()
        store.unlock()
    finally:
        os.umask(before)
    assert modes == [0o600]
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_failed_save_leaves_the_old_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    """If writing fails, the old token is still there and no draft is left behind."""
    store = FileTokenStore(tmp_path / "token.json")
    store.save(Token("old"))

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, refuse)
    with pytest.raises(ConfigurationError, match=r"token\.json cannot be written: No space left"):
        store.save(Token("new"))
    assert store.load() == Token("old")
    assert [file.name for file in tmp_path.iterdir()] == ["token.json"]


@posix_only
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o620])
def test_exposed_file_is_refused(tmp_path: Path, mode: int) -> None:
    """A file that others can read or change is refused, with the remedy."""
    file = tmp_path / "token.json"
    FileTokenStore(file).save(Token(ACCESS))
    file.chmod(mode)
    with pytest.raises(ConfigurationError, match=r"other users.*token\.json: chmod 600"):
        FileTokenStore(file).load()


@posix_only
@pytest.mark.parametrize(
    ("owner", "user", "refused"),
    [(1000, 1000, False), (1000, 0, False), (1000, 1001, True), (1000, 1, True), (0, 1000, True)],
)
def test_file_of_another_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: int, user: int, refused: bool
) -> None:
    """Whose file it is can also change it; only the system's administrator may use anybody's."""
    store = FileTokenStore(tmp_path / "token.json")
    store.save(Token(ACCESS))
    found = list(os.stat(store.path))
    found[stat.ST_UID] = owner
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result(found))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    if refused:
        with pytest.raises(ConfigurationError, match=r"^the token file .*token\.json belongs to another user\.$"):
            store.load()
    else:
        assert store.load() == Token(ACCESS)


@posix_only
def test_saved_token_survives_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole content is on the disk before the file gets its name, and then the name."""
    events: list[str] = []
    replace = os.replace

    def on_the_disk(file: int) -> None:
        found = os.fstat(file)
        events.append("folder" if stat.S_ISDIR(found.st_mode) else f"{found.st_size} bytes")

    def named(source: str, target: str) -> None:
        events.append("named")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", on_the_disk)
    monkeypatch.setattr(os, "replace", named)
    FileTokenStore(tmp_path / "token.json").save(FULL)
    assert events == [f"{len(FULL.to_json())} bytes", "named", "folder"]


@posix_only
def test_folder(tmp_path: Path) -> None:
    """A missing folder, and one where any user may replace the file, are refused; a sticky one as /tmp is fine."""
    with pytest.raises(ConfigurationError, match="does not exist"):
        FileTokenStore(tmp_path / "missing" / "token.json")
    tmp_path.chmod(0o777)
    with pytest.raises(ConfigurationError, match="any user may replace"):
        FileTokenStore(tmp_path / "token.json")
    tmp_path.chmod(0o1777)
    FileTokenStore(tmp_path / "token.json").save(Token(ACCESS))
    tmp_path.chmod(0o700)


def test_unreadable_file(tmp_path: Path) -> None:
    """What cannot be opened as a file is reported as a matter of set-up."""
    (tmp_path / "token.json").mkdir()
    with pytest.raises(ConfigurationError, match=r"token\.json cannot be read"):
        FileTokenStore(tmp_path / "token.json").load()


def test_link_is_followed(tmp_path: Path) -> None:
    """A link to the file stays a link; what it points to is replaced."""
    (tmp_path / "real").mkdir()
    link = tmp_path / "token.json"
    link.symlink_to(tmp_path / "real" / "token.json")
    FileTokenStore(link).save(Token(ACCESS))
    assert link.is_symlink()
    assert FileTokenStore(tmp_path / "real" / "token.json").load() == Token(ACCESS)


def test_lock_excludes(tmp_path: Path) -> None:
    """One at a time holds the lock: of one store, of two on the same file, from any thread."""
    first, second = FileTokenStore(tmp_path / "token.json"), FileTokenStore(tmp_path / "token.json")
    assert first.try_lock() is True
    assert first.try_lock() is False
    assert second.try_lock() is False
    other = threading.Thread(target=first.unlock)
    other.start()
    other.join()
    assert second.try_lock() is True
    assert first.try_lock() is False
    second.unlock()
    assert first.try_lock() is True
    first.unlock()


@posix_only
def test_unlocked_while_a_child_has_the_file(tmp_path: Path) -> None:
    """A process that was forked under the lock has the same open file; the lock is free all the same."""
    first, second = FileTokenStore(tmp_path / "token.json"), FileTokenStore(tmp_path / "token.json")
    assert first.try_lock()
    held_by_a_child = os.dup(first._lock_file)
    first.unlock()
    assert second.try_lock()
    second.unlock()
    os.close(held_by_a_child)


@posix_only
def test_no_file_stays_open(tmp_path: Path) -> None:
    """However often a token is saved, loaded, locked and found locked, no open file is left over."""
    first, second = FileTokenStore(tmp_path / "token.json"), FileTokenStore(tmp_path / "token.json")
    before = os.listdir("/dev/fd")
    for _ in range(3):
        assert first.try_lock()
        assert not second.try_lock()
        first.save(FULL)
        assert first.load() == FULL
        first.unlock()
    assert os.listdir("/dev/fd") == before


@posix_only
def test_as_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There, one byte of the file is locked, no folder can be opened, and modes mean nothing."""
    locked: set[str] = set()

    def locking(file: int, mode: str, count: int) -> None:
        assert count == 1
        name = os.readlink(f"/dev/fd/{file}")
        if mode == "unlock":
            locked.remove(name)
        elif name in locked:
            raise OSError(errno.EACCES, "Permission denied")
        else:
            locked.add(name)

    opening = os.open

    def no_folder(path: str, *more: int) -> int:
        if os.path.isdir(path):
            raise PermissionError(errno.EACCES, "Permission denied")
        return opening(path, *more)

    msvcrt: Any = ModuleType("msvcrt")
    msvcrt.locking, msvcrt.LK_NBLCK, msvcrt.LK_UNLCK = locking, "lock", "unlock"
    tmp_path.chmod(0o777)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        patch.setattr(os, "open", no_folder)
        patch.setattr(securedsigning, "token_file", None, raising=False)  # as it was, afterwards
        patch.setitem(sys.modules, "msvcrt", msvcrt)
        patch.setitem(sys.modules, "fcntl", None)  # type: ignore[arg-type]  # so that importing it fails
        patch.delitem(sys.modules, "securedsigning.token_file")
        stores = importlib.import_module("securedsigning.token_file")
        first, second = (stores.FileTokenStore(tmp_path / "token.json") for _ in "12")
        first.save(Token(ACCESS))
        os.chmod(first.path, 0o666)
        assert first.load() == Token(ACCESS)
        assert first.try_lock()
        assert locked == {f"{first.path}.lock"}
        assert not second.try_lock()
        first.unlock()
        assert not locked
        assert second.try_lock()
        second.unlock()


def test_lock_that_cannot_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that fails for another reason than being held is an error at once, each time."""
    store = FileTokenStore(tmp_path / "token.json")
    (tmp_path / "token.json.lock").mkdir()
    for _ in range(2):
        with pytest.raises(ConfigurationError, match=r"token\.json\.lock cannot be opened"):
            store.try_lock()
    (tmp_path / "token.json.lock").rmdir()
    if os.name != "nt":

        def refuse(*_: object) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

        monkeypatch.setattr("fcntl.flock", refuse)
        for _ in range(2):
            with pytest.raises(ConfigurationError, match=r"cannot be locked there: No locks"):
                store.try_lock()


def test_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    """A process that dies with the lock does not lock out the others."""
    script = (
        "import sys; from securedsigning.token_file import FileTokenStore\n"
        "FileTokenStore(sys.argv[1]).try_lock(); print('locked', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "token.json"
    store = FileTokenStore(path)
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"locked"
        assert not store.try_lock()
        process.kill()
    assert store.try_lock()
    store.unlock()


def test_readers_never_see_half_a_token(tmp_path: Path) -> None:
    """A reader that needs no lock sees the old or the new token while another one writes."""
    store = FileTokenStore(tmp_path / "token.json")
    tokens = [Token(letter * length) for letter, length in (("a", 5), ("b", 100_000))]
    store.save(tokens[0])
    done = threading.Event()

    def write() -> None:
        for turn in range(40):
            store.save(tokens[turn % 2])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not done.is_set():
        assert store.load() in tokens
    writer.join()
