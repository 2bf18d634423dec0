"""Calls a sandbox, signing with code of its own: neither the SDK's nor the sandbox's."""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
from pathlib import Path
from typing import Any

from securedsigning_sandbox.sandbox import Sandbox
from securedsigning_sandbox.settings import Settings
from starlette.testclient import TestClient

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
_numbers = itertools.count()


class Caller:
    """Calls a sandbox over ASGI, without a port."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.sandbox = Sandbox(settings)
        self.http = TestClient(self.sandbox.app, base_url="http://sandbox.test", follow_redirects=False)
        self.token: str | None = str(self.sandbox.token()["access_token"])

    def headers(self, **changes: str | None) -> dict[str, str]:
        """The headers of a signed request; keyword arguments replace some, None leaves one out."""
        timestamp, nonce = changes.pop("timestamp", None), changes.pop("nonce", None)
        timestamp = timestamp or str(int(self.sandbox.clock()))
        nonce = nonce or f"nonce{next(_numbers)}"
        text = f"{self.sandbox.api_key}\n{timestamp}\n{nonce}"
        digest = hmac.digest(self.sandbox.api_secret.encode(), text.encode(), hashlib.sha256)
        found: dict[str, str | None] = {
            "X-CUSTOM-API-KEY": self.sandbox.api_key,
            "X-CUSTOM-DATE": timestamp,
            "X-CUSTOM-NONCE": nonce,
            "X-CUSTOM-SIGNATURE": base64.b64encode(digest).decode(),
            "Referer": self.sandbox.access_url,
            "Authorization": f"Bearer {self.token}" if self.token else None,
        }
        found |= {name.replace("_", "-"): value for name, value in changes.items()}
        return {name: value for name, value in found.items() if value is not None}

    def call(self, method: str, path: str, *, headers: dict[str, str] | None = None, **request: Any) -> Any:
        """A signed request to a path below the version."""
        return self.http.request(method, f"/web/v1.4{path}", headers=headers or self.headers(), **request)

    def refusal(self, **changes: str | None) -> str:
        """The reason of the 401 that a status request with changed headers gets."""
        answer = self.call("GET", "/Account/Info", headers=self.headers(**changes))
        assert answer.status_code == 401, answer.text
        return str(answer.json()["ResponseStatus"]["Message"])

    def upload(self, name: str = "contract.pdf", content: bytes | None = None) -> str:
        """Upload a file; returns its reference."""
        data = (FILES / name).read_bytes() if content is None else content
        answer = self.call("POST", "/Document/Uploader", files={"file": (name, data)})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["Reference"])

    def send(self, *references: str, route: str = "Send", **body: Any) -> Any:
        """Send documents to Ana and Ben."""
        signers = [
            {"FirstName": "Ana", "LastName": "Tui", "Email": "ana@example.com"},
            {"FirstName": "Ben", "LastName": "Rata", "Email": "ben@example.com"},
        ]
        request = {"DocumentReferences": references, "DueDate": "2031-01-01", "Signers": signers, **body}
        return self.call("POST", f"/SmartTag/{route}", json=request)

    def status(self, reference: str) -> Any:
        """A document as the status call gives it."""
        return self.call("GET", f"/Document/Status/{reference}").json()
