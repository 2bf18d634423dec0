"""Client and sandbox: whole flows over a real port, as a user would run them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest
from securedsigning import (
    FileTokenStore,
    NotCompletedError,
    SecuredSigning,
    code_challenge,
    new_code_verifier,
    new_state,
)
from securedsigning.models import SmartTagInvitee
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture
from securedsigning_sandbox.sandbox import Sandbox

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
SIGNERS = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]


pytestmark = pytest.mark.secured_signing(port=True)


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


def test_from_login_to_the_signed_document(secured_signing: SecuredSigningFixture, tmp_path: Path) -> None:
    """The whole main job: code flow with PKCE, upload, send, two signatures, wait, download, revoke."""
    settings = secured_signing.settings | {"token_store": FileTokenStore(tmp_path / "token.json")}
    with SecuredSigning(**settings) as client:
        state, verifier = new_state(), new_code_verifier()
        url = client.oauth.authorization_url(
            ["Basic", "SmartTag"], state=state, code_challenge=code_challenge(verifier)
        )
        client.oauth.handle_callback(browse(url, secured_signing.sandbox), state=state, code_verifier=verifier)
        uploaded = [client.documents.upload(FILES / name) for name in ("contract.docx", "contract.pdf")]
        sent = client.smart_tags.send(uploaded, due_date="2031-01-01", signers=SIGNERS, package_name="Contracts")
        assert client.packages.status(sent.package_reference or "").package_name == "Contracts"
        for document in sent:
            for signer in document.signers:
                secured_signing.sign(signer)
            done = client.documents.wait_until_complete(document.reference)
            target = tmp_path / f"{done.reference}.pdf"
            client.downloads.document(done.reference, to=target)
            assert target.read_bytes().startswith(b"%PDF")
            assert all(item.is_valid for item in client.documents.validate(done.reference).signatures or [])
        assert (tmp_path / "token.json").stat().st_mode & 0o777 == 0o600
        client.oauth.revoke()


async def test_the_same_with_asyncio(secured_signing: SecuredSigningFixture) -> None:
    """The asynchronous client goes the same way."""
    async with secured_signing.async_client as client:
        uploaded = await client.documents.upload(FILES / "contract.pdf")
        sent = await client.smart_tags.send([uploaded], due_date="2031-01-01", signers=SIGNERS)
        for signer in sent[0].signers:
            secured_signing.sign(signer)
        done = await client.documents.wait_until_complete(sent[0].reference)
        download = await client.downloads.document(done.reference)
        assert download.content.startswith(b"%PDF")
        assert download.filename == "contract.pdf"


def test_an_expired_token_is_renewed(secured_signing: SecuredSigningFixture) -> None:
    """The service says the token is over before the client expects it; the call succeeds all the same."""
    secured_signing.sandbox.state.tokens.expire_all()
    assert secured_signing.client.account.info().email == secured_signing.sandbox.user


def test_declining_is_told(secured_signing: SecuredSigningFixture) -> None:
    """Waiting ends with the reason of who declined."""
    client = secured_signing.client
    uploaded = client.documents.upload(FILES / "contract.pdf")
    sent = client.smart_tags.send([uploaded], due_date="2031-01-01", signers=SIGNERS)
    secured_signing.decline(sent[0].signers[0], "Too dear")
    with pytest.raises(NotCompletedError, match="Declined: Too dear"):
        client.documents.wait_until_complete(sent[0].reference)
