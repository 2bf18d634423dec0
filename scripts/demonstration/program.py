"""The program of a team that uses the package: log in, upload, send, wait, download.

It runs in an environment of its own in which only the package is installed. The two people at their browsers, the user who
logs in and the invitees who sign, are played at the end of the file.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urljoin

import httpx
from securedsigning import (
    FileTokenStore,
    SecuredSigning,
    code_challenge,
    find_smart_tags,
    new_code_verifier,
    new_state,
)
from securedsigning.models import SmartTagInvitee


def main(ready: dict[str, str], documents: list[Path], folder: Path) -> None:
    """Have documents signed by two people and keep the signed PDFs in a folder."""
    client = SecuredSigning(
        api_key=ready["api_key"],
        api_secret=ready["api_secret"],
        access_url=ready["access_url"],
        base_url=ready["base_url"],
        token_store=FileTokenStore(folder / "token.json"),
    )

    state, verifier = new_state(), new_code_verifier()
    address = client.oauth.authorization_url(
        ["Basic", "SmartTag"], state=state, code_challenge=code_challenge(verifier)
    )
    say("Send the user to", address.split("?")[0])
    callback = user_logs_in_and_allows(address, ready)
    token = client.oauth.handle_callback(callback, state=state, code_verifier=verifier)
    say("Token with scopes", ", ".join(token.scopes))
    account = client.account.info()
    say("Account", f"{account.name}, {account.document_left} documents left")

    signers = [
        SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana.tui@example.com"),
        SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben.rata@example.com"),
    ]
    uploaded = []
    for path in documents:
        report = find_smart_tags(path)
        uploaded.append(client.documents.upload(path))
        say("Uploaded", f"{path.name}, Smart Tags for {len(report.orders)} signers")
    sent = client.smart_tags.send(uploaded, due_date=date.today() + timedelta(days=14), signers=signers)
    say("Sent", f"{len(sent)} documents, as one package")

    for document in sent:
        for signer in document.signers:
            invitee_signs(ready, signer.signing_key or "")
            current = client.documents.status(document.reference)
            say(f"{signer.first_name} {signer.last_name} signed", f"{document.name}: {current.status}")
        done = client.documents.wait_until_complete(document.reference, timeout=60)
        target = folder / f"{Path(done.name or 'document').stem}-{Path(done.name or '').suffix.strip('.')}-signed.pdf"
        download = client.downloads.document(done.reference, to=target)
        checked = client.documents.validate(done.reference)
        valid = sum(bool(signature.is_valid) for signature in checked.signatures or [])
        say("Downloaded", f"{target.name}, {valid} valid signatures")
        assert download.size == target.stat().st_size
    client.oauth.revoke()
    say("Token revoked")
    client.close()


def say(what: str, detail: str = "") -> None:
    """One line for each thing that happened; the demonstration prints them as they come."""
    print(f"{what}\t{detail}", flush=True)


def user_logs_in_and_allows(address: str, ready: dict[str, str]) -> str:
    """What the user does in a browser; returns the address the browser is sent to in the end."""
    with httpx.Client() as browser:
        page = browser.get(address)
        for answer in ({"email": ready["user"], "password": ready["password"]}, {"decision": "allow"}):
            hidden = re.search(r'name="csrf" value="([^"]+)"', page.text)
            page = browser.post(page.url, data={"csrf": hidden[1] if hidden else "", **answer})
            location = urljoin(str(page.url), page.headers.get("location", ""))
            if location.startswith(ready["access_url"]):
                return location
            page = browser.get(location)
    raise SystemExit("The login did not lead back to the callback.")


def invitee_signs(ready: dict[str, str], signing_key: str) -> None:
    """What an invitee does in a browser: open the link of the invitation, sign."""
    with httpx.Client(base_url=ready["origin"]) as browser:
        browser.get(f"/sign/{signing_key}").raise_for_status()
        answer = browser.post(f"/sign/{signing_key}", data={"action": "sign"})
    if answer.status_code != 303:
        raise SystemExit(f"Signing failed: {answer.status_code}.")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()), [Path(name) for name in sys.argv[3:]], Path(sys.argv[2]))
