"""A page of another origin calls the API and shows the sandbox's pages through the served script, in a real browser."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from local_server import Quiet, serving
from securedsigning_sandbox.sandbox import Sandbox, running
from securedsigning_sandbox.settings import Settings

PDF = Path(__file__).parents[2] / "spec" / "examples" / "files" / "contract.pdf"


@pytest.fixture
def application() -> Iterator[Any]:
    """An application's server, which signs for its page, and a sandbox that knows it; gives (sandbox, address)."""

    class Handler(Quiet):
        def do_GET(self) -> None:
            is_auth = self.path == "/auth"
            body = json.dumps(signature(made[0])) if is_auth else self.page()
            self.send_response(200)
            self.send_header("Content-Type", "application/json" if is_auth else "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        def page(self) -> str:
            base = f"{made[0].base_url}/client/scripts"
            config = {"apiKey": made[0].api_key, "baseUrl": f"{made[0].origin}/web", "authGenerator": "/auth"}
            return (
                f'<!doctype html><div id="box" style="height:900px"></div><script data-main="{base}/main" '
                f'src="{base}/require.js"></script><script>window.heard = [];'
                f"function SSApiLoaded() {{ window.sdk = new SecuredSigning({json.dumps(config)}); }}</script>"
            )

    made: list[Sandbox] = []
    with serving(Handler) as port:
        address = f"http://localhost:{port}/"
        with running(Settings(access_url=address, oauth_required=False)) as sandbox:
            made.append(sandbox)
            yield sandbox, address


def signature(sandbox: Sandbox) -> dict[str, str]:
    """What the integrator's own server answers."""
    time, nonce = str(int(sandbox.clock())), secrets.token_hex(16)
    text = f"{sandbox.api_key}\n{time}\n{nonce}".encode()
    digest = base64.b64encode(hmac.digest(sandbox.api_secret.encode(), text, hashlib.sha256)).decode()
    return {"apiKey": sandbox.api_key, "timestamp": time, "nonce": nonce, "signature": digest}


UPLOAD = """async (data) => {
  const body = new FormData();
  body.set("file", new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], "contract.pdf"));
  return (await sdk.uploadDocument(body)).Reference;
}"""


def upload(tab: Any, address: str) -> str:
    """Open the application's page and upload through the SDK; returns the reference."""
    tab.goto(address)
    tab.wait_for_function("window.sdk")
    return str(tab.evaluate(UPLOAD, base64.b64encode(PDF.read_bytes()).decode()))


EMBED = """([method, request, outcome]) => {
  sdk[method](request, "box", (error) => heard.push(error.message), () => heard.push(outcome));
}"""


def embed(tab: Any, method: str, request: dict[str, str], outcome: str) -> Any:
    """Show a page of the sandbox in the application's; what is heard of it is its error or the outcome."""
    tab.evaluate(EMBED, [method, request, outcome])
    # A click before the page's script is there would be lost.
    tab.wait_for_selector("#box iframe").content_frame().wait_for_url(
        re.compile("/(embedded|sign)/"), wait_until="load"
    )
    return tab.frame_locator("#box iframe")


def status(sandbox: Sandbox, reference: str) -> str:
    row = sandbox.state.store.one("SELECT status FROM documents WHERE reference = ?", reference)
    assert row is not None
    return str(row["status"])


def test_an_invitee_signs(tab: Any, application: Any) -> None:
    """Sent by the SDK, signed in its frame; the callback for signing runs."""
    sandbox, address = application
    reference = upload(tab, address)
    people = [{"FirstName": name, "LastName": "T", "Email": f"{name}@example.com"} for name in ("ana", "ben")]
    request = {"DocumentReferences": [reference], "DueDate": "2031-01-01", "Signers": people}
    sent = tab.evaluate("(request) => sdk.sendSmartTagDocument(request)", request)
    key = sent[0]["Signers"][0]["SigningKey"]
    embed(tab, "getSignResource2", {"SigningKey": key}, "signed").get_by_role("button", name="Sign", exact=True).click()
    tab.wait_for_function("heard.length")
    assert tab.evaluate("heard") == ["signed"]
    assert status(sandbox, reference) == "Pending"


def test_signing_alone(tab: Any, application: Any) -> None:
    """I Sign: a place by a click, then the signature."""
    sandbox, address = application
    reference = upload(tab, address)
    frame = embed(tab, "getISignResource", {"DocumentReference": reference}, "signed")
    frame.locator(".sheet").first.click(position={"x": 200, "y": 300})
    frame.get_by_role("button", name="Sign", exact=True).click()
    tab.wait_for_function("heard.length")
    assert tab.evaluate("heard") == ["signed"]
    assert status(sandbox, reference) == "Complete"


def test_inviting_others(tab: Any, application: Any) -> None:
    """We Sign: somebody without a place is refused and nothing is lost; with one it is sent."""
    sandbox, address = application
    reference = upload(tab, address)
    frame = embed(tab, "getWeSignResource", {"DocumentReference": reference}, "sent")
    for label, text in (("First name", "Ana"), ("Last name", "Tui"), ("E-mail", "ana@example.com")):
        frame.get_by_label(label).fill(text)
    frame.get_by_role("button", name="Send").click()
    frame.get_by_text("Choose one on its pages").wait_for()
    frame.locator(".sheet").first.click(position={"x": 200, "y": 300})
    frame.get_by_role("button", name="Send").click()
    tab.wait_for_function("heard.length")
    assert tab.evaluate("heard") == ["sent"]
    assert [mail["recipient"] for mail in sandbox.invitations()] == ["ana@example.com"]
