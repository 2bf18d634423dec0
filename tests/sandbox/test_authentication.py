"""Signature, access URL and token of a call: what passes, and the reason for each refusal."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from securedsigning_sandbox.auth.signature import check_signature
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.settings import Settings

VECTORS = json.loads((Path(__file__).parents[2] / "spec" / "signature-vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vectors_are_accepted(vector: dict[str, str], caller: Any) -> None:
    """Signatures computed with openssl pass, over the text of the time header exactly as it came."""
    store = caller.sandbox.state.store
    account = caller.sandbox.account
    store.run("UPDATE api_keys SET api_key = ?, secret = ?", vector["api_key"], vector["api_secret"])
    headers = {
        "X-CUSTOM-API-KEY": vector["api_key"],
        "X-CUSTOM-DATE": vector["timestamp"],
        "X-CUSTOM-NONCE": vector["nonce"],
        "X-CUSTOM-SIGNATURE": vector["signature"],
    }
    now = float(vector["timestamp"].replace(",", "."))
    assert check_signature(headers, store, Settings(), now)["account"] == account
    with pytest.raises(ApiError, match="used before"):
        check_signature(headers, store, Settings(), now)
    wrong = {**headers, "X-CUSTOM-SIGNATURE": "A" + vector["signature"][1:], "X-CUSTOM-NONCE": "other"}
    with pytest.raises(ApiError, match="does not match"):
        check_signature(wrong, store, Settings(), now)


@pytest.mark.parametrize("name", ["X-CUSTOM-API-KEY", "X-CUSTOM-DATE", "X-CUSTOM-NONCE", "X-CUSTOM-SIGNATURE"])
def test_each_header_is_needed(name: str, caller: Any) -> None:
    """A missing header is named."""
    assert caller.refusal(**{name.replace("-", "_"): None}) == f"The header {name} is missing."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"X_CUSTOM_API_KEY": "UNKNOWN"}, "The API key is unknown"),
        ({"X_CUSTOM_DATE": "yesterday"}, "no Unix time"),
        ({"X_CUSTOM_SIGNATURE": "bm90IHJpZ2h0"}, "does not match"),
        ({"nonce": "n" * 33}, "has 33 characters; 32 are allowed"),
        ({"Referer": None, "Authorization": None}, "Authorization is missing"),
        ({"Referer": "https://elsewhere.example.com/callback"}, "does not hold the access URL"),
        ({"Authorization": "Bearer unknown"}, "Session expired or invalid: the access token is unknown"),
        ({"Authorization": "Basic abc"}, "holds no Bearer token"),
    ],
)
def test_refusals_name_the_check(changes: dict[str, str | None], reason: str, caller: Any) -> None:
    """Every 401 says which check failed."""
    assert reason in caller.refusal(**changes)


@pytest.mark.parametrize(("off", "words"), [(-301, "behind"), (301, "ahead of")])
def test_the_clock_may_differ_by_five_minutes(off: int, words: str, caller: Any) -> None:
    """A request that is too old or too new is refused, a slightly wrong clock is not."""
    now = caller.sandbox.clock()
    assert words in caller.refusal(timestamp=str(int(now + off)))
    assert caller.call("GET", "/Account/Info", headers=caller.headers(timestamp=str(int(now - 290)))).status_code == 200


@pytest.mark.parametrize("fraction", [".25", ",5"])
def test_fractions_are_signed_as_they_stand(fraction: str, caller: Any) -> None:
    """The .NET SDK sends a fraction, on some machines with a comma; the signature is over that text."""
    timestamp = f"{int(caller.sandbox.clock())}{fraction}"
    assert caller.call("GET", "/Account/Info", headers=caller.headers(timestamp=timestamp)).status_code == 200


def test_a_nonce_counts_once(make_caller: Any) -> None:
    """A repeated nonce is refused, unless the check is switched off or its time has long passed."""
    caller = make_caller()
    headers = caller.headers(nonce="once")
    assert caller.call("GET", "/Account/Info", headers=headers).status_code == 200
    assert "used before" in caller.call("GET", "/Account/Info", headers=headers).text
    lenient = make_caller(replay_check=False)
    headers = lenient.headers(nonce="once")
    assert [lenient.call("GET", "/Account/Info", headers=headers).status_code for _ in "12"] == [200, 200]


def test_debugging_shows_what_to_sign_and_never_the_secret(make_caller: Any) -> None:
    """With debug_auth the refusal shows the string to sign and the first difference."""
    caller = make_caller(debug_auth=True)
    reason = caller.refusal(X_CUSTOM_SIGNATURE="AAAA", timestamp=str(int(caller.sandbox.clock())), nonce="abc")
    assert "The string to sign is" in reason
    assert r"\nabc" in reason
    assert caller.sandbox.api_secret not in reason


@pytest.mark.parametrize(
    ("mode", "referer", "status"),
    [
        ("domain", "http://localhost:8000/other/page?x=1", 200),
        ("domain", "https://LOCALHOST:8000", 200),
        ("domain", "http://localhost:9000/callback", 401),
        ("exact", "http://localhost:8000/callback", 200),
        ("exact", "http://localhost:8000/other", 401),
        ("off", "https://elsewhere.example.com", 200),
    ],
)
def test_how_the_access_url_is_compared(mode: str, referer: str, status: int, make_caller: Any) -> None:
    """By host and port, to the letter, or not at all."""
    caller = make_caller(referer=mode)
    assert caller.call("GET", "/Account/Info", headers=caller.headers(Referer=referer)).status_code == status


def test_browsers_send_an_origin(caller: Any) -> None:
    """Origin stands in for Referer; with a valid token both may be missing."""
    headers = caller.headers(Referer=None, Origin="http://localhost:8000")
    assert caller.call("GET", "/Account/Info", headers=headers).status_code == 200
    assert caller.call("GET", "/Account/Info", headers=caller.headers(Referer=None)).status_code == 200


@pytest.mark.parametrize(
    ("access_url", "referer", "status"),
    [
        ("shop.example.com", "https://shop.example.com/cart", 200),
        ("shop.example.com", "http://shop.example.com:8443", 200),
        ("shop.example.com:8443", "https://shop.example.com:8443/", 200),
        ("shop.example.com:8443", "https://shop.example.com/", 401),
        ("https://shop.example.com:443/callback", "https://shop.example.com/", 200),
        ("shop.example.com", "https://shop.example.com.evil.example.org/", 401),
        ("shop.example.com", "shop.example.com", 200),
    ],
)
def test_a_domain_can_be_registered(access_url: str, referer: str, status: int, make_caller: Any) -> None:
    """A bare domain is what the service asks for; a port counts if it is named, or is the scheme's usual one."""
    caller = make_caller(access_url=access_url)
    assert caller.call("GET", "/Account/Info", headers=caller.headers(Referer=referer)).status_code == status


def test_a_hidden_origin_is_none(make_caller: Any) -> None:
    """A sandboxed frame sends the word null: good with a token, as nothing is, and as little good without one."""
    caller = make_caller(oauth_required=False)
    headers = caller.headers(Referer=None, Origin="null")
    assert caller.call("GET", "/Account/Info", headers=headers).status_code == 200
    assert "Referer is missing" in caller.refusal(Referer=None, Origin="null", Authorization=None)


def test_account_information_needs_its_scope(caller: Any) -> None:
    """The developer page says what Basic is for; operations that no source ties to a scope take any token."""
    caller.token = str(caller.sandbox.token("SmartTag")["access_token"])
    assert "lacks the scope Basic" in caller.refusal()
    assert caller.send(caller.upload()).status_code == 200


@pytest.mark.parametrize(("sent", "signed_as", "words"), [(",5", ".5", "a point"), (".5", ",5", "a comma")])
def test_debugging_knows_decimal_commas(sent: str, signed_as: str, words: str, make_caller: Any) -> None:
    """A time that was written anew for the header, with the machine's own decimal mark."""
    caller = make_caller(debug_auth=True)
    whole = int(caller.sandbox.clock())
    wrong = signed(caller.sandbox.api_secret.encode(), f"{caller.sandbox.api_key}\n{whole}{signed_as}\nabc")
    assert words in caller.refusal(timestamp=f"{whole}{sent}", nonce="abc", X_CUSTOM_SIGNATURE=wrong)


def test_keys_without_oauth_need_no_token(make_caller: Any) -> None:
    """A key set up without OAuth works on the signature alone, with a Referer; a wrong token is refused all the same."""
    caller = make_caller(oauth_required=False)
    assert caller.call("GET", "/Account/Info", headers=caller.headers(Authorization=None)).status_code == 200
    assert "Referer is missing" in caller.refusal(Authorization=None, Referer=None)
    assert "Session expired or invalid" in caller.refusal(Authorization="Bearer wrong")


def test_version_1_3_needs_no_token(caller: Any) -> None:
    """The routes of v1.3 are those of v1.4, on the signature alone."""
    answer = caller.http.get("/web/v1.3/Account/Info", headers=caller.headers(Authorization=None))
    assert answer.status_code == 200


def test_an_expired_token_and_a_missing_scope_are_401(caller: Any) -> None:
    """The developer page knows no 403."""
    caller.token = str(caller.sandbox.token("Basic")["access_token"])
    answer = caller.send("1")
    assert answer.status_code == 401
    assert "lacks the scope SmartTag" in answer.text
    caller.sandbox.clock.advance(86_401)
    assert "has expired" in caller.refusal()


def signed(secret: bytes, text: str) -> str:
    """A signature over another text or with another key than there should be."""
    return base64.b64encode(hmac.digest(secret, text.encode(), hashlib.sha256)).decode()


@pytest.mark.parametrize(
    ("joint", "ending", "words"),
    [
        ("\\n", "", "a backslash and the letter n"),
        ("", "", "joined by nothing"),
        ("\r\n", "", "carriage return"),
        ("\n", "\n", "a line feed was put at the end"),
    ],
)
def test_debugging_names_the_usual_mistakes(joint: str, ending: str, words: str, make_caller: Any) -> None:
    """What was signed, and from which character on it differs."""
    caller = make_caller(debug_auth=True)
    parts = (caller.sandbox.api_key, str(int(caller.sandbox.clock())), "abc")
    wrong = signed(caller.sandbox.api_secret.encode(), joint.join(parts) + ending)
    reason = caller.refusal(timestamp=parts[1], nonce=parts[2], X_CUSTOM_SIGNATURE=wrong)
    right = "\n".join(parts)
    place = len(right) + 1 if ending else len(parts[0]) + 1
    assert words in reason
    assert f"from character {place} on" in reason
    assert caller.sandbox.api_secret not in reason


def test_debugging_knows_a_decoded_secret_and_other_encodings(make_caller: Any) -> None:
    """The secret looks like Base64, which misleads; and a digest can be written down in several ways."""
    caller = make_caller(debug_auth=True)
    moment = str(int(caller.sandbox.clock()))
    text = f"{caller.sandbox.api_key}\n{moment}\nabc"
    secret = caller.sandbox.api_secret.encode()
    digest = hmac.digest(secret, text.encode(), hashlib.sha256)
    for wrong, words in (
        (signed(base64.b64decode(secret), text), "secret was decoded"),
        (digest.hex(), "hexadecimal"),
        (base64.b64encode(digest).decode().rstrip("="), "another Base64"),
        (signed(b"another", text), "another secret"),
    ):
        assert words in caller.refusal(timestamp=moment, nonce="abc", X_CUSTOM_SIGNATURE=wrong)


def test_without_debugging_nothing_is_shown(caller: Any) -> None:
    """The refusal alone."""
    assert caller.refusal(X_CUSTOM_SIGNATURE="AAAA") == "X-CUSTOM-SIGNATURE does not match."


def test_one_key_s_token_is_no_good_with_another_key(caller: Any) -> None:
    """A token belongs to the application it was issued to."""
    api_key, secret = caller.sandbox.add_key()
    moment = str(int(caller.sandbox.clock()))
    changes = {
        "X_CUSTOM_API_KEY": api_key,
        "X_CUSTOM_SIGNATURE": signed(secret.encode(), f"{api_key}\n{moment}\nabc"),
    }
    assert "another API key" in caller.refusal(timestamp=moment, nonce="abc", **changes)
