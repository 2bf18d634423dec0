"""The token and revoke endpoints (developer page, "OAuth 2.0")."""

from __future__ import annotations

import base64
import hashlib
import hmac
from urllib.parse import parse_qsl, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from securedsigning_sandbox import client_credentials
from securedsigning_sandbox.bodies import read_body
from securedsigning_sandbox.context import State
from securedsigning_sandbox.request_log import record
from securedsigning_sandbox.token_refusals import TokenRefusedError, needed

_LARGEST_FORM = 64 * 1024


async def token(request: Request) -> Response:
    """POST /api/oauth2/token."""
    state: State = request.app.state.sandbox
    try:
        form = _fields(await read_body(request, _LARGEST_FORM))
        answer = await run_in_threadpool(_issued, state, form)
    except TokenRefusedError as error:
        status = 401 if error.code == "invalid_client" else 400
        status = 200 if state.settings.token_errors_as_200 else status
        await run_in_threadpool(record, state, request, "oauthToken", status, f"{error.code}: {error}")
        return JSONResponse({"error": error.code, "error_description": str(error)}, status_code=status)
    await run_in_threadpool(record, state, request, "oauthToken", 200)
    return JSONResponse(answer, headers={"Cache-Control": "no-store"})


async def revoke(request: Request) -> Response:
    """GET or POST /api/oauth2/revoke, with the token in ``Authorization``; the .NET SDK uses GET."""
    state: State = request.app.state.sandbox
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        await run_in_threadpool(state.tokens.revoke, value.strip())
    await run_in_threadpool(record, state, request, "oauthRevoke", 200)
    return JSONResponse({})


def _fields(body: bytes) -> dict[str, str]:
    """The form's fields, decoded. The official .NET SDK does not encode them, which ``_same`` and others allow for."""
    text = body.decode("utf-8", "replace")
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise TokenRefusedError("invalid_request", "The body has more fields than any grant needs.") from None


def _same(sent: str, expected: str) -> bool:
    """Whether a field holds a value, decoded, with blanks for plus signs, or still percent-encoded."""
    readings = (sent, sent.replace(" ", "+"), unquote(sent))
    return any(hmac.compare_digest(reading.encode(), expected.encode()) for reading in readings)


def _issued(state: State, form: dict[str, str]) -> dict[str, object]:
    grant = form.get("grant_type", "")
    key = state.store.one("SELECT * FROM api_keys WHERE api_key = ?", needed(form, "client_id"))
    if key is None or not _same(form.get("client_secret", ""), key["secret"]):
        raise TokenRefusedError("invalid_client", "client_id or client_secret is wrong.")
    if grant == "authorization_code":
        return _from_code(state, form, key["api_key"])
    if grant == "refresh_token":
        sent = needed(form, "refresh_token")
        for reading in (sent, sent.replace(" ", "+")):
            answer = state.tokens.refresh(reading, key["api_key"])
            if answer is not None:
                return answer
        raise TokenRefusedError("invalid_grant", "The refresh token is unknown, was used or was revoked.")
    if grant == "client_credentials":
        return client_credentials.issued(state, form, key)
    raise TokenRefusedError("unsupported_grant_type", f"The grant type {grant!r} is not supported.")


def _from_code(state: State, form: dict[str, str], api_key: str) -> dict[str, object]:
    sent = needed(form, "code")
    with state.store.transaction():
        row = None
        for reading in (sent, unquote(sent), sent.replace(" ", "+")):
            row = row or state.store.one("SELECT * FROM codes WHERE code = ?", reading)
        if row is None or row["api_key"] != api_key or row["expires_at"] <= state.clock():
            raise TokenRefusedError("invalid_grant", "The code is unknown, expired or was used.")
        if not _same(needed(form, "redirect_uri"), row["redirect_uri"]):
            raise TokenRefusedError("invalid_grant", "redirect_uri is not the one of the authorization request.")
        _check_verifier(form.get("code_verifier"), row["challenge"], row["challenge_method"])
        state.store.run("DELETE FROM codes WHERE code = ?", row["code"])
        return state.tokens.issue(api_key, scope=row["scope"], account=row["account"])


def _check_verifier(verifier: str | None, challenge: str | None, method: str | None) -> None:
    """PKCE (RFC 7636, 4.6), enforced if the authorization request had a challenge."""
    if challenge is None:
        return
    if not verifier:
        raise TokenRefusedError("invalid_grant", "code_verifier is missing; the authorization request had a challenge.")
    computed = verifier
    if method == "S256":
        digest = hashlib.sha256(verifier.encode("ascii", "replace")).digest()
        computed = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    if not hmac.compare_digest(computed.encode(), challenge.encode()):
        raise TokenRefusedError("invalid_grant", "code_verifier does not fit the challenge.")
