"""The authorize endpoint: a login page, a consent page, and the way back to the application."""

from __future__ import annotations

import hmac
import secrets
import sqlite3
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from securedsigning_sandbox.auth.referer import same_host
from securedsigning_sandbox.auth.tokens import SCOPES
from securedsigning_sandbox.companies import account_of_connect_key
from securedsigning_sandbox.context import State
from securedsigning_sandbox.local import is_from_this_machine
from securedsigning_sandbox.passwords import password_matches
from securedsigning_sandbox.reasons import HEADER, reason_header
from securedsigning_sandbox.references import new_code
from securedsigning_sandbox.rendering import page
from securedsigning_sandbox.request_log import record
from securedsigning_sandbox.seed import PASSWORD, USER

CODE_LIFETIME = 600
"""Seconds; our choice."""


async def authorize(request: Request) -> Response:
    """GET shows what comes next; POST takes the login or the decision."""
    state: State = request.app.state.sandbox
    response = await _authorize(request, state)
    await run_in_threadpool(
        record, state, request, "oauthAuthorize", response.status_code, response.headers.get(HEADER, "")
    )
    return response


async def _authorize(request: Request, state: State) -> Response:
    query = dict(request.query_params)
    key = await run_in_threadpool(
        state.store.one, "SELECT * FROM api_keys WHERE api_key = ?", query.get("client_id", "")
    )
    redirect_uri = query.get("redirect_uri", "")
    if key is None:
        return _refused("The application is not known.", "client_id is no API key of this sandbox.", request)
    try:
        is_callback = _is_callback(redirect_uri, key["access_url"])
    except ValueError:  # such as a broken IPv6 address
        is_callback = False
    if not is_callback:
        problem = f"redirect_uri must have the host of {key['access_url']}, the access URL registered for the API key."
        return _refused("The application's callback is not accepted.", problem, request)
    wanted = list(dict.fromkeys(query.get("scope", "").split()))
    if query.get("response_type") not in {"code", "token"}:
        return _back(query, error="unsupported_response_type")
    if not wanted or not set(wanted) <= set(SCOPES):
        return _back(query, error="invalid_scope")
    if query.get("code_challenge_method", "plain") not in {"S256", "plain"}:
        return _back(query, error="invalid_request")
    if query.get("key"):
        return await run_in_threadpool(_connected, state, query, key, " ".join(wanted))
    form = dict(await request.form()) if request.method == "POST" else {}
    return await run_in_threadpool(_step, request, state, query, key, wanted, {k: str(v) for k, v in form.items()})


def _step(
    request: Request,
    state: State,
    query: dict[str, str],
    key: sqlite3.Row,
    wanted: list[str],
    form: dict[str, str],
) -> Response:
    session = request.app.state.sessions
    cookie = request.cookies.get("sandbox_session", "")
    account = state.store.one(
        "SELECT * FROM accounts WHERE reference = ?", session.get(cookie)
    )  # who may be gone by now
    expected = request.cookies.get("sandbox_csrf", "")
    if form and not (expected and hmac.compare_digest(form.get("csrf", "").encode(), expected.encode())):
        return _refused("This page has expired.", "Go back to the application and start again.", request)
    if account is None:
        wrong = False
        if "email" in form:
            row = state.store.one("SELECT * FROM accounts WHERE email = ?", form["email"].strip())
            wrong = row is None or not password_matches(form.get("password", ""), row["password"])
            if row is not None and not wrong:
                cookie = secrets.token_urlsafe(24)
                session[cookie] = row["reference"]
                response = RedirectResponse(str(request.url), status_code=303)
                response.set_cookie("sandbox_session", cookie, httponly=True, samesite="lax", path="/api/oauth2")
                return response
        hint = (USER, PASSWORD) if is_from_this_machine(request) else None
        facts = {"application": key["name"], "wrong": wrong, "email": form.get("email", ""), "hint": hint}
        return _with_csrf(request, "login.html", **facts)
    if form.get("decision") == "refuse":
        return _back(query, error="access_denied")
    if form.get("decision") == "allow":
        return _granted(state, query, key["api_key"], account["reference"], " ".join(wanted))
    described = [(scope, _MEANINGS[scope]) for scope in wanted]
    return _with_csrf(request, "consent.html", application=key["name"], scopes=described, account=account)


def _connected(state: State, query: dict[str, str], key: sqlite3.Row, scope: str) -> Response:
    """A partner's application names an account by its connect key: neither login nor consent, straight to the callback."""
    with state.store.transaction():
        account = account_of_connect_key(state, query["key"], key["account"]) if key["partner"] else None
        return (
            _back(query, error="access_denied")
            if account is None
            else _granted(state, query, key["api_key"], account, scope)
        )


def _granted(state: State, query: dict[str, str], api_key: str, account: str, scope: str) -> Response:
    if query["response_type"] == "token":
        token = state.tokens.issue(api_key, scope=scope, account=account, with_refresh=False)
        return _back(query, **{name: str(value) for name, value in token.items()})
    code = new_code()
    state.store.insert(
        "codes",
        code=code,
        api_key=api_key,
        account=account,
        scope=scope,
        redirect_uri=query["redirect_uri"],
        challenge=query.get("code_challenge") or None,
        challenge_method=query.get("code_challenge_method", "plain"),
        expires_at=state.clock() + CODE_LIFETIME,
    )
    return _back(query, code=code)


def _back(query: dict[str, str], **answer: str) -> Response:
    """Back to the callback. ``=`` in a code is percent-encoded, as on the developer page."""
    if "state" in query:
        answer["state"] = query["state"]
    callback = query["redirect_uri"]
    # The implicit flow answers in the fragment, refusals too (RFC 6749, 4.2.2.1).
    joint = "#" if query.get("response_type") == "token" else "&" if urlsplit(callback).query else "?"
    headers = reason_header(answer["error"]) if "error" in answer else None
    return RedirectResponse(f"{callback}{joint}{urlencode(answer, quote_via=quote)}", status_code=302, headers=headers)


def _is_callback(redirect_uri: str, access_url: str) -> bool:
    """Whether an address lies on the registered host. Browsers read a backslash as a slash, so none may be in it."""
    parts = urlsplit(redirect_uri)
    plain = not set("\\@") & set(parts.netloc) and "#" not in redirect_uri
    return plain and parts.scheme in {"http", "https"} and same_host(redirect_uri, access_url)


def _refused(title: str, problem: str, request: Request) -> Response:
    response = page(request, "problem.html", status=400, title=title, problem=problem)
    response.headers.update(reason_header(problem))
    return response


def _with_csrf(request: Request, template: str, **facts: Any) -> Response:
    # One for all pages of a browser: a login page in a second tab must not spoil that in the first.
    csrf = request.cookies.get("sandbox_csrf") or secrets.token_urlsafe(24)
    response = page(request, template, csrf=csrf, **facts)
    response.set_cookie("sandbox_csrf", csrf, httponly=True, samesite="lax", path="/api/oauth2")
    return response


_MEANINGS = {
    "Basic": "see the account's profile and plan",
    "ISign": "let you sign documents on your own",
    "WeSign": "invite other people to sign",
    "SmartTag": "send documents that carry Smart Tags",
    "FormDirect": "fetch and send online forms",
    "FormFiller": "fill in and send forms",
    "Account": "manage the account's settings and users",
    "Billing": "read invoices",
}
