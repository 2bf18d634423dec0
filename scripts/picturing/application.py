"""An application that shows a signing page of the sandbox in its own, and hears notifications."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from securedsigning.signing import new_nonce, sign, string_to_sign
from securedsigning_sandbox.sandbox import Sandbox

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kauri Homes</title>
<style>
  body { margin: 0; font: 16px/1.5 Georgia, serif; color: #2b2b26; background: #f4efe4; }
  header { padding: 1rem 2rem; color: #fff; background: #33503c; font-size: 1.3rem; }
  main { max-width: 68rem; margin: 0 auto; padding: 1rem; }
  #box { height: 700px; background: #fff; border: 1px solid #cdc4ae; }
</style>
<header>Kauri Homes</header>
<main>
  <h1>Your contract is ready</h1>
  <p>Sign it here; we begin on the day you choose.</p>
  <div id="box"></div>
</main>
<script data-main="%(base)s/main" src="%(base)s/require.js"></script>
<script>
  function SSApiLoaded() {
    const signing = new SecuredSigning(%(config)s);
    const key = new URLSearchParams(location.search).get("key");
    if (key) signing.getSignResource2({ SigningKey: key }, "box", console.error, () => {});
  }
</script>
"""


class Application:
    """The application, served on this machine within a ``with`` block.

    Attributes:
        address: of its page.
        hook, broken_hook: addresses for notifications, one of which fails.
    """

    def __init__(self) -> None:
        application = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/auth":
                    self.answer(200, "application/json", json.dumps(application._proof()))
                else:
                    self.answer(200, "text/html", application._page())

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.answer(500 if self.path == "/broken" else 200, "text/plain", "")

            def answer(self, status: int, kind: str, text: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.address = f"http://localhost:{self._server.server_port}/"
        self.hook, self.broken_hook = f"{self.address}hook", f"{self.address}broken"

    def knows(self, sandbox: Sandbox, api_key: str, api_secret: str) -> None:
        """Let it call a sandbox."""
        self._sandbox, self._key, self._secret = sandbox, api_key, api_secret

    def _proof(self) -> dict[str, str]:
        """The signature of one request of its page, which knows no secret."""
        timestamp, nonce = str(int(self._sandbox.clock())), new_nonce()
        signature = sign(self._secret, string_to_sign(self._key, timestamp, nonce))
        return {"apiKey": self._key, "timestamp": timestamp, "nonce": nonce, "signature": signature}

    def _page(self) -> str:
        config = {"apiKey": self._key, "baseUrl": f"{self._sandbox.origin}/web", "authGenerator": "/auth"}
        return _PAGE % {"base": f"{self._sandbox.base_url}/client/scripts", "config": json.dumps(config)}

    def __enter__(self) -> Application:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
