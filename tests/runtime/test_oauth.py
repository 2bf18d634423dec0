"""Getting, keeping and giving back a token; each behaviour in blocking and asynchronous form.

``await done(...)`` takes what either form of a method returns.
"""

from __future__ import annotations

import traceback
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from oauth_doubles import ACCESS, CODE, KEY, NOW, OLD, REFRESH, SECRET, SIGNING_KEY, VERIFIER, World, done
from securedsigning import __version__
from securedsigning.errors import InputError, LoginRequiredError, OAuthError
from securedsigning.oauth_messages import code_challenge
from securedsigning.tokens import MemoryTokenStore

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


async def test_login(world: World) -> None:
    """From the authorization URL over the callback to the token that calls carry, with state and PKCE."""
    store = MemoryTokenStore()
    oauth = world.client(store)
    url = oauth.authorization_url(scopes=["Basic"], state="s", code_challenge=code_challenge(VERIFIER), key="connect")
    asked = parse_qs(urlsplit(url).query)
    assert (asked["response_type"], asked["state"], asked["key"]) == (["code"], ["s"], ["connect"])
    callback = "https://www.example.com/callback?code=code%2Bof%2Fthe-user%3D%3D&state=s"
    token = await done(oauth.handle_callback(callback, state="s", code_verifier=VERIFIER))
    assert (token.access_token, token.expires_at) == ("access-1", NOW + 86400)
    assert store.load() == token == await done(oauth.current())
    assert await done(oauth.bearer()) == "access-1"
    assert world.service.form() == {
        "grant_type": "authorization_code",
        "client_id": KEY,
        "client_secret": SECRET,
        "redirect_uri": "https://www.example.com/callback",
        "code": CODE,
        "code_verifier": VERIFIER,
    }
    assert len(world.service.requests) == 1


async def test_token_request_is_bare(world: World) -> None:
    """A token request carries the client's name and timeout, but neither its API headers nor its authentication."""
    await done(world.client().exchange_code(CODE))
    request = world.service.requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://www.securedsigning.com/api/oauth2/token")
    assert request.headers["user-agent"] == f"securedsigning-python/{__version__}"
    assert request.headers["accept"] == "application/json"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert not {"x-custom-api-key", "referer", "authorization", "cookie"} & set(request.headers)
    assert request.extensions["timeout"]["read"] == 7
    await done(world.client(timeout={"connect": 1, "read": 2, "write": 3, "pool": 4}).exchange_code(CODE))
    assert world.service.requests[1].extensions["timeout"]["read"] == 2


async def test_refused_login_keeps_the_old_token(world: World) -> None:
    """A login that fails, by the callback or the endpoint, leaves the token before it in force."""
    store = MemoryTokenStore(OLD)
    oauth = world.client(store)
    with pytest.raises(OAuthError, match="state"):
        await done(oauth.handle_callback("/callback?code=x&state=forged", state="s"))
    assert world.service.requests == []
    world.service.refuse("invalid_grant")
    with pytest.raises(OAuthError, match="invalid_grant"):
        await done(oauth.exchange_code(CODE))
    assert store.load() == OLD
    assert await done(oauth.bearer()) == ACCESS


async def test_code_that_is_still_encoded(world: World) -> None:
    """A code that is still percent-encoded would be encoded twice, so it is refused before it is used up."""
    for code in ("aWek%3D%3D", ""):
        with pytest.raises(InputError) as caught:
            await done(world.client().exchange_code(code))
        assert str(caught.value) == (
            "the code is empty or still percent-encoded; handle_callback takes the whole callback."
        )
    assert world.service.requests == []
    await done(world.client().exchange_code("100%"))
    assert world.service.form()["code"] == "100%"


async def test_implicit_flow(world: World) -> None:
    """The implicit flow's token is kept without any request."""
    store = MemoryTokenStore()
    oauth = world.client(store)
    asked = parse_qs(urlsplit(oauth.implicit_url(["Basic"], state="s")).query)
    assert (asked["response_type"], asked["state"]) == (["token"], ["s"])
    url = "https://www.example.com/callback#access_token=abc&expires_in=86400&token_type=Bearer&scope=Basic&state=s"
    token = await done(oauth.accept_fragment(url, state="s"))
    assert store.load() == token
    assert (token.issued_at, token.expires_at) == (NOW, NOW + 86400)
    assert await done(oauth.bearer()) == "abc"
    with pytest.raises(OAuthError, match="for the host elsewhere.example"):
        await done(oauth.accept_fragment("https://elsewhere.example/#access_token=abc&state=s", state="s"))
    assert world.service.requests == []


async def test_nobody_logged_in(world: World) -> None:
    """Without a token nothing is sent with calls, as API keys without OAuth want it; a later login is noticed."""
    store = MemoryTokenStore()
    oauth = world.client(store)
    assert await done(oauth.bearer()) is None
    assert await done(oauth.current()) is None
    assert await done(oauth.invalidate(None)) is False
    with pytest.raises(LoginRequiredError) as caught:
        await done(oauth.refresh())
    assert str(caught.value) == "nobody is logged in: send the user to authorization_url first"
    await done(oauth.revoke())
    store.save(OLD)
    world.now += 2
    assert await done(oauth.bearer()) == ACCESS
    assert world.service.requests == []


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (httpx.ConnectError("refused"), "gave no usable answer: ConnectError: refused"),
        (httpx.ReadTimeout("slow"), "did not answer in time"),
        (httpx.RemoteProtocolError("closed"), "gave no usable answer: RemoteProtocolError: closed"),
    ],
)
async def test_connection_trouble(world: World, failure: httpx.RequestError, sentence: str) -> None:
    """Trouble with the connection is told as an OAuthError, and a token request is never repeated on its own."""

    def fail(_: httpx.Request) -> httpx.Response:
        raise failure

    world.service.answer = fail
    with pytest.raises(OAuthError) as caught:
        await done(world.client().exchange_code(CODE))
    assert str(caught.value) == f"https://www.securedsigning.com/api/oauth2/token {sentence}"
    assert caught.value.__cause__ is failure
    assert len(world.service.requests) == 1


async def test_redirect_is_not_followed(world: World) -> None:
    """A redirect does not carry the secrets elsewhere."""
    world.service.answer = lambda _: httpx.Response(307, headers={"Location": "https://elsewhere.example/token"})
    with pytest.raises(OAuthError, match="answered 307"):
        await done(world.client().exchange_code(CODE))
    assert len(world.service.requests) == 1


async def test_revoke(world: World) -> None:
    """Revoking tells the service as the .NET SDK does, and forgets the token."""
    store = MemoryTokenStore(OLD)
    oauth = world.client(store)
    world.service.answer = lambda _: httpx.Response(204)
    await done(oauth.revoke())
    request = world.service.requests[0]
    assert request.content == b""
    assert (request.method, str(request.url)) == ("GET", "https://www.securedsigning.com/api/oauth2/revoke")
    assert request.headers["authorization"] == f"Bearer {ACCESS}"
    assert store.load() is None
    assert await done(oauth.bearer()) is None


async def test_revoke_unconfirmed(world: World) -> None:
    """If the service does not confirm, the token is kept; ``forget`` drops it all the same."""
    store = MemoryTokenStore(OLD)
    oauth = world.client(store)
    world.service.answer = lambda _: httpx.Response(500)
    with pytest.raises(OAuthError, match=r"answered 500.*kept"):
        await done(oauth.revoke())
    assert store.load() == OLD
    await done(oauth.forget())
    assert store.load() is None


async def test_tokens_of_others_are_not_kept(world: World) -> None:
    """Partner, company, person and signer tokens are returned and leave the login alone, unless ``use`` is called."""
    store = MemoryTokenStore(OLD)
    oauth = world.client(store)
    await done(oauth.partner_token("MembershipManagement"))
    assert world.service.form()["feature"] == "MembershipManagement"
    await done(oauth.membership_token("code", "reference"))
    assert world.service.form()["membership_reference"] == "reference"
    await done(oauth.user_token("Ann", "Lee", "ann@example.com", ["Basic"]))
    assert world.service.form()["firstname"] == "Ann"
    token = await done(oauth.signing_key_token(SIGNING_KEY))
    assert (world.service.form()["signing_key"], world.service.form()["scope"]) == (SIGNING_KEY, "Basic")
    assert token.access_token == "access-4"
    assert store.load() == OLD
    assert await done(oauth.bearer()) == ACCESS
    await done(oauth.use(token))
    assert await done(oauth.bearer()) == "access-4"


async def test_secrets_are_never_shown(world: World) -> None:
    """Whatever fails, and if the service repeats all it was sent, no text of any object or error holds a secret."""
    shown: list[str] = []

    def echo(request: httpx.Request) -> httpx.Response:
        said = f"{request.content.decode()} {parse_qs(request.content.decode())} {request.headers}"
        return httpx.Response(400, json={"error": said, "error_description": said})

    def echo_page(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, content=b"<html>" + request.content)

    def fail(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("closed")

    for answer in (echo, echo_page, fail):
        world.service.answer = answer
        oauth = world.client(OLD)
        shown += [repr(oauth), repr(vars(oauth)), repr(await done(oauth.current()))]
        attempts: list[Callable[[], Any]] = [
            partial(oauth.exchange_code, CODE, code_verifier=VERIFIER),
            oauth.refresh,
            partial(oauth.signing_key_token, SIGNING_KEY),
            oauth.revoke,
            partial(oauth.handle_callback, f"/?code={CODE}&state=x", state="s"),
            partial(oauth.accept_fragment, f"/#access_token={ACCESS}&state=x", state="s"),
        ]
        for attempt in attempts:
            with pytest.raises(OAuthError) as caught:
                await done(attempt())
            shown += traceback.format_exception(caught.value)
            shown += [repr(caught.value), repr(vars(caught.value))]
        shown += [repr(vars(part)) for part in vars(oauth).values() if hasattr(part, "__dict__")]
    everything = "\n".join(shown)
    for secret in (SECRET, ACCESS, REFRESH, CODE, VERIFIER, SIGNING_KEY):
        assert secret not in everything
