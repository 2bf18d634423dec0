"""The way through the user's browser: the address to send it to, and what it comes back with.

Pure functions; nothing here sends anything. Sources: the developer page (section OAuth 2.0), RFC 6749, RFC 7636 (PKCE).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from urllib.parse import quote, unquote, unquote_plus, urlencode, urlsplit

from securedsigning import _spec
from securedsigning.errors import InputError, OAuthError
from securedsigning.tokens import Token, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Literal

    from securedsigning.settings import Settings


def check_scopes(scopes: Iterable[str]) -> tuple[str, ...]:
    """The scopes in the order given, each once.

    A scope that is not in the spec passes, since the service may have new ones, unless it is nearly a known one.

    Raises:
        InputError: it is not a list of scopes, or a scope is misspelt.
    """
    known = ", ".join(_spec.SCOPES)
    if isinstance(scopes, str):  # which is an iterable of texts as well, of one letter each
        listed = ", ".join(f'"{word}"' for word in scopes.split() or ["Basic"])
        raise InputError(f"scopes is a list: [{listed}]")
    chosen: list[str] = []
    for scope in scopes:
        # RFC 6749, 3.3: visible ASCII without the quotation mark and the backslash.
        if not re.fullmatch(r"[\x21\x23-\x5b\x5d-\x7e]+", str(scope)):
            raise InputError(f"{scope!r} is no scope; scopes is a list with one scope in each place, of {known}.")
        refuse_misspelt("scope", scope, _spec.SCOPES)
        if scope not in chosen:
            chosen.append(scope)
    if not chosen:
        raise InputError(f"scopes is empty; name at least one of {known}.")
    return tuple(chosen)


def refuse_misspelt(what: str, value: str, known: Collection[str]) -> None:
    """Let a known value and a really new one pass, but not what is nearly a known one.

    Raises:
        InputError: names the right one.
    """
    if value in known:
        return
    from difflib import get_close_matches

    by_lower_case = {name.lower(): name for name in known}
    close = get_close_matches(value.lower(), by_lower_case, cutoff=0.8)
    if close:
        right = by_lower_case[close[0]]
        raise InputError(f"there is no {what} {value!r}; did you mean {right!r}? Upper and lower case count.")


def new_state() -> str:
    """A value for ``state`` that cannot be guessed. Keep it in the user's session and compare it on the callback."""
    return _random_text()


def new_code_verifier() -> str:
    """A PKCE code verifier of 256 random bits (RFC 7636, 4.1). Keep it in the user's session for ``exchange_code``."""
    return _random_text()


def code_challenge(verifier: str) -> str:
    """The S256 code challenge of a verifier (RFC 7636, 4.2).

    Raises:
        InputError: the verifier has not 43 to 128 letters, digits or ``-._~``.
    """
    if not re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", verifier):
        raise InputError("a code verifier has 43 to 128 letters, digits or -._~; make one with new_code_verifier().")
    return _base64url(hashlib.sha256(verifier.encode("ascii")).digest())


def authorization_url(
    settings: Settings,
    scopes: Iterable[str],
    *,
    response_type: Literal["code", "token"] = "code",
    state: str | None = None,
    code_challenge: str | None = None,
    key: str | None = None,
) -> str:
    """The address to send the user's browser to (developer page; RFC 6749, 4.1.1 and 4.2.1).

    Args:
        settings: the client's settings.
        scopes: what to ask for.
        response_type: ``code`` for the authorization code flow, ``token`` for the implicit flow.
        state: comes back unchanged in the callback; see ``new_state``.
        code_challenge: PKCE, from ``code_challenge(verifier)``; authorization code flow only.
        key: a user's or company's connect key, which spares the login page; for partners, from the official .NET SDK.

    Raises:
        InputError: an argument is refused.
    """
    parameters = {
        "response_type": response_type,
        "client_id": settings.api_key,
        "redirect_uri": settings.access_url,
    }
    if state is not None:
        parameters["state"] = state
    parameters["scope"] = " ".join(check_scopes(scopes))
    if key is not None:
        parameters["key"] = key
    if code_challenge is not None:
        if response_type != "code":
            raise InputError("a code challenge belongs to the authorization code flow; the implicit flow has no code.")
        if not re.fullmatch(r"[A-Za-z0-9_-]{43}", code_challenge):
            raise InputError("that is no S256 code challenge; make it with code_challenge(verifier).")
        parameters["code_challenge"] = code_challenge
        parameters["code_challenge_method"] = "S256"
    query = urlencode(parameters, quote_via=quote)
    return f"{settings.oauth_url}{_spec.AUTHORIZE_PATH}?{query}"


def parse_callback(url: str, *, access_url: str, expected_state: str | None) -> str:
    """The authorization code in the address that the browser was sent back to (RFC 6749, 4.1.2).

    Args:
        url: the callback as received: the whole address, or path and query.
        access_url: where the callback has to arrive.
        expected_state: what was passed to ``authorization_url``; None only if nothing was.

    Returns:
        The code, decoded.

    Raises:
        OAuthError: the user or the service refused, the callback is for another host, or its state is not the expected.
    """
    _check_host(url, access_url)
    answer = _parameters(urlsplit(url).query)
    _check_state(answer, expected_state)
    if answer.get("error"):
        raise refusal(_decoded(answer))
    code = unquote(answer.get("code", ""))
    if not code:
        # Older versions of the official SDK read a callback without a code as the user's refusal.
        raise OAuthError("the callback holds no code: the user refused", code="access_denied")
    return code


def parse_fragment(url: str, *, access_url: str, expected_state: str | None, now: float) -> Token:
    """The token in the callback of the implicit flow (RFC 6749, 4.2.2).

    Args:
        url: the callback as the browser shows it; servers never receive its fragment.
        access_url: where the callback has to arrive.
        expected_state: what was passed to ``authorization_url``; None only if nothing was.
        now: Unix seconds.

    Raises:
        OAuthError: as for ``parse_callback``.
    """
    _check_host(url, access_url)
    parts = urlsplit(url)
    # The developer page's diagram says fragment, its list of parameters says nothing; an error may be in the query.
    answer = _parameters(parts.fragment) or _parameters(parts.query)
    _check_state(answer, expected_state)
    if not answer.get("access_token") and not answer.get("error"):
        raise OAuthError("the callback holds no access token: the user refused", code="access_denied")
    return Token.from_answer(_decoded(answer), now=now)


def _check_host(url: str, access_url: str) -> None:
    """A callback that arrived somewhere else was not meant for us. A path without host, as servers log it, is fine."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        raise OAuthError("the callback is not an address") from None
    if host is not None and host != urlsplit(access_url).hostname:
        raise OAuthError(f"the callback is for the host {host}, the access URL is {access_url}")


def _check_state(answer: Mapping[str, str], expected: str | None) -> None:
    """Compare in constant time; a blank may have come back as ``%20`` or as ``+``.

    A refusal may lack the state: it can do no harm, and its reason says more than a missing state.
    """
    if answer.get("error") and "state" not in answer:
        return
    received = answer.get("state", "")
    sent = (expected or "").encode()
    readings = (unquote(received).encode(), unquote_plus(received).encode())
    if not any([hmac.compare_digest(sent, reading) for reading in readings]):
        raise OAuthError(
            "the callback's state is not the one that was sent: forged, or from another login. Let the user start again"
        )


def _parameters(text: str) -> dict[str, str]:
    """The parameters, still percent-encoded. Codes and tokens may hold a plus sign but no blank, so it stays a plus."""
    found: dict[str, str] = {}
    for part in text.split("&"):
        name, _, value = part.partition("=")
        if name in found and name in {"code", "state", "error", "access_token"}:
            raise OAuthError(f"the callback holds {name} twice")  # RFC 6749, 3.1
        if name:
            found[name] = value
    return found


def _decoded(answer: Mapping[str, str]) -> dict[str, object]:
    """All values decoded; only where words are expected is a plus sign a blank."""
    words = {"scope", "error", "error_description"}
    return {name: (unquote_plus if name in words else unquote)(value) for name, value in answer.items()}


def _random_text() -> str:
    return _base64url(os.urandom(32))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
