"""What is said in OAuth 2.0: addresses, callbacks, token requests and answers. Pure functions; nothing here sends anything.

Sources: the developer page (section OAuth 2.0), RFC 6749, RFC 7636 (PKCE), the official .NET SDK for client credentials.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from urllib.parse import quote, unquote, unquote_plus, urlencode, urlsplit

from securedsigning import _spec
from securedsigning._json import loads
from securedsigning.errors import InputError, OAuthError
from securedsigning.tokens import Token, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Literal

    from securedsigning.settings import Settings

SECRET_FIELDS = ("client_secret", "code", "code_verifier", "refresh_token", "signing_key", "membership_code")
"""Fields of a token request that no message may repeat."""


def check_scopes(scopes: Iterable[str]) -> tuple[str, ...]:
    """The scopes in the order given, each once.

    A scope that is not in the spec passes, since the service may have new ones, unless it looks like a misspelt known one.

    Raises:
        InputError: it is not a list of scopes, or a scope is misspelt.
    """
    known = ", ".join(_spec.SCOPES)
    if isinstance(scopes, str | bytes):
        words = scopes.split() if isinstance(scopes, str) else ["Basic"]
        listed = ", ".join(f'"{word}"' for word in words)
        raise InputError(f"scopes is a list: [{listed}]")
    chosen = tuple(dict.fromkeys(scopes))
    if not chosen:
        raise InputError(f"scopes is empty; name at least one of {known}.")
    for scope in chosen:
        # RFC 6749, 3.3: visible ASCII without the quotation mark and the backslash.
        if not isinstance(scope, str) or not re.fullmatch(r"[\x21\x23-\x5b\x5d-\x7e]+", scope):
            raise InputError(f"{scope!r} is no scope; scopes is a list with one scope in each place: {known}.")
        _refuse_misspelt("scope", scope, _spec.SCOPES)
    return chosen


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
    query = urlencode(parameters, quote_via=quote, safe="")
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
        OAuthError: the user or the service refused, the callback is for another host, or the state is not the expected one.
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
    # The developer page's diagram says fragment, its list of parameters doesn't say where; an error may be in the query.
    answer = _parameters(parts.fragment) or _parameters(parts.query)
    _check_state(answer, expected_state)
    if not answer.get("access_token") and not answer.get("error"):
        raise OAuthError("the callback holds no access token: the user refused", code="access_denied")
    return Token.from_answer(_decoded(answer), now=now)


def authorization_code_fields(settings: Settings, code: str, code_verifier: str | None = None) -> dict[str, str]:
    """Form fields that exchange a code for a token (developer page; RFC 6749, 4.1.3; RFC 7636, 4.5)."""
    fields = {**_common_fields(settings, "authorization_code"), "code": code}
    if code_verifier is not None:
        code_challenge(code_verifier)  # refuses what cannot be a verifier, before the code is used up
        fields["code_verifier"] = code_verifier
    return fields


def refresh_fields(settings: Settings, refresh_token: str) -> dict[str, str]:
    """Form fields that ask for a new access token (developer page; RFC 6749, 6)."""
    return {**_common_fields(settings, "refresh_token"), "refresh_token": refresh_token}


def special_feature_fields(settings: Settings, feature: str) -> dict[str, str]:
    """Form fields for the partner's own token (official .NET SDK).

    Raises:
        InputError: the feature is a misspelt one.
    """
    _refuse_misspelt("feature", feature, _spec.PARTNER_FEATURES)
    return _client_credentials(settings, "special_feature", {"feature": feature})


def membership_fields(settings: Settings, code: str, reference: str) -> dict[str, str]:
    """Form fields for the token of a client company (official .NET SDK)."""
    fields = {"membership_code": code, "membership_reference": reference}
    return _client_credentials(settings, "membership_authentication", fields)


def user_profile_fields(
    settings: Settings, first_name: str, last_name: str, email: str, scopes: Iterable[str]
) -> dict[str, str]:
    """Form fields for a token on behalf of a named person (official .NET SDK)."""
    fields = {"firstname": first_name, "lastname": last_name, "email": email}
    return _client_credentials(settings, "user_profile", {**fields, "scope": " ".join(check_scopes(scopes))})


def signing_key_fields(settings: Settings, signing_key: str, scopes: Iterable[str]) -> dict[str, str]:
    """Form fields for the token of an invited signer, for embedded signing (official samples)."""
    fields = {"signing_key": signing_key, "scope": " ".join(check_scopes(scopes))}
    return _client_credentials(settings, "signing_key", fields)


def form_body(fields: Mapping[str, str]) -> bytes:
    """The form in the encoding of RFC 6749, appendix B; here the one place where a code or secret is percent-encoded."""
    return urlencode(fields).encode("ascii")


def parse_token_answer(
    status: int,
    body: bytes,
    *,
    fields: Mapping[str, str],
    now: float,
    requested_scopes: Iterable[str] = (),
) -> Token:
    """What the token endpoint answered (RFC 6749, 5.1 and 5.2).

    Args:
        status: the HTTP status.
        body: the answer, whatever it is.
        fields: the form that was sent; its refresh token is kept if the answer brings no new one.
        now: Unix seconds when the request was made.
        requested_scopes: granted as they are if the answer names no scope.

    Raises:
        OAuthError: no token was issued. The message repeats no secret of the form.
    """
    hidden = [fields[name] for name in SECRET_FIELDS if name in fields]
    try:
        answer = loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise OAuthError(f"the token endpoint answered {status} with {_kind_of(body)} where a token was expected")
    if status >= 300 and not answer.get("error"):
        # The API's own error shape; whether the token endpoint ever uses it is unknown.
        details = answer.get("ResponseStatus")
        details = details if isinstance(details, dict) else {}
        answer = {"error": details.get("ErrorCode") or f"status {status}", "error_description": details.get("Message")}
    return Token.from_answer(
        answer,
        now=now,
        requested_scopes=requested_scopes,
        refresh_token=fields.get("refresh_token"),
        hidden=hidden,
    )


def _common_fields(settings: Settings, grant_type: str) -> dict[str, str]:
    """``redirect_uri`` is documented for the code grant only; the official .NET SDK sends it with each."""
    return {
        "grant_type": grant_type,
        "client_id": settings.api_key,
        "client_secret": settings.api_secret,
        "redirect_uri": settings.access_url,
    }


def _client_credentials(settings: Settings, variant: str, fields: dict[str, str]) -> dict[str, str]:
    for name, value in fields.items():
        if not value:
            raise InputError(f"{name} is empty")
    return {**_common_fields(settings, "client_credentials"), "client_credential_type": variant, **fields}


def _refuse_misspelt(what: str, value: str, known: Collection[str]) -> None:
    if value in known:
        return
    from difflib import get_close_matches

    by_lower_case = {name.lower(): name for name in known}
    close = get_close_matches(value.lower(), by_lower_case, n=1, cutoff=0.8)
    if close:
        right = by_lower_case[close[0]]
        raise InputError(f"there is no {what} {value!r}; did you mean {right!r}? Upper and lower case count.")


def _check_host(url: str, access_url: str) -> None:
    """A callback that arrived somewhere else was not meant for us. A path without host, as servers log it, is fine."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        raise OAuthError("the callback is not an address") from None
    if host is not None and host != urlsplit(access_url).hostname:
        raise OAuthError(f"the callback is for the host {host}, the access URL is {access_url}")


def _check_state(answer: Mapping[str, str], expected: str | None) -> None:
    """Compare in constant time; a blank may have come back as ``%20`` or as ``+``."""
    received = answer.get("state", "")
    sent = (expected or "").encode()
    readings = (unquote(received).encode(), unquote_plus(received).encode())
    if not any([hmac.compare_digest(sent, reading) for reading in readings]):
        raise OAuthError(
            "the callback's state is not the one that was sent: it may be forged or belong to another login; start again"
        )


def _parameters(text: str) -> dict[str, str]:
    """The parameters, still percent-encoded. A plus sign is left alone: codes and tokens hold some, but never a blank."""
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


def _kind_of(body: bytes) -> str:
    start = body.lstrip()[:1]
    return "an empty body" if not start else "an HTML page" if start == b"<" else "something other than a JSON object"


def _random_text() -> str:
    return _base64url(os.urandom(32))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
