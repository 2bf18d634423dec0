"""The people of the tests, and what they do with the sandbox's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from securedsigning.models import SmartTagInvitee
from securedsigning_sandbox.sandbox import Sandbox

CONTRACT = Path(__file__).parents[2] / "spec" / "examples" / "files" / "contract.pdf"
PEOPLE = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]


def log_in(tab: Any, sandbox: Sandbox, password: str | None = None) -> None:
    """Fill in the login page, and send it by Enter."""
    tab.get_by_label("E-mail").fill(sandbox.user)
    tab.get_by_label("Password").fill(password or sandbox.password)
    tab.keyboard.press("Enter")


def sent_contract(client: Any, **terms: Any) -> Any:
    """The contract, sent to both."""
    (sent,) = client.smart_tags.send_documents(
        document_references=[client.documents.upload(CONTRACT).reference],
        due_date="2031-01-01",
        **{"signers": PEOPLE, **terms},
    )
    return sent


def sent_form(client: Any) -> Any:
    """A form with every kind of field, sent to both; what ``form_filler.send`` answers."""
    template = client.form_filler.list_templates()[1]
    slots = client.form_filler.template_signers(template.reference)
    for slot, person in zip(slots.signers, PEOPLE, strict=True):
        slot.first_name, slot.last_name, slot.email = person.first_name, person.last_name, person.email
    return client.form_filler.send(templates=[slots])


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


def press_until(tab: Any, key: str, condition: str) -> None:
    """Press a key until an expression about the page holds.

    Raises:
        AssertionError: it does not after 60 times.
    """
    for _ in range(60):
        tab.keyboard.press(key)
        if tab.evaluate(condition):
            return
    raise AssertionError(f"{condition} does not come about by pressing {key}.")
