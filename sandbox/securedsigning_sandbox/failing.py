"""Faults put into effect: an ASGI application around the sandbox's own that fails as the rules say."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fault_changes import change
from securedsigning_sandbox.fault_rules import Rule
from securedsigning_sandbox.request_log import FAULT, record
from securedsigning_sandbox.routing import operation_of

RESET, FINISH = "securedsigning_sandbox.reset", "securedsigning_sandbox.finish"
"""ASGI extensions of the sandbox's own server: ending the connection at once with a reset, or after what was sent."""

_HEADER = b"x-sandbox-fault"
_PAGE = "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Something went wrong</h1></body></html>"


class Failing:
    """The middleware. Without rules it costs a look at an empty list."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        state: State = scope["app"].state.sandbox
        operation = operation_of(scope, state.spec) if state.faults else None
        rule = state.faults.next(operation) if operation else None
        if operation is None or rule is None or scope["method"] == "OPTIONS":
            return await self._app(scope, receive, send)
        scope[FAULT] = f"Fault: {rule.kind}."
        if rule.kind == "drop" and rule.moment == "before":
            await run_in_threadpool(record, state, Request(scope), operation, 0)
            return await _reset(scope, receive)
        instead = _instead(rule)
        if instead is not None:
            await run_in_threadpool(record, state, Request(scope), operation, instead.status_code)
            instead.raw_headers.append((_HEADER, rule.kind.encode()))
            return await instead(scope, receive, send)
        if rule.kind == "drop" and rule.moment == "after":
            await self._app(scope, receive, _unheard)
            return await _reset(scope, receive)
        if rule.kind == "slow":
            return await self._app(scope, receive, _held_back(rule.seconds or 0, receive, send))
        if rule.kind in {"truncated", "drop"}:
            return await self._app(scope, receive, _Half(rule, scope, receive, send))
        await self._app(scope, receive, _Changed(rule, operation, state, send))


def _instead(rule: Rule) -> Response | None:
    """The answer in place of the operation's own."""
    if rule.kind == "status":
        response = ApiError(rule.status or 503, "The sandbox was told to fail here.").response()
        if rule.retry_after is not None:
            response.headers["Retry-After"] = str(rule.retry_after)
        return response
    if rule.kind == "html":
        return HTMLResponse(_PAGE, status_code=rule.status or 200)
    if rule.kind == "token-error":
        refusal = {"error": rule.error, "error_description": "The sandbox was told to fail here."}
        return JSONResponse(refusal, status_code=rule.status or 200)
    return None


async def _unheard(_: Message) -> None:
    """An answer that nobody gets."""


def _held_back(seconds: float, receive: Receive, send: Send) -> Send:
    async def held(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), (_HEADER, b"slow")]
            gone = asyncio.ensure_future(
                _gone(receive)
            )  # the request has been read: all that can still come is its end
            try:
                await asyncio.wait({gone}, timeout=seconds)
            finally:
                gone.cancel()
        await send(message)

    return held


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _reset(scope: Scope, receive: Receive) -> None:
    """End the connection as if the other side's machine had gone down."""
    reset: Callable[[], None] | None = scope.get("extensions", {}).get(RESET)
    if reset is None:
        import httpx  # whoever calls without a port has loaded it

        raise httpx.ReadError("[Errno 104] Connection reset by peer (the sandbox was told to)")
    reset()
    await _gone(receive)


class _Half:
    """Sends half of the body. With ``truncated`` the client takes it for the whole, with ``drop`` the connection then ends."""

    def __init__(self, rule: Rule, scope: Scope, receive: Receive, send: Send) -> None:
        self._drops = rule.kind == "drop"
        self._scope, self._receive, self._send = scope, receive, send
        self._left = 0
        self._ended = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = dict(message.get("headers", ()))
            self._left = int(headers.get(b"content-length", b"0")) // 2
            if not self._drops and b"content-length" in headers:
                headers[b"content-length"] = str(self._left).encode()
            message["headers"] = [*headers.items(), (_HEADER, b"drop" if self._drops else b"truncated")]
            return await self._send(message)
        if self._ended:
            return None
        part = message.get("body", b"")[: self._left]
        self._left -= len(part)
        self._ended = not self._left or not message.get("more_body", False)
        await self._send({**message, "body": part, "more_body": self._drops or not self._ended})
        if self._ended and self._drops:
            finish: Callable[[], None] | None = self._scope.get("extensions", {}).get(FINISH)
            if finish is None:
                import httpx  # as above

                raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")
            finish()
            await _gone(self._receive)


class _Changed:
    """Gathers a JSON answer, changes it and sends it; other answers and refusals pass as they are."""

    def __init__(self, rule: Rule, operation: str, state: State, send: Send) -> None:
        self._rule, self._operation, self._state, self._send = rule, operation, state, send
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            is_json = dict(message.get("headers", ())).get(b"content-type", b"").startswith(b"application/json")
            if not is_json or message["status"] >= 300:
                return await self._send(message)
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._changed(self._start, b"".join(self._parts))

    async def _changed(self, start: Message, body: bytes) -> None:
        spec = self._state.spec
        value = change(self._rule.kind, json.loads(body), spec.operations[self._operation], spec)
        if value != json.loads(body):
            body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            headers = {**dict(start["headers"]), b"content-length": str(len(body)).encode()}
            start["headers"] = [*headers.items(), (_HEADER, self._rule.kind.encode())]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})
