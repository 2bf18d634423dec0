"""An application as an integrator builds one: a page that loads the served script, and a server that keeps the secret."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from local_server import Quiet, serving
from people import CONTRACT
from securedsigning_sandbox.sandbox import Sandbox, running
from securedsigning_sandbox.settings import Settings

SIGNERS = [{"FirstName": name, "LastName": "T", "Email": f"{name}@example.com"} for name in ("ana", "ben")]


@dataclass
class Application:
    """A running application.

    Attributes:
        sandbox: the sandbox that knows it.
        address: of its page, which is the access URL of the key.
        asked: the fields of each request for a token that its server got.
    """

    sandbox: Sandbox
    address: str
    asked: list[dict[str, str]] = field(default_factory=list)

    def status(self, reference: str) -> str:
        """The state of a document."""
        row = self.sandbox.state.store.one("SELECT status FROM documents WHERE reference = ?", reference)
        assert row is not None
        return str(row["status"])

    def signature(self) -> dict[str, str]:
        """What its server answers to ``authGenerator``."""
        time, nonce = str(int(self.sandbox.clock())), secrets.token_hex(16)
        text = f"{self.sandbox.api_key}\n{time}\n{nonce}".encode()
        digest = base64.b64encode(hmac.digest(self.sandbox.api_secret.encode(), text, hashlib.sha256)).decode()
        return {"apiKey": self.sandbox.api_key, "timestamp": time, "nonce": nonce, "signature": digest}

    def token(self, form: dict[str, str]) -> Any:
        """What its server answers to ``clientAccessTokenGenerator``: the service's answer, asked for with the secret."""
        self.asked.append(form)
        fields = {**form, "client_secret": self.sandbox.api_secret, "redirect_uri": self.address}
        with urlopen(f"{self.sandbox.origin}/api/oauth2/token", urlencode(fields).encode()) as answer:
            return json.load(answer)

    def page(self, config: dict[str, str]) -> str:
        """Its page."""
        base = f"{self.sandbox.base_url}/client/scripts"
        config = {"apiKey": self.sandbox.api_key, "baseUrl": f"{self.sandbox.origin}/web", **config}
        return (
            '<!doctype html><div id="login"></div><div id="upload"></div><div id="box" style="height:900px"></div>'
            f'<script data-main="{base}/main" src="{base}/require.js"></script><script>window.heard = [];'
            f"function SSApiLoaded() {{ window.sdk = new SecuredSigning({json.dumps(config)}); }}</script>"
        )


@contextmanager
def integrated(settings: dict[str, Any], **config: str) -> Iterator[Application]:
    """An application, served meanwhile with its sandbox.

    Args:
        settings: of the sandbox.
        config: what the page gives ``SecuredSigning`` beside key and base URL.
    """

    class Handler(Quiet):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/auth":
                self.answer("application/json", json.dumps(made[0].signature()))
            elif path == "/done":
                self.answer("text/html", "<!doctype html><h1>Back in the application</h1>")
            else:
                self.answer("text/html", made[0].page(config))

        def do_POST(self) -> None:
            head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
            body = BytesParser().parsebytes(head + self.rfile.read(int(self.headers["Content-Length"])))
            form = {
                str(part.get_param("name", header="content-disposition")): str(part.get_payload()).strip()
                for part in body.walk()
                if not part.is_multipart()
            }
            self.answer("application/json", json.dumps(made[0].token(form)))

        def answer(self, kind: str, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

    made: list[Application] = []
    with serving(Handler) as port:
        address = f"http://localhost:{port}/"
        with running(Settings(access_url=address, **settings)) as sandbox:
            made.append(Application(sandbox, address))
            yield made[0]


UPLOAD = """async (data) => {
  const body = new FormData();
  body.set("file", new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], "contract.pdf"));
  return (await sdk.uploadDocument(body)).Reference;
}"""


def opened(tab: Any, address: str) -> None:
    """Open the application's page, and wait for the script."""
    tab.goto(address)
    tab.wait_for_function("window.sdk")


def upload(tab: Any, address: str) -> str:
    """Open the application's page and upload through the SDK; returns the reference."""
    opened(tab, address)
    return str(tab.evaluate(UPLOAD, base64.b64encode(CONTRACT.read_bytes()).decode()))


def sent_to_two(tab: Any, application: Application, **terms: str) -> dict[str, Any]:
    """Upload and send through the SDK; returns the document."""
    reference = upload(tab, application.address)
    request = {"DocumentReferences": [reference], "DueDate": "2031-01-01", "Signers": SIGNERS, **terms}
    return dict(tab.evaluate("(request) => sdk.sendSmartTagDocument(request)", request)[0])


EMBED = """([method, request, ...outcomes]) => {
  const callbacks = outcomes.map((outcome) => () => heard.push(outcome));
  sdk[method](request, "box", (error) => heard.push(error.message), ...callbacks);
}"""


def embed(tab: Any, method: str, request: dict[str, str], *outcomes: str) -> Any:
    """Show a page of the sandbox in the application's; what is heard of it is its error or one of the outcomes."""
    tab.evaluate(EMBED, [method, request, *outcomes])
    return shown_frame(tab)


def shown_frame(tab: Any) -> Any:
    """The frame in the application's page once its script is there; a click before would be lost."""
    tab.wait_for_selector("#box iframe").content_frame().wait_for_url(
        re.compile("/(embedded|sign)/"), wait_until="load"
    )
    return tab.frame_locator("#box iframe")


def heard(tab: Any) -> list[str]:
    """What the page's callbacks were told, once they were told anything."""
    tab.wait_for_function("heard.length")
    return list(tab.evaluate("heard"))
