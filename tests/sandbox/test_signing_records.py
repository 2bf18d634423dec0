"""What comes of signing besides the document: journal, identities, pictures, uploaded files, a recording, a moved meeting."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from answer_schemas import validator
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader
from securedsigning_sandbox import signer_files

TAGS = rb"{\rtf1 Lease \par [!Sign.1, , ,] \par [!Sign.2, , ,] \par [!IDCheck.1] [!Attachment.2] [!Stamp.1]}"
PICTURE = b"\x89PNG of a passport"


def sent(caller: Any, **body: Any) -> Any:
    """A document that asks Ana for a check of her identity and Ben for files."""
    answer = caller.send(caller.upload("lease.rtf", TAGS), **body)
    assert answer.status_code == 200, answer.text
    return answer.json()[0]


def get(caller: Any, path: str) -> Any:
    """An answer that comes from what has happened, never an example."""
    answer = caller.call("GET", f"/Download/{path}")
    assert answer.status_code >= 400 or answer.headers["X-Sandbox-Behaviour"] == "stateful"
    return answer


def add_file(caller: Any, signer: Any, name: str, content: bytes = PICTURE, **form: str) -> Any:
    """Send the signing page's form with a file."""
    data = {"action": "upload", **form}
    return caller.http.post(f"/sign/{signer['SigningKey']}", data=data, files={"file": (name, content)})


def reason(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["ResponseStatus"]["Message"]


def names(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_tags_that_ask_are_seen_in_the_document_and_not_called_unsupported(caller: Any) -> None:
    document = sent(caller)
    assert document["IDVerificationRequested"] is True
    log = caller.call("GET", f"/Document/Log/{document['Reference']}").json()
    assert [entry["Action"] for entry in log if "tag" in entry["Action"]] == ["Unsupported tag, ignored: [!Stamp.1]"]
    plain = caller.send(caller.upload()).json()[0]
    assert (plain["IDVerificationRequested"], plain["HasFileUploaded"]) == (False, False)


def test_files_of_signers(caller: Any) -> None:
    """Asked of Ben alone and taken in his turn; the archive holds them under names of their own."""
    document = sent(caller)
    ana, ben = document["Signers"]
    path = f"GetUploadedFileData/{document['Reference']}"
    assert reason(get(caller, path))[0] == 404
    assert [add_file(caller, signer, "passport.png").status_code for signer in (ana, ben)] == [400, 400]
    assert "Add your files" not in caller.http.get(f"/sign/{ana['SigningKey']}").text
    caller.sandbox.sign(ana["SignerReference"])
    assert "Add your files" in caller.http.get(f"/sign/{ben['SigningKey']}").text
    for name in ("passport.png", "PASSPORT.png", "../../con.txt"):
        assert add_file(caller, ben, name).status_code == 200
    assert "PASSPORT.png" in caller.http.get(f"/sign/{ben['SigningKey']}").text
    assert caller.status(document["Reference"])["HasFileUploaded"] is True
    archive = get(caller, path)
    assert archive.headers["content-type"] == "application/zip"
    assert names(archive) == ["passport.png", "PASSPORT (2).png", "_con.txt"]
    assert zipfile.ZipFile(io.BytesIO(archive.content)).read("passport.png") == PICTURE


@pytest.mark.parametrize(("name", "content"), [("run.exe", b"MZ"), ("empty.png", b""), ("x" * 300 + ".png", b"x")])
def test_files_of_signers_that_are_refused(name: str, content: bytes, caller: Any) -> None:
    """With the reason on the page, and neither kept nor anything lost that was typed."""
    ana, ben = (document := sent(caller))["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    answer = add_file(caller, ben, name, content, typed="B. Rata")
    assert answer.status_code in {400, 404}
    assert 'role="alert"' in answer.text and 'value="B. Rata"' in answer.text
    assert caller.status(document["Reference"])["HasFileUploaded"] is False


def test_a_signer_adds_no_more_than_twenty_files(caller: Any) -> None:
    ana, ben = sent(caller)["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    assert [add_file(caller, ben, f"{number}.png").status_code for number in range(21)] == [200] * 20 + [400]
    assert caller.http.post(f"/sign/{ben['SigningKey']}", data={"action": "upload", "file": "text"}).status_code == 400
    assert add_file(caller, {"SigningKey": "unknown"}, "a.png").status_code == 404


def test_nobody_signs_before_the_files_are_there(caller: Any) -> None:
    """Neither on the page nor by the control API; a file that is chosen when signing goes along."""
    ana, ben = (document := sent(caller))["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    page = f"/sign/{ben['SigningKey']}"
    missing = "add at least one before signing"
    refused = caller.http.post(page, data={"action": "sign", "typed": "B. Rata"})
    assert refused.status_code == 400 and missing in refused.text and 'value="B. Rata"' in refused.text
    refused = caller.http.post("/_sandbox/sign", json={"signer": ben["SignerReference"]})
    assert reason(refused)[0] == 400 and missing in reason(refused)[1]
    assert caller.status(document["Reference"])["Status"] == "Pending"
    assert add_file(caller, ben, "passport.png", action="sign").status_code == 303
    assert caller.status(document["Reference"])["Status"] == "Complete"
    assert names(get(caller, f"GetUploadedFileData/{document['Reference']}")) == ["passport.png"]


def test_a_file_can_be_taken_back_before_signing(caller: Any) -> None:
    """With its content; nobody else's, and not once it was signed."""
    ana, ben = (document := sent(caller))["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    before = set(caller.sandbox.state.store.folder.iterdir())
    page = add_file(caller, ben, "wrong.png").text
    (action,) = re.findall(r'value="(remove-\d+)"', page)
    address = f"/sign/{ben['SigningKey']}"
    assert caller.http.post(f"/sign/{ana['SigningKey']}", data={"action": action}).status_code == 400
    for _ in range(2):  # the second from another window, where it still stands
        removed = caller.http.post(address, data={"action": action, "typed": "B. Rata"})
        assert removed.status_code == 200 and "wrong.png" not in removed.text and 'value="B. Rata"' in removed.text
    assert set(caller.sandbox.state.store.folder.iterdir()) == before
    log = caller.call("GET", f"/Document/Log/{document['Reference']}").json()
    about_files = [entry["Action"] for entry in log if "a file" in entry["Action"]]
    assert about_files == ["Uploaded a file: wrong.png", "Removed a file: wrong.png"]
    (action,) = re.findall(r'value="(remove-\d+)"', add_file(caller, ben, "right.png").text)
    assert caller.http.post(address, data={"action": "sign"}).status_code == 303
    assert caller.http.post(address, data={"action": action}).status_code == 400
    assert names(get(caller, f"GetUploadedFileData/{document['Reference']}")) == ["right.png"]


def test_files_that_a_program_gives_when_it_signs(caller: Any) -> None:
    """In Base64; what is none is refused."""
    ana, ben = (document := sent(caller))["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    body = {"signer": ben["SignerReference"], "files": {"passport.png": base64.b64encode(PICTURE).decode()}}
    for broken in ({"passport.png": "!"}, {"passport.png": 1}, ["passport.png"]):
        assert caller.http.post("/_sandbox/sign", json={**body, "files": broken}).status_code == 400
    assert caller.http.post("/_sandbox/sign", json=body).json()["status"] == "Complete"
    archive = get(caller, f"GetUploadedFileData/{document['Reference']}")
    assert zipfile.ZipFile(io.BytesIO(archive.content)).read("passport.png") == PICTURE


def test_the_journal_tells_what_the_log_tells(caller: Any) -> None:
    """In each format, a name that a spreadsheet would compute included."""
    formula = "=1+1"
    signers = [{"FirstName": formula, "LastName": "", "Email": "ana@example.com"}]
    document = sent(caller, Signers=[*signers, {"FirstName": "Ben", "LastName": "Rata", "Email": "b@example.com"}])
    caller.sandbox.sign(document["Signers"][0]["SignerReference"])
    path = f"ENotaryJournal/{document['Reference']}"
    journal = get(caller, f"{path}/json")
    assert journal.headers["content-type"] == "application/json"
    entries = json.loads(journal.content)["Entries"]
    log = caller.call("GET", f"/Document/Log/{document['Reference']}").json()
    assert [entry["Event"] for entry in entries] == [entry["Action"] for entry in log]
    assert any(entry["Event"] == "Signed" and entry["Name"] == formula for entry in entries)
    sheet = load_workbook(io.BytesIO(get(caller, f"{path}/xlsx").content)).active
    cell = next(row[2] for row in sheet.iter_rows() if row[1].value == "Signed")
    assert (cell.value, cell.data_type) == (formula, "s")
    pages = PdfReader(io.BytesIO(get(caller, f"{path}/pdf").content)).pages
    text = "".join(page.extract_text() for page in pages)
    assert "lease.rtf" in text and "no notary was there" in text
    assert caller.call("GET", f"/Download/{path}/doc").status_code == 400
    assert get(caller, f"ENotaryJournal/{caller.upload()}/pdf").status_code == 404


def test_a_file_that_comes_when_its_signer_has_signed_is_refused(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """From another window, say, while it was on its way; nothing of it stays."""
    ana, ben = sent(caller)["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    assert add_file(caller, ben, "passport.png").status_code == 200
    take_in = signer_files.take_in

    def overtaken(*arguments: Any) -> Any:
        taken = take_in(*arguments)
        caller.sandbox.sign(ben["SignerReference"])
        stored.update(caller.sandbox.state.store.folder.iterdir())
        stored.remove(caller.sandbox.state.store.path(taken[2]))
        return taken

    stored: set[Path] = set()
    monkeypatch.setattr(signer_files, "take_in", overtaken)
    assert add_file(caller, ben, "visa.png").status_code == 400
    assert [row["name"] for row in signer_files.uploaded(caller.sandbox.state, ben["SignerReference"])] == [
        "passport.png"
    ]
    assert set(caller.sandbox.state.store.folder.iterdir()) == stored


def test_identities_are_told_of_those_who_were_asked(caller: Any) -> None:
    document = sent(caller)
    path = f"IDVerification/{document['Reference']}"
    entries = json.loads(get(caller, f"{path}/json").content)["Entries"]
    assert [(entry["Name"], entry["Signed"]) for entry in entries] == [("Ana Tui", "no")]
    caller.sandbox.sign(document["Signers"][0]["SignerReference"])
    assert json.loads(get(caller, f"{path}/json").content)["Entries"][0]["Signed"] == "yes"
    pdf = PdfReader(io.BytesIO(get(caller, f"{path}/pdf").content))
    assert "nobody's identity was checked" in pdf.pages[0].extract_text()
    plain = caller.send(caller.upload()).json()[0]
    status, problem = reason(get(caller, f"IDVerification/{plain['Reference']}/pdf"))
    assert status == 404 and "[!IDCheck.1]" in problem


def test_pictures_of_the_pages_after_each_signature(caller: Any) -> None:
    document = sent(caller)
    path = f"Snapshot/{document['Reference']}"
    assert reason(get(caller, path))[0] == 404
    ana, ben = document["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    caller.sandbox.sign(ben["SignerReference"], files={"passport.png": PICTURE})
    answer = get(caller, path)
    assert names(answer) == ["1 Ana Tui - page 1.png", "2 Ben Rata - page 1.png"]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    first, second = (Image.open(io.BytesIO(archive.read(name))) for name in archive.namelist())
    assert first.width == second.width == 800
    assert first.tobytes() != second.tobytes()


def test_a_recording_is_what_was_attached(caller: Any) -> None:
    document = sent(caller)
    path = f"VideoSigningRecording/{document['Reference']}"
    status, problem = reason(get(caller, path))
    assert status == 404 and "POST recording" in problem
    for content in (b"first", b"second"):
        body = {"document": document["Reference"], "content": base64.b64encode(content).decode(), "name": "a/b.mp4"}
        answer = caller.http.post("/_sandbox/recording", json=body)
        assert answer.json() == {"document": document["Reference"], "name": "b.mp4", "size": len(content)}
    answer = get(caller, path)
    assert answer.content == b"second"
    assert 'filename="b.mp4"' in answer.headers["content-disposition"]
    wrong = [{"document": "1", "content": ""}, {"document": document["Reference"], "content": "?"}, {"content": "YQ=="}]
    assert [caller.http.post("/_sandbox/recording", json=body).status_code for body in wrong] == [404, 400, 400]


def test_a_meeting_is_moved_while_the_document_is_under_way(caller: Any) -> None:
    """The log has the time; the answer is the document."""
    document = sent(caller)
    body = {"DocumentReference": document["Reference"], "ScheduleDate": "2031-01-02T10:00:00", "GMT": "720"}
    answer = caller.call("POST", "/Document/Reschedule", json=body)
    assert (answer.status_code, answer.headers["X-Sandbox-Behaviour"]) == (200, "stateful"), answer.text
    validator({"$ref": "#/components/schemas/Document"}).validate(answer.json())
    actions = [entry["Action"] for entry in caller.call("GET", f"/Document/Log/{document['Reference']}").json()]
    assert actions[-1] == "Video signing moved to 2031-01-01T22:00:00Z"
    past = caller.call("POST", "/Document/Reschedule", json={**body, "ScheduleDate": "2001-01-01"})
    assert (past.status_code, past.json()["ResponseStatus"]["Errors"][0]["FieldName"]) == (400, "ScheduleDate")
    caller.sandbox.decline(document["Signers"][0]["SignerReference"], "No")
    assert caller.call("POST", "/Document/Reschedule", json=body).status_code == 400


@pytest.mark.parametrize(
    "path", ["GetUploadedFileData/1", "ENotaryJournal/1/pdf", "IDVerification/1/pdf", "Snapshot/1"]
)
def test_of_a_document_that_is_not_known_there_is_nothing(path: str, caller: Any) -> None:
    assert reason(get(caller, path)) == (404, "There is no document 1 in this account.")
