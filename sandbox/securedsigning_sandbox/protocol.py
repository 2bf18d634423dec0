"""uvicorn's HTTP/1.1, with the status line's reason from the application, and with connections that it can end."""

from __future__ import annotations

import socket
import struct
from typing import Any

import h11
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from securedsigning_sandbox.failing import FINISH, RESET
from securedsigning_sandbox.reasons import HEADER

_NAME = HEADER.lower().encode()


class ReasonProtocol(H11Protocol):
    """uvicorn's protocol over a connection that moves the reason; what it serves may end the connection."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.conn = _Connection(h11.SERVER)
        app = self.app

        async def with_endings(scope: Scope, receive: Receive, send: Send) -> None:
            endings = {RESET: self._reset, FINISH: self.transport.close}
            await app({**scope, "extensions": {**scope.get("extensions", {}), **endings}}, receive, send)

        self.app = with_endings

    def _reset(self) -> None:
        """End the connection with a reset: without lingering, whatever was not sent is thrown away (socket(7))."""
        connection = self.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()


class _Connection(h11.Connection):
    def send(self, event: Any) -> Any:
        if isinstance(event, h11.Response):
            reason = next((value for name, value in event.headers if name == _NAME), None)
            if reason is not None:
                headers = [(name, value) for name, value in event.headers.raw_items() if name.lower() != _NAME]
                event = h11.Response(status_code=event.status_code, headers=headers, reason=reason)
        return super().send(event)
