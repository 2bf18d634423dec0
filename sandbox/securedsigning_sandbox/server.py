"""Serving over HTTP, in a thread of this process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from securedsigning_sandbox.protocol import ReasonProtocol


class Server:
    """A server in a thread.

    Attributes:
        origin: scheme, host and port under which it is reached.
        hosts: names of the host under which this machine's people and programs reach it.
    """

    def __init__(self, host: str, port: int) -> None:
        """Listen; who connects waits until ``start``.

        Args:
            host, port: where to listen; port 0 takes a free one.

        Raises:
            OSError: the address can't be listened on.
            ValueError: there is no such port.
        """
        if not 0 <= port <= 65535:  # getaddrinfo would take it modulo 65536
            raise ValueError(f"{port} is no port; they go from 0 to 65535.")
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        # The protocol has to be named: only then does asyncio send the body of an answer without waiting for the client to
        # have acknowledged its head, which took 40 ms of every call.
        self._listening = socket.socket(family, kind, protocol)
        try:
            self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._listening.bind(address)
            self._listening.listen(128)  # so that who comes before the thread runs waits instead of being refused
        except OSError:
            self._listening.close()
            raise
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
        self.origin = f"http://{shown}:{self._listening.getsockname()[1]}"
        self.hosts = frozenset({"127.0.0.1", "localhost", "::1", host.lower()})
        self._stop: Callable[[], None] = lambda: None

    def start(self, app: Starlette) -> None:
        """Begin to answer.

        Args:
            app: what is served.
        """
        config = uvicorn.Config(
            app,
            http=ReasonProtocol,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_level="warning",
            access_log=False,
            proxy_headers=False,  # who may control the sandbox is decided by the real peer
            timeout_graceful_shutdown=3,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [self._listening]}, daemon=True)

        def stop() -> None:
            server.should_exit = True
            thread.join()

        self._stop = stop
        thread.start()

    def stop(self) -> None:
        """End what is being answered, within seconds, and close."""
        self._stop()
        self._listening.close()
