"""The OAuth 2.0 side of a client: how it gets a token, keeps it, and renews it in time.

    official SDKs                               here
    .NET  OAuth2.CreateAuthorizeRequest         authorization_url
    .NET  OAuth2.HandleAuthorizeCallback        handle_callback (with GetToken in one step)
    .NET  OAuth2.GetToken                       exchange_code
    .NET  OAuth2.RefreshToken                   refresh (and on its own, ahead of expiry)
    .NET  OAuth2.RevokeToken                    revoke
    .NET  partner tokens                        partner_token, membership_token, user_token
    JavaScript  getAccessToken                  implicit_url, then accept_fragment
    JavaScript  getClientAccessToken            signing_key_token

Tokens of the logged-in user are kept in the store: ``exchange_code``, ``handle_callback``, ``accept_fragment`` and ``refresh``.
Tokens of somebody else are only returned, since keeping them would end the user's login: the partner's and a company's token,
good for one call according to the official samples, a named person's and an invited signer's. ``use`` keeps one on purpose.
"""

from __future__ import annotations

import math
import re
import time

from securedsigning import _spec
from securedsigning import oauth_messages as messages
from securedsigning._async.primitives import Lock, in_thread, uninterrupted
from securedsigning._async.single_flight import AsyncExclusive
from securedsigning.errors import InputError, LoginRequiredError, OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from securedsigning._http import httpx
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token, TokenStore

REFRESH_AHEAD = 60.0
"""Seconds before its end from which on a token is renewed: time for a slow upload to arrive with a valid one."""

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


class AsyncOAuth:
    """Logs a user in and keeps the token; ``client.oauth``. Nobody needs to be logged in for API keys set up without OAuth."""

    def __init__(
        self,
        *,
        settings: Settings,
        store: TokenStore,
        http: Callable[[], httpx.AsyncClient],
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Made by the client.

        Args:
            settings: the client's settings.
            store: where the token is kept.
            http: gives the HTTP client, which is made when it is needed first.
            clock: the time in Unix seconds.
        """
        self._settings = settings
        self._store = store
        self._http = http
        self._clock = clock
        self._lock = Lock()
        self._exclusive = AsyncExclusive(self._lock, store)
        self._token: Token | None = None
        self._looked_at = -math.inf
        self._issued_at = -math.inf
        self._renewals = 0
        self._failure: _Failure | None = None

    def authorization_url(
        self,
        scopes: Iterable[str],
        *,
        state: str | None = None,
        code_challenge: str | None = None,
        key: str | None = None,
    ) -> str:
        """The address to send the user's browser to; it comes back to the access URL with a code.

        Args:
            scopes: what to ask for, such as ``["Basic", "SmartTag"]``.
            state: from ``new_state()``; comes back unchanged and proves that the callback belongs to this login.
            code_challenge: from ``code_challenge(verifier)``; then ``handle_callback`` needs the verifier (PKCE).
            key: a user's or company's connect key, which spares the login page; for partners.

        Raises:
            InputError: an argument is refused.
        """
        return messages.authorization_url(self._settings, scopes, state=state, code_challenge=code_challenge, key=key)

    def implicit_url(self, scopes: Iterable[str], *, state: str | None = None) -> str:
        """As ``authorization_url``, for the implicit flow: the callback holds the token itself, in the fragment."""
        return messages.authorization_url(self._settings, scopes, response_type="token", state=state)

    async def handle_callback(self, callback_url: str, *, state: str | None, code_verifier: str | None = None) -> Token:
        """Turn the callback of ``authorization_url`` into a token and keep it.

        Args:
            callback_url: the callback as received: the whole address, or path and query.
            state: what was passed to ``authorization_url``, from the user's session; None only if nothing was.
            code_verifier: what the code challenge was made from.

        Raises:
            OAuthError: the user or the service refused, or the callback is not the answer to this login.
        """
        code = messages.parse_callback(callback_url, access_url=self._settings.access_url, expected_state=state)
        return await self._obtain_and_keep(messages.authorization_code_fields(self._settings, code, code_verifier))

    async def exchange_code(self, code: str, *, code_verifier: str | None = None) -> Token:
        """Turn an authorization code into a token and keep it. A code is good for one use.

        Compare ``state`` before; ``handle_callback`` does both.

        Args:
            code: the code, decoded: it ends with ``==`` and not with ``%3D%3D``.
            code_verifier: what the code challenge was made from.

        Raises:
            InputError: the code is still percent-encoded.
            OAuthError: no token was issued.
        """
        if not code or re.search("%[0-9A-Fa-f]{2}", code):
            raise InputError("the code is empty or still percent-encoded; handle_callback takes the whole callback.")
        return await self._obtain_and_keep(messages.authorization_code_fields(self._settings, code, code_verifier))

    async def accept_fragment(self, callback_url: str, *, state: str | None) -> Token:
        """Take the token out of the callback of ``implicit_url`` and keep it. It can't be refreshed.

        Args:
            callback_url: the callback with its fragment, which only the browser knows.
            state: what was passed to ``implicit_url``, from the user's session; None only if nothing was.

        Raises:
            OAuthError: as for ``handle_callback``.
        """
        token = messages.parse_fragment(
            callback_url, access_url=self._settings.access_url, expected_state=state, now=self._clock()
        )
        await self.use(token)
        return token

    async def refresh(self) -> Token:
        """Renew the token now. Not needed for calls, which see to it themselves.

        If another task, thread or process is renewing it already, its outcome is this one's too.

        Raises:
            LoginRequiredError: there is no refresh token, or it was refused.
            OAuthError: no token was issued.
        """
        token = await self.current()
        if token is None:
            raise LoginRequiredError("nobody is logged in: send the user to authorization_url first")
        return await uninterrupted(self._renew(token, asked_for=True))

    async def partner_token(self, feature: str) -> Token:
        """The partner's own token, good for one call; returned, not kept (official .NET SDK).

        Args:
            feature: ``MembershipManagement`` or ``AccountManagement``.
        """
        return await self._obtain(messages.special_feature_fields(self._settings, feature))

    async def membership_token(self, code: str, reference: str) -> Token:
        """A client company's token, good for one call; returned, not kept (official .NET SDK).

        Args:
            code: the company's code.
            reference: the company's reference.
        """
        return await self._obtain(messages.membership_fields(self._settings, code, reference))

    async def user_token(self, first_name: str, last_name: str, email: str, scopes: Iterable[str]) -> Token:
        """A token on behalf of a named person; returned, not kept (official .NET SDK)."""
        return await self._obtain(messages.user_profile_fields(self._settings, first_name, last_name, email, scopes))

    async def signing_key_token(self, signing_key: str, scopes: Iterable[str] = ("Basic",)) -> Token:
        """An invited signer's token for embedded signing; returned, not kept (official samples).

        Args:
            signing_key: ``Signer.signing_key`` of the sent document.
            scopes: the samples use ``Basic``.
        """
        return await self._obtain(messages.signing_key_fields(self._settings, signing_key, scopes))

    async def use(self, token: Token) -> None:
        """Keep a token that came from elsewhere; calls carry it from now on."""
        await uninterrupted(self._put(token))

    async def forget(self) -> None:
        """Drop the token without telling the service."""
        await uninterrupted(self._put(None))

    async def revoke(self) -> None:
        """End the login: the service revokes the token, and it is forgotten here. Without a token nothing happens.

        Raises:
            OAuthError: the service did not confirm; the token is kept. ``forget`` drops it all the same.
        """
        await uninterrupted(self._revoke())

    async def current(self) -> Token | None:
        """The token as it is, expired or not; None if nobody is logged in."""
        if self._token is None:
            async with self._lock:
                self._token = await in_thread(self._store.load)
        return self._token

    async def bearer(self) -> str | None:
        """The access token to send with a call, renewed if it is about to end; None if nobody is logged in.

        Raises:
            LoginRequiredError: it has ended and cannot be renewed.
            OAuthError: it has ended, and renewing it failed for now.
        """
        token = self._token
        if token is not None:
            expires_at = token.expires_at
            if expires_at is None or expires_at - self._clock() > REFRESH_AHEAD:
                return token.access_token
        return await self._bearer_after_a_look()

    async def invalidate(self, access_token: str | None) -> bool:
        """After a 401: find or get another token than the refused one.

        Args:
            access_token: the one that was refused; None if none was sent.

        Returns:
            True if there is another one now, so that one more try makes sense.
        """
        token = self._token
        if token is None:
            token = await self.current()
            return token is not None and token.access_token != access_token
        if token.access_token != access_token:
            return True
        if 0 <= self._clock() - self._issued_at < YOUNG:
            return False
        try:
            await uninterrupted(self._renew(token))
        except OAuthError:
            return False
        return True

    async def _bearer_after_a_look(self) -> str | None:
        token, now = self._token, self._clock()
        if token is None:
            if 0 <= now - self._looked_at < LOOK_AGAIN:
                return None
            token = await self.current()
            self._looked_at = now
            if token is None:
                return None
        if not token.expires_within(REFRESH_AHEAD, now):
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
            if current.access_token != stale.access_token and not current.expires_within(REFRESH_AHEAD, now):
                return current
            if current.refresh_token is None:
                raise LoginRequiredError("the token has no refresh token: send the user to authorization_url again")
            failure = self._failure
            if failure is not None and failure.refresh_token == current.refresh_token:
                waited = self._renewals != renewals
                if waited or (now < failure.until and not asked_for):
                    raise failure.again()
            fields = messages.refresh_fields(self._settings, current.refresh_token)
            try:
                token = await self._obtain(fields, requested_scopes=current.scopes)
            except OAuthError as error:
                raise self._failed(error, current.refresh_token) from error
            finally:
                self._renewals += 1
            await self._keep(token, issued_at=now)
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

    async def _obtain_and_keep(self, fields: dict[str, str]) -> Token:
        return await uninterrupted(self._obtain_and_put(fields))

    async def _obtain_and_put(self, fields: dict[str, str]) -> Token:
        # The lock first: a code that is used up for a token that cannot be kept would be lost.
        async with self._exclusive:
            token = await self._obtain(fields)
            await self._keep(token, issued_at=self._clock())
            return token

    async def _put(self, token: Token | None) -> Token | None:
        async with self._exclusive:
            await self._keep(token)
            return token

    async def _keep(self, token: Token | None, *, issued_at: float = -math.inf) -> None:
        self._token = token  # first: should the store fail, this client can still go on
        self._issued_at = issued_at
        self._failure = None
        await in_thread(self._store.save, token)

    async def _revoke(self) -> Token | None:
        async with self._exclusive:
            token = await in_thread(self._store.load)
            if token is not None:
                headers = {"Authorization": f"Bearer {token.access_token}"}
                answer = await self._send(_spec.REVOKE_METHOD, _spec.REVOKE_PATH, headers, b"")
                if not answer.is_success:
                    raise OAuthError(
                        f"the service answered {answer.status_code} when asked to revoke the token; it is kept"
                    )
            await self._keep(None)
            return token

    async def _obtain(self, fields: dict[str, str], *, requested_scopes: Iterable[str] = ()) -> Token:
        now = self._clock()  # before sending: a slow answer must not make the token look younger
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = await self._send("POST", _spec.TOKEN_PATH, headers, messages.form_body(fields))
        return messages.parse_token_answer(
            answer.status_code, answer.content, fields=fields, now=now, requested_scopes=requested_scopes
        )

    async def _send(self, method: str, path: str, headers: dict[str, str], content: bytes) -> httpx.Response:
        """One request to the OAuth server: never repeated, never redirected, without the API's headers and signature."""
        from securedsigning._http import httpx

        client = self._http()
        request = httpx.Request(
            method,
            self._settings.oauth_url + path,
            headers={"Accept": "application/json", "User-Agent": client.headers["User-Agent"], **headers},
            content=content,
            extensions={"timeout": client.timeout.as_dict()},
        )
        where = f"{self._settings.oauth_url}{path}"
        try:
            return await client.send(request, auth=None, follow_redirects=False)
        except httpx.TimeoutException as error:
            raise OAuthError(f"{where} did not answer in time") from error
        except httpx.RequestError as error:
            raise OAuthError(f"{where} gave no usable answer: {type(error).__name__}: {error}") from error
