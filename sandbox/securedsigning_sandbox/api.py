"""The API: every call under /web/ passes through here. Authenticate, validate against the spec, act, answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from securedsigning_sandbox import operations, routing
from securedsigning_sandbox.auth.permissions import check_document
from securedsigning_sandbox.bodies import check_length, read_body
from securedsigning_sandbox.callers import identified
from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.examples import example_answer
from securedsigning_sandbox.forms import ROOM_FOR_FIELDS, read_form
from securedsigning_sandbox.request_log import record
from securedsigning_sandbox.spec import Operation
from securedsigning_sandbox.timetable import catch_up
from securedsigning_sandbox.validation import checked_body, checked_fields, checked_parameters

_LARGEST_JSON = 64 * 1024 * 1024  # mail merge lists travel inside JSON


async def answer(request: Request) -> Response:
    """Answer one call of the API.

    A call without a body goes to a thread once, since going there costs more than most calls do.
    """
    state: State = request.app.state.sandbox
    name, file = "?", None
    handled: Callable[[], Response]
    try:
        version, operation, path = _found(request, state)
        name = operation.id
        called = partial(_called, request, state, operation, path, version)
        if operation.body is None:
            handled = lambda: _handled(called(), operation)  # noqa: E731 - both of it in the one thread
        else:
            call = await _with_body(request, await run_in_threadpool(called), operation)  # of callers that may call
            file, handled = call.file, partial(_handled, call, operation)
    except ApiError as error:
        handled = partial(_refused, error)
    except ClientDisconnect:
        handled = partial(_refused, ApiError(400, "The client went away in the middle of its request."))
    try:
        return await run_in_threadpool(_concluded, request, state, name, handled)
    finally:
        if file is not None:
            await file.close()


def _refused(error: ApiError) -> Response:
    raise error


def _concluded(request: Request, state: State, name: str, handled: Callable[[], Response]) -> Response:
    """The answer, written into the log of requests."""
    reason = ""
    try:
        response = handled()
    except ApiError as error:
        response, reason = error.response(), error.reason
    except Exception as error:
        record(state, request, name, 500, f"The sandbox failed: {type(error).__name__}.")
        raise
    record(state, request, name, response.status_code, reason)
    return response


def _found(request: Request, state: State) -> tuple[str, Operation, dict[str, str]]:
    """The version, the operation and its path parameters.

    Raises:
        ApiError: 404.
    """
    matched = routing.found(request.scope, state.spec)
    if matched is None:
        path = str(request.scope["path"])
        hint = "" if path.lower().startswith("/web/v1.") else " The base URL of a client ends in /web/v1.4."
        raise ApiError(404, f"{request.method} {path} is no operation of the API.{hint}")
    return matched


def _called(request: Request, state: State, operation: Operation, path: dict[str, str], version: str) -> Call:
    """The call as far as it has no body: who makes it, and with which parameters."""
    caller = identified(request, state, operation, version)
    query = dict(request.query_params)
    wanted = query.get("format", "json")
    if wanted.lower() != "json":
        raise ApiError(400, f"The format {wanted} is not supported; only json is.", [("format", "Use json.")])
    parameters = checked_parameters(operation, state.spec, path, query)
    check_document(caller.token, parameters, state.store)
    origin = f"{request.url.scheme}://{request.url.netloc}"
    return Call(
        state,
        caller.account,
        parameters,
        origin=origin,
        token=caller.token,
        sender=caller.sender,
        api_key=caller.api_key,
    )


async def _with_body(request: Request, call: Call, operation: Operation) -> Call:
    spec, largest = call.state.spec, call.state.settings.max_upload_size
    if operation.media_type != "multipart/form-data":
        return replace(call, body=checked_body(operation, spec, await read_body(request, _LARGEST_JSON)))
    check_length(request, largest + ROOM_FOR_FIELDS, f"The file is larger than {largest} bytes.")
    form = await read_form(request, largest)
    try:
        fields = checked_fields(operation, spec, form.fields, dict(request.query_params))
    except ApiError:
        await form.file.close()
        raise
    return replace(call, body=fields, file=form.file)


def _handled(call: Call, operation: Operation) -> Response:
    handler = operations.load().get(operation.id)
    if handler is None:
        return example_answer(operation, call.state.spec)
    catch_up(call.state)
    result = handler(call)
    response = result if isinstance(result, Response) else _json(result)
    response.headers["X-Sandbox-Behaviour"] = "stateful"
    return response


def _json(result: Any) -> Response:
    return Response(status_code=204) if result is None else JSONResponse(_without_nulls(result))


def _without_nulls(value: Any) -> Any:
    """Null members are left out, as ServiceStack does by default."""
    if isinstance(value, dict):
        return {name: _without_nulls(member) for name, member in value.items() if member is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value
