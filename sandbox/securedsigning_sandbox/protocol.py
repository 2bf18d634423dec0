"""uvicorn's HTTP/1.1, with the status line's reason from the application."""

from __future__ import annotations

from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from securedsigning_sandbox.reasons import HEADER

_NAME = HEADER.lower().encode()


class ReasonProtocol(H11Protocol):
    """uvicorn's protocol over a connection that moves the reason."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.conn = _Connection(h11.SERVER)


class _Connection(h11.Connection):
    def send(self, event: Any) -> Any:
        if isinstance(event, h11.Response):
            reason = next((value for name, value in event.headers if name == _NAME), None)
            if reason is not None:
                headers = [(name, value) for name, value in event.headers.raw_items() if name.lower() != _NAME]
                event = h11.Response(status_code=event.status_code, headers=headers, reason=reason)
        return super().send(event)
