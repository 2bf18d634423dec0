"""The ASGI application: which address is answered by what."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from securedsigning_sandbox import (
    addressed_files,
    api,
    authorize,
    control,
    embedded_pages,
    oauth,
    pages,
    scripts,
    signature_preview,
    signer_files,
    signing_pages,
)
from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.failing import Failing


class _Whatever(PathConvertor):
    """A path of any characters; starlette's own ends at a line break, which a reference that is no reference may hold."""

    regex = "(?s:.*)"


register_url_convertor("whatever", _Whatever())

_HEADERS = [
    "Authorization",
    "Content-Type",
    "Accept",
    "X-CUSTOM-API-KEY",
    "X-CUSTOM-DATE",
    "X-CUSTOM-NONCE",
    "X-CUSTOM-SIGNATURE",
    "X-CUSTOM-SENDER",
]


def build_app(state: State) -> Starlette:
    """The application over a state."""
    app = Starlette(
        routes=[
            *pages.ROUTES,
            Route("/api/oauth2/authorize", authorize.authorize, methods=["GET", "POST"]),
            Route("/api/oauth2/token", oauth.token, methods=["POST"]),
            Route("/api/oauth2/revoke", oauth.revoke, methods=["GET", "POST"]),
            Route("/sign/{key}", signing_pages.sign_page, methods=["GET", "POST"]),
            Route("/sign/{key}/pages/{page:int}.png", signing_pages.page_picture),
            Route("/embedded/{key}", embedded_pages.embedded_page, methods=["GET", "POST"]),
            Route("/embedded/{key}/{document:int}/{page:int}.png", embedded_pages.embedded_picture),
            Route("/web/{version}/client/scripts/{name}", scripts.script),
            Route("/sign/{key}/signature.png", signature_preview.of_invitee),
            Route("/embedded/{key}/signature.png", signature_preview.of_user),
            Route("/sign/{key}/attachments/{position:int}", signer_files.attachment),
            Route("/files/{reference}", addressed_files.file_by_address),
            Route("/_sandbox/{command}", control.control, methods=["GET", "POST"]),
            Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
            Route("/{rest:whatever}", api.answer, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        ],
        middleware=[Middleware(_Tolerance), Middleware(_CrossOrigin), Middleware(Failing)],
        exception_handlers={ApiError: _refused, Exception: _failed},
    )
    app.state.sandbox = state
    app.state.sessions = {}
    return app


_TOLERANT = re.compile(r"/api/oauth2/|/web/v1\.[34]/client/", re.IGNORECASE)


class _Tolerance:
    """Addresses of OAuth and of the scripts in any letter case and with a slash or blank at the end, as the service's own host
    takes them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _TOLERANT.match(scope["path"]):
            scope = {**scope, "path": scope["path"].lower().rstrip("/ ")}
        await self._app(scope, receive, send)


class _CrossOrigin:
    """CORS for what browser applications call; never for the control API and the sandbox's own pages."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = CORSMiddleware(
            app, allow_origins=["*"], allow_methods=["GET", "POST", "DELETE"], allow_headers=_HEADERS
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_open = scope["type"] == "http" and scope["path"].lower().startswith(("/web/", "/api/oauth2/"))
        await (self._open if is_open else self._app)(scope, receive, send)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return error.response()


async def _failed(_: Request, error: Exception) -> Response:
    """A fault of the sandbox, in the form of every other refusal; the server's log has the traceback."""
    return ApiError(500, f"The sandbox failed: {type(error).__name__}.").response()
