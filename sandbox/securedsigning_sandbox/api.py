"""The API: every call under /web/ passes through here. Authenticate, validate against the spec, act, answer."""

from __future__ import annotations

import re
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from securedsigning_sandbox import operations
from securedsigning_sandbox.auth.referer import check_referer
from securedsigning_sandbox.auth.signature import check_signature
from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.examples import example_answer
from securedsigning_sandbox.spec import Operation
from securedsigning_sandbox.validation import checked_body, checked_parameters

_ADDRESS = re.compile(r"/web/(v1\.[34])(/.*)", re.IGNORECASE)


async def answer(request: Request) -> Response:
    """Answer one call of the API."""
    state: State = request.app.state.sandbox
    name, reason = "?", ""
    try:
        found = _ADDRESS.fullmatch(request.url.path.rstrip(" ") if request.url.path.endswith(" ") else request.url.path)
        matched = state.spec.match(request.method, found[2]) if found else None
        if found is None or matched is None:
            raise ApiError(404, f"{request.method} {request.url.path} is no operation of the API.")
        operation, path = matched
        name = operation.id
        response = await _answered(request, state, operation, path, found[1].lower())
    except ApiError as error:
        response, reason = error.response(), "; ".join([error.message, *(f"{a}: {b}" for a, b in error.fields)])
    await run_in_threadpool(_record, state, request, name, response.status_code, reason)
    return response


async def _answered(
    request: Request, state: State, operation: Operation, path: dict[str, str], version: str
) -> Response:
    account = await run_in_threadpool(_account, request, state, operation, version)
    wanted = request.query_params.get("format", "json")
    if wanted.lower() != "json":
        raise ApiError(400, f"The format {wanted} is not supported; only json is.", [("format", "Use json.")])
    parameters = checked_parameters(operation, state.spec, path, dict(request.query_params))
    body: dict[str, Any] = {}
    file = None
    if operation.media_type == "multipart/form-data":
        body, file = await _form(request)
    elif operation.body is not None:
        body = checked_body(operation, state.spec, await request.body())
    handler = operations.load().get(operation.id)
    if handler is None:
        return example_answer(operation, state.spec)
    origin = f"{request.url.scheme}://{request.url.netloc}"
    call = Call(state, account, parameters, body, file, origin)
    try:
        result = await run_in_threadpool(handler, call)
    finally:
        if file is not None:
            await file.close()
    response = result if isinstance(result, Response) else _json(result)
    response.headers["X-Sandbox-Behaviour"] = "stateful"
    return response


def _account(request: Request, state: State, operation: Operation, version: str) -> Any:
    """Check signature, token and access URL; the account behind them."""
    key = check_signature(request.headers, state.store, state.settings, state.clock())
    token = state.tokens.check(request.headers.get("Authorization"), key["api_key"], operation.scopes)
    if token is None and key["oauth_required"] and version != "v1.3":
        raise ApiError(401, "The header Authorization is missing; this API key needs an OAuth 2 access token.")
    check_referer(request.headers, key["access_url"], state.settings.referer, has_token=token is not None)
    reference = token["account"] if token is not None and token["account"] else key["account"]
    account = state.store.one("SELECT * FROM accounts WHERE reference = ?", reference)
    assert account is not None
    return account


async def _form(request: Request) -> tuple[dict[str, Any], UploadFile]:
    """Fields and the file of a form. Any part with a file name is taken for the file: clients name it differently."""
    try:
        form = await request.form(max_files=5, max_fields=50)
    except Exception as error:  # whatever the parser finds wrong with the bytes
        raise ApiError(400, "The body is no multipart form.") from error
    fields, file = {}, None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            file = file or value
        else:
            fields[name] = value
    if file is None or not file.filename:
        raise ApiError(400, "The form has no part with a file name.", [("file", "It is missing.")])
    return fields, file


def _json(result: Any) -> Response:
    return Response(status_code=204) if result is None else JSONResponse(_without_nulls(result))


def _without_nulls(value: Any) -> Any:
    """Null members are left out, as ServiceStack does by default."""
    if isinstance(value, dict):
        return {name: _without_nulls(member) for name, member in value.items() if member is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


def _record(state: State, request: Request, operation: str, status: int, reason: str) -> None:
    with state.store.transaction():
        state.store.insert(
            "requests",
            at=state.clock(),
            method=request.method,
            path=request.url.path[:500],
            operation=operation,
            status=status,
            reason=reason[:1000],
        )
        state.store.run("DELETE FROM requests WHERE id <= (SELECT max(id) FROM requests) - 500")
