"""uvicorn's HTTP/1.1, with the status line's reason from the application, and with connections that it can end."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

from starlette.types import Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from securedsigning_sandbox.failing import FINISH, RESET
from securedsigning_sandbox.reasons import HEADER

_NAME = HEADER.lower().encode()


class ReasonProtocol(HttpToolsProtocol):
    """uvicorn's protocol over a connection that writes the reason; what it serves may end the connection."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        app = self.app

        async def served(scope: Scope, receive: Receive, send: Send) -> None:
            async def telling(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message = self._with_reason(message)
                await send(message)

            endings = {RESET: self._reset, FINISH: self.transport.close}
            await app({**scope, "extensions": {**scope.get("extensions", {}), **endings}}, receive, telling)

        self.app = served

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        self._connection = _Connection(transport)
        self.transport = self._connection  # type: ignore[assignment]  # all of a transport but for what is written

    def _with_reason(self, message: Message) -> Message:
        """The head of an answer without the header that holds the reason, which the next write is told."""
        for name, value in message["headers"]:
            if name == _NAME:
                self._connection.next_line = b"HTTP/1.1 %d " % message["status"], value
                return {**message, "headers": [each for each in message["headers"] if each[0] != _NAME]}
        return message

    def _reset(self) -> None:
        """End the connection with a reset: without lingering, whatever was not sent is thrown away (socket(7))."""
        connection = self.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()


class _Connection:
    """A transport, but for the status line that is written to it.

    Attributes:
        next_line: start of the status line that comes next, and the reason that it is to have; None for the usual one.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self.next_line: tuple[bytes, bytes] | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self.next_line is not None and bytes(data[: len(self.next_line[0])]) == self.next_line[0]:
            start, reason = self.next_line
            _, end, rest = bytes(data).partition(b"\r\n")
            data, self.next_line = start + reason + end + rest, None
        self._transport.write(data)
