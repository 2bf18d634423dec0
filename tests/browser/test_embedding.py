"""A page of another origin shows the sandbox's pages through the served script, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from integrator import Application, embed, heard, integrated, opened, sent_to_two, shown_frame, upload
from people import press_until


@pytest.fixture
def application() -> Iterator[Application]:
    """An application whose server signs for its page, with a key without OAuth."""
    with integrated({"oauth_required": False}, authGenerator="/auth") as made:
        yield made


def test_an_invitee_signs(tab: Any, application: Application) -> None:
    """Sent by the SDK, signed in its frame; the callback for signing runs, and the return address is left alone."""
    document = sent_to_two(tab, application, ReturnUrl=f"{application.address}done")
    ana = document["Signers"][0]
    frame = embed(tab, "getSignResource2", {"SigningKey": ana["SigningKey"]}, "signed")
    frame.get_by_role("button", name="Sign", exact=True).click()
    assert heard(tab) == ["signed"]
    frame.get_by_text("You have signed this document").wait_for()
    assert tab.url == application.address
    assert application.status(document["Reference"]) == "Pending"


def test_an_invitee_declines(tab: Any, application: Application) -> None:
    ana = sent_to_two(tab, application)["Signers"][0]
    frame = embed(tab, "getSignResource2", {"SigningKey": ana["SigningKey"]}, "signed", "declined")
    frame.get_by_text("Decline to sign").click()
    frame.get_by_label("Reason").fill("The price is wrong")
    frame.get_by_role("button", name="Decline").click()
    assert heard(tab) == ["declined"]


def test_an_unknown_signing_key_is_an_error_of_the_page(tab: Any, application: Application) -> None:
    opened(tab, application.address)
    embed(tab, "getSignResource2", {"SigningKey": "nobody"}, "signed")
    assert heard(tab) == ["There is no such invitee, or the document was deleted."]


@pytest.mark.parametrize("version", ["v1.3", "v1.4"])
def test_the_older_way_to_embed(version: str, tab: Any, application: Application) -> None:
    """Signing key and container stand in global variables; v1.3 has an address of its own for it."""
    ana = sent_to_two(tab, application)["Signers"][0]
    tab.evaluate(
        """([key, version]) => {
          sdk = new SecuredSigning({ ...sdk.config, version });
          window.AccessKey = key;
          window.containerId = "box";
          sdk.getSetupResource(undefined, (error) => heard.push(error.message), () => heard.push("signed"));
        }""",
        [ana["SigningKey"], version],
    )
    shown_frame(tab).get_by_role("button", name="Sign", exact=True).click()
    assert heard(tab) == ["signed"]


def test_signing_alone(tab: Any, application: Application) -> None:
    """I Sign: a place by a click, then the signature."""
    reference = upload(tab, application.address)
    frame = embed(tab, "getISignResource", {"DocumentReference": reference}, "signed")
    frame.locator(".sheet").first.click(position={"x": 200, "y": 300})
    frame.get_by_role("button", name="Sign", exact=True).click()
    assert heard(tab) == ["signed"]
    assert application.status(reference) == "Complete"


def test_inviting_others(tab: Any, application: Application) -> None:
    """We Sign: somebody without a place is refused and nothing is lost; with one it is sent."""
    reference = upload(tab, application.address)
    frame = embed(tab, "getWeSignResource", {"DocumentReference": reference}, "sent")
    for label, text in (("First name", "Ana"), ("Last name", "Tui"), ("E-mail", "ana@example.com")):
        frame.get_by_label(label).fill(text)
    frame.get_by_role("button", name="Send").click()
    frame.get_by_text("Choose one on its pages").wait_for()
    frame.locator(".sheet").first.click(position={"x": 200, "y": 300})
    frame.get_by_role("button", name="Send").click()
    assert heard(tab) == ["sent"]
    assert [mail["recipient"] for mail in application.sandbox.invitations()] == ["ana@example.com"]


ADDRESS = """async ([type, reference]) =>
  `${(await sdk.getUIResource(type)).Url}?DocumentReference=${reference}`"""


def test_signing_alone_by_keyboard(tab: Any, application: Application) -> None:
    """Enter puts a place on the page, arrows move it, Delete removes it; a page without one is refused."""
    reference = upload(tab, application.address)
    tab.goto(tab.evaluate(ADDRESS, [14, reference]))
    press_until(tab, "Tab", "document.activeElement.matches('.sheet')")
    tab.keyboard.press("Enter")
    assert tab.locator(".mark:focus").count() == 1
    before = tab.locator(".mark").get_attribute("transform")
    tab.keyboard.press("ArrowDown")
    assert tab.locator(".mark").get_attribute("transform") != before
    tab.keyboard.press("Delete")
    assert tab.locator(".mark").count() == 0
    press_until(tab, "Tab", "document.activeElement.matches('button.primary')")
    tab.keyboard.press("Enter")
    tab.get_by_text("Choose one on its pages").wait_for()
    press_until(tab, "Shift+Tab", "document.activeElement.matches('.sheet')")
    tab.keyboard.press("Enter")
    press_until(tab, "Tab", "document.activeElement.matches('button.primary')")
    tab.keyboard.press("Enter")
    tab.get_by_text("You have signed. Thank you.").wait_for()
    assert application.status(reference) == "Complete"


def test_inviting_two_by_keyboard(tab: Any, application: Application) -> None:
    """Each person's place is put while that person is chosen."""
    reference = upload(tab, application.address)
    tab.goto(tab.evaluate(ADDRESS, [15, reference]))
    for number, name in enumerate(("Ana", "Ben")):
        press_until(tab, "Tab", f"document.activeElement === document.querySelectorAll('[name=first]')[{number}]")
        for text in (name, "Tui", f"{name}@example.com"):
            tab.keyboard.type(text)
            tab.keyboard.press("Tab")
        press_until(tab, "Shift+Tab", "document.activeElement.matches('.sheet')")
        tab.keyboard.press("Enter")
        if name == "Ana":
            press_until(tab, "Tab", "document.activeElement.id === 'add'")
            tab.keyboard.press("Enter")
    press_until(tab, "Tab", "document.activeElement.matches('button.primary')")
    tab.keyboard.press("Enter")
    tab.get_by_text("Each person is invited").wait_for()
    assert [signer["email"] for signer in signers(application)] == ["Ana@example.com", "Ben@example.com"]


def signers(application: Application) -> list[Any]:
    """Everybody who signs anything, in order."""
    return application.sandbox.state.store.all("SELECT * FROM signers ORDER BY signing_order")


FRAME = """(address) => {
  const frame = Object.assign(document.createElement("iframe"), { src: address, width: 1000, height: 900 });
  document.getElementById("box").append(frame);
}"""


def test_a_return_address_opens_in_the_whole_window(tab: Any, application: Application) -> None:
    """Where the application frames the page without the SDK, which would hear of the signature."""
    ana = sent_to_two(tab, application, ReturnUrl=f"{application.address}done")["Signers"][0]
    tab.evaluate(FRAME, f"{application.sandbox.origin}/sign/{ana['SigningKey']}")
    shown_frame(tab).get_by_role("button", name="Sign", exact=True).click()
    tab.get_by_role("heading", name="Back in the application").wait_for()
    assert tab.url == f"{application.address}done"  # nothing is added to it


def test_another_site_cannot_frame_the_page(tab: Any, application: Application) -> None:
    """The browser keeps to Content-Security-Policy: the frame of a page under another name stays empty."""
    ana = sent_to_two(tab, application)["Signers"][0]
    address = f"{application.sandbox.origin}/sign/{ana['SigningKey']}"
    opened(tab, application.address.replace("localhost", "127.0.0.1"))
    with tab.expect_event("console", lambda message: "frame-ancestors" in message.text):
        tab.evaluate(FRAME, address)
    assert tab.frame_locator("#box iframe").get_by_text("contract.pdf").count() == 0
