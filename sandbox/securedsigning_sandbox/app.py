"""The ASGI application."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from securedsigning_sandbox import api, authorize, control, oauth, pages, signing_pages
from securedsigning_sandbox.context import State

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


def create_app(state: State) -> Starlette:
    """The application over a state; ``Sandbox`` makes both."""
    methods = ["GET", "POST", "PUT", "DELETE"]
    oauth_routes = [
        Route("/authorize", authorize.authorize, methods=["GET", "POST"]),
        Route("/token", oauth.token, methods=["POST"]),
        Route("/revoke", oauth.revoke, methods=["GET", "POST"]),
    ]
    app = Starlette(
        routes=[
            Route("/", pages.home),
            Mount("/api/oauth2", routes=oauth_routes),
            Route("/sign/{key}", signing_pages.sign_page, methods=["GET", "POST"]),
            Route("/sign/{key}/pages/{page:int}.png", signing_pages.page_picture),
            Route("/files/{content}/{reference}", signing_pages.file_by_url),
            Route("/_sandbox/{command}", control.control, methods=["GET", "POST"]),
            Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
            Route("/{rest:path}", api.answer, methods=methods),
        ],
        middleware=[
            Middleware(
                CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST", "DELETE"], allow_headers=_HEADERS
            )
        ],
    )
    app.state.sandbox = state
    app.state.sessions = {}
    return app
