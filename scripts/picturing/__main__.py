"""Pictures of the sandbox's pages for the documentation, from a scene with a few documents under way."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "generated" / "python"), str(ROOT / "sandbox")]
FOLDER = ROOT / "docs" / "screenshots"
CONTRACT = (ROOT / "spec" / "examples" / "files" / "contract.pdf").read_bytes()
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
WIDE, NARROW = (1200, 800), (390, 800)


def main() -> int:
    """Make the scene, and a picture of each page."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not installed; scripts/browser-setup installs it on Debian.", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright
    from securedsigning_sandbox import running
    from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

    FOLDER.mkdir(parents=True, exist_ok=True)
    with running() as sandbox, sync_playwright() as playwright:
        addresses = _scene(SecuredSigningFixture(sandbox))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        for name, (path, scheme, size) in addresses.items():
            tab = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
            tab.goto(sandbox.origin + path)
            if name == "consent":
                tab.get_by_label("E-mail").fill(sandbox.user)
                tab.get_by_label("Password").fill(sandbox.password)
                tab.keyboard.press("Enter")
                tab.get_by_role("button", name="Allow").wait_for()
            _save(tab.screenshot(), name)
            tab.close()
        browser.close()
    return 0


def _scene(fixture: Any) -> dict[str, tuple[str, str, tuple[int, int]]]:
    """Documents in several states; the address, colours and size of each picture by its name."""
    from securedsigning.models import SmartTagInvitee

    client, sandbox = fixture.client, fixture.sandbox
    people = [
        SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana.tui@example.com"),
        SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben.rata@example.com"),
    ]
    sent = []
    for name in (
        "Tenancy agreement, 12 Kauri Street",
        "Employment contract",
        "Change of directors",
        "Building contract",
    ):
        reference = client.documents.upload((f"{name}.pdf", CONTRACT)).reference
        sent += client.smart_tags.send(
            [reference], due_date="2031-01-01", signers=people, notify_url="http://127.0.0.1:9/"
        )
    client.documents.upload(("Minutes of the October meeting.pdf", CONTRACT))
    for signer in sent[0].signers:
        fixture.sign(signer)
    fixture.sign(sent[1].signers[0])
    fixture.decline(sent[2].signers[0], "The date of birth is wrong")
    template = client.form_filler.list_templates()[1]
    slots = client.form_filler.template_signers(template.reference)
    slots.signers[0].first_name, slots.signers[0].last_name = "Ana", "Tui"
    slots.signers[0].email = "ana.tui@example.com"
    slots.signers[1].first_name, slots.signers[1].last_name = "Ben", "Rata"
    slots.signers[1].email = "ben.rata@example.com"
    form = client.form_filler.send(templates=[slots])
    sandbox.wait()
    query = {
        "response_type": "code",
        "client_id": sandbox.api_key,
        "redirect_uri": sandbox.access_url,
        "scope": "Basic SmartTag",
        "state": "s1",
    }
    authorize = f"/api/oauth2/authorize?{urlencode(query)}"
    signing = f"/sign/{sent[3].signers[0].signing_key}"
    return {
        "overview": ("/", "light", WIDE),
        "overview-dark": ("/", "dark", WIDE),
        "documents": ("/documents", "light", WIDE),
        "document": (f"/documents/{sent[1].reference}", "light", WIDE),
        "inbox": ("/inbox", "light", WIDE),
        "notifications": ("/notifications", "light", WIDE),
        "requests": ("/requests", "light", WIDE),
        "login": (authorize, "light", WIDE),
        "consent": (authorize, "light", WIDE),
        "signing": (signing, "light", WIDE),
        "signing-dark": (signing, "dark", WIDE),
        "signing-phone": (signing, "light", NARROW),
        "form": (f"/sign/{form.signers[0].signing_key}", "light", WIDE),
    }


def _save(picture: bytes, name: str) -> None:
    """Keep a picture with few colours, which these pages are content with."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(64).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
