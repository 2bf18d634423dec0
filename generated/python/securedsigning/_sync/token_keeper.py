# Made from templates/python/runtime/_async/token_keeper.py by generator/synchronous.py; edit it there.
"""Keeps the token that calls carry, and sees to it that it is renewed in time and only once."""

from __future__ import annotations

import math

from securedsigning import token_requests as requests
from securedsigning._sync.primitives import Lock, in_thread, uninterrupted
from securedsigning._sync.single_flight import Exclusive
from securedsigning.errors import LoginRequiredError, OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from securedsigning._sync.token_endpoint import TokenEndpoint
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


class TokenKeeper:
    """A copy of the token in memory, in front of the store. The store is looked into when the copy is about to end."""

    def __init__(
        self, settings: Settings, store: TokenStore, endpoint: TokenEndpoint, clock: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._store = store
        self._endpoint = endpoint
        self._clock = clock
        self._lock = Lock()
        self._exclusive = Exclusive(self._lock, store)
        self._token: Token | None = None
        self._looked_at = -math.inf
        self._renewals = 0
        self._failure: _Failure | None = None

    def bearer(self) -> str | None:
        """As ``OAuth.bearer``. Most calls end in the first two lines: no lock, no look at the store."""
        token = self._token
        if token is not None and self._clock() < token.renew_at:
            return token.access_token
        return self._bearer_after_a_look()

    def current(self) -> Token | None:
        """As ``OAuth.current``."""
        if self._token is None:
            with self._lock:
                self._token = in_thread(self._store.load)
        return self._token

    def invalidate(self, access_token: str | None) -> bool:
        """As ``OAuth.invalidate``."""
        token = self._token
        if token is None:
            token = self.current()
            return token is not None and token.access_token != access_token
        if token.access_token != access_token:
            return True
        if token.issued_at is not None and 0 <= self._clock() - token.issued_at < YOUNG:
            return False
        try:
            uninterrupted(self._renew(token))
        except OAuthError:
            return False
        return True

    def renew(self) -> Token:
        """Another token now, whether the one there is about to end or not."""
        token = self.current()
        if token is None:
            raise LoginRequiredError("nobody is logged in: send the user to authorization_url first")
        return uninterrupted(self._renew(token, asked_for=True))

    def obtain(self, fields: dict[str, str]) -> Token:
        """Ask for a token with these form fields and keep it."""
        return uninterrupted(self._obtain(fields))

    def put(self, token: Token | None) -> None:
        """Keep a token; None forgets the one there is."""
        uninterrupted(self._put(token))

    def revoke(self) -> None:
        """Have the token revoked and forget it."""
        uninterrupted(self._revoke())

    def _bearer_after_a_look(self) -> str | None:
        token, now = self._token, self._clock()
        if token is None:
            if 0 <= now - self._looked_at < LOOK_AGAIN:
                return None
            token = self.current()
            self._looked_at = now
            if token is None:
                return None
        if now < token.renew_at:
            return token.access_token
        try:
            return (uninterrupted(self._renew(token))).access_token
        except OAuthError:
            # That is what renewing ahead is for: as long as the old one lasts, a failure may pass by itself.
            token = self._token
            if token is None or token.expires_within(0, self._clock()):
                raise
            return token.access_token

    def _renew(self, stale: Token, *, asked_for: bool = False) -> Token:
        """A token other than the stale one, whoever gets it. Take the lock, *then* look at the store."""
        renewals = self._renewals
        with self._exclusive:
            current = self._token = in_thread(self._store.load)
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
                token = self._endpoint.obtain(fields, requested_scopes=current.scopes)
            except OAuthError as error:
                raise self._failed(error, current.refresh_token) from error
            finally:
                self._renewals += 1
            self._keep(token)
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

    def _obtain(self, fields: dict[str, str]) -> Token:
        # The lock first: a code that is used up for a token that cannot be kept would be lost.
        with self._exclusive:
            token = self._endpoint.obtain(fields)
            self._keep(token)
            return token

    def _put(self, token: Token | None) -> Token | None:
        with self._exclusive:
            self._keep(token)
            return token

    def _revoke(self) -> Token | None:
        with self._exclusive:
            token = in_thread(self._store.load)
            if token is not None:
                self._endpoint.revoke(token)
            self._keep(None)
            return token

    def _keep(self, token: Token | None) -> None:
        self._token = token  # first: should the store fail, this client can still go on
        self._failure = None
        in_thread(self._store.save, token)
