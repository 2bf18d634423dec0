"""What is said to the token endpoint and what it answers, checked without any HTTP."""

from __future__ import annotations

import json
import traceback
from urllib.parse import parse_qsl, quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from securedsigning import token_requests as requests
from securedsigning.errors import InputError, OAuthError
from securedsigning.settings import Settings

NOW = 1_700_000_000.0
KEY, SECRET = "KEY00000000000000000000000000000000000000000000000000000TEST", "c2FuZGJveC1z+ZWNyZXQ/dGVzdA=="
ACCESS_URL = "https://www.example.com/callback"
SETTINGS = Settings(api_key=KEY, api_secret=SECRET, access_url=ACCESS_URL)
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
COMMON = {"client_id": KEY, "client_secret": SECRET, "redirect_uri": ACCESS_URL}
CREDENTIALS = {"grant_type": "client_credentials", **COMMON}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            requests.authorization_code_fields(SETTINGS, "code==", VERIFIER),
            {"grant_type": "authorization_code", **COMMON, "code": "code==", "code_verifier": VERIFIER},
        ),
        (
            requests.refresh_fields(SETTINGS, "refresh=="),
            {"grant_type": "refresh_token", **COMMON, "refresh_token": "refresh=="},
        ),
        (
            requests.special_feature_fields(SETTINGS, "MembershipManagement"),
            {**CREDENTIALS, "client_credential_type": "special_feature", "feature": "MembershipManagement"},
        ),
        (
            requests.membership_fields(SETTINGS, "C1", "R1"),
            {
                **CREDENTIALS,
                "client_credential_type": "membership_authentication",
                "membership_code": "C1",
                "membership_reference": "R1",
            },
        ),
        (
            requests.user_profile_fields(SETTINGS, "Ann", "O'Neil Ü", "ann@example.com", ["Basic", "ISign"]),
            {
                **CREDENTIALS,
                "client_credential_type": "user_profile",
                "firstname": "Ann",
                "lastname": "O'Neil Ü",
                "email": "ann@example.com",
                "scope": "Basic ISign",
            },
        ),
        (
            requests.signing_key_fields(SETTINGS, "signing+key==", ["Basic"]),
            {
                **CREDENTIALS,
                "client_credential_type": "signing_key",
                "signing_key": "signing+key==",
                "scope": "Basic",
            },
        ),
    ],
)
def test_token_request(fields: dict[str, str], expected: dict[str, str]) -> None:
    """Each grant sends its fields, the redirect URI always among them, and a strict form parser reads them back."""
    assert fields == expected
    assert dict(parse_qsl(requests.form_body(fields).decode("ascii"), strict_parsing=True)) == expected


def test_refused_token_request() -> None:
    """Misspelt features, empty fields and impossible verifiers are refused before anything is sent."""
    with pytest.raises(InputError, match="^there is no feature 'accountmanagement'; did you mean 'AccountManagement'"):
        requests.special_feature_fields(SETTINGS, "accountmanagement")
    assert requests.special_feature_fields(SETTINGS, "Statistics")["feature"] == "Statistics"
    with pytest.raises(InputError, match="membership_reference is empty"):
        requests.membership_fields(SETTINGS, "C1", "")
    with pytest.raises(InputError, match="43 to 128"):
        requests.authorization_code_fields(SETTINGS, "code", "short")


REFRESH = requests.refresh_fields(SETTINGS, "5Aep8614+refresh/token==")


def test_answer_keeps_the_refresh_token() -> None:
    """A refresh answer without a refresh token keeps the one that was sent."""
    token = requests.parse_token_answer(200, b'{"access_token": "new", "expires_in": 5}', fields=REFRESH, now=NOW)
    assert (token.access_token, token.refresh_token) == ("new", REFRESH["refresh_token"])


NO_TOKEN = "the token endpoint answered {} with {} where a token was expected"


@pytest.mark.parametrize(
    ("status", "body", "sentence", "code"),
    [
        (
            400,
            b'{"error": "invalid_grant", "error_description": "expired"}',
            "refused: invalid_grant (expired)",
            "invalid_grant",
        ),
        (401, b'{"error": "invalid_client"}', "refused: invalid_client", "invalid_client"),
        (200, b'{"error": "invalid_grant", "access_token": "t"}', "refused: invalid_grant", "invalid_grant"),
        (400, b'{"error": ["x"]}', "refused: error", "error"),
        (
            401,
            b'{"ResponseStatus": {"ErrorCode": "Unauthorized", "Message": "Session expired or invalid"}}',
            "refused: Unauthorized (Session expired or invalid)",
            "Unauthorized",
        ),
        (500, b'{"access_token": "t"}', "refused: status 500", "status 500"),
        (300, b'{"access_token": "t"}', "refused: status 300", "status 300"),
        (403, b"{}", "refused: status 403", "status 403"),
        (502, b"<html>Bad gateway</html>", NO_TOKEN.format(502, "an HTML page"), None),
        (200, b"\n <!DOCTYPE html>", NO_TOKEN.format(200, "an HTML page"), None),
        (200, b"", NO_TOKEN.format(200, "an empty body"), None),
        (302, b"", NO_TOKEN.format(302, "an empty body"), None),
        (200, b"[]", NO_TOKEN.format(200, "something other than a JSON object"), None),
        (200, b"\xff\xfe", NO_TOKEN.format(200, "something other than a JSON object"), None),
        (200, b"[" * 100_000, NO_TOKEN.format(200, "something other than a JSON object"), None),
        (200, b"{}", "the answer holds no usable access token", None),
    ],
)
def test_refused_token(status: int, body: bytes, sentence: str, code: str | None) -> None:
    """Whatever the token endpoint answers instead of a token, the error says what it was."""
    with pytest.raises(OAuthError) as caught:
        requests.parse_token_answer(status, body, fields=REFRESH, now=NOW)
    assert (caught.value.code, str(caught.value)) == (code, sentence)


@given(st.integers(100, 599), st.binary())
def test_any_answer(status: int, body: bytes) -> None:
    """No answer at all makes anything but an OAuthError."""
    with pytest.raises(OAuthError):
        requests.parse_token_answer(status, body, fields=REFRESH, now=NOW)


ALL_FIELDS = {
    **REFRESH,
    "code": "secret-code+/==",
    "code_verifier": VERIFIER,
    "signing_key": "secret-signing-key==",
    "membership_code": "secret-membership",
}
SECRETS = [ALL_FIELDS[name] for name in requests.SECRET_FIELDS]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("encode", [str, lambda secret: quote(secret, safe=""), lambda secret: quote(secret).lower()])
@pytest.mark.parametrize("member", ["error", "error_description", "body"])
def test_secrets_are_not_repeated(secret: str, encode: object, member: str) -> None:
    """Should the service repeat a secret in its answer, the error doesn't."""
    assert callable(encode)
    said = f"the value {encode(secret)} is wrong"
    body = said.encode() if member == "body" else json.dumps({"error": "invalid", member: said}).encode()
    with pytest.raises(OAuthError) as caught:
        requests.parse_token_answer(400, body, fields=ALL_FIELDS, now=NOW)
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(vars(caught.value))
    assert secret not in shown
    assert quote(secret, safe="").lower() not in shown.lower()


def test_foreign_text_is_tamed() -> None:
    """An error's foreign text is one short line."""
    body = json.dumps({"error": "bad\x1b[31m\r\nline", "error_description": "x" * 10_000}).encode()
    with pytest.raises(OAuthError) as caught:
        requests.parse_token_answer(400, body, fields=REFRESH, now=NOW)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 700
