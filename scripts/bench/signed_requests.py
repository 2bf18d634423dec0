"""Signed requests as bytes, and the plainest client that can send them: its work must not be what is measured."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

CONNECTIONS = 8
_PART = b'--bench\r\nContent-Disposition: form-data; name="file"; filename="contract.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
_END = b"\r\n--bench--\r\n"


class Target:
    """Where requests go.

    Attributes:
        host, port: the server.
    """

    def __init__(self, base_url: str, key: Mapping[str, str]) -> None:
        """A target.

        Args:
            base_url: address of the API.
            key: ``api_key``, ``api_secret`` and ``access_url`` that requests are signed with.
        """
        parts = urlsplit(base_url)
        self.host, self.port, self._path, self._key = parts.hostname or "", parts.port or 0, parts.path, key

    def request(self, method: str, path: str, *, length: int = 0, form: bool = False) -> bytes:
        """Request line and headers, signed afresh; ``length`` is that of the body."""
        now, nonce = str(int(time.time())), uuid.uuid4().hex
        text = f"{self._key['api_key']}\n{now}\n{nonce}"
        digest = hmac.new(self._key["api_secret"].encode(), text.encode(), hashlib.sha256).digest()
        lines = [
            f"{method} {self._path}{path} HTTP/1.1",
            f"Host: {self.host}:{self.port}",
            f"X-CUSTOM-API-KEY: {self._key['api_key']}",
            f"X-CUSTOM-DATE: {now}",
            f"X-CUSTOM-NONCE: {nonce}",
            f"X-CUSTOM-SIGNATURE: {base64.b64encode(digest).decode()}",
            f"Referer: {self._key['access_url']}",
            f"Content-Length: {length}",
        ]
        if form:
            lines.append("Content-Type: multipart/form-data; boundary=bench")
        return "\r\n".join(lines).encode() + b"\r\n\r\n"

    def upload(self, content: bytes) -> bytes:
        """A whole request that uploads a file."""
        return self.upload_head(len(content)) + content + _END

    def upload_head(self, size: int) -> bytes:
        """The request up to the file; ``UPLOAD_END`` follows it."""
        head = self.request("POST", "/Document/Uploader", length=len(_PART) + size + len(_END), form=True)
        return head + _PART


UPLOAD_END = _END


async def answers(target: Target, requests: Sequence[bytes], connections: int = CONNECTIONS) -> list[bytes]:
    """Send requests over some connections that are kept; the bodies of the answers.

    Raises:
        RuntimeError: an answer is no success.
    """
    left = iter(requests)

    async def one() -> list[bytes]:
        reader, writer = await asyncio.open_connection(target.host, target.port, limit=1 << 20)
        found = []
        for request in left:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            body = await reader.readexactly(length)
            if b" 200 " not in head.partition(b"\r\n")[0]:
                raise RuntimeError(f"{head.decode('latin-1')}{body.decode('latin-1')[:500]}")
            found.append(body)
        writer.close()
        return found

    return [body for bodies in await asyncio.gather(*(one() for _ in range(connections))) for body in bodies]


def timed(target: Target, requests: Sequence[bytes]) -> float:
    """Seconds until all requests are answered."""
    started = time.perf_counter()
    asyncio.run(answers(target, requests))
    return time.perf_counter() - started


def uploaded(target: Target, content: bytes) -> str:
    """Upload one file; its reference."""
    return str(json.loads(asyncio.run(answers(target, [target.upload(content)], 1))[0])["Reference"])
