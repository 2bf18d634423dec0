"""People in front of the sandbox's pages: login, consent, signing by hand and by keyboard, declining, the console."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from local_server import Quiet, serving
from securedsigning import MemoryTokenStore, SecuredSigning, code_challenge, new_code_verifier, new_state
from securedsigning.models import DropDownListItem, SmartTagInvitee
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture
from securedsigning_sandbox.sandbox import Sandbox, running
from securedsigning_sandbox.settings import Settings

CONTRACT = Path(__file__).parents[2] / "spec" / "examples" / "files" / "contract.pdf"
PEOPLE = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]


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


def log_in(tab: Any, sandbox: Sandbox, password: str | None = None) -> None:
    tab.get_by_label("E-mail").fill(sandbox.user)
    tab.get_by_label("Password").fill(password or sandbox.password)
    tab.keyboard.press("Enter")


HAS_DRAWING = """() => {
  const pad = document.getElementById("pad");
  return pad.getContext("2d").getImageData(0, 0, pad.width, pad.height).data.some(Boolean);
}"""


def draw(tab: Any) -> None:
    """Draw a signature with the mouse."""
    tab.locator("#pad").scroll_into_view_if_needed()
    box = tab.locator("#pad").bounding_box()
    tab.mouse.move(box["x"] + 20, box["y"] + 40)
    tab.mouse.down()
    for step in range(1, 6):
        tab.mouse.move(box["x"] + 20 + 30 * step, box["y"] + 40 + (20 if step % 2 else -20))
    tab.mouse.up()


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


@pytest.mark.secured_signing(port=True)
def test_two_people_sign(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """The first types, the second draws with the mouse; both follow the link in their mail on the inbox page."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    sent = client.smart_tags.send([client.documents.upload(CONTRACT).reference], due_date="2031-01-01", signers=PEOPLE)
    tab.goto(f"{origin}/inbox?to=ana@example.com")
    tab.get_by_role("link", name="Open the document").click()
    tab.get_by_label("Type the signature").fill("A. Tui")
    tab.get_by_role("button", name="Sign", exact=True).click()
    tab.get_by_text("You have signed this document").wait_for()
    tab.goto(f"{origin}/inbox?to=ben@example.com")
    tab.get_by_role("link", name="Open the document").click()
    draw(tab)
    assert tab.locator("#preview").text_content() == ""  # what was drawn is used, not what is typed
    tab.get_by_role("button", name="Sign", exact=True).click()
    tab.get_by_text("You have signed this document").wait_for()
    assert client.documents.status(sent[0].reference).status == "Complete"
    checked = client.documents.validate(sent[0].reference)
    assert [signature.is_valid for signature in checked.signatures] == [True, True]


@pytest.mark.secured_signing(port=True)
def test_declining_with_a_reason(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    (sent,) = client.smart_tags.send(
        [client.documents.upload(CONTRACT).reference], due_date="2031-01-01", signers=PEOPLE
    )
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    tab.get_by_text("Decline to sign").click()
    tab.get_by_label("Reason").fill("The price is wrong")
    tab.get_by_role("button", name="Decline").click()
    tab.get_by_text("You have declined to sign: The price is wrong").wait_for()
    status = client.documents.status(sent.reference)
    assert (status.status, status.signers[0].declined_reason) == ("Declined", "The price is wrong")


ASKING = b"{\\rtf1 Lease \\par [!Sign.1, , ,] \\par Paid [!DropDown.1, Pay cycle, PayCycle] \\par [!Attachment.1]}"
CYCLES = [
    DropDownListItem(client_field="PayCycle", item=item, value=value)
    for item, value in (("Weekly", "wk"), ("Monthly", "mth"))
]


@pytest.mark.secured_signing(port=True)
def test_files_that_are_asked_for(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """Signing waits for one; adding one, or failing to, loses nothing that was typed, drawn or chosen elsewhere."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    reference = client.documents.upload(("lease.rtf", ASKING)).reference
    (sent,) = client.smart_tags.send_documents(
        document_references=[reference], due_date="2031-01-01", signers=PEOPLE[:1], list_items=CYCLES
    )
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    tab.get_by_label("Pay cycle").select_option("Monthly")
    tab.get_by_label("Type the signature").fill("A. Tui")
    draw(tab)
    sign = tab.get_by_role("button", name="Sign", exact=True)
    sign.click()
    assert tab.evaluate("document.activeElement.id") == "file"  # the browser asks for it
    tab.evaluate("document.getElementById('file').required = false")
    sign.click()
    tab.get_by_text("add at least one before signing").wait_for()
    tab.wait_for_function(HAS_DRAWING)
    tab.get_by_text("Decline to sign").click()
    tab.get_by_label("Reason").fill("Perhaps the price")
    for name, expected in (("run.exe", "is none of pdf"), ("passport.png", "passport.png"), ("visa.txt", "visa.txt")):
        tab.get_by_label("The sender asks you for files").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": b"mine"}
        )
        tab.get_by_role("button", name="Upload").click()
        tab.locator("#files").get_by_text(expected).wait_for()
        assert tab.get_by_label("Pay cycle").input_value() == "mth"
        assert tab.get_by_label("Type the signature").input_value() == "A. Tui"
        assert tab.get_by_label("Reason").input_value() == "Perhaps the price"
        assert tab.evaluate(HAS_DRAWING)
    sign.click()
    tab.get_by_text("You have signed this document").wait_for()
    assert client.documents.status(reference).status == "Complete"
    assert b"passport.png" in client.downloads.uploaded_files(reference).content


@pytest.mark.secured_signing(port=True)
def test_without_scripts_nothing_typed_is_lost_either(browser: Any, secured_signing: SecuredSigningFixture) -> None:
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    reference = client.documents.upload(("lease.rtf", ASKING)).reference
    (sent,) = client.smart_tags.send_documents(
        document_references=[reference], due_date="2031-01-01", signers=PEOPLE[:1], list_items=CYCLES
    )
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
        tab.get_by_label("Pay cycle").select_option("Weekly")
        tab.get_by_label("Type the signature").fill("A. Tui")
        tab.get_by_label("The sender asks you for files").set_input_files(
            {"name": "a.txt", "mimeType": "text/plain", "buffer": b"mine"}
        )
        tab.get_by_role("button", name="Upload").click()
        tab.locator("#files").get_by_text("a.txt").wait_for()
        assert tab.get_by_label("Pay cycle").input_value() == "wk"
        assert tab.get_by_label("Type the signature").input_value() == "A. Tui"
        tab.get_by_role("button", name="Sign", exact=True).click()
        tab.get_by_text("You have signed this document").wait_for()


@pytest.mark.secured_signing(port=True)
def test_by_keyboard_alone(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    (sent,) = client.smart_tags.send(
        [client.documents.upload(CONTRACT).reference], due_date="2031-01-01", signers=PEOPLE
    )
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.value === 'sign'"):
            break
    tab.keyboard.press("Enter")
    tab.get_by_text("You have signed this document").wait_for()


@pytest.mark.secured_signing(port=True)
def test_the_console(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """Signing at once, setting the clock forward, and looking at requests, by clicking."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    (sent,) = client.smart_tags.send(
        [client.documents.upload(CONTRACT).reference], due_date="2031-01-01", signers=PEOPLE
    )
    problems: list[str] = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.goto(f"{origin}/documents")
    tab.get_by_role("link", name="contract.pdf").click()
    tab.get_by_role("button", name="Sign at once").click()
    tab.get_by_role("heading", name="1. Ana Tui Signed").wait_for()
    before = secured_signing.clock()
    tab.get_by_role("link", name="Controls").click()
    tab.get_by_role("button", name="+1 day").click()
    tab.get_by_text("seconds from the machine").wait_for()
    assert secured_signing.clock() - before >= 86_400
    tab.get_by_role("link", name="Requests").click()
    tab.get_by_text("sendSmartTag").first.wait_for()
    assert problems == []
