"""What is said to the token endpoint, and what it answers. Pure functions; nothing here sends anything.

Sources: the developer page (section OAuth 2.0), RFC 6749, RFC 7636 (PKCE), and the official .NET SDK for client
credentials.
"""

from __future__ import annotations

from urllib.parse import urlencode

from securedsigning import _spec
from securedsigning._guards import is_object
from securedsigning.errors import InputError, OAuthError
from securedsigning.oauth_messages import check_scopes, code_challenge, refuse_misspelt
from securedsigning.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from securedsigning.settings import Settings

SECRET_FIELDS = ("client_secret", "code", "code_verifier", "refresh_token", "signing_key", "membership_code")
"""Fields of a token request that no message may repeat."""


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
    refuse_misspelt("feature", feature, _spec.PARTNER_FEATURES)
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
    """The form in the encoding of RFC 6749, appendix B: the one place where a code or secret is percent-encoded."""
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
    from securedsigning._json import loads

    hidden = [fields[name] for name in SECRET_FIELDS if name in fields]
    try:
        answer = loads(body)
    except ValueError:
        answer = None
    if not is_object(answer):
        raise OAuthError(f"the token endpoint answered {status} with {_kind_of(body)} where a token was expected")
    if status >= 300 and not answer.get("error"):
        # The API's own error shape; whether the token endpoint ever uses it is unknown.
        details = answer.get("ResponseStatus")
        details = details if is_object(details) else {}
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


def _kind_of(body: bytes) -> str:
    start = body.lstrip()[:1]
    return "an empty body" if not start else "an HTML page" if start == b"<" else "something other than a JSON object"
