"""Run as a program: a hostile caller visits a sandbox whose every step Python reports; prints what it touched as JSON.

Arguments: the sandbox's database, and a file that nothing may read, whatever names lead to it.
"""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
RUNNING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo"}


class Watch:
    """What happens in this process once it is on.

    Attributes:
        read, written: absolute paths.
        started: names of events that run a program or go to the network.
    """

    def __init__(self) -> None:
        self.on = False
        self.read: set[str] = set()
        self.written: set[str] = set()
        self.started: set[str] = set()
        sys.addaudithook(self._see)

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            path = os.path.abspath(os.fsdecode(arguments[0]))
            (self.written if (arguments[2] or 0) & WRITING else self.read).add(path)
        elif event == "sqlite3.connect":
            self.written.add(os.path.abspath(str(arguments[0])))
        elif event in CHANGING:
            self.written.update(
                os.path.abspath(os.fsdecode(item)) for item in arguments if isinstance(item, str | bytes | os.PathLike)
            )
        elif event in RUNNING:
            self.started.add(event)


def office_file(bait: str) -> bytes:
    """A DOCX whose members and links lead outside."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{number}" Type="{kind}/{what}" Target="{target}" TargetMode="External"/>'
        for number, (what, target) in enumerate(
            [("header", bait), ("image", f"file://{bait}"), ("attachedTemplate", "http://127.0.0.1:9/t.dotm")]
        )
    )
    xml = f"<w:document {names}><w:body><w:p><w:r><w:t>[!Sign.1, , ,]</w:t></w:r></w:p></w:body></w:document>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", xml)
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        archive.writestr(f"../../../..{bait}.written", "outside")
        archive.writestr(f"{bait}.written", "outside")
    return made.getvalue()


def visit(caller: Any, bait: str) -> list[int]:
    """Upload, attach, send, sign and download under names that lead to the bait; returns the statuses."""
    entity = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{bait}">]><x>&a;</x>'
    torn = io.BytesIO()
    with zipfile.ZipFile(torn, "w") as archive:
        archive.writestr("word/document.xml", entity)
    statuses = []
    for name in (f"../../../../../../..{bait}", bait, f"C:\\..\\{bait}", f"file://{bait}"):
        contents = {
            ".docx": office_file(bait),
            ".rtf": b"{\\rtf1 [!Sign.1, , ,] [!Attachment.1]}",
            ".odt": torn.getvalue(),
        }
        for ending, content in contents.items():
            answer = caller.call("POST", "/Document/Uploader", files={"file": (name + ending, content)})
            attached = caller.call("POST", "/Attachment/Uploader", files={"file": (name + ending, content)})
            person = {"FirstName": bait, "LastName": name, "Email": "ana@example.com"}
            person["Attachments"] = [attached.json()["Reference"]]
            sent = caller.send(answer.json()["Reference"], Signers=[person])
            statuses += [answer.status_code, attached.status_code, sent.status_code]
            if sent.status_code != 200:
                continue
            document = sent.json()[0]
            (signer,) = document["Signers"]
            page = f"/sign/{signer['SigningKey']}"
            caller.http.get(page)
            caller.http.get(f"{page}/attachments/0")
            mine = {"file": (f"{name}.txt", b"mine")}
            statuses.append(caller.http.post(page, data={"action": "upload"}, files=mine).status_code)
            statuses.append(caller.http.post(page, data={"action": "sign", "typed": bait}).status_code)
            for path in ("GetDocumentData/{}", "GetUploadedFileData/{}", "Snapshot/{}", "ENotaryJournal/{}/xlsx"):
                statuses.append(caller.call("GET", f"/Download/{path.format(document['Reference'])}").status_code)
    for path in (
        f"/static/..{bait}",
        f"/files/..{bait}",
        f"/web/v1.4/client/scripts/..%2f..{bait}",
        f"/sign/..{bait}",
    ):
        statuses.append(caller.http.get(path).status_code)
        statuses.append(caller.http.get(path.replace("/..", "/%2e%2e%2f")).status_code)
    return statuses


def main(database: str, bait: str) -> None:
    from caller import Caller
    from securedsigning_sandbox.settings import Settings

    watch = Watch()
    caller = Caller(Settings(database=Path(database)))
    caller.sandbox.sign(
        caller.send(caller.upload()).json()[0]["Signers"][0]["SignerReference"]
    )  # loads what is loaded late
    watch.on = True
    statuses = visit(caller, bait)
    watch.on = False
    caller.sandbox.close()
    facts = {name: sorted(getattr(watch, name)) for name in ("read", "written", "started")}
    print(json.dumps({**facts, "statuses": statuses}))


if __name__ == "__main__":
    main(*sys.argv[1:])
