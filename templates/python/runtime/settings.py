"""What a client is made with: checked once, all problems reported together, from arguments or the environment."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from securedsigning import _spec
from securedsigning.errors import ConfigurationError

ENVIRONMENT = {
    "api_key": "SECUREDSIGNING_API_KEY",
    "api_secret": "SECUREDSIGNING_API_SECRET",
    "access_url": "SECUREDSIGNING_ACCESS_URL",
    "base_url": "SECUREDSIGNING_BASE_URL",
    "oauth_url": "SECUREDSIGNING_OAUTH_URL",
}
"""The environment variable behind each setting; an argument wins over it."""


class Settings:
    """Where the service is and who calls it.

    Attributes:
        api_key: the API key.
        api_secret: the API secret; never printed.
        access_url: the callback URL registered for the key; sent as ``Referer`` and as the OAuth redirect URI.
        base_url: the API's address up to and including the version, without a slash at the end.
        oauth_url: the address under which ``authorize``, ``token`` and ``revoke`` lie.
    """

    __slots__ = ("access_url", "api_key", "api_secret", "base_url", "oauth_url")

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        access_url: str | None = None,
        base_url: str | None = None,
        oauth_url: str | None = None,
    ) -> None:
        """Take each setting from its argument, else from its environment variable, else its default.

        Raises:
            ConfigurationError: a setting is missing or malformed; the message lists every problem.
        """
        problems: list[str] = []

        def setting(name: str, argument: str | None, default: str | None) -> str:
            value = argument if argument is not None else os.environ.get(ENVIRONMENT[name], default)
            if value is None or not value.strip():
                problems.append(f"{name} is missing: pass {name}=... or set {ENVIRONMENT[name]}.")
                return ""
            if value != value.strip() or not value.isascii() or not value.isprintable():
                problems.append(f"{name} has blanks around it, line breaks or characters outside ASCII.")
            return value.strip()

        self.api_key = setting("api_key", api_key, None)
        self.api_secret = setting("api_secret", api_secret, None)
        self.access_url = setting("access_url", access_url, None)
        self.base_url = setting("base_url", base_url, _spec.BASE_URL).rstrip("/")
        if self.access_url:
            problems += _address_problems("access_url", self.access_url, "https://www.example.com/callback")
        oauth_default = _spec.OAUTH_URL
        if self.base_url:
            wrong = _address_problems("base_url", self.base_url, _spec.BASE_URL)
            problems += wrong or _base_url_problems(self.base_url)
            if not wrong:
                oauth_default = _oauth_url(self.base_url)
        self.oauth_url = setting("oauth_url", oauth_url, oauth_default).rstrip("/")
        if self.oauth_url:
            problems += _address_problems("oauth_url", self.oauth_url, _spec.OAUTH_URL)
        if problems:
            raise ConfigurationError("\n".join(["the client cannot be made:", *(f"  - {line}" for line in problems)]))

    def __repr__(self) -> str:
        return f"Settings(api_key={self.api_key[:4]}..., access_url={self.access_url!r}, base_url={self.base_url!r})"


def _address_problems(name: str, value: str, example: str) -> list[str]:
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError as error:
        return [f"{name} {value!r} is not an address ({error}); it looks like {example}."]
    if parts.scheme not in {"http", "https"}:
        return [f"{name} {value!r} has no http:// or https:// in front; it looks like {example}."]
    if not parts.hostname:
        return [f"{name} {value!r} has no host; it looks like {example}."]
    if parts.username or parts.password:
        return [f"{name} holds a user name or password; leave them out."]
    if parts.scheme == "http" and name != "access_url" and not _is_loopback(parts.hostname):
        return [f"{name} {value!r} is not encrypted; use https://. Plain http:// is for a sandbox on this machine."]
    return []


def _base_url_problems(value: str) -> list[str]:
    """Known hosts with a path that is none of theirs, and hosts that misspell a known one."""
    from difflib import get_close_matches

    parts = urlsplit(value)
    host, known = str(parts.hostname), {str(urlsplit(url).hostname): url for url in _spec.SERVERS}
    if parts.query or parts.fragment:
        return [f"base_url {value!r} has a query or fragment; it ends with the version, as in {_spec.BASE_URL}."]
    if host in known:
        segments = parts.path.strip("/").lower().split("/")
        if len(segments) != 2 or segments[0] != "web" or segments[1] not in {"v1.3", "v1.4"}:
            return [f"base_url {value!r} does not end in /web/ and a version; did you mean {known[host]}?"]
        return []
    close = get_close_matches(host, known, cutoff=0.8)
    return [f"base_url {value!r} names an unknown host; did you mean {known[close[0]]}?"] if close else []


def _oauth_url(base_url: str) -> str:
    """The OAuth server that belongs to an API server.

    The official .NET SDK finds it by writing ``www`` for ``api`` in the host; a server of any other name (a
    sandbox) has it on the same host. That rule is the SDK's; the developer page only names the production address.
    """
    parts = urlsplit(base_url)
    authority = parts.netloc
    if authority.lower().startswith("api."):
        authority = "www." + authority[4:]
    return f"{parts.scheme}://{authority}/api/oauth2"


def _is_loopback(host: str) -> bool:
    return host == "localhost" or host.endswith(".localhost") or host == "::1" or host.startswith("127.")
