"""Tokens as the service sends them, and what a store is."""

from __future__ import annotations

import json
import pickle
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st
from securedsigning.errors import InputError, OAuthError
from securedsigning.tokens import MemoryTokenStore, Token, TokenStore

NOW = 1_700_000_000.0
ACCESS, REFRESH = "access-token-0123456789", "refresh+token/0123456789=="
ANSWER = {
    "expires_in": "86400",
    "refresh_token": REFRESH,
    "token_type": "Bearer",
    "scope": "Basic SmartTag",
    "access_token": ACCESS,
}


@pytest.mark.parametrize(
    ("expires_in", "expires_at"),
    [
        ("86400", NOW + 86400),
        (86400, NOW + 86400),
        (86400.5, NOW + 86400.5),
        (" 60 ", NOW + 60),
        (0, NOW),
        (10**10, NOW + 10**10),
        (10**10 + 1, None),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        (-5, None),
        (True, None),
        ("9" * 5000, None),
        ("000000086400", NOW + 86400),
        ("0000000086400", None),
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


@pytest.mark.parametrize(
    ("hidden", "description", "shown"),
    [
        (["123456"], "no 123456 here", "no *** here"),
        (["12345"], "no 12345 here", "no 12345 here"),
        (["zz3456", "aazz3456aa"], "no aazz3456aa", "no ***"),
        (["a+b/c=d"], "no A+B/C=D, a%2Bb%2fc%3Dd", "no ***, ***"),
        ([], "two\r\nlines\x00", "two  lines"),
        ([], "a" * 301, "a" * 300),
    ],
)
def test_what_a_refusal_repeats(hidden: list[str], description: str, shown: str) -> None:
    """No secret of the request, whether it is part of another one or quoted, and one line."""
    answer = {"error": "invalid_request", "error_description": description}
    with pytest.raises(OAuthError) as caught:
        Token.from_answer(answer, now=NOW, hidden=hidden)
    assert caught.value.description == shown


@pytest.mark.parametrize("access_token", [None, "", 5, "delete\x7f", "two words", "line\r\nX-Forged: 1", "t\u00f6ken"])
def test_unusable_access_token(access_token: object) -> None:
    """What cannot stand in a header is no access token."""
    with pytest.raises(OAuthError, match="^the answer holds no usable access token$"):
        Token.from_answer({**ANSWER, "access_token": access_token}, now=NOW)


@pytest.mark.parametrize(("token_type", "accepted"), [("bearer", True), (None, True), ("mac", False)])
def test_token_type(token_type: str | None, accepted: bool) -> None:
    """A token of another type than Bearer is refused, since it would be sent wrongly (RFC 6749, 7.1)."""
    answer = {**ANSWER, "token_type": token_type}
    if accepted:
        assert Token.from_answer(answer, now=NOW).token_type == "Bearer"
    else:
        sentence = "^the answer holds a token of another type than Bearer, which this client cannot send$"
        with pytest.raises(OAuthError, match=sentence):
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


def test_text_of_a_token() -> None:
    """What it permits, until when, and whether it can be renewed."""
    assert repr(Token(ACCESS)) == "<Token of unknown scope, ends at None, without refresh token>"
    token = Token(ACCESS, refresh_token=REFRESH, expires_at=NOW, scopes=["Basic", "SmartTag"])
    assert repr(token) == "<Token Basic SmartTag, ends at 1700000000.0, with refresh token>"


def test_equal_to() -> None:
    """A token is equal to one with the same members, and lets what is no token decide for itself."""
    assert (Token(ACCESS) == Token(ACCESS), Token(ACCESS) == Token(ACCESS, scopes=["Basic"])) == (True, False)
    assert (Token(ACCESS) == ACCESS, Token(ACCESS) == ANY) == (False, True)


def test_pickle() -> None:
    """A token can be handed to another process."""
    token = Token.from_answer(ANSWER, now=NOW)
    assert pickle.loads(pickle.dumps(token)) == token
    assert len({token, Token.from_answer(ANSWER, now=NOW)}) == 1


@pytest.mark.parametrize("text", ["", f"{ACCESS}\n", f" {ACCESS}", "schl\u00fcssel", b"access", None])
def test_what_no_header_can_hold_is_no_access_token(text: Any) -> None:
    """As a token read from a file with its line break: HTTP libraries refuse it too, and quote it in their message."""
    with pytest.raises(InputError) as caught:
        Token(text)
    assert str(caught.value) == "access_token is empty or holds blanks, line breaks or characters outside ASCII."


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


def test_form_of_the_json() -> None:
    """What is kept is read by other versions and other programs: the names of the members stay."""
    token = Token(ACCESS, refresh_token=REFRESH, expires_at=NOW + 60, issued_at=NOW, scopes=["Basic", "SmartTag"])
    assert json.loads(token.to_json()) == {
        "access_token": ACCESS,
        "refresh_token": REFRESH,
        "expires_at": NOW + 60,
        "issued_at": NOW,
        "scopes": ["Basic", "SmartTag"],
        "token_type": "Bearer",
    }


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ([], "a token is a JSON object"),
        ({}, "access_token is missing or no text"),
        ({"access_token": 1}, "access_token is missing or no text"),
        ({"access_token": ""}, "access_token is missing or no text"),
        ({"access_token": "line\r\nX-Forged: 1"}, "access_token is missing or no text"),
        ({"access_token": "a", "refresh_token": 1}, "refresh_token is no text"),
        ({"access_token": "a", "expires_at": "1"}, "expires_at or issued_at is no number"),
        ({"access_token": "a", "issued_at": "1"}, "expires_at or issued_at is no number"),
        ({"access_token": "a", "scopes": "Basic"}, "scopes is no list of texts"),
        ({"access_token": "a", "scopes": [1]}, "scopes is no list of texts"),
    ],
)
def test_json_of_no_token(members: object, sentence: str) -> None:
    """What ``to_json`` cannot have written is refused, in words that quote nothing of it."""
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Token.from_json(json.dumps(members).encode())


def test_own_store_needs_two_methods() -> None:
    """A store with ``load`` and ``save`` alone is one; its lock is always free."""

    class Row(TokenStore):
        def load(self) -> Token | None:
            return None

        def save(self, token: Token | None) -> None:
            pass

    assert Row().try_lock()
    Row().unlock()
