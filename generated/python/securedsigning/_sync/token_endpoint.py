# Made from templates/python/runtime/_async/token_endpoint.py by generator/synchronous.py; edit it there.
"""The OAuth server: asked for tokens, and to revoke them."""

from __future__ import annotations

from securedsigning import _spec
from securedsigning import token_requests as requests
from securedsigning.errors import OAuthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from securedsigning._http import httpx
    from securedsigning.settings import Settings
    from securedsigning.tokens import Token

USER_AGENT = f"securedsigning-python/{_spec.PACKAGE_VERSION}"


class TokenEndpoint:
    """Sends what ``token_requests`` words. Nothing is repeated: a code or refresh token may be good for one use."""

    def __init__(
        self,
        settings: Settings,
        http: Callable[[], httpx.Client],
        clock: Callable[[], float],
        timeout: dict[str, float | None] | None,
    ) -> None:
        self._url = settings.oauth_url
        self._http = http
        self._clock = clock
        # Left out, ``send`` fills in the HTTP client's own.
        self._extensions = {} if timeout is None else {"timeout": timeout}

    def obtain(self, fields: dict[str, str], *, requested_scopes: Iterable[str] = ()) -> Token:
        """The token for the form fields of a grant.

        Raises:
            OAuthError: no token was issued.
        """
        now = self._clock()  # before sending: a slow answer must not make the token look younger
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = self._send("POST", _spec.TOKEN_PATH, headers, requests.form_body(fields))
        return requests.parse_token_answer(
            answer.status_code, answer.content, fields=fields, now=now, requested_scopes=requested_scopes
        )

    def revoke(self, token: Token) -> None:
        """Have a token revoked. Method and header are the official .NET SDK's; any 2xx is a success, as there.

        Raises:
            OAuthError: the service did not confirm.
        """
        headers = {"Authorization": f"Bearer {token.access_token}"}
        answer = self._send(_spec.REVOKE_METHOD, _spec.REVOKE_PATH, headers, b"")
        if not answer.is_success:
            raise OAuthError(f"the service answered {answer.status_code} when asked to revoke the token; it is kept")

    def _send(self, method: str, path: str, headers: dict[str, str], content: bytes) -> httpx.Response:
        """One request: never redirected, since it holds secrets; without the API's signature and headers."""
        from securedsigning._http import httpx

        client, url = self._http(), self._url + path
        request = httpx.Request(
            method,
            url,
            headers={"Accept": "application/json", "User-Agent": USER_AGENT, **headers},
            content=content,
            extensions=self._extensions,
        )
        try:
            return client.send(request, auth=None, follow_redirects=False)
        except httpx.TimeoutException as error:
            raise OAuthError(f"{url} did not answer in time") from error
        except httpx.RequestError as error:
            raise OAuthError(f"{url} gave no usable answer: {type(error).__name__}: {error}") from error
