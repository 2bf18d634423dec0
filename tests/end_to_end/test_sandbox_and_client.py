"""Client and sandbox: whole flows over a real port, as a user would run them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest
from securedsigning import (
    AsyncSecuredSigning,
    FileTokenStore,
    MemoryTokenStore,
    NotCompletedError,
    SecuredSigning,
    Token,
    code_challenge,
    new_code_verifier,
    new_state,
)
from securedsigning.models import SmartTagInvitee
from securedsigning_sandbox.sandbox import Sandbox

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
SIGNERS = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]


def settings(sandbox: Sandbox) -> dict[str, Any]:
    """What a client of the sandbox is made with."""
    return {
        "api_key": sandbox.api_key,
        "api_secret": sandbox.api_secret,
        "access_url": sandbox.access_url,
        "base_url": f"{sandbox.state.base_url}/web/v1.4",
    }


def logged_in(sandbox: Sandbox) -> MemoryTokenStore:
    """A store with a token, without the pages in between."""
    return MemoryTokenStore(Token(str(sandbox.token()["access_token"])))


def browse(address: str, sandbox: Sandbox) -> str:
    """Log in and allow; the address the browser ends at."""
    with httpx.Client() as browser:
        page = browser.get(address)
        for form in ({"email": sandbox.user, "password": sandbox.password}, {"decision": "allow"}):
            csrf = re.search(r'name="csrf" value="([^"]+)"', page.text)
            assert csrf
            page = browser.post(page.url, data={"csrf": csrf[1], **form})
            location = urljoin(str(page.url), page.headers["location"])
            if location.startswith(sandbox.access_url):
                return location
            page = browser.get(location)
    raise AssertionError("no way back to the callback")


def test_from_login_to_the_signed_document(sandbox: Sandbox, tmp_path: Path) -> None:
    """The whole main job: code flow with PKCE, upload, send, two signatures, wait, download, revoke."""
    with SecuredSigning(**settings(sandbox), token_store=FileTokenStore(tmp_path / "token.json")) as client:
        state, verifier = new_state(), new_code_verifier()
        url = client.oauth.authorization_url(
            ["Basic", "SmartTag"], state=state, code_challenge=code_challenge(verifier)
        )
        client.oauth.handle_callback(browse(url, sandbox), state=state, code_verifier=verifier)
        uploaded = [client.documents.upload(FILES / name) for name in ("contract.docx", "contract.pdf")]
        sent = client.smart_tags.send(uploaded, due_date="2031-01-01", signers=SIGNERS, package_name="Contracts")
        assert client.packages.status(sent.package_reference or "").package_name == "Contracts"
        for document in sent:
            for signer in document.signers:
                sandbox.sign(signer.signer_reference or "")
            done = client.documents.wait_until_complete(document.reference)
            target = tmp_path / f"{done.reference}.pdf"
            client.downloads.document(done.reference, to=target)
            assert target.read_bytes().startswith(b"%PDF")
            assert all(item.is_valid for item in client.documents.validate(done.reference).signatures or [])
        assert (tmp_path / "token.json").stat().st_mode & 0o777 == 0o600
        client.oauth.revoke()


async def test_the_same_with_asyncio(sandbox: Sandbox) -> None:
    """The asynchronous client goes the same way."""
    async with AsyncSecuredSigning(**settings(sandbox), token_store=logged_in(sandbox)) as client:
        uploaded = await client.documents.upload(FILES / "contract.pdf")
        sent = await client.smart_tags.send([uploaded], due_date="2031-01-01", signers=SIGNERS)
        for signer in sent[0].signers:
            sandbox.sign(signer.signer_reference or "")
        done = await client.documents.wait_until_complete(sent[0].reference)
        download = await client.downloads.document(done.reference)
        assert download.content.startswith(b"%PDF")
        assert download.filename == "contract.pdf"


def test_an_expired_token_is_renewed(sandbox: Sandbox) -> None:
    """The service says the token is over before the client expects it; the call succeeds all the same."""
    issued = sandbox.token()
    token = Token(str(issued["access_token"]), refresh_token=str(issued["refresh_token"]))
    with SecuredSigning(**settings(sandbox), token_store=MemoryTokenStore(token)) as client:
        sandbox.state.tokens.expire_all()
        assert client.account.info().email == sandbox.user


def test_declining_is_told(sandbox: Sandbox) -> None:
    """Waiting ends with the reason of who declined."""
    with SecuredSigning(**settings(sandbox), token_store=logged_in(sandbox)) as client:
        sent = client.smart_tags.send(
            [client.documents.upload(FILES / "contract.pdf")], due_date="2031-01-01", signers=SIGNERS
        )
        sandbox.decline(sent[0].signers[0].signer_reference or "", "Too dear")
        with pytest.raises(NotCompletedError, match="Declined: Too dear"):
            client.documents.wait_until_complete(sent[0].reference)
