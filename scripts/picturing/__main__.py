"""Pictures of the sandbox's pages for the documentation, from a scene with documents in every state."""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from PIL import Image

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generated" / "python"), str(ROOT / "sandbox")]
FOLDER = ROOT / "docs" / "screenshots"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDE, PHONE = (1200, 800), (375, 760)

PICTURES: dict[str, tuple[str, Literal["light", "dark"], tuple[int, int]]] = {
    "overview": ("overview", "light", WIDE),
    "overview-dark": ("overview", "dark", WIDE),
    "documents": ("documents", "light", WIDE),
    "documents-phone": ("documents", "dark", PHONE),
    "document": ("document", "light", WIDE),
    "inbox": ("inbox", "light", WIDE),
    "notifications": ("notifications", "light", WIDE),
    "requests": ("refused", "light", WIDE),
    "controls": ("controls", "light", WIDE),
    "faults": ("controls", "dark", WIDE),
    "login": ("login", "light", WIDE),
    "consent": ("login", "light", WIDE),
    "signing": ("signing", "light", WIDE),
    "signing-phone": ("signing", "light", PHONE),
    "declining": ("signing", "light", WIDE),
    "signed": ("signed", "light", WIDE),
    "form": ("form", "light", WIDE),
    "files": ("files", "light", WIDE),
    "face-to-face": ("face-to-face", "light", WIDE),
    "embedded": ("embedded", "light", WIDE),
    "i-sign": ("i-sign", "light", WIDE),
    "we-sign": ("we-sign", "light", WIDE),
}
"""For each picture the page, the colours and the size of the window."""


def main() -> int:
    """Make the scene, and the pictures of it; 0 unless there is no browser."""
    parser = argparse.ArgumentParser(prog="scripts/screenshots", description=__doc__)
    parser.add_argument("names", nargs="*", help="which pictures; all by default")
    parser.add_argument(
        "--every-page", action="store_true", help="also every page, light, dark and on a phone, for a look"
    )
    parser.add_argument("--output", type=Path, default=FOLDER)
    parser.add_argument(
        "--port", type=int, default=8100, help="of the sandbox, as the pictures show it; 0 takes a free one"
    )
    chosen = parser.parse_args()
    for name in set(chosen.names) - set(PICTURES):
        parser.error(f"there is no picture {name}, only {', '.join(PICTURES)}")
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not installed; scripts/browser-setup installs it on Debian.", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    from scripts.picturing.scene import scene

    chosen.output.mkdir(parents=True, exist_ok=True)
    with scene(chosen.port) as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        wanted = {name: PICTURES[name] for name in chosen.names or PICTURES}
        if chosen.every_page:
            wanted = {
                f"{page}-{scheme}-{size[0]}": (page, scheme, size)
                for page in made.pages
                for scheme in SCHEMES
                for size in (WIDE, PHONE)
            }
        for name, (page, scheme, size) in wanted.items():
            tab = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
            tab.goto(urljoin(made.sandbox.origin, made.pages[page]))
            _prepare(tab, name, made.sandbox)
            _save(tab.screenshot(full_page=chosen.every_page), chosen.output / f"{name}.png")
            tab.close()
        browser.close()
    return 0


def _prepare(tab: Any, name: str, sandbox: Any) -> None:
    """What is done on a page before its picture is taken."""
    if name == "consent":
        tab.get_by_label("E-mail").fill(sandbox.user)
        tab.get_by_label("Password").fill(sandbox.password)
        tab.keyboard.press("Enter")
        tab.get_by_role("button", name="Allow").wait_for()
    elif name == "declining":
        tab.get_by_text("Decline to sign").click()
        tab.get_by_label("Reason").fill("The handover should be by 30 June, as we agreed.")
        tab.get_by_role("button", name="Decline").scroll_into_view_if_needed()
    elif name == "files":
        tab.get_by_label("Pay cycle").select_option("Fortnightly")
        file = {"name": "Place on the course.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
        tab.get_by_label("The sender asks you for files").set_input_files(file)
        tab.get_by_role("button", name="Upload").click()
        tab.locator("#files").get_by_text(file["name"]).scroll_into_view_if_needed()
        tab.get_by_text("Decline to sign").scroll_into_view_if_needed()
    elif name == "notifications":
        tab.locator("details", has_text="failed").first.evaluate("details => { details.open = true; }")
    elif name == "faults":
        tab.get_by_role("button", name="Set").last.scroll_into_view_if_needed()
    elif name.startswith("embedded"):
        tab.frame_locator("#box iframe").get_by_role("button", name="Sign", exact=True).wait_for()
    elif name == "i-sign":
        tab.locator(".sheet").first.click(position={"x": 185, "y": 445})
    elif name == "we-sign":
        _invite(tab)


def _invite(tab: Any) -> None:
    for number, (first, last) in enumerate((("Ana", "Tui"), ("Ben", "Rata"))):
        if number:
            tab.get_by_role("button", name="Add a person").click()
        row = tab.locator(".person").nth(number)
        row.get_by_label("First name").fill(first)
        row.get_by_label("Last name").fill(last)
        row.get_by_label("E-mail").fill(f"{first}.{last}@example.com".lower())
        tab.locator(".sheet").first.click(position={"x": 185 + 230 * number, "y": 445})


def _save(picture: bytes, path: Path) -> None:
    """Keep a picture with few colours, which these pages are content with."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(160).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
