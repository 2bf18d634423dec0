"""When a token is renewed and when not; each behaviour in blocking and asynchronous form."""

from __future__ import annotations

import httpx
import pytest
from oauth_doubles import ACCESS, CODE, ENDED, ENDING, KEY, NOW, OLD, REFRESH, SECRET, World, done
from securedsigning.errors import ConfigurationError, LoginRequiredError, OAuthError
from securedsigning.tokens import MemoryTokenStore, Token


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


async def test_empty_store_is_looked_at_once_a_second(world: World) -> None:
    """An empty store is not read for each call."""

    class Counting(MemoryTokenStore):
        loads = 0

        def load(self) -> Token | None:
            self.loads += 1
            return super().load()

    store = Counting()
    oauth = world.client(store)
    for _ in range(100):
        assert await done(oauth.bearer()) is None
    assert store.loads == 1
    world.now += 1
    assert await done(oauth.bearer()) is None
    assert store.loads == 2
    store.save(OLD)
    assert await done(oauth.invalidate(None))
    assert await done(oauth.bearer()) == ACCESS


async def test_valid_token_is_sent_as_it_is(world: World) -> None:
    """A token that lasts is sent without a look at store or service, until a minute before its end."""
    store = MemoryTokenStore(OLD)
    oauth = world.client(store)
    assert await done(oauth.bearer()) == ACCESS
    store.load = store.save = None  # type: ignore[method-assign,assignment]
    world.now = NOW + 86400 - 61
    assert await done(oauth.bearer()) == ACCESS


async def test_renewed_a_minute_before_its_end(world: World) -> None:
    """From that moment on, whether the token lies in memory, in the store, or was put there by another process."""
    store = MemoryTokenStore(OLD)
    oauth = world.client(store)
    await done(oauth.current())
    world.now = NOW + 86400 - 60
    assert await done(oauth.bearer()) == "access-1"
    store.save(OLD)
    assert await done(world.client(store).bearer()) == "access-2"
    store.save(ENDED)
    oauth = world.client(store)
    await done(oauth.current())
    store.save(Token("by-another", refresh_token="next", expires_at=world.now + 60))
    assert await done(oauth.bearer()) == "access-3"


async def test_renewed_ahead_of_its_end(world: World) -> None:
    """A token that ends within a minute is renewed; the refresh token and scopes stay if the answer names none."""
    store = MemoryTokenStore(ENDING)
    oauth = world.client(store)
    assert await done(oauth.bearer()) == "access-1"
    assert world.service.form() == {
        "grant_type": "refresh_token",
        "client_id": KEY,
        "client_secret": SECRET,
        "redirect_uri": "https://www.example.com/callback",
        "refresh_token": REFRESH,
    }
    kept = store.load()
    assert kept is not None
    assert (kept.access_token, kept.refresh_token, kept.scopes) == ("access-1", REFRESH, ("Basic",))
    assert await done(oauth.bearer()) == "access-1"
    assert len(world.service.requests) == 1


async def test_short_lived_tokens(world: World) -> None:
    """A token that lives for less than a minute is not renewed for each call."""
    world.service.answer = lambda _: httpx.Response(200, json={"access_token": "short", "expires_in": 20})
    oauth = world.client(ENDED)
    for _ in range(5):
        assert await done(oauth.bearer()) == "short"
    assert len(world.service.requests) == 1
    world.now += 11
    await done(oauth.bearer())
    assert len(world.service.requests) == 2


async def test_renewed_by_another_process(world: World) -> None:
    """A token that another one has renewed meanwhile is taken from the store without a request."""
    store = MemoryTokenStore(ENDING)
    oauth = world.client(store)
    await done(oauth.current())
    store.save(Token("by-another", refresh_token="next", expires_at=NOW + 86400))
    assert await done(oauth.bearer()) == "by-another"
    assert world.service.requests == []


async def test_rotated_by_another_process(world: World) -> None:
    """If the store's newer token is about to end too, it is renewed with the newer refresh token."""
    store = MemoryTokenStore(ENDED)
    oauth = world.client(store)
    await done(oauth.current())
    store.save(Token("by-another", refresh_token="next-refresh-token", expires_at=NOW + 5))
    assert await done(oauth.bearer()) == "access-1"
    assert world.service.form()["refresh_token"] == "next-refresh-token"


async def test_ended_without_refresh_token(world: World) -> None:
    """A token without refresh token is used to its end; then the user has to log in."""
    oauth = world.client(Token(ACCESS, expires_at=NOW + 30))
    assert await done(oauth.bearer()) == ACCESS
    world.now += 29
    assert await done(oauth.bearer()) == ACCESS
    world.now += 1
    with pytest.raises(LoginRequiredError) as caught:
        await done(oauth.bearer())
    assert str(caught.value) == "the token has no refresh token: send the user to authorization_url again"
    assert world.service.requests == []


async def test_logged_out_elsewhere(world: World) -> None:
    """If the store was emptied, the token is not renewed against the user's will."""
    store = MemoryTokenStore(ENDED)
    oauth = world.client(store)
    await done(oauth.current())
    store.save(None)
    with pytest.raises(LoginRequiredError) as caught:
        await done(oauth.bearer())
    assert str(caught.value) == "nobody is logged in any more: send the user to authorization_url"
    assert await done(oauth.bearer()) is None
    assert world.service.requests == []


async def test_refused_refresh_token_is_not_tried_again(world: World) -> None:
    """A refresh token that the service refused is not sent for each call; a new login ends that."""
    store = MemoryTokenStore(ENDED)
    oauth = world.client(store)
    said = {"error": "invalid_grant", "error_description": "used up"}
    world.service.answer = lambda _: httpx.Response(400, json=said)
    for hour in range(3):
        world.now = NOW + hour * 3600
        with pytest.raises(LoginRequiredError) as caught:
            await done(oauth.bearer())
        assert (caught.value.code, caught.value.description) == ("invalid_grant", "used up")
        assert str(caught.value) == (
            "the login has ended (refused: invalid_grant (used up)): send the user to authorization_url again"
        )
    assert len(world.service.requests) == 1
    world.service.answer = world.service.new_token
    await done(oauth.exchange_code(CODE))
    assert await done(oauth.bearer()) == "access-2"


async def test_other_refresh_token_is_tried(world: World) -> None:
    """That one refresh token was refused says nothing about the one that another process has got since."""
    store = MemoryTokenStore(ENDED)
    oauth = world.client(store)
    world.service.refuse("invalid_grant")
    with pytest.raises(LoginRequiredError):
        await done(oauth.bearer())
    store.save(Token("by-another", refresh_token="next-refresh-token", expires_at=NOW - 1))
    world.service.answer = world.service.new_token
    assert await done(oauth.bearer()) == "access-2"


async def test_success_ends_a_refusal(world: World) -> None:
    """A refresh token that works after all is tried again the next time."""
    oauth = world.client(ENDED)
    world.service.refuse("invalid_grant")
    with pytest.raises(LoginRequiredError):
        await done(oauth.bearer())
    world.service.answer = world.service.new_token
    assert (await done(oauth.refresh())).access_token == "access-2"
    world.now += 86400
    assert await done(oauth.bearer()) == "access-3"


async def test_outage_of_the_token_endpoint(world: World) -> None:
    """While renewing fails, a token that still lasts is used, and the endpoint is asked again only after a while."""
    oauth = world.client(ENDING)
    world.service.answer = lambda _: httpx.Response(503, text="<html>")
    assert await done(oauth.bearer()) == ACCESS
    assert await done(oauth.bearer()) == ACCESS
    assert len(world.service.requests) == 1
    world.now = NOW + 31
    for _ in range(3):
        with pytest.raises(OAuthError, match="503 with an HTML page") as caught:
            await done(oauth.bearer())
        assert not isinstance(caught.value, LoginRequiredError)
    assert len(world.service.requests) == 2
    world.service.answer = world.service.new_token
    world.now += 4
    with pytest.raises(OAuthError, match="503 with an HTML page"):
        await done(oauth.bearer())
    world.now += 1
    assert await done(oauth.bearer()) == "access-3"


async def test_refresh_on_demand(world: World) -> None:
    """``refresh`` renews a token that still lasts, and tries again at once after a failure."""
    oauth = world.client(OLD)
    world.service.answer = lambda _: httpx.Response(500)
    with pytest.raises(OAuthError):
        await done(oauth.refresh())
    world.service.answer = world.service.new_token
    assert (await done(oauth.refresh())).access_token == "access-2"
    assert await done(oauth.bearer()) == "access-2"


async def test_401_renews_once(world: World) -> None:
    """A 401 renews a token that looked valid; a second 401 right after has another cause and renews nothing."""
    oauth = world.client(OLD)
    assert await done(oauth.bearer()) == ACCESS
    assert await done(oauth.invalidate(ACCESS)) is True
    assert await done(oauth.bearer()) == "access-1"
    assert await done(oauth.invalidate(ACCESS)) is True, "the late 401 of another call finds the new token"
    for seconds in (0, 59):
        world.now += seconds
        assert await done(oauth.invalidate("access-1")) is False
    assert len(world.service.requests) == 1
    world.now += 1
    assert await done(oauth.invalidate("access-1")) is True
    assert len(world.service.requests) == 2


async def test_401_before_anything_is_known(world: World) -> None:
    """A client that has not looked at its store yet finds there whether another token makes sense."""
    for refused, other in ((ACCESS, False), ("another", True), (None, True)):
        assert await done(world.client(OLD).invalidate(refused)) is other
    assert await done(world.client().invalidate(ACCESS)) is False
    assert world.service.requests == []


async def test_401_of_a_token_from_the_future(world: World) -> None:
    """If the clock was set back since the token was issued, nobody can tell that it is young: it is renewed."""
    oauth = world.client(Token(ACCESS, refresh_token=REFRESH, issued_at=NOW + 30))
    await done(oauth.bearer())
    assert await done(oauth.invalidate(ACCESS)) is True


async def test_401_that_cannot_be_helped(world: World) -> None:
    """A refused token that can't be renewed is not replaced, and the endpoint is not asked for each 401."""
    oauth = world.client(OLD)
    await done(oauth.bearer())
    world.service.refuse("server_error", 500)
    for _ in range(3):
        assert await done(oauth.invalidate(ACCESS)) is False
    assert len(world.service.requests) == 1
    endless = world.client(Token(ACCESS))
    await done(endless.bearer())
    assert not await done(endless.invalidate(ACCESS))


async def test_store_that_cannot_save(world: World) -> None:
    """If the new token cannot be saved, the user hears of it, and this client still uses it."""

    class Full(MemoryTokenStore):
        def save(self, token: Token | None) -> None:
            raise ConfigurationError("disk full")

    oauth = world.client(Full(ENDED))
    with pytest.raises(ConfigurationError, match="disk full"):
        await done(oauth.bearer())
    assert await done(oauth.bearer()) == "access-1"
