# Made from templates/python/runtime/_async/auth.py by generator/synchronous.py; edit it there.
"""Authentication of a request: signature, access URL, sender and bearer token, as layers of one ``httpx.Auth``.

It also works on its own, with an httpx client of your making: ``httpx.Client(auth=client.auth)``.
"""

from __future__ import annotations

from securedsigning import _spec
from securedsigning._http import httpx
from securedsigning.errors import InputError
from securedsigning.signing import Signer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Callable

    from securedsigning._sync.oauth import OAuth
    from securedsigning.settings import Settings


class SignedAuth(httpx.Auth):
    """Adds to each request what the service wants to see; called anew for every attempt, so none is signed twice.

    If the service turns down a token (401) that was renewed since, or can be, the request is sent once more with the
    new one.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        oauth: OAuth | None,
        sender: str | None,
        clock: Callable[[], float],
        nonce: Callable[[], str],
    ) -> None:
        """Compose the layers.

        Args:
            settings: key, secret and access URL.
            oauth: where the bearer token comes from; None for API keys set up without OAuth.
            sender: reference of a saved sender on whose behalf calls are made.
            clock: the time in Unix seconds.
            nonce: gives a text that was never used before.
        """
        self._signer = Signer(settings.api_key, settings.api_secret)
        self._oauth = oauth
        self._clock = clock
        self._nonce = nonce
        self._fixed = [(_spec.ACCESS_URL_HEADER.encode(), settings.access_url.encode())]
        if sender is not None:
            self._fixed.append((_spec.SENDER_HEADER.encode(), sender.encode()))

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        """Sign the request; used by httpx."""
        unsigned = request.headers.raw
        token = None if self._oauth is None else self._oauth.bearer()
        request.headers = httpx.Headers(unsigned + self._layers(token))
        response = yield request
        if response.status_code == 401 and token is not None and self._oauth is not None:
            if self._oauth.invalidate(token):
                token = self._oauth.bearer()
                request.headers = httpx.Headers(unsigned + self._layers(token))
                yield request

    def _layers(self, token: str | None) -> list[tuple[bytes, bytes]]:
        nonce = self._nonce()
        if not 0 < len(nonce) <= _spec.NONCE_MAX_LENGTH:
            raise InputError(
                f"the nonce has {len(nonce)} characters; the service takes 1 to {_spec.NONCE_MAX_LENGTH}. "
                "Mind that str(uuid4()) has 36; uuid4().hex has 32."
            )
        headers = self._signer.headers(self._clock(), nonce)
        headers += self._fixed
        if token is not None:
            headers.append((b"Authorization", b"Bearer " + token.encode()))
        return headers
