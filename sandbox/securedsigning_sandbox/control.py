"""What tests and demos need and the service does not have; below /_sandbox/, for callers on this machine only."""

from __future__ import annotations

import ipaddress
import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.errors import ApiError


async def control(request: Request) -> Response:
    """One command: ``GET mails``; ``POST sign``, ``decline``, ``clock``, ``expire-tokens``."""
    if request.client is not None and not _is_this_machine(request.client.host):
        return ApiError(404, "Nothing is here.").response()
    state: State = request.app.state.sandbox
    command = request.path_params["command"]
    try:
        body = json.loads(await request.body() or b"{}") if request.method == "POST" else {}
        if not isinstance(body, dict):
            raise ValueError("no object")
        return JSONResponse(await run_in_threadpool(_run, state, request.method, command, body))
    except (ApiError, DocumentError) as error:
        refused = error if isinstance(error, ApiError) else ApiError(400, str(error))
        return refused.response()
    except (KeyError, ValueError, TypeError) as error:
        return ApiError(400, f"The command cannot be read: {error}.").response()


def _run(state: State, method: str, command: str, body: dict[str, Any]) -> Any:
    if (method, command) == ("GET", "mails"):
        rows = state.store.all("SELECT * FROM mails ORDER BY id")
        return [{key: row[key] for key in row.keys() if key != "at"} | {"at": views.moment(row["at"])} for row in rows]
    if (method, command) == ("POST", "sign"):
        row = flow.sign(state, body["signer"], typed=body.get("typed", ""))
        return {"document": row["reference"], "status": row["status"]}
    if (method, command) == ("POST", "decline"):
        row = flow.decline(state, body["signer"], body["reason"])
        return {"document": row["reference"], "status": row["status"]}
    if (method, command) == ("POST", "clock"):
        if "set" in body:
            state.clock.set(float(body["set"]))
        state.clock.advance(float(body.get("advance", 0)))
        return {"now": state.clock()}
    if (method, command) == ("POST", "expire-tokens"):
        state.tokens.expire_all()
        return {}
    raise ApiError(404, f"{method} {command} is no command of the sandbox.")


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"testclient", "localhost"}
