# Copied from templates/python/runtime/_async/token_keeper.py; edit it there.
"""Keeps the token that calls carry, and sees to it that it is renewed in time and only once."""

from __future__ import annotations

import math

from securedsigning import token_requests as requests
from securedsigning._async.primitives import Lock, in_thread, uninterrupted
from securedsigning._async.single_flight import AsyncExclusive
from securedsigning.errors import LoginRequiredError, OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from securedsigning._async.token_endpoint import AsyncTokenEndpoint
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token, TokenStore

LOOK_AGAIN = 1.0
"""Seconds after which a store that held no token is looked into again."""

HOLD_OFF = 5.0
"""Seconds for which a failed renewal stands for all who want one, so that an outage is not answered with a flood."""

YOUNG = 60.0
"""Seconds for which a new token is not renewed on a 401: then the cause is another one, such as a missing scope."""


class _Failure:
    """A failed renewal, to be told to others too.

    Attributes:
        error: what was raised.
        refresh_token: the one that was tried; the failure says nothing about any other.
        until: Unix seconds up to which it is not tried again.
    """

    __slots__ = ("error", "refresh_token", "until")

    def __init__(self, error: OAuthError, refresh_token: str, until: float) -> None:
        self.error = error
        self.refresh_token = refresh_token
        self.until = until

    def again(self) -> OAuthError:
        """A new error each time: one that is raised twice collects the tracebacks of all."""
        return type(self.error)(str(self.error), code=self.error.code, description=self.error.description)


class AsyncTokenKeeper:
    """A copy of the token in memory, in front of the store. The store is looked into when the copy is about to end."""

    def __init__(
        self, settings: Settings, store: TokenStore, endpoint: AsyncTokenEndpoint, clock: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._store = store
        self._endpoint = endpoint
        self._clock = clock
        self._lock = Lock()
        self._exclusive = AsyncExclusive(self._lock, store)
        self._token: Token | None = None
        self._looked_at = -math.inf
        self._renewals = 0
        self._failure: _Failure | None = None

    async def bearer(self) -> str | None:
        """As ``AsyncOAuth.bearer``. Most calls end in the first two lines: no lock, no look at the store."""
        token = self._token
        if token is not None and self._clock() < token.renew_at:
            return token.access_token
        return await self._bearer_after_a_look()

    async def current(self) -> Token | None:
        """As ``AsyncOAuth.current``."""
        if self._token is None:
            async with self._lock:
                self._token = await in_thread(self._store.load)
        return self._token

    async def invalidate(self, access_token: str | None) -> bool:
        """As ``AsyncOAuth.invalidate``."""
        token = self._token
        if token is None:
            token = await self.current()
            return token is not None and token.access_token != access_token
        if token.access_token != access_token:
            return True
        if token.issued_at is not None and 0 <= self._clock() - token.issued_at < YOUNG:
            return False
        try:
            await uninterrupted(self._renew(token))
        except OAuthError:
            return False
        return True

    async def renew(self) -> Token:
        """Another token now, whether the one there is about to end or not."""
        token = await self.current()
        if token is None:
            raise LoginRequiredError("nobody is logged in: send the user to authorization_url first")
        return await uninterrupted(self._renew(token, asked_for=True))

    async def obtain(self, fields: dict[str, str]) -> Token:
        """Ask for a token with these form fields and keep it."""
        return await uninterrupted(self._obtain(fields))

    async def put(self, token: Token | None) -> None:
        """Keep a token; None forgets the one there is."""
        await uninterrupted(self._put(token))

    async def revoke(self) -> None:
        """Have the token revoked and forget it."""
        await uninterrupted(self._revoke())

    async def _bearer_after_a_look(self) -> str | None:
        token, now = self._token, self._clock()
        if token is None:
            if 0 <= now - self._looked_at < LOOK_AGAIN:
                return None
            token = await self.current()
            self._looked_at = now
            if token is None:
                return None
        if now < token.renew_at:
            return token.access_token
        try:
            return (await uninterrupted(self._renew(token))).access_token
        except OAuthError:
            # That is what renewing ahead is for: as long as the old one lasts, a failure may pass by itself.
            token = self._token
            if token is None or token.expires_within(0, self._clock()):
                raise
            return token.access_token

    async def _renew(self, stale: Token, *, asked_for: bool = False) -> Token:
        """A token other than the stale one, whoever gets it. Take the lock, *then* look at the store."""
        renewals = self._renewals
        async with self._exclusive:
            current = self._token = await in_thread(self._store.load)
            if current is None:
                raise LoginRequiredError("nobody is logged in any more: send the user to authorization_url")
            now = self._clock()
            if current.access_token != stale.access_token and now < current.renew_at:
                return current
            if current.refresh_token is None:
                raise LoginRequiredError("the token has no refresh token: send the user to authorization_url again")
            failure = self._failure
            if failure is not None and failure.refresh_token == current.refresh_token:
                waited = self._renewals != renewals
                if waited or (now < failure.until and not asked_for):
                    raise failure.again()
            fields = requests.refresh_fields(self._settings, current.refresh_token)
            try:
                token = await self._endpoint.obtain(fields, requested_scopes=current.scopes)
            except OAuthError as error:
                raise self._failed(error, current.refresh_token) from error
            finally:
                self._renewals += 1
            await self._keep(token)
            return token

    def _failed(self, error: OAuthError, refresh_token: str) -> OAuthError:
        until = self._clock() + HOLD_OFF
        if error.code == "invalid_grant":
            until = math.inf  # RFC 6749, 5.2: this refresh token will never work again
            error = LoginRequiredError(
                f"the login has ended ({error}): send the user to authorization_url again",
                code=error.code,
                description=error.description,
            )
        self._failure = _Failure(error, refresh_token, until)
        return self._failure.again()

    async def _obtain(self, fields: dict[str, str]) -> Token:
        # The lock first: a code that is used up for a token that cannot be kept would be lost.
        async with self._exclusive:
            token = await self._endpoint.obtain(fields)
            await self._keep(token)
            return token

    async def _put(self, token: Token | None) -> Token | None:
        async with self._exclusive:
            await self._keep(token)
            return token

    async def _revoke(self) -> Token | None:
        async with self._exclusive:
            token = await in_thread(self._store.load)
            if token is not None:
                await self._endpoint.revoke(token)
            await self._keep(None)
            return token

    async def _keep(self, token: Token | None) -> None:
        self._token = token  # first: should the store fail, this client can still go on
        self._failure = None
        await in_thread(self._store.save, token)
