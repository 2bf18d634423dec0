"""Tokens as the service sends them, and the stores that keep them."""

from __future__ import annotations

import os
import pickle
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from securedsigning.errors import ConfigurationError, OAuthError
from securedsigning.token_file import FileTokenStore
from securedsigning.tokens import MemoryTokenStore, Token, TokenStore

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_700_000_000.0
ACCESS, REFRESH = "access-token-0123456789", "refresh+token/0123456789=="
ANSWER = {
    "expires_in": "86400",
    "refresh_token": REFRESH,
    "token_type": "Bearer",
    "scope": "Basic SmartTag",
    "access_token": ACCESS,
}
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


@pytest.mark.parametrize(
    ("expires_in", "expires_at"),
    [
        ("86400", NOW + 86400),
        (86400, NOW + 86400),
        (86400.5, NOW + 86400.5),
        (" 60 ", NOW + 60),
        (0, NOW),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        (-5, None),
        (True, None),
        ("9" * 5000, None),
        (10**400, None),
        (float("inf"), None),
        (float("nan"), None),
        ([86400], None),
        ("\u0661\u0662", None),
    ],
)
def test_lifetime(expires_in: object, expires_at: float | None) -> None:
    """``expires_in`` is read as a number or as text, and what is neither says nothing about the end."""
    assert Token.from_answer({**ANSWER, "expires_in": expires_in}, now=NOW).expires_at == expires_at


def test_answer_of_the_developer_page() -> None:
    """The sample answer of the developer page becomes a token."""
    token = Token.from_answer(ANSWER, now=NOW)
    assert (token.access_token, token.refresh_token, token.token_type) == (ACCESS, REFRESH, "Bearer")
    assert (token.scopes, token.issued_at, token.expires_at) == (("Basic", "SmartTag"), NOW, NOW + 86400)


def test_narrower_scope() -> None:
    """The scopes are those that were granted, also when they are fewer than asked for."""
    token = Token.from_answer({**ANSWER, "scope": "Basic"}, now=NOW, requested_scopes=("Basic", "Billing"))
    assert token.scopes == ("Basic",)


@pytest.mark.parametrize("scope", [None, "", 5])
def test_scope_not_named(scope: object) -> None:
    """An answer without scope grants what was asked for (RFC 6749, 5.1)."""
    assert Token.from_answer({**ANSWER, "scope": scope}, now=NOW, requested_scopes=["Billing"]).scopes == ("Billing",)


@pytest.mark.parametrize("renewed", [None, "", 7])
def test_refresh_token_is_kept(renewed: object) -> None:
    """An answer without a refresh token leaves the one so far in force."""
    assert Token.from_answer({**ANSWER, "refresh_token": renewed}, now=NOW, refresh_token="old").refresh_token == "old"


def test_refusal_with_status_200() -> None:
    """A member ``error`` is a refusal, whatever else stands in the answer."""
    with pytest.raises(OAuthError, match=r"invalid_grant \(gone\)") as caught:
        Token.from_answer({**ANSWER, "error": "invalid_grant", "error_description": "gone"}, now=NOW)
    assert (caught.value.code, caught.value.description) == ("invalid_grant", "gone")


@pytest.mark.parametrize("access_token", [None, "", 5, "two words", "line\r\nX-Forged: 1", "t\u00f6ken"])
def test_unusable_access_token(access_token: object) -> None:
    """What cannot stand in a header is no access token."""
    with pytest.raises(OAuthError, match="no usable access token"):
        Token.from_answer({**ANSWER, "access_token": access_token}, now=NOW)


@pytest.mark.parametrize(("token_type", "accepted"), [("bearer", True), (None, True), ("mac", False)])
def test_token_type(token_type: str | None, accepted: bool) -> None:
    """A token of another type than Bearer is refused, since it would be sent wrongly (RFC 6749, 7.1)."""
    answer = {**ANSWER, "token_type": token_type}
    if accepted:
        assert Token.from_answer(answer, now=NOW).token_type == "Bearer"
    else:
        with pytest.raises(OAuthError, match="another type"):
            Token.from_answer(answer, now=NOW)


def test_expires_within() -> None:
    """A token ends within a time that reaches its end, and never if it has no end."""
    token = Token(ACCESS, expires_at=NOW + 60)
    assert [token.expires_within(seconds, NOW) for seconds in (59, 60, 61)] == [False, True, True]
    assert not Token(ACCESS).expires_within(10**9, NOW)


@pytest.mark.parametrize(
    ("lifetime", "issued_at", "ahead"),
    [(86400, NOW, 60), (86400, None, 60), (120, NOW, 60), (30, NOW, 15), (0, NOW, 0)],
)
def test_renew_at(lifetime: float, issued_at: float | None, ahead: float) -> None:
    """A token is renewed a minute before its end, a short-lived one after half of its life."""
    assert Token(ACCESS, expires_at=NOW + lifetime, issued_at=issued_at).renew_at == NOW + lifetime - ahead


def test_no_secret_is_printed() -> None:
    """Neither a token nor a store shows its secrets."""
    token = Token.from_answer(ANSWER, now=NOW)
    for text in (repr(token), str(token), f"{token}", repr(MemoryTokenStore(token))):
        assert ACCESS not in text
        assert REFRESH not in text


def test_pickle() -> None:
    """A token can be handed to another process."""
    token = Token.from_answer(ANSWER, now=NOW)
    assert pickle.loads(pickle.dumps(token)) == token
    assert len({token, Token.from_answer(ANSWER, now=NOW)}) == 1


visible = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1)


@given(
    st.builds(
        Token,
        visible,
        refresh_token=st.none() | st.text(),
        expires_at=st.none() | st.floats(0, 1e11),
        issued_at=st.none() | st.integers(0, 10**11),
        scopes=st.lists(visible),
    )
)
def test_json_round_trip(token: Token) -> None:
    """What ``to_json`` writes, ``from_json`` reads back the same."""
    assert Token.from_json(token.to_json()) == token


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
    for token in (Token("first"), Token.from_answer(ANSWER, now=NOW), None, None):
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
    assert first.try_lock()
    assert not first.try_lock()
    assert not second.try_lock()
    other = threading.Thread(target=first.unlock)
    other.start()
    other.join()
    assert second.try_lock()
    second.unlock()


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


def test_own_store_needs_two_methods() -> None:
    """A store with ``load`` and ``save`` alone is one; its lock is always free."""

    class Row(TokenStore):
        def load(self) -> Token | None:
            return None

        def save(self, token: Token | None) -> None:
            pass

    assert Row().try_lock()
    Row().unlock()
