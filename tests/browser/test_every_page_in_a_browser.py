"""Every page at a phone's width and a computer's, in light and dark: nothing sticks out, all can be read, scripts run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import attrs
import pytest
from integrator import shown_frame
from people import CONTRACT, PEOPLE
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

from scripts.picturing.scene import Scene, scene


@pytest.fixture(scope="module")
def happened() -> Iterator[Scene]:
    """The scene of the documentation's pictures, and a document whose names have no place to break."""
    with scene() as made:
        sender = SecuredSigningFixture(made.sandbox)
        uploaded = sender.client.documents.upload((f"{'Lease_' * 20}.pdf", CONTRACT.read_bytes()))
        people = [
            attrs.evolve(person, last_name="Tui" * 20, email=f"{'a' * 60}@example.com", invitation_text="x" * 300)
            for person in PEOPLE
        ]
        (sent,) = sender.client.smart_tags.send([uploaded.reference], due_date="2031-03-14", signers=people)
        sender.decline(sent.signers[0], "no" * 100)
        sender.close()
        long = {"long": f"/documents/{sent.reference}", "long-sign": f"/sign/{sent.signers[0].signing_key}"}
        yield replace(made, pages={**made.pages, **long})


STICKING_OUT = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > window.innerWidth)
    .map((each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""

UNREADABLE = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const part = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([red, green, blue]) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const [red, green, blue, opacity = 1] = numbers(getComputedStyle(each).backgroundColor);
      if (opacity === 1) return [red, green, blue];
    }
    return [255, 255, 255];
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return [...document.querySelectorAll("body *:not(svg *):not(script):not(:disabled)")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
    element.checkVisibility() &&
    contrast(numbers(getComputedStyle(element).color), behind(element)) < 4.5,
  ).map((each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`);
}"""
"""Texts whose contrast is below 4.5 to 1 (WCAG 2.2, 1.4.3)."""

NAMELESS = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter((each) =>
  each.checkVisibility() && !each.labels?.length && !each.textContent.trim() && !each.ariaLabel,
).map((each) => each.outerHTML)"""
"""What can be filled in or pressed and has no name for those who hear the page."""

BROKEN = "() => [...document.images].filter((each) => each.complete && !each.naturalWidth).map((each) => each.src)"
"""Pictures that did not come."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1200])
def test_every_page(width: int, scheme: str, browser: Any, happened: Scene) -> None:
    problems: list[str] = []
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        tab = context.new_page()
        tab.on("pageerror", lambda error: problems.append(f"{tab.url}: {error}"))
        for name, address in happened.pages.items():
            tab.goto(urljoin(happened.sandbox.origin, address))
            frame = tab if name != "embedded" else _embedded(tab)
            found = (frame.evaluate(script) for script in (STICKING_OUT, UNREADABLE, NAMELESS, BROKEN))
            problems += [f"{name}: {each}" for each in sum(found, [])]
    assert problems == []


def _embedded(tab: Any) -> Any:
    """The frame in the application's page, with all its pictures."""
    shown_frame(tab)
    return tab.frames[1]


def test_the_scene_shows_what_it_is_for(happened: Scene) -> None:
    """Documents in many states, and notifications that were delivered and that failed."""
    store = happened.sandbox.state.store
    states = {row["status"] for row in store.all("SELECT DISTINCT status FROM documents")}
    assert states >= {"Initialized", "Invitation", "Pending", "Reminder", "Complete", "Declined", "Expired"}
    assert {row["state"] for row in store.all("SELECT state FROM deliveries")} == {"delivered", "failed"}
