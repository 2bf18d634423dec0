"""Files that a signer is asked for, and what is typed meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from people import HAS_DRAWING, PEOPLE, draw
from securedsigning.models import DropDownListItem
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

ASKING = b"{\\rtf1 Lease \\par [!Sign.1, , ,] \\par Paid [!DropDown.1, Pay cycle, PayCycle] \\par [!Attachment.1]}"
CYCLES = [
    DropDownListItem(client_field="PayCycle", item=item, value=value)
    for item, value in (("Weekly", "wk"), ("Monthly", "mth"))
]


def asked(secured_signing: SecuredSigningFixture) -> tuple[str, str]:
    """A lease is sent to somebody who is asked for files; its reference, and the page for signing."""
    client = secured_signing.client
    reference = client.documents.upload(("lease.rtf", ASKING)).reference
    (sent,) = client.smart_tags.send_documents(
        document_references=[reference], due_date="2031-01-01", signers=PEOPLE[:1], list_items=CYCLES
    )
    return str(reference), f"{secured_signing.sandbox.origin}/sign/{sent.signers[0].signing_key}"


@pytest.mark.secured_signing(port=True)
def test_files_that_are_asked_for(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """Signing waits for one; adding one, or failing to, loses nothing that was typed, drawn or chosen elsewhere."""
    client = secured_signing.client
    reference, page = asked(secured_signing)
    tab.goto(page)
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
    tab.get_by_role("button", name="Remove visa.txt").press("Enter")
    tab.locator("#files li", has_text="visa.txt").wait_for(state="detached")
    assert tab.evaluate(HAS_DRAWING) and tab.get_by_label("Reason").input_value() == "Perhaps the price"
    sign.click()
    tab.get_by_text("You have signed this document").wait_for()
    assert client.documents.status(reference).status == "Complete"
    archive = client.downloads.uploaded_files(reference).content
    assert b"passport.png" in archive and b"visa.txt" not in archive


@pytest.mark.secured_signing(port=True)
def test_without_scripts_nothing_typed_is_lost_either(browser: Any, secured_signing: SecuredSigningFixture) -> None:
    _, page = asked(secured_signing)
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(page)
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
