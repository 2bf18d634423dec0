"""People log in and consent, and an application gets its token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from local_server import Quiet, serving
from people import log_in
from securedsigning import MemoryTokenStore, SecuredSigning, code_challenge, new_code_verifier, new_state
from securedsigning_sandbox.sandbox import running
from securedsigning_sandbox.settings import Settings


@pytest.fixture
def callback() -> Iterator[str]:
    """An application's callback page."""

    class Handler(Quiet):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><h1>Back in the application</h1>")

    with serving(Handler) as port:
        yield f"http://localhost:{port}/callback"


def decided(tab: Any, callback: str, response_type: str, button: str) -> str:
    """Log in and decide; the address the browser ends at."""
    with running(Settings(access_url=callback)) as sandbox:
        query = (
            f"response_type={response_type}&client_id={sandbox.api_key}&redirect_uri={callback}&scope=Basic&state=s1"
        )
        tab.goto(f"{sandbox.origin}/api/oauth2/authorize?{query}")
        log_in(tab, sandbox)
        tab.get_by_role("button", name=button).click()
        tab.get_by_text("Back in the application").wait_for()
        return str(tab.url)


def test_the_authorization_code_flow(tab: Any, callback: str) -> None:
    """With a code challenge; a wrong password first; the client exchanges the code for a token that works."""
    with running(Settings(access_url=callback)) as sandbox:
        client = SecuredSigning(
            api_key=sandbox.api_key,
            api_secret=sandbox.api_secret,
            access_url=callback,
            base_url=sandbox.base_url,
            token_store=MemoryTokenStore(),
        )
        state, verifier = new_state(), new_code_verifier()
        tab.goto(
            client.oauth.authorization_url(
                scopes=["Basic", "SmartTag"], state=state, code_challenge=code_challenge(verifier)
            )
        )
        log_in(tab, sandbox, "wrong")
        tab.get_by_role("alert").wait_for()
        log_in(tab, sandbox)
        tab.get_by_role("button", name="Allow").click()
        tab.get_by_text("Back in the application").wait_for()
        client.oauth.handle_callback(tab.url, state=state, code_verifier=verifier)
        assert client.account.info().email == sandbox.user
        client.close()


def test_a_refused_consent_comes_back_as_an_error(tab: Any, callback: str) -> None:
    assert "error=access_denied" in decided(tab, callback, "code", "Refuse")


def test_the_implicit_flow_answers_in_the_fragment(tab: Any, callback: str) -> None:
    assert "access_token=" in decided(tab, callback, "token", "Allow").partition("#")[2]
