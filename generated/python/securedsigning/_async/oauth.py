# Copied from templates/python/runtime/_async/oauth.py; edit it there.
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

``exchange_code``, ``handle_callback``, ``accept_fragment`` and ``refresh`` bring the logged-in user's token and keep it
in the store. Tokens of somebody else are only returned, since keeping them would end the user's login: the partner's
and a company's (good for one call, according to the official samples), a named person's and an invited signer's.
``use`` keeps one of them on purpose.
"""

from __future__ import annotations

import re
import time

from securedsigning import oauth_messages as messages
from securedsigning import token_requests as requests
from securedsigning._async.token_endpoint import AsyncTokenEndpoint
from securedsigning._async.token_keeper import AsyncTokenKeeper
from securedsigning.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from securedsigning._http import httpx
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token, TokenStore


class AsyncOAuth:
    """Logs a user in and keeps the token; ``client.oauth``. API keys set up without OAuth need none of it."""

    def __init__(
        self,
        *,
        settings: Settings,
        store: TokenStore,
        http: Callable[[], httpx.AsyncClient],
        clock: Callable[[], float] = time.time,
        timeout: dict[str, float | None] | None = None,
    ) -> None:
        """Made by the client.

        Args:
            settings: the client's settings.
            store: where the token is kept.
            http: gives the HTTP client, which is made when it is needed first.
            clock: the time in Unix seconds.
            timeout: of a token request, as ``httpx.Timeout.as_dict`` gives it; the HTTP client's own if left out.
        """
        self._settings = settings
        self._clock = clock
        self._endpoint = AsyncTokenEndpoint(settings, http, clock, timeout)
        self._keeper = AsyncTokenKeeper(settings, store, self._endpoint, clock)

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
        return await self._keeper.obtain(requests.authorization_code_fields(self._settings, code, code_verifier))

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
        return await self._keeper.obtain(requests.authorization_code_fields(self._settings, code, code_verifier))

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
        return await self._keeper.renew()

    async def partner_token(self, feature: str) -> Token:
        """The partner's own token, good for one call; returned, not kept (official .NET SDK).

        Args:
            feature: ``MembershipManagement`` or ``AccountManagement``.
        """
        return await self._endpoint.obtain(requests.special_feature_fields(self._settings, feature))

    async def membership_token(self, code: str, reference: str) -> Token:
        """A client company's token, good for one call; returned, not kept (official .NET SDK).

        Args:
            code: the company's code.
            reference: the company's reference.
        """
        return await self._endpoint.obtain(requests.membership_fields(self._settings, code, reference))

    async def user_token(self, first_name: str, last_name: str, email: str, scopes: Iterable[str]) -> Token:
        """A token on behalf of a named person; returned, not kept (official .NET SDK)."""
        return await self._endpoint.obtain(
            requests.user_profile_fields(self._settings, first_name, last_name, email, scopes)
        )

    async def signing_key_token(self, signing_key: str, scopes: Iterable[str] = ("Basic",)) -> Token:
        """An invited signer's token for embedded signing; returned, not kept (official samples).

        Args:
            signing_key: ``Signer.signing_key`` of the sent document.
            scopes: the samples use ``Basic``.
        """
        return await self._endpoint.obtain(requests.signing_key_fields(self._settings, signing_key, scopes))

    async def use(self, token: Token) -> None:
        """Keep a token that came from elsewhere; calls carry it from now on."""
        await self._keeper.put(token)

    async def forget(self) -> None:
        """Drop the token without telling the service."""
        await self._keeper.put(None)

    async def revoke(self) -> None:
        """End the login: the service revokes the token, and it is forgotten here. Without a token nothing happens.

        Raises:
            OAuthError: the service did not confirm; the token is kept. ``forget`` drops it all the same.
        """
        await self._keeper.revoke()

    async def current(self) -> Token | None:
        """The token as it is, expired or not; None if nobody is logged in."""
        return await self._keeper.current()

    async def bearer(self) -> str | None:
        """The access token to send with a call, renewed if it is about to end; None if nobody is logged in.

        Raises:
            LoginRequiredError: it has ended and cannot be renewed.
            OAuthError: it has ended, and renewing it failed for now.
        """
        return await self._keeper.bearer()

    async def invalidate(self, access_token: str | None) -> bool:
        """After a 401: find or get another token than the refused one.

        Args:
            access_token: the one that was refused; None if none was sent.

        Returns:
            True if there is another one now, so that one more try makes sense.
        """
        return await self._keeper.invalidate(access_token)
