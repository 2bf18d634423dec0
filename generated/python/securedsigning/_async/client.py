# Copied from templates/python/runtime/_async/client.py; edit it there.
"""The client, and the one place through which every call passes: build, sign, send, maybe again, then the answer or an error."""

from __future__ import annotations

import re
import time
from typing import cast
from urllib.parse import urlencode, urlsplit

from securedsigning import _spec
from securedsigning._arguments import json_body
from securedsigning._async.auth import AsyncSignedAuth
from securedsigning._async.groups import AsyncGroups
from securedsigning._async.oauth import AsyncOAuth
from securedsigning._async.primitives import in_thread, sleep
from securedsigning._async.transport import AsyncSpreadingTransport, proxy_mounts
from securedsigning._http import httpx
from securedsigning.errors import (
    CallTimeoutError,
    ConfigurationError,
    ConnectionFailedError,
    InputError,
    error_from_response,
)
from securedsigning.options import DEFAULT, CallOptions, unusable
from securedsigning.retry import RetryPolicy
from securedsigning.settings import Settings
from securedsigning.signing import new_nonce
from securedsigning.tokens import MemoryTokenStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from typing import Any, Self

    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.files import FileInput
    from securedsigning.multipart import MultipartBody
    from securedsigning.operations import Operation
    from securedsigning.tokens import TokenStore

    RawHeaders = list[tuple[bytes, bytes]]

DEFAULT_TIMEOUT = 60.0
"""Seconds; the service converts documents before it answers an upload."""


class AsyncSecuredSigning(AsyncGroups):
    """An asynchronous client of the Secured Signing API.

    The groups of operations are its attributes: ``client.documents``, ``client.smart_tags`` and so on; tokens are the
    business of ``client.oauth``. Use it as a context manager, or call ``aclose()`` in the end.

    Attributes:
        settings: where the service is and who calls it.
        oauth: logging users in, and the token.
        auth: what authenticates the requests, as an ``httpx.Auth``.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        access_url: str | None = None,
        base_url: str | None = None,
        oauth_url: str | None = None,
        token_store: TokenStore | None = None,
        use_oauth: bool = True,
        sender: str | None = None,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        retry: RetryPolicy | None = None,
        on_response: Callable[[httpx.Response], object] | None = None,
        http_client: httpx.AsyncClient | None = None,
        clock: Callable[[], float] = time.time,
        nonce: Callable[[], str] = new_nonce,
        sleep: Callable[[float], Awaitable[None]] = sleep,
    ) -> None:
        """Make a client. Nothing is sent, and no connection opened, before the first call.

        Args:
            api_key: the API key; else from ``SECUREDSIGNING_API_KEY``.
            api_secret: the API secret; else from ``SECUREDSIGNING_API_SECRET``.
            access_url: the callback URL registered for the key; else from ``SECUREDSIGNING_ACCESS_URL``.
            base_url: the API's address with the version; else from ``SECUREDSIGNING_BASE_URL``, else production.
            oauth_url: the OAuth server's address; else from ``SECUREDSIGNING_OAUTH_URL``, else derived from base_url.
            token_store: where tokens are kept; in memory by default.
            use_oauth: False for API keys that are set up without OAuth 2.
            sender: reference of a saved sender, on whose behalf calls are made.
            timeout: seconds for each of connecting, sending, receiving and waiting for a connection.
            retry: how often a call is tried.
            on_response: called with every response, before it is looked at.
            http_client: an HTTP client to use in place of our own; whoever made it closes it.
            clock: the time in Unix seconds.
            nonce: gives a text of at most 32 characters, a new one each time.
            sleep: waits for a number of seconds, between attempts and while waiting for a document.

        Raises:
            ConfigurationError: a setting is missing or malformed; the message lists every problem.
        """
        self.settings = Settings(
            api_key=api_key, api_secret=api_secret, access_url=access_url, base_url=base_url, oauth_url=oauth_url
        )
        if sender is not None and not (sender.isascii() and sender.isprintable() and sender.strip()):
            raise ConfigurationError("sender is empty or has characters that no header can hold.")
        problems = unusable(timeout, retry, on_response)
        if token_store is not None and not hasattr(token_store, "load"):
            problems.append(
                f"token_store is a {type(token_store).__name__}; pass a store, such as "
                'FileTokenStore("token.json") or MemoryTokenStore(token).'
            )
        if not isinstance(cast("object", http_client), httpx.AsyncClient | None):
            problems.append(f"http_client is a {type(http_client).__name__}; pass an httpx.AsyncClient.")
        if problems:
            raise ConfigurationError("\n".join(problems))
        self.oauth = AsyncOAuth(
            settings=self.settings,
            store=MemoryTokenStore() if token_store is None else token_store,
            http=self._http,
            clock=clock,
            timeout=httpx.Timeout(timeout).as_dict(),
        )
        self.auth = AsyncSignedAuth(
            self.settings, oauth=self.oauth if use_oauth else None, sender=sender, clock=clock, nonce=nonce
        )
        self._timeout = httpx.Timeout(timeout).as_dict()
        self._retry = retry or RetryPolicy()
        self._on_response = on_response
        self._own_http_client = http_client is None
        self._http_client = http_client
        self._clock = clock
        self.sleep = sleep

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.settings!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections. A client that was passed as ``http_client`` stays open."""
        if self._own_http_client and self._http_client is not None:
            await self._http_client.aclose()
            self._http_client = None

    def now(self) -> float:
        """The client's time in Unix seconds."""
        return self._clock()

    async def send(
        self,
        operation: Operation,
        path: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        json: dict[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> httpx.Response:
        """Make one call and read its answer.

        Args:
            operation: what is called; any entry of ``securedsigning.operations``, or one of your own.
            path: the path below the base URL, its parameters filled in and percent-encoded.
            params: the query.
            json: the body.
            options: settings for this call.

        Returns:
            The answer, its status below 300.

        Raises:
            InputError: an argument or option cannot be sent.
            StatusError: the answer has another status.
            ConnectionFailedError: no answer arrived.
            LoginRequiredError: the token has expired and cannot be renewed.
        """
        if json is None:
            return await self._exchange(operation, path, params, _JSON, None, options)
        return await self._exchange(operation, path, params, _JSON_BOTH_WAYS, json_body(json, operation.id), options)

    async def upload(
        self,
        operation: Operation,
        path: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        fields: Sequence[tuple[str, str]] = (),
        file_field: str,
        file: FileInput,
        extensions: tuple[str, ...] = (),
        options: CallOptions | None = None,
    ) -> httpx.Response:
        """Make one call that sends a form with a file, read in blocks; otherwise as ``send``.

        Raises:
            InputError: the file is refused.
        """
        from securedsigning.files import open_file
        from securedsigning.multipart import MultipartBody

        part = await in_thread(open_file, file, argument=file_field, extensions=extensions or None)
        try:
            body = MultipartBody(fields, [(file_field, part)])
            headers = [
                (b"Host", httpx.URL(self.settings.base_url).netloc),  # httpx leaves it out where it is given a stream
                *_JSON,
                (b"Content-Type", body.content_type.encode()),
                (b"Content-Length", str(body.content_length).encode()),
            ]
            return await self._exchange(operation, path, params, headers, body, options)
        finally:
            await in_thread(part.close)

    async def download(
        self,
        operation: Operation,
        path: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Make one call that answers with a file, written in blocks; otherwise as ``send``.

        Raises:
            DownloadIncompleteError: the file broke off; nothing is kept.
        """
        from securedsigning._async.receiving import receive
        from securedsigning.downloads import check_target

        check_target(to)
        response = await self._exchange(operation, path, params, _FILE, None, options, stream=True)
        return await receive(response, operation=operation, to=to)

    async def _exchange(
        self,
        operation: Operation,
        path: str,
        params: Sequence[tuple[str, str]],
        headers: RawHeaders,
        body: bytes | MultipartBody | None,
        options: CallOptions | None,
        *,
        stream: bool = False,
    ) -> httpx.Response:
        """Attempts until one counts. Each is a new request, signed anew."""
        if options is None:
            options = DEFAULT
        elif not isinstance(cast("object", options), CallOptions):
            raise InputError(f"options is a {type(options).__name__}; pass CallOptions(timeout=5), for one.")
        url = f"{self.settings.base_url}{path}?{urlencode(params)}" if params else self.settings.base_url + path
        if options.headers:
            headers = headers + _further_headers(options.headers)
        extensions = {"timeout": self._timeout if options.timeout is None else httpx.Timeout(options.timeout).as_dict()}
        http = self._http()
        policy = options.retry or self._retry
        attempt = 1
        while True:
            request = (
                httpx.Request(operation.http_method, url, headers=headers, content=body, extensions=extensions)
                if isinstance(body, bytes)
                else httpx.Request(operation.http_method, url, headers=headers, stream=body, extensions=extensions)
            )
            outcome: httpx.Response | ConnectionFailedError
            try:
                outcome = await http.send(request, auth=self.auth, stream=stream)
                if not 200 <= outcome.status_code < 300:
                    try:
                        await outcome.aread()
                    finally:
                        await outcome.aclose()
            except httpx.RequestError as error:
                outcome = _connection_failed(operation, url, error)
            else:
                try:
                    for hook in (self._on_response, options.on_response):
                        if hook is not None:
                            hook(outcome)
                except BaseException:
                    await outcome.aclose()
                    raise
                if 200 <= outcome.status_code < 300:
                    return outcome
            wait = policy.decide(http_method=operation.http_method, attempt=attempt, outcome=outcome, now=self._clock())
            if wait is None:
                if isinstance(outcome, ConnectionFailedError):
                    raise outcome
                raise error_from_response(operation, outcome)
            await self.sleep(wait)
            attempt += 1

    def _http(self) -> httpx.AsyncClient:
        if self._http_client is None:
            self._http_client = httpx.AsyncClient(
                transport=AsyncSpreadingTransport(), mounts=proxy_mounts(), trust_env=False
            )
        elif self._http_client.is_closed:
            raise ConfigurationError("http_client is closed; it has to stay open as long as this client is used.")
        return self._http_client


_USER_AGENT = (b"User-Agent", f"securedsigning-python/{_spec.PACKAGE_VERSION}".encode())
_JSON: RawHeaders = [_USER_AGENT, (b"Accept", b"application/json")]
_JSON_BOTH_WAYS: RawHeaders = [*_JSON, (b"Content-Type", b"application/json")]
_FILE: RawHeaders = [_USER_AGENT, (b"Accept", b"*/*"), (b"Accept-Encoding", b"identity")]

_OWN_HEADERS = {
    name.lower()
    for name in (
        _spec.API_KEY_HEADER,
        _spec.TIMESTAMP_HEADER,
        _spec.NONCE_HEADER,
        _spec.SIGNATURE_HEADER,
        _spec.ACCESS_URL_HEADER,
        "Authorization",
        "Content-Type",
        "Content-Length",
        "Accept-Encoding",
        "Host",
    )
}

_NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)


def _further_headers(headers: Mapping[str, str]) -> RawHeaders:
    checked: RawHeaders = []
    for name, value in headers.items():
        if name.lower() in _OWN_HEADERS:
            raise InputError(f"the header {name} is the client's own; leave it out of CallOptions.headers.")
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):  # RFC 9110, 5.6.2
            raise InputError(f"{name!r} is no name of a header.")
        given = cast("object", value)
        # HTTP libraries refuse it too, and quote it in their message; it may be a secret.
        if not isinstance(given, str) or not given.isascii() or not given.isprintable():
            raise InputError(f"the header {name} is no text of printable ASCII characters.")
        checked.append((name.encode(), given.encode()))
    return checked


def _connection_failed(operation: Operation, url: str, error: httpx.RequestError) -> ConnectionFailedError:
    """Our own error for httpx's, with the host that was called; the only place where they meet."""
    kind = CallTimeoutError if isinstance(error, httpx.TimeoutException) else ConnectionFailedError
    sent = not isinstance(error, _NEVER_LEFT)
    fate = "it is not known whether the service received the call" if sent else "the call was not sent"
    where, reason = urlsplit(url).netloc, str(error) or type(error).__name__
    failed = kind(f"{operation.id} at {where}: {reason}; {fate}", operation=operation, sent=sent)
    failed.__cause__ = error
    return failed
