"""A server for tests, on this machine only: it sends the bytes it is told to, so that it can also break the rules of HTTP."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Self

Answer = Callable[[bytes], Iterable[bytes]]


class LoopbackServer:
    """Answers each request with what ``answer`` makes of its head; an empty answer closes the connection.

    Attributes:
        url: its address.
        connections: how many connections were opened so far.
        heads: the request heads, in the order in which they came.
    """

    def __init__(self, answer: Answer, *, tls: ssl.SSLContext | None = None) -> None:
        self.answer = answer
        self._tls = tls
        self.connections = 0
        self.heads: list[bytes] = []
        self._lock = threading.Lock()
        self._ended = threading.Semaphore(0)
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._listener.getsockname()[1]}/"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def ended(self, count: int) -> bool:
        """Wait until that many connections have ended; False if they have not within ten seconds."""
        return all(self._ended.acquire(timeout=10) for _ in range(count))

    def _start(self, function: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=function, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                self._open.append(connection)
                self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            self._answer_all(connection)
        finally:
            self._ended.release()

    def _spoken_to(self, connection: socket.socket) -> socket.socket:
        if self._tls is None:
            return connection
        encrypted = self._tls.wrap_socket(connection, server_side=True)  # takes the plain socket over
        self._open.append(encrypted)
        return encrypted

    def _answer_all(self, accepted: socket.socket) -> None:
        with suppress(OSError), self._spoken_to(accepted) as connection:
            received = b""
            while True:
                while b"\r\n\r\n" not in received:
                    block = connection.recv(65536)
                    if not block:
                        return
                    received += block
                head, _, received = received.partition(b"\r\n\r\n")
                with self._lock:
                    self.heads.append(head)
                closing = True
                for block in self.answer(head):
                    connection.sendall(block)
                    closing = False
                if closing:
                    return


def answered(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A whole response; ``length`` is what it claims, if not the truth."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body
