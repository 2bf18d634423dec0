"""All that the client can say to the OAuth operations, which it has by hand, is all that the spec names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from securedsigning import _spec, errors
from securedsigning.oauth_messages import code_challenge, new_code_verifier
from securedsigning.tokens import Token

from contract import calling, drawing, judging, spec
from contract.calling import Caller
from contract.conftest import MakeCaller
from contract.test_oauth import AUTHORIZE, JSON, REVOKE, TOKEN

VERIFIER = new_code_verifier()
GIVEN = {
    *("code 7", "key 7", "token 7", "state 7", "reference 7", "Ana", "Tui", "ana.tui@example.com", "Basic SmartTag"),
    *(calling.API_KEY, calling.API_SECRET, calling.ACCESS_URL, VERIFIER, code_challenge(VERIFIER)),
}
"""What the tests hand to the client; any other word in a request is the client's own."""
SCOPES = ["Basic", "SmartTag"]
ISSUED = b'{"access_token": "a", "refresh_token": "token 7", "expires_in": 1, "token_type": "Bearer"}'


def token_requests(client: Caller) -> Iterator[judging.Found]:
    """What is sent by each method that asks for a token, with everything that it takes."""
    oauth = client.client.oauth
    for ask in (
        lambda: oauth.exchange_code("code 7", code_verifier=VERIFIER),
        lambda: oauth.handle_callback("/callback?code=code%207", state=None, code_verifier=VERIFIER),
        lambda: oauth.refresh(),
        *(lambda feature=feature: oauth.partner_token(feature) for feature in _spec.PARTNER_FEATURES),
        lambda: oauth.membership_token("code 7", "reference 7"),
        lambda: oauth.user_token("Ana", "Tui", "ana.tui@example.com", SCOPES),
        lambda: oauth.signing_key_token("key 7", SCOPES),
    ):
        client.answer(200, JSON, ISSUED)
        client.wait(ask())
        yield judging.judge(TOKEN, client.request, oauth=False)


def addresses(client: Caller) -> Iterator[judging.Found]:
    """The addresses for the browser, with everything that they can hold."""
    oauth, challenge = client.client.oauth, code_challenge(VERIFIER)
    for url in (
        oauth.authorization_url(SCOPES, state="state 7", key="key 7", code_challenge=challenge),
        oauth.implicit_url(SCOPES, state="state 7"),
    ):
        yield judging.judge(AUTHORIZE, httpx.Request("GET", url), oauth=False)


def own_words(found: list[dict[str, Any]], name: str) -> set[str]:
    """The values of a field that nobody handed to the client."""
    return {each[name] for each in found if name in each} - GIVEN


@pytest.mark.parametrize("kind", calling.KINDS)
def test_every_field_of_a_token_request_can_be_sent(make: MakeCaller, kind: str) -> None:
    found = list(token_requests(make(kind, Token("a", refresh_token="token 7"))))
    forms, fields = [each.body for each in found], spec.properties(TOKEN.body[1])  # type: ignore[index]

    assert [each.faults for each in found] == [[]] * len(found)
    assert [each.parameters for each in found] == [{}] * len(found)
    assert TOKEN.parameters == []
    assert {name for each in forms for name in each} == set(fields)
    for name in ("grant_type", "client_credential_type", "feature"):
        assert own_words(forms, name) == set(spec.resolve(fields[name]).get("enum", ())), name
    assert {name for name in fields if own_words(forms, name)} == {"grant_type", "client_credential_type", "feature"}


@pytest.mark.parametrize("kind", calling.KINDS)
def test_every_parameter_of_the_address_can_be_sent(make: MakeCaller, kind: str) -> None:
    found = list(addresses(make(kind)))
    declared = {item["name"]: item["schema"] for item in AUTHORIZE.parameters}

    assert [each.faults for each in found] == [[], []]
    assert {name for each in found for name in each.parameters} == set(declared)
    assert own_words([each.parameters for each in found], "response_type") == set(declared["response_type"]["enum"])


@pytest.mark.parametrize("kind", calling.KINDS)
def test_the_smallest_address_holds_what_is_required(make: MakeCaller, kind: str) -> None:
    url = make(kind).client.oauth.authorization_url(SCOPES)

    found = judging.judge(AUTHORIZE, httpx.Request("GET", url), oauth=False)

    assert found.faults == []
    assert set(found.parameters) == {item["name"] for item in AUTHORIZE.parameters if item.get("required")}


REFUSALS = [status for status, response in TOKEN.responses.items() if status >= "3" and "content" in response]


@pytest.mark.parametrize("status", REFUSALS)
@pytest.mark.parametrize("kind", calling.KINDS)
def test_every_member_of_a_refusal_is_shown(make: MakeCaller, kind: str, status: str) -> None:
    schema = TOKEN.responses[status]["content"]["application/json"]["schema"]
    for body in (drawing.full(schema), drawing.minimal(schema)):
        client = make(kind)
        client.answer(int(status), JSON, json.dumps(body).encode())

        with pytest.raises(errors.OAuthError) as caught:
            client.wait(client.client.oauth.exchange_code("code"))

        shown = {"error": caught.value.code, "error_description": caught.value.description}
        assert set(shown) == set(spec.properties(schema))
        assert {name: value for name, value in shown.items() if value is not None} == body


@pytest.mark.parametrize("kind", calling.KINDS)
def test_revoking_sends_and_answers_what_the_spec_names(make: MakeCaller, kind: str) -> None:
    client = make(kind, Token(calling.ACCESS_TOKEN))
    client.answer(200, {}, b"")

    outcome = client.wait(client.client.oauth.revoke())

    found = judging.judge(REVOKE, client.request, oauth=True)
    assert found.faults == []
    assert list(found.parameters) == [item["name"] for item in REVOKE.parameters]
    assert (found.body is None, outcome is None) == (REVOKE.body is None, not REVOKE.success)
