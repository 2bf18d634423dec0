"""Calling the sandbox's application without a port: transports for httpx, blocking and asynchronous."""

from __future__ import annotations

import asyncio
import threading
from functools import cache
from typing import Any

import httpx


class AsyncTransport(httpx.AsyncBaseTransport):
    """Hands requests to an ASGI application; unlike httpx's own it keeps to the read timeout."""

    def __init__(self, app: Any) -> None:
        self._transport = httpx.ASGITransport(app=app)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request.

        Raises:
            httpx.ReadTimeout: the application takes longer than the request allows.
        """
        seconds = request.extensions.get("timeout", {}).get("read")
        try:
            async with asyncio.timeout(seconds):
                response = await self._transport.handle_async_request(request)
                content = await response.aread()
        except TimeoutError:
            raise httpx.ReadTimeout("The sandbox takes longer than the client waits.", request=request) from None
        return httpx.Response(response.status_code, headers=response.headers, stream=httpx.ByteStream(content))


class Transport(httpx.BaseTransport):
    """The same for blocking clients; the application runs in a thread of its own, one for all."""

    def __init__(self, app: Any) -> None:
        self._transport = AsyncTransport(app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request; see ``AsyncTransport``."""
        sent = httpx.Request(
            request.method, request.url, headers=request.headers, content=request.read(), extensions=request.extensions
        )
        return asyncio.run_coroutine_threadsafe(self._transport.handle_async_request(sent), _loop()).result()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="securedsigning-in-process", daemon=True).start()
    return loop
