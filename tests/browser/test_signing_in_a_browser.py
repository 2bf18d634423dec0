"""Invitees sign, by hand and by keyboard, hand the device on, and decline."""

from __future__ import annotations

import io
from typing import Any

import attrs
import pytest
from people import CONTRACT, PEOPLE, draw, press_until, sent_contract, sent_form
from pypdf import PdfWriter
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture


@pytest.mark.secured_signing(port=True)
def test_two_people_sign(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """The first types, the second draws with the mouse; both follow the link in their mail on the inbox page."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    sent = sent_contract(client)
    tab.goto(f"{origin}/inbox?to=ana@example.com")
    tab.get_by_role("link", name="Open the document").click()
    tab.get_by_label("Type the signature").fill("A. Tui")
    tab.get_by_role("button", name="Sign", exact=True).click()
    tab.get_by_text("You have signed this document").wait_for()
    tab.goto(f"{origin}/inbox?to=ben@example.com")
    tab.get_by_role("link", name="Open the document").click()
    draw(tab)
    assert tab.locator("#preview").is_hidden()  # what was drawn is used, not what is typed
    tab.get_by_role("button", name="Sign", exact=True).click()
    tab.get_by_text("You have signed this document").wait_for()
    assert client.documents.status(sent.reference).status == "Complete"
    checked = client.documents.validate(sent.reference)
    assert [signature.is_valid for signature in checked.signatures] == [True, True]


@pytest.mark.secured_signing(port=True)
def test_pages_of_a_long_document_come_when_they_are_looked_at(
    tab: Any, secured_signing: SecuredSigningFixture
) -> None:
    """The place to sign is on the last page; the link to it leads there, and its picture comes."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    writer, data = PdfWriter(), io.BytesIO()
    for source in [CONTRACT.with_name("invoice.pdf")] * 59 + [CONTRACT]:
        writer.append(source)
    writer.write(data)
    uploaded = client.documents.upload(("long.pdf", data.getvalue()))
    (sent,) = client.smart_tags.send([uploaded.reference], due_date="2031-01-01", signers=PEOPLE)
    seen: set[str] = set()
    tab.on("request", lambda request: seen.add(request.url.partition("/pages/")[2]))
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    assert "0.png?Invitation" in seen and len(seen) < 20
    tab.get_by_role("link", name="page 60").click()
    tab.wait_for_function("() => document.querySelector('#page-60 img').naturalWidth > 0")
    assert tab.locator("#page-60 .place").count() == 1
    assert len(seen) < 40


@pytest.mark.secured_signing(port=True)
def test_a_double_click_signs_once(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """A second sending would be refused, and the signer would read that they cannot sign."""
    origin = secured_signing.sandbox.origin
    sent = sent_contract(secured_signing.client)
    posted: list[str] = []
    tab.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    tab.evaluate("""() => {
      const button = document.querySelector("button.primary");
      button.click();
      setTimeout(() => button.click(), 50);
    }""")
    tab.get_by_text("You have signed this document").wait_for()
    assert len(posted) == 1


@pytest.mark.secured_signing(port=True)
def test_declining_with_a_reason(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    sent = sent_contract(client)
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    tab.get_by_text("Decline to sign").click()
    tab.get_by_label("Reason").fill("The price is wrong")
    tab.get_by_role("button", name="Decline").click()
    tab.get_by_text("You have declined to sign: The price is wrong").wait_for()
    status = client.documents.status(sent.reference)
    assert (status.status, status.signers[0].declined_reason) == ("Declined", "The price is wrong")


@pytest.mark.secured_signing(port=True)
def test_after_signing_the_browser_goes_to_the_return_address(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """To which nothing is added."""
    origin = secured_signing.sandbox.origin
    back = f"{origin}/static/icon.svg?done=1"
    sent = sent_contract(secured_signing.client, return_url=back)
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    tab.get_by_role("button", name="Sign", exact=True).click()
    tab.wait_for_url(back)


@pytest.mark.secured_signing(port=True)
def test_the_device_goes_from_hand_to_hand(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """The host opens the invitation, hands the device to Ana, then to Ben; nobody sees the document before it is theirs."""
    client, sandbox = secured_signing.client, secured_signing.sandbox
    people = [attrs.evolve(person, is_face_to_face_signing=True) for person in PEOPLE]
    sent = sent_contract(client, signers=people)
    tab.goto(f"{sandbox.origin}/inbox?to={sandbox.user}")
    tab.get_by_role("link", name="Open the document").click()
    for name, following in (("Ana Tui", "Ben Rata"), ("Ben Rata", None)):
        tab.get_by_role("heading", name=f"Hand the device to {name}").wait_for()
        assert tab.locator("figure").count() == 0
        tab.get_by_role("button", name=f"I am {name}").click()
        tab.get_by_role("heading", name=f"Sign as {name}").wait_for()
        tab.get_by_role("button", name="Sign", exact=True).click()
        tab.get_by_text("You have signed this document").wait_for()
        if following:
            tab.get_by_role("link", name=f"Go on to {following}").click()
    assert tab.get_by_role("link", name="Go on to").count() == 0
    log = [entry.action for entry in client.documents.log(sent.reference)]
    assert [action for action in log if "handed over" in action] == [
        "Device handed over to Ana Tui",
        "Device handed over to Ben Rata",
    ]
    assert client.documents.status(sent.reference).status == "Complete"


@pytest.mark.secured_signing(port=True)
def test_by_keyboard_alone(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """Typing over the signature and pressing Enter signs; the next person declines."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    sent = sent_contract(client)
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    press_until(tab, "Tab", "document.activeElement.id === 'typed'")
    tab.keyboard.type("A. Tui")  # what was there is selected
    tab.locator("#preview[src$='typed=A.%20Tui']").wait_for()
    press_until(tab, "Tab", "document.activeElement.value === 'sign'")
    tab.keyboard.press("Enter")
    tab.get_by_text("You have signed this document").wait_for()
    tab.goto(f"{origin}/sign/{sent.signers[1].signing_key}")
    press_until(tab, "Tab", "document.activeElement.localName === 'summary'")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.type("The price is wrong")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.get_by_text("You have declined to sign: The price is wrong").wait_for()


@pytest.mark.secured_signing(port=True)
def test_a_form_by_keyboard_alone(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """Each kind of field; Enter in the last one signs, and not before all that is required is there."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    sent = sent_form(client)
    tab.goto(f"{origin}/sign/{sent.signers[0].signing_key}")
    press_until(tab, "Tab", "document.activeElement.id === 'typed'")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.required")  # the browser leads back to the first that is missing
    for _ in range(30):  # a date has several stops
        kind = tab.evaluate("document.activeElement.type")
        if tab.evaluate("document.activeElement.id === 'typed'"):
            break
        if kind == "checkbox":
            tab.keyboard.press("Space")
        elif kind in {"radio", "select-one"}:
            tab.keyboard.press("ArrowDown")
        elif kind == "date":
            tab.keyboard.type("01042031")
        else:
            tab.keyboard.type("Seven")
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.get_by_text("You have signed this document").wait_for()
    rows = secured_signing.sandbox.state.store.all("SELECT name, value FROM fields WHERE signing_order = 1")
    assert {row["name"]: row["value"] for row in rows} == {
        "Address": "Seven",
        "Begin": "2031-01-04",
        "Term": "Periodic",
        "Furnished": "true",
        "Rent": "Seven",
        "Bond": "Four weeks",
        "SpecialTerms": "Seven",
    }
