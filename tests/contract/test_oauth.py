"""The OAuth operations, which the client has by hand: what it sends and reads is what the spec says."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from securedsigning import _spec, errors
from securedsigning.tokens import Token

from contract import calling, examples, judging, spec
from contract.calling import Caller
from contract.conftest import MakeCaller

AUTHORIZE, TOKEN, REVOKE = (spec.operation(name) for name in ("oauthAuthorize", "oauthToken", "oauthRevoke"))
REFRESH_TOKEN = "HvNJLisxn8Qc6Nly785j8FCxVD9u7fzw+/8="
JSON = {"Content-Type": "application/json"}


def scopes_of(fields: Any) -> list[str]:
    """The scopes in a form or an address."""
    return str(fields.get("scope", "Basic")).split()


def obtain(client: Caller, fields: Any) -> Token:
    """Ask for a token of this grant by the method that is for it."""
    oauth = client.client.oauth
    if fields["grant_type"] == "authorization_code":
        return client.wait(oauth.exchange_code(fields["code"], code_verifier=fields.get("code_verifier")))
    if fields["grant_type"] == "refresh_token":
        return client.wait(oauth.refresh())
    variant = fields["client_credential_type"]
    if variant == "special_feature":
        return client.wait(oauth.partner_token(fields["feature"]))
    if variant == "membership_authentication":
        return client.wait(oauth.membership_token(fields["membership_code"], fields["membership_reference"]))
    if variant == "user_profile":
        names = fields["firstname"], fields["lastname"], fields["email"]
        return client.wait(oauth.user_token(*names, scopes_of(fields)))
    assert variant == "signing_key"
    return client.wait(oauth.signing_key_token(fields["signing_key"], scopes_of(fields)))


def fields_of(fields: Any) -> set[str]:
    """Which fields belong to a grant, by the spec: those required always, and those required by its conditions."""
    wanted = spec.required(TOKEN.body[1]) | {"redirect_uri"}  # type: ignore[index]
    for part in spec.resolve(TOKEN.body[1])["allOf"]:  # type: ignore[index]
        if not spec.faults(part["if"], fields):
            wanted |= set(part["then"]["required"])
    return wanted | ({"code_verifier"} & set(fields))


TOKEN_EXAMPLES = [each for each in examples.read() if each.operation is TOKEN and each.name != "full"]
"""Without the one that shows every field at once, as no grant has them."""


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", TOKEN_EXAMPLES, ids=str)
def test_a_token_is_asked_for_and_read(make: MakeCaller, example: examples.Example, kind: str) -> None:
    fields = {**example.body, "redirect_uri": calling.ACCESS_URL}
    before = None
    if fields["grant_type"] == "refresh_token":
        before = Token("the-old-one", refresh_token=fields["refresh_token"], scopes=["Basic"])
    client = make(kind, before, api_secret=fields["client_secret"])
    client.answer(example.status, example.headers, example.content)
    answer = example.json

    if answer.get("error"):
        with pytest.raises(errors.OAuthError) as caught:
            obtain(client, fields)
        assert caught.value.code == answer["error"]
        assert caught.value.description == answer.get("error_description")
        for name in ("client_secret", "code", "refresh_token", "signing_key"):
            assert fields.get(name, "?" * 9) not in str(caught.value)
        assert isinstance(caught.value, errors.LoginRequiredError) is (example.name == "refresh-refused")
    else:
        token = obtain(client, fields)
        assert token.access_token == answer["access_token"]
        assert token.refresh_token == answer.get("refresh_token", before and before.refresh_token)
        assert token.expires_at == calling.NOW + int(answer["expires_in"])
        assert token.token_type == answer["token_type"]
        if "scope" in answer:
            assert list(token.scopes) == answer["scope"].split()
        kept = client.wait(client.client.oauth.current())
        assert kept == (None if fields["grant_type"] == "client_credentials" else token)

    found = judging.judge(TOKEN, client.request, oauth=False)
    assert found.faults == []
    assert found.body == {name: fields[name] for name in fields_of(fields)}


def of_type(schema: Any) -> list[Any]:
    """A value of each type that the schema permits."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    values = {"integer": 7, "string": "7" if "pattern" in schema else "Bearer", "boolean": True, "null": None}
    return [[] if kind == "array" else values[kind] for kind in kinds]


@pytest.mark.parametrize("kind", calling.KINDS)
def test_any_token_of_the_spec_is_read(make: MakeCaller, kind: str) -> None:
    schema = TOKEN.success["application/json"]
    members, required = spec.properties(schema), spec.required(schema)
    known = {"access_token": "access", "refresh_token": "refresh", "scope": "Basic SmartTag"}
    values = {
        name: [known[name]] if of_type(node) == ["Bearer"] and name in known else of_type(node)
        for name, node in members.items()
        if name != "error"
    }
    least = {name: values[name][0] for name in values if name in required}
    assert members["error"]["type"] == "string"
    for name, choices in values.items():
        for value in choices:
            client = make(kind)
            answer = {**least, name: value}
            client.answer(200, JSON, json.dumps(answer).encode())

            token = client.wait(client.client.oauth.exchange_code("code"))

            assert token.access_token == answer["access_token"]
            assert token.token_type == answer["token_type"]
            assert token.expires_at == calling.NOW + int(answer["expires_in"])
            assert token.refresh_token == answer.get("refresh_token")
            assert list(token.scopes) == answer["scope"].split() if "scope" in answer else True
    assert set(values) == {*known, "expires_in", "token_type"}
    assert required == {"access_token", "expires_in", "token_type"}


VARIANTS = spec.resolve({"$ref": "#/components/schemas/OAuth2ClientCredentialType"})["enum"]
GRANTS = spec.resolve({"$ref": "#/components/schemas/OAuth2GrantType"})["enum"]


def test_every_grant_is_among_the_examples() -> None:
    assert {each.body["grant_type"] for each in TOKEN_EXAMPLES} == set(GRANTS)
    assert {each.body.get("client_credential_type") for each in TOKEN_EXAMPLES} - {None} == set(VARIANTS)
    features = spec.resolve({"$ref": "#/components/schemas/PartnerApiFeature"})["enum"]
    assert {each.body.get("feature") for each in TOKEN_EXAMPLES} - {None} == set(features)


AWKWARD = "a+b/c==&d e%20é?#\u2028"


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("variant", [*GRANTS[:2], *VARIANTS])
def test_any_text_of_a_form_arrives(make: MakeCaller, variant: str, kind: str) -> None:
    text = AWKWARD.replace("%20", "")  # a code that is still encoded is refused
    fields = {
        "grant_type": variant if variant in GRANTS else "client_credentials",
        "client_credential_type": variant,
        "code": text,
        "refresh_token": text,
        "feature": "AccountManagement",
        "membership_code": text,
        "membership_reference": text,
        "firstname": text,
        "lastname": text,
        "email": "ana.tui+x@example.com",
        "signing_key": text,
        "scope": "Basic SmartTag",
    }
    client = make(kind, Token("old", refresh_token=text))
    client.answer(200, JSON, b'{"access_token": "a", "expires_in": 1, "token_type": "Bearer"}')

    obtain(client, fields)

    found = judging.judge(TOKEN, client.request, oauth=False)
    own = {"client_id": calling.API_KEY, "client_secret": calling.API_SECRET, "redirect_uri": calling.ACCESS_URL}
    assert found.faults == []
    assert found.body == {name: {**fields, **own}[name] for name in fields_of(found.body)}


AUTHORIZE_EXAMPLES = [each for each in examples.read() if each.operation is AUTHORIZE]


def address(client: Caller, parameters: Any) -> str:
    """The address that asks for these parameters."""
    oauth, scopes = client.client.oauth, scopes_of(parameters)
    if parameters["response_type"] == "token":
        return str(oauth.implicit_url(scopes, state=parameters.get("state")))
    named = {name: parameters.get(name) for name in ("state", "code_challenge", "key")}
    return str(oauth.authorization_url(scopes, **named))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", AUTHORIZE_EXAMPLES, ids=str)
def test_the_browser_is_sent_where_the_spec_says(make: MakeCaller, example: examples.Example, kind: str) -> None:
    parameters = example.parameters
    client = make(kind, access_url=parameters["redirect_uri"])

    found = judging.judge(AUTHORIZE, httpx.Request("GET", address(client, parameters)), oauth=False)

    assert found.faults == []
    assert found.parameters == parameters
    assert client.line.requests == []


@pytest.mark.parametrize("text", [AWKWARD, "x" * 200, "&scope=Account"])
@pytest.mark.parametrize("kind", calling.KINDS)
def test_any_text_of_the_address_arrives(make: MakeCaller, kind: str, text: str) -> None:
    client = make(kind)
    asked = {"response_type": "code", "scope": "Basic Billing", "state": text, "key": text}

    found = judging.judge(AUTHORIZE, httpx.Request("GET", address(client, asked)), oauth=False)

    assert found.faults == []
    assert found.parameters == {**asked, "client_id": calling.API_KEY, "redirect_uri": calling.ACCESS_URL}


SCOPES = spec.bundle()["components"]["securitySchemes"]["oauth2"]["flows"]["authorizationCode"]["scopes"]


def test_addresses_scopes_and_version_are_those_of_the_spec() -> None:
    """The operations say the same, and are judged by what is sent; this is what the client was made from."""
    scheme = spec.bundle()["components"]["securitySchemes"]["oauth2"]
    authorize, token, revoke = (
        _spec.OAUTH_URL + path for path in (_spec.AUTHORIZE_PATH, _spec.TOKEN_PATH, _spec.REVOKE_PATH)
    )
    for flow in scheme["flows"].values():
        assert flow.get("authorizationUrl", authorize) == authorize
        assert flow.get("tokenUrl", token) == token
        assert flow.get("refreshUrl", token) == token
        assert tuple(flow["scopes"]) == _spec.SCOPES
    assert scheme["x-revocation-url"] == revoke
    features = spec.resolve(spec.properties(TOKEN.body[1])["feature"])  # type: ignore[index]
    assert features.get("enum") == list(_spec.PARTNER_FEATURES)
    assert list(_spec.SERVERS) == [each["url"] for each in spec.bundle()["servers"]]
    assert spec.bundle()["info"]["version"] == _spec.API_VERSION


@pytest.mark.parametrize("kind", calling.KINDS)
def test_every_scope_can_be_asked_for(make: MakeCaller, kind: str) -> None:
    url = make(kind).client.oauth.authorization_url(list(SCOPES))

    found = judging.judge(AUTHORIZE, httpx.Request("GET", url), oauth=False)

    assert (found.faults, found.parameters["scope"].split()) == ([], list(SCOPES))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", [each for each in AUTHORIZE_EXAMPLES if each.status == 302], ids=str)
def test_the_callback_is_read(make: MakeCaller, example: examples.Example, kind: str) -> None:
    client, callback = make(kind), example.headers["Location"]
    client.answer(200, JSON, b'{"access_token": "a", "expires_in": 1, "token_type": "Bearer"}')
    state, oauth = example.parameters.get("state"), client.client.oauth
    if "refused" in example.name:
        with pytest.raises(errors.OAuthError) as caught:
            client.wait(oauth.handle_callback(callback, state=state))
        assert caught.value.code == ("invalid_scope" if example.name == "scope-refused" else "access_denied")
        assert client.line.requests == []
    elif example.parameters["response_type"] == "token":
        token = client.wait(oauth.accept_fragment(callback, state=state))
        assert token.access_token == calling.ACCESS_TOKEN
        assert list(token.scopes) == ["Basic", "ISign"]
        assert token.expires_at == calling.NOW + 86400
        assert client.line.requests == []
    else:
        client.wait(oauth.handle_callback(callback, state=state))
        assert judging.judge(TOKEN, client.request, oauth=False).body["code"] == "YV9jb2RlX2Zvcl90ZXN0cw=="


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("example", [each for each in examples.read() if each.operation is REVOKE], ids=str)
def test_a_token_is_revoked(make: MakeCaller, example: examples.Example, kind: str) -> None:
    client = make(kind, Token(calling.ACCESS_TOKEN))
    client.answer(example.status, example.headers, example.content)

    client.wait(client.client.oauth.revoke())

    assert judging.judge(REVOKE, client.request, oauth=True).faults == []
    assert client.wait(client.client.oauth.current()) is None


@pytest.mark.parametrize("kind", calling.KINDS)
def test_a_token_that_is_not_revoked_is_kept(make: MakeCaller, kind: str) -> None:
    client = make(kind, Token(calling.ACCESS_TOKEN))
    client.answer(500, {}, b"")

    with pytest.raises(errors.OAuthError) as caught:
        client.wait(client.client.oauth.revoke())

    assert calling.ACCESS_TOKEN not in str(caught.value)
    assert client.wait(client.client.oauth.current()).access_token == calling.ACCESS_TOKEN
