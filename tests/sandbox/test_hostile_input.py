"""Hostile names and documents through the API: names stay text, documents end in a sentence, and nothing else is touched."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import securedsigning_sandbox
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

ANA = {"FirstName": "Ana", "LastName": "Tui", "Email": "ana@example.com"}
HERE = Path(__file__).parent
CONTRACT = HERE.parents[1] / "spec" / "examples" / "files" / "contract.pdf"
NAMES = {
    "../../etc/passwd.pdf": "passwd.pdf",
    "..\\..\\boot.pdf": "boot.pdf",
    "/etc/shadow.pdf": "shadow.pdf",
    "C:\\Windows\\win.pdf": "win.pdf",
    "\\\\host\\share\\x.pdf": "x.pdf",
    "..%2f..%2fx.pdf": "..%2f..%2fx.pdf",
    "a\x00b.pdf": "ab.pdf",
    "con.pdf": "con.pdf",
    "x\r\nX-Evil: 1\r\n\r\n<b>.pdf": "x%0D%0AX-Evil: 1%0D%0A%0D%0A<b>.pdf",
    'x"; filename="evil.exe.pdf': 'x"; filename="evil.exe.pdf',
    "invoice\u202efdp.exe.pdf": "invoicefdp.exe.pdf",
    "\u2066\ufeffhidden\u200b.pdf": "hidden.pdf",
    "naïve 契約書 🖋.pdf": "naïve 契約書 🖋.pdf",
    ".pdf": ".pdf",
}
"""What a file is called, and what remains of it."""


LONG = "契" * 250 + ".pdf"


def form(name: str, content: bytes, action: str = "none") -> tuple[bytes, dict[str, str]]:
    """Body and header of a form with the name nearly as it is: HTTP clients would write a harmless one."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "%0D").replace("\n", "%0A")
    head = (
        f'--B\r\nContent-Disposition: form-data; name="action"\r\n\r\n{action}\r\n'
        f'--B\r\nContent-Disposition: form-data; name="file"; filename="{quoted}"\r\n\r\n'
    )
    return head.encode() + content + b"\r\n--B--\r\n", {"Content-Type": "multipart/form-data; boundary=B"}


def upload(caller: Any, path: str, name: str, content: bytes) -> Any:
    body, header = form(name, content)
    return caller.call("POST", path, content=body, headers=caller.headers() | header)


def offered_name(answer: Any) -> str:
    """The name under which a browser would save an answer; the older form of it holds nothing that ends it early."""
    assert answer.status_code == 200, answer.text
    assert "x-evil" not in answer.headers
    (header,) = answer.headers.get_list("content-disposition")
    found = re.fullmatch(r"attachment; filename=\"([^\"\\/]*)\"; filename\*=UTF-8''([\w.~%-]+)", header, re.ASCII)
    assert found, header
    return unquote(found[2])


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first being its root."""
    data, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(data),
    )


def many_pages(levels: int) -> bytes:
    """A PDF of 20 pages to the power of ``levels``, all the same one."""
    tree = [
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (20 ** (levels - level), b"%d 0 R " % (level + 3) * 20)
        for level in range(levels)
    ]
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *tree, b"<</Type/Page/MediaBox[0 0 99 99]>>")


def active(kind: str, **entries: str) -> bytes:
    """The contract with an action that starts when it is opened."""
    writer = PdfWriter(clone_from=PdfReader(CONTRACT))
    action = DictionaryObject({NameObject("/S"): NameObject(kind)})
    action.update({NameObject(f"/{key}"): TextStringObject(value) for key, value in entries.items()})
    writer.root_object[NameObject("/OpenAction")] = action
    return written(writer)


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(CONTRACT))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def nested_bomb() -> bytes:
    """Zeros in an archive in an archive, ten times over: some kilobytes that stand for a hundred gigabytes."""
    content = zipped(zeros=bytes(10_000_000))
    for _ in range(4):
        content = zipped(**{f"{number}.zip": content for number in range(10)})
    return zipped(**{"word/document.xml": content})


BOMB_XML = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
DOCUMENTS = {
    "script.pdf": (lambda: active("/JavaScript", JS="app.alert(1)"), "JavaScript"),
    "launch.pdf": (lambda: active("/Launch", F="calc.exe"), "starts a program"),
    "locked.pdf": (locked, "password"),
    "pages.pdf": (lambda: many_pages(3), "8,000 pages"),
    "more-pages.pdf": (lambda: many_pages(6), "damaged"),
    "liar.pdf": (
        lambda: pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 4999/Kids[3 0 R]>>",
            b"<</Type/Page/MediaBox[0 0 9 9]>>",
        ),
        "damaged",
    ),
    "endless.pdf": (
        lambda: pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"),
        "damaged",
    ),
    "nested.docx": (nested_bomb, "not well-formed"),
    "entities.docx": (lambda: zipped(**{"word/document.xml": BOMB_XML}), "XML entities"),
    "entities.odt": (lambda: zipped(**{"content.xml": BOMB_XML}), "XML entities"),
    "torn.docx": (lambda: zipped(**{"word/document.xml": b"<x/>" * 100})[:-40], "damaged"),
    "table.docx": (lambda: workbook("=1+1"), "not a DOCX"),
}
"""A hostile document by its name, and what the refusal says."""


def workbook(*cells: str) -> bytes:
    book, made = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["FirstName", "LastName", "Email"])
    sheet.append([*cells, *["x"] * (2 - len(cells)), "ana@example.com"])
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("name", [*NAMES, LONG])
def test_names_stay_text(name: str, caller: Any) -> None:
    """In the answer, in headers, in mails, and in the store's folder, whose files are called as the store likes."""
    kept = NAMES.get(name, name)
    taken = upload(caller, "/Document/Uploader", name, CONTRACT.read_bytes())
    reference = taken.json()["Reference"]
    assert caller.status(reference)["Name"] == kept
    assert offered_name(caller.call("GET", f"/Download/GetDocumentData/{reference}")) == kept
    attachment = upload(caller, "/Attachment/Uploader", name, b"%PDF").json()
    assert attachment["Name"] == kept
    assert offered_name(caller.call("GET", f"/Download/Attachment/{attachment['Reference']}")) == kept
    person = {"FirstName": "Ana", "LastName": "", "Email": "a@example.com", "Attachments": [attachment["Reference"]]}
    key = caller.send(reference, Signers=[person, {**person, "Attachments": []}]).json()[0]["Signers"][0]["SigningKey"]
    assert offered_name(caller.http.get(f"/sign/{key}/attachments/0")) == kept
    assert "\r" not in caller.sandbox.invitations()[0]["subject"]
    assert offered_name(caller.call("GET", f"/Download/GetDocumentData/{reference}")).endswith(".pdf")
    assert all(path.name.isdecimal() for path in caller.sandbox.state.store.folder.iterdir())


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "../", "..", "\u202e", "pdf", "a.pdf/"])
def test_names_that_are_too_long_or_name_nothing(name: str, caller: Any) -> None:
    for path in ("/Document/Uploader", "/Attachment/Uploader"):
        answer = upload(caller, path, name, b"%PDF")
        assert (answer.status_code, answer.json()["ResponseStatus"]["Errors"][0]["FieldName"]) == (400, "file")
    assert not list(caller.sandbox.state.store.folder.iterdir())


def test_members_of_an_archive_can_be_unpacked_anywhere(caller: Any) -> None:
    """On every system and without leaving the folder, each under a name of its own."""
    document = caller.send(caller.upload("a.rtf", b"{\\rtf1 [!Sign.1, , ,] [!Attachment.1]}"), Signers=[ANA]).json()[0]
    names = [*NAMES, LONG, "COM1.pdf", "nul.pdf", "dots. . .pdf", " .pdf", "*?.pdf"]
    for name in names:
        body, header = form(name, name.encode(), action="upload")
        page = f"/sign/{document['Signers'][0]['SigningKey']}"
        assert caller.http.post(page, content=body, headers=header).status_code == 200
    answer = caller.call("GET", f"/Download/GetUploadedFileData/{document['Reference']}")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    found = archive.namelist()
    assert [archive.read(name) for name in found] == [name.encode() for name in names]
    assert len({name.lower() for name in found}) == len(names)
    for name in found:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202a-\u202e\u2066-\u2069]', name)
        assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name)
        assert name.strip(". ") and not name.endswith((".", " "))
        assert len(name.encode()) <= 255


def test_the_name_of_a_combined_document_stays_a_name(caller: Any) -> None:
    first, second = caller.upload(), caller.upload()
    body = {"DocumentReferences": [first, second], "CombinedDocumentName": "../Rent 2031/32\r\n\u202eX: 1"}
    reference = caller.call("POST", "/Document/Combine", json=body).json()["Reference"]
    assert caller.status(reference)["Name"] == ".._Rent 2031_32X: 1.pdf"
    assert offered_name(caller.call("GET", f"/Download/GetDocumentData/{reference}")) == ".._Rent 2031_32X: 1.pdf"
    for name in ("x" * 300, " \u202e "):
        answer = caller.call("POST", "/Document/Combine", json={**body, "CombinedDocumentName": name})
        assert answer.json()["ResponseStatus"]["Errors"][0]["FieldName"] == "CombinedDocumentName"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_document_is_refused_with_a_sentence(name: str, caller: Any) -> None:
    """It names the document; nothing is sent, and nothing but the upload lies in the folder."""
    make, sentence = DOCUMENTS[name]
    reference = caller.upload(name, make())
    answer = caller.send(reference)
    assert answer.status_code == 400, answer.text
    message = answer.json()["ResponseStatus"]["Errors"][0]["Message"]
    assert message.startswith(f"{name}: ") and sentence in message
    assert str(caller.sandbox.state.store.folder) not in answer.text
    assert caller.status(reference)["Status"] == "Initialized"
    assert len(list(caller.sandbox.state.store.folder.iterdir())) == 1
    assert caller.http.get(f"/documents/{reference}/first-page.png").status_code in {200, 404}
    assert caller.send(caller.upload()).status_code == 200


def test_formulas_of_a_list_are_not_computed(caller: Any) -> None:
    """What looks like one in a name is text in the journal too, and one without a known value is nothing."""
    body = {
        "DocumentReference": caller.upload("a.rtf", b"{\\rtf1 [!Sign.1, , ,]}"),
        "MailMergeListFileType": "xlsx",
        "MailMergeListFileData": base64.b64encode(workbook("=HYPERLINK(1)", "@SUM(1)")).decode(),
        "DueDate": "2031-01-01",
    }
    answer = caller.call("POST", "/SmartTag/MailMerge", json=body)
    caller.sandbox.wait()
    assert answer.status_code == 200, answer.text
    merged = caller.call("GET", f"/SmartTag/MailMergeDocuments/{answer.json()['Reference']}").json()
    (signer,) = merged["Documents"][0]["Signers"]
    assert (signer["FirstName"], signer["LastName"]) == ("", "@SUM(1)")


def test_nothing_outside_the_data_is_touched(tmp_path: Path) -> None:
    """Python reports every file that is opened, made or moved, every program and every connection."""
    data, temporary, bait = tmp_path / "data", tmp_path / "temporary", tmp_path / "bait.pdf"
    data.mkdir()
    temporary.mkdir()
    bait.write_text("not for you")
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(securedsigning_sandbox.__file__).parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PATH": "",  # no LibreOffice: what another program does, Python does not report
        "TMPDIR": str(temporary),
    }
    command = [sys.executable, str(HERE / "watched_visit.py"), str(data / "sandbox.db"), str(bait)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    allowed = (str(data), str(temporary))
    assert len(seen["written"]) > 50
    assert [path for path in seen["written"] if not path.startswith(allowed)] == []
    assert [path for path in seen["read"] if "bait" in path] == []
    assert seen["started"] == []
    assert not list(temporary.iterdir())
    assert {path.name for path in tmp_path.iterdir()} == {"data", "temporary", "bait.pdf"}
    assert seen["statuses"].count(303) == 8 and max(seen["statuses"]) < 500
