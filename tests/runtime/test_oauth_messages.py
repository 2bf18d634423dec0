"""What is said through the user's browser, checked without any HTTP."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, parse_qsl, quote, urlsplit

import pytest
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from hypothesis import given
from hypothesis import strategies as st
from securedsigning import oauth_messages as messages
from securedsigning import token_requests as requests
from securedsigning.errors import InputError, OAuthError
from securedsigning.settings import Settings

NOW = 1_700_000_000.0
KEY, SECRET = "KEY00000000000000000000000000000000000000000000000000000TEST", "c2FuZGJveC1z+ZWNyZXQ/dGVzdA=="
ACCESS_URL = "https://www.example.com/callback"
SETTINGS = Settings(api_key=KEY, api_secret=SECRET, access_url=ACCESS_URL)
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_url_of_the_developer_page() -> None:
    """The authorization URL is the developer page's example, parameter by parameter, blanks as ``%20``."""
    assert messages.authorization_url(SETTINGS, ["Basic", "SmartTag"], state="mystate") == (
        f"https://www.securedsigning.com/api/oauth2/authorize?response_type=code&client_id={KEY}"
        "&redirect_uri=https%3A%2F%2Fwww.example.com%2Fcallback&state=mystate&scope=Basic%20SmartTag"
    )


def test_all_parameters() -> None:
    """Each argument becomes its parameter; what isn't given isn't sent."""
    url = messages.authorization_url(SETTINGS, ["Basic"], state="", code_challenge=CHALLENGE, key="connect key")
    assert parse_qs(urlsplit(url).query, keep_blank_values=True) == {
        "response_type": ["code"],
        "client_id": [KEY],
        "redirect_uri": [ACCESS_URL],
        "state": [""],
        "scope": ["Basic"],
        "key": ["connect key"],
        "code_challenge": [CHALLENGE],
        "code_challenge_method": ["S256"],
    }
    assert "state" not in messages.authorization_url(SETTINGS, ["Basic"])
    implicit = messages.authorization_url(SETTINGS, ["Basic"], response_type="token")
    assert "response_type=token&" in implicit


@given(st.text(min_size=1), st.sampled_from(["code", "token"]))
def test_url_against_authlib(state: str, response_type: str) -> None:
    """An independent implementation asks for the same, whatever the state is."""
    settings = Settings(
        api_key=KEY, api_secret=SECRET, access_url="https://example.com/a b?c=d&e=%20".replace(" ", "+")
    )
    ours = messages.authorization_url(
        settings,
        ["Basic", "WeSign"],
        response_type=response_type,  # type: ignore[arg-type]
        state=state,
    )
    theirs = prepare_grant_uri(
        f"{settings.oauth_url}/authorize",
        client_id=KEY,
        response_type=response_type,
        redirect_uri=settings.access_url,
        scope="Basic WeSign",
        state=state,
    )
    assert sorted(parse_qsl(urlsplit(ours).query)) == sorted(parse_qsl(urlsplit(theirs).query))
    assert ours.isascii()


def test_challenge() -> None:
    """The challenge is that of RFC 7636, appendix B, and that of an independent implementation."""
    assert messages.code_challenge(VERIFIER) == CHALLENGE
    for _ in range(20):
        verifier = messages.new_code_verifier()
        assert messages.code_challenge(verifier) == create_s256_code_challenge(verifier)


@pytest.mark.parametrize("verifier", ["", "a" * 42, "a" * 129, "a" * 42 + "+", "a" * 43 + "\n"])
def test_no_verifier(verifier: str) -> None:
    """What cannot be a verifier by RFC 7636, 4.1 is refused."""
    sentence = "a code verifier has 43 to 128 letters, digits or -._~; make one with new_code_verifier()."
    with pytest.raises(InputError, match=f"^{re.escape(sentence)}$"):
        messages.code_challenge(verifier)


def test_random_values() -> None:
    """States and verifiers are new each time, and of a form that survives any address."""
    values = {make() for make in (messages.new_state, messages.new_code_verifier) for _ in range(100)}
    assert len(values) == 200
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", value) for value in values)


def test_challenge_is_misplaced() -> None:
    """A challenge in the implicit flow, or something else in its place, is refused."""
    with pytest.raises(InputError) as caught:
        messages.authorization_url(SETTINGS, ["Basic"], response_type="token", code_challenge=CHALLENGE)
    assert str(caught.value) == (
        "a code challenge belongs to the authorization code flow; the implicit flow has no code."
    )
    with pytest.raises(InputError) as caught:
        messages.authorization_url(SETTINGS, ["Basic"], code_challenge="plain")
    assert str(caught.value) == "that is no S256 code challenge; make it with code_challenge(verifier)."


KNOWN_SCOPES = "Basic, ISign, WeSign, SmartTag, FormDirect, FormFiller, Account, Billing"
NO_SCOPE = f"is no scope; scopes is a list with one scope in each place, of {KNOWN_SCOPES}."


@pytest.mark.parametrize(
    ("scopes", "sentence"),
    [
        ("ISign", 'scopes is a list: ["ISign"]'),
        ("Basic SmartTag", 'scopes is a list: ["Basic", "SmartTag"]'),
        ("", 'scopes is a list: ["Basic"]'),
        ([], f"scopes is empty; name at least one of {KNOWN_SCOPES}."),
        (["Basic SmartTag"], f"'Basic SmartTag' {NO_SCOPE}"),
        (["Basic", ""], f"'' {NO_SCOPE}"),
        (["Basic\n"], f"'Basic\\n' {NO_SCOPE}"),
        (['Ba"sic'], f"'Ba\"sic' {NO_SCOPE}"),
        (["B\u00e4sic"], f"'B\u00e4sic' {NO_SCOPE}"),
        (["basic"], "there is no scope 'basic'; did you mean 'Basic'? Upper and lower case count."),
        (["SMARTTAG"], "there is no scope 'SMARTTAG'; did you mean 'SmartTag'? Upper and lower case count."),
        (["SmartTags"], "there is no scope 'SmartTags'; did you mean 'SmartTag'? Upper and lower case count."),
        (["Smart-Tag"], "there is no scope 'Smart-Tag'; did you mean 'SmartTag'? Upper and lower case count."),
        (["ISIgn"], "there is no scope 'ISIgn'; did you mean 'ISign'? Upper and lower case count."),
        (["wesgin"], "there is no scope 'wesgin'; did you mean 'WeSign'? Upper and lower case count."),
        (["FormFilter"], "there is no scope 'FormFilter'; did you mean 'FormFiller'? Upper and lower case count."),
    ],
)
def test_refused_scopes(scopes: list[str] | str, sentence: str) -> None:
    """A text in the place of a list, blanks inside a scope and misspelt scopes are refused with the right form."""
    with pytest.raises(InputError) as caught:
        messages.check_scopes(scopes)
    assert str(caught.value) == sentence


def test_accepted_scopes() -> None:
    """Known scopes and really new ones pass, in the order given, each once."""
    assert messages.check_scopes(["WeSign", "Basic", "WeSign", "Archive"]) == ("WeSign", "Basic", "Archive")
    assert messages.check_scopes(iter(("ISign", "WeSign"))) == ("ISign", "WeSign")
    assert messages.check_scopes(["SmartSeal"]) == ("SmartSeal",), "a distant likeness is no mistake"


def test_callback_of_the_developer_page() -> None:
    """The code is taken out of the callback, decoded."""
    url = "https://www.example.com/callback?code=aWekfhc4w%3D%3D&state=mystate"
    assert messages.parse_callback(url, access_url=ACCESS_URL, expected_state="mystate") == "aWekfhc4w=="


@given(st.text(min_size=1), st.text())
def test_code_is_encoded_once(code: str, state: str) -> None:
    """Whatever the code is, the token request says it as the callback did: percent-encoded exactly once."""
    url = f"{ACCESS_URL}?code={quote(code, safe='')}&state={quote(state, safe='')}"
    parsed = messages.parse_callback(url, access_url=ACCESS_URL, expected_state=state)
    assert parsed == code
    body = requests.form_body(requests.authorization_code_fields(SETTINGS, parsed)).decode()
    assert dict(parse_qsl(body))["code"] == code
    assert "%25" not in body or "%" in code


@pytest.mark.parametrize(
    "url",
    [
        "/callback?code=a+b/c==&state=s",
        "?code=a%2Bb%2Fc%3D%3D&state=s",
        "https://WWW.EXAMPLE.COM:8443/other?x=1&state=s&code=a+b/c%3D%3D#top",
        "http://www.example.com/callback?x=1&x=2&code=a%2bb/c==&state=s",
    ],
)
def test_forms_of_a_callback(url: str) -> None:
    """Path and query suffice; a plus sign in a code is a plus sign; scheme, port and path may differ behind a proxy."""
    assert messages.parse_callback(url, access_url=ACCESS_URL, expected_state="s") == "a+b/c=="


FORGED = "the callback's state is not the one that was sent: forged, or from another login. Let the user start again"


@pytest.mark.parametrize(
    ("query", "code", "sentence"),
    [
        ("error=access_denied&state=s", "access_denied", "refused: access_denied"),
        ("error=access_denied", "access_denied", "refused: access_denied"),
        (
            "error=invalid_scope&error_description=no+such%20scope&state=s",
            "invalid_scope",
            "refused: invalid_scope (no such scope)",
        ),
        ("error=not+now&state=s", "not now", "refused: not now"),
        ("error=server_error&code=x&state=s", "server_error", "refused: server_error"),
        ("state=s", "access_denied", "the callback holds no code: the user refused"),
        ("code=&state=s", "access_denied", "the callback holds no code: the user refused"),
        ("code=a&code=b&state=s", None, "the callback holds code twice"),
        ("code=a&state=s&state=t", None, "the callback holds state twice"),
        ("error=a&error=b&state=s", None, "the callback holds error twice"),
        ("code=a&state=other", None, FORGED),
        ("code=a", None, FORGED),
        ("error=access_denied&state=forged", None, FORGED),
        ("", None, FORGED),
    ],
)
def test_refused_callback(query: str, code: str | None, sentence: str) -> None:
    """A refusal, a callback without a code and one that is not the answer to this login raise an error."""
    with pytest.raises(OAuthError) as caught:
        messages.parse_callback(f"{ACCESS_URL}?{query}", access_url=ACCESS_URL, expected_state="s")
    assert (caught.value.code, str(caught.value)) == (code, sentence)


@pytest.mark.parametrize(
    ("host", "sentence"),
    [
        ("evil.example", f"the callback is for the host evil.example, the access URL is {ACCESS_URL}"),
        (
            "www.example.com.evil.example",
            f"the callback is for the host www.example.com.evil.example, the access URL is {ACCESS_URL}",
        ),
        ("user@evil.example", f"the callback is for the host evil.example, the access URL is {ACCESS_URL}"),
        ("[::1", "the callback is not an address"),
    ],
)
def test_callback_elsewhere(host: str, sentence: str) -> None:
    """A callback for another host was not meant for this client, in either flow."""
    url = f"https://{host}/callback"
    with pytest.raises(OAuthError) as caught:
        messages.parse_callback(f"{url}?code=a&state=s", access_url=ACCESS_URL, expected_state="s")
    assert str(caught.value) == sentence
    with pytest.raises(OAuthError) as caught:
        messages.parse_fragment(f"{url}#access_token=a&state=s", access_url=ACCESS_URL, expected_state="s", now=NOW)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("returned", ["a+b", "a%20b"])
def test_blank_in_state(returned: str) -> None:
    """A blank in the state may come back in either encoding."""
    url = f"{ACCESS_URL}?code=c&state={returned}"
    assert messages.parse_callback(url, access_url=ACCESS_URL, expected_state="a b") == "c"


def test_without_state() -> None:
    """Without a state only a callback without one is accepted."""
    assert messages.parse_callback(f"{ACCESS_URL}?code=c&state=", access_url=ACCESS_URL, expected_state=None) == "c"
    with pytest.raises(OAuthError, match="state"):
        messages.parse_callback(f"{ACCESS_URL}?code=c&state=x", access_url=ACCESS_URL, expected_state=None)


@pytest.mark.parametrize("separator", ["#", "?"])
@pytest.mark.parametrize("scope", ["Basic%20SmartTag", "Basic+SmartTag"])
def test_fragment(separator: str, scope: str) -> None:
    """The implicit flow's token is read from the fragment, or the query, as far as the sources go."""
    url = f"{ACCESS_URL}{separator}access_token=00Dx%2B/9J+w&expires_in=86400&token_type=Bearer&scope={scope}&state=s"
    token = messages.parse_fragment(url, access_url=ACCESS_URL, expected_state="s", now=NOW)
    assert (token.access_token, token.refresh_token, token.expires_at) == ("00Dx+/9J+w", None, NOW + 86400)
    assert token.scopes == ("Basic", "SmartTag")


@pytest.mark.parametrize(
    ("rest", "code", "sentence"),
    [
        ("#access_token=t&state=x", None, FORGED),
        ("#state=s", "access_denied", "the callback holds no access token: the user refused"),
        ("?error=access_denied&state=s", "access_denied", "refused: access_denied"),
        ("#error=access_denied&state=s", "access_denied", "refused: access_denied"),
        ("#access_token=a&access_token=b&state=s", None, "the callback holds access_token twice"),
    ],
)
def test_refused_fragment(rest: str, code: str | None, sentence: str) -> None:
    """The fragment is judged as strictly as the query."""
    with pytest.raises(OAuthError) as caught:
        messages.parse_fragment(ACCESS_URL + rest, access_url=ACCESS_URL, expected_state="s", now=NOW)
    assert (caught.value.code, str(caught.value)) == (code, sentence)
