"""Login, consent and tokens."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

CALLBACK = "http://localhost:8000/callback"


def authorize(caller: Any, **changes: str) -> dict[str, str]:
    """The query of an authorization request."""
    query = {"response_type": "code", "client_id": caller.sandbox.api_key, "redirect_uri": CALLBACK}
    return query | {"scope": "Basic SmartTag", "state": "mystate"} | changes


def submit(caller: Any, query: dict[str, str], **form: str) -> Any:
    """Open the page and send its form."""
    page = caller.http.get("/api/oauth2/authorize", params=query)
    csrf = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert csrf, page.text
    return caller.http.post("/api/oauth2/authorize", params=query, data={"csrf": csrf[1], **form})


def login(caller: Any, query: dict[str, str]) -> None:
    """Log the seeded user in."""
    answer = submit(caller, query, email=caller.sandbox.user, password=caller.sandbox.password)
    assert answer.status_code == 303


def code(caller: Any, **changes: str) -> str:
    """A fresh authorization code."""
    query = authorize(caller, **changes)
    login(caller, query)
    location = submit(caller, query, decision="allow").headers["location"]
    return parse_qs(urlsplit(location).query)["code"][0]


def token(caller: Any, **form: str) -> Any:
    """The token endpoint's answer."""
    fields = {"client_id": caller.sandbox.api_key, "client_secret": caller.sandbox.api_secret, **form}
    return caller.http.post("/api/oauth2/token", data=fields)


def test_who_is_gone_is_logged_out(caller: Any) -> None:
    """After a reset, which ends accounts that a partner made: the browser that is still logged in as one is asked again."""
    caller.sandbox.add_company("Old Books", "old@example.com")
    query = authorize(caller)
    assert submit(caller, query, email="old@example.com", password=caller.sandbox.password).status_code == 303
    assert "old@example.com" in caller.http.get("/api/oauth2/authorize", params=query).text
    caller.sandbox.reset()
    assert 'name="password"' in submit(caller, query, decision="allow").text
    login(caller, query)
    assert caller.sandbox.user in caller.http.get("/api/oauth2/authorize", params=query).text


def test_the_code_flow(caller: Any) -> None:
    """Login and consent lead to the callback with code and state; the code buys a token once."""
    query = authorize(caller)
    wrong = submit(caller, query, email=caller.sandbox.user, password="wrong")
    assert "password is wrong" in wrong.text
    login(caller, query)
    location = submit(caller, query, decision="allow").headers["location"]
    assert location.startswith(f"{CALLBACK}?code=")
    assert "%3D%3D&state=mystate" in location
    bought = parse_qs(urlsplit(location).query)["code"][0]
    form = {"grant_type": "authorization_code", "code": bought, "redirect_uri": CALLBACK}
    answer = token(caller, **form).json()
    assert answer["expires_in"] == "86400"
    assert answer["scope"] == "Basic SmartTag"
    caller.token = answer["access_token"]
    assert caller.call("GET", "/Account/Info").status_code == 200
    again = token(caller, **form)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


def test_refusing_comes_back_as_an_error(caller: Any) -> None:
    """A refused consent is told to the application, with its state."""
    query = authorize(caller)
    login(caller, query)
    location = submit(caller, query, decision="refuse").headers["location"]
    assert location == f"{CALLBACK}?error=access_denied&state=mystate"


def test_a_code_lasts_ten_minutes(caller: Any) -> None:
    """An old code is refused."""
    bought = code(caller)
    caller.sandbox.clock.advance(601)
    answer = token(caller, grant_type="authorization_code", code=bought, redirect_uri=CALLBACK)
    assert answer.json()["error"] == "invalid_grant"


@pytest.mark.parametrize("method", ["S256", "plain"])
def test_pkce(method: str, caller: Any) -> None:
    """The verifier has to fit the challenge, if there was one."""
    verifier = "a-verifier-of-forty-three-characters-or-more"
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    challenge = digest if method == "S256" else verifier
    form = {"grant_type": "authorization_code", "redirect_uri": CALLBACK}
    for sent, status in (({}, 400), ({"code_verifier": "wrong"}, 400), ({"code_verifier": verifier}, 200)):
        caller.http.cookies.clear()
        bought = code(caller, code_challenge=challenge, code_challenge_method=method)
        assert token(caller, code=bought, **form, **sent).status_code == status


def test_the_implicit_flow_answers_in_the_fragment(caller: Any) -> None:
    """Token and state stand behind the hash, and there is no refresh token."""
    query = authorize(caller, response_type="token")
    login(caller, query)
    parts = urlsplit(submit(caller, query, decision="allow").headers["location"])
    answer = parse_qs(parts.fragment)
    assert not parts.query
    assert set(answer) == {"access_token", "expires_in", "token_type", "scope", "state"}


@pytest.mark.parametrize(
    "changes",
    [{"redirect_uri": "https://evil.example.com/callback"}, {"client_id": "unknown"}, {"redirect_uri": "x:y"}],
)
def test_a_wrong_callback_is_never_redirected_to(changes: dict[str, str], caller: Any) -> None:
    """The user sees a page that says what is wrong."""
    answer = caller.http.get("/api/oauth2/authorize", params=authorize(caller, **changes))
    assert answer.status_code == 400
    assert "location" not in answer.headers


def test_a_raw_callback_is_accepted(caller: Any) -> None:
    """The .NET SDK does not percent-encode it."""
    address = f"/api/oauth2/authorize?response_type=code&client_id={caller.sandbox.api_key}&redirect_uri={CALLBACK}"
    assert caller.http.get(f"{address}&scope=Basic SmartTag&state=").status_code == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"scope": "basic"}, "invalid_scope"), ({"scope": ""}, "invalid_scope"), ({"response_type": "x"}, "unsupported")],
)
def test_other_mistakes_are_told_to_the_application(changes: dict[str, str], error: str, caller: Any) -> None:
    """Scopes are case sensitive."""
    location = caller.http.get("/api/oauth2/authorize", params=authorize(caller, **changes)).headers["location"]
    assert f"error={error}" in location


def test_a_form_of_another_site_is_refused(caller: Any) -> None:
    """Without the page's own mark nothing happens."""
    answer = caller.http.post("/api/oauth2/authorize", params=authorize(caller), data={"decision": "allow"})
    assert answer.status_code == 400


def test_refreshing_keeps_the_refresh_token(caller: Any) -> None:
    """By default no new refresh token comes, the old one stays good, and calls under way keep their access token."""
    first = caller.sandbox.token()
    for _ in "12":
        answer = token(caller, grant_type="refresh_token", refresh_token=str(first["refresh_token"]))
        assert answer.status_code == 200
        assert "refresh_token" not in answer.json()
    for access_token in (first["access_token"], answer.json()["access_token"]):
        headers = caller.headers(Authorization=f"Bearer {access_token}")
        assert caller.call("GET", "/Account/Info", headers=headers).status_code == 200


def test_refreshing_with_rotation(make_caller: Any) -> None:
    """A new refresh token comes, and the old one has ended."""
    caller = make_caller(rotate_refresh_tokens=True)
    first = caller.sandbox.token()
    answer = token(caller, grant_type="refresh_token", refresh_token=str(first["refresh_token"])).json()
    assert answer["refresh_token"] != first["refresh_token"]
    again = token(caller, grant_type="refresh_token", refresh_token=str(first["refresh_token"]))
    assert again.json()["error"] == "invalid_grant"


def test_unencoded_bodies_are_understood(caller: Any) -> None:
    """The .NET SDK joins name and value without encoding, so plus signs arrive as blanks."""
    caller.sandbox.state.store.run("UPDATE api_keys SET secret = 'a+b/c=='")
    refresh_token = caller.sandbox.token()["refresh_token"]
    body = f"grant_type=refresh_token&refresh_token={refresh_token}&client_id={caller.sandbox.api_key}"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = caller.http.post("/api/oauth2/token", content=f"{body}&client_secret=a+b/c==", headers=headers)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"client_credential_type": "special_feature", "feature": "MembershipManagement"}, 200),
        ({"client_credential_type": "special_feature", "feature": "Other"}, 400),
        (
            {
                "client_credential_type": "membership_authentication",
                "membership_code": "1",
                "membership_reference": "2",
            },
            400,
        ),
        ({"client_credential_type": "user_profile", "firstname": "A", "lastname": "B", "email": "c@d.e"}, 200),
        ({"client_credential_type": "user_profile", "firstname": "A"}, 400),
        ({"client_credential_type": "signing_key", "signing_key": "unknown", "scope": "Basic"}, 400),
        ({}, 400),
    ],
)
def test_client_credentials(form: dict[str, str], status: int, caller: Any) -> None:
    """The four kinds the official SDKs know; plain client_credentials is none of them."""
    assert token(caller, grant_type="client_credentials", **form).status_code == status


def test_a_signing_key_buys_a_token(caller: Any) -> None:
    """An invitee of an embedded signing is known by the signing key."""
    key = caller.send(caller.upload()).json()[0]["Signers"][0]["SigningKey"]
    form = {"client_credential_type": "signing_key", "signing_key": key, "scope": "Basic"}
    assert token(caller, grant_type="client_credentials", **form).status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_revoking_ends_both_tokens(method: str, caller: Any) -> None:
    """Access and refresh token stop working; an unknown token is no error."""
    issued = caller.sandbox.token()
    headers = {"Authorization": f"Bearer {issued['access_token']}"}
    for _ in "12":
        assert caller.http.request(method, "/api/oauth2/revoke", headers=headers).status_code == 200
    assert "revoked" in caller.refusal(**headers)
    assert token(caller, grant_type="refresh_token", refresh_token=str(issued["refresh_token"])).status_code == 400


def test_wrong_credentials_and_switches(make_caller: Any) -> None:
    """A wrong secret is 401; the switches change how tokens and refusals look."""
    caller = make_caller(token_errors_as_200=True, expires_in_as_number=True)
    answer = token(caller, grant_type="refresh_token", refresh_token="x", client_secret="wrong")
    assert (answer.status_code, answer.json()["error"]) == (200, "invalid_client")
    assert caller.sandbox.token()["expires_in"] == 86_400
    strict = make_caller()
    assert token(strict, grant_type="x", client_secret="wrong").status_code == 401
    missing = strict.http.post("/api/oauth2/token", json={"client_id": strict.sandbox.api_key})
    assert (missing.status_code, missing.json()["error_description"]) == (400, "client_id is missing.")
    assert token(strict, grant_type="password").json()["error"] == "unsupported_grant_type"
