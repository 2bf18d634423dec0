"""From upload to download, and everything that can go otherwise."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from securedsigning_sandbox import operations
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError


@pytest.mark.parametrize("name", ["contract.docx", "contract.pdf"])
def test_two_people_sign(name: str, caller: Any) -> None:
    """In turn, each on the signing page; the document is complete when both have, and its signatures are valid."""
    reference = caller.upload(name)
    document = caller.send(reference).json()[0]
    assert document["Status"] == "Invitation"
    ana, ben = document["Signers"]
    assert (ana["SignedStatus"], ben["SignedStatus"]) == ("Invitation", "Pending")
    assert caller.http.post(f"/sign/{ben['SigningKey']}", data={"action": "sign"}).status_code == 400  # not yet
    assert caller.http.get(f"/sign/{ana['SigningKey']}").status_code == 200
    assert caller.http.get(f"/sign/{ana['SigningKey']}/pages/0.png").content.startswith(b"\x89PNG")
    assert caller.http.post(f"/sign/{ana['SigningKey']}", data={"action": "sign", "typed": "Ana"}).status_code == 303
    assert caller.status(reference)["Status"] == "Pending"
    assert caller.sandbox.sign(ben["SignerReference"]) == "Complete"
    done = caller.status(reference)
    assert done["LastSignedDate"]
    assert [signer["SignedStatus"] for signer in done["Signers"]] == ["Complete", "Complete"]
    data = caller.call("GET", f"/Download/GetDocumentData/{reference}")
    assert data.headers["content-type"] == "application/pdf"
    assert len(PdfReader(BytesIO(data.content)).pages) >= 1
    checked = caller.call("POST", "/Document/FileValidation", files={"x": ("signed.pdf", data.content)}).json()
    assert [item["isValid"] for item in checked["Signatures"]] == [True, True]
    place = data.content.index(b"Building") if b"Building" in data.content else len(data.content) // 3
    broken = data.content[:place] + bytes([data.content[place] ^ 1]) + data.content[place + 1 :]
    answer = caller.call("POST", "/Document/FileValidation", files={"x": ("signed.pdf", broken)})
    if answer.status_code == 200:
        assert not all(item["isValid"] for item in answer.json()["Signatures"])


def test_what_was_uploaded_is_what_is_downloaded(caller: Any) -> None:
    """Before a document is sent, its bytes come back as they were."""
    data = b"%PDF-1.4 " + bytes(range(256)) * 5000
    reference = caller.upload("d.pdf", data)
    assert caller.call("GET", f"/Download/GetDocumentData/{reference}").content == data


def test_send2_answers_with_a_package(caller: Any) -> None:
    """Several documents form a package, and a single one gets a reference too."""
    first, second = caller.upload(), caller.upload("contract.docx")
    package = caller.send(first, second, route="Send2", PackageName="Contracts").json()
    assert package["PackageName"] == "Contracts"
    assert len(package["Documents"]) == 2
    status = caller.call("GET", f"/Package/Status/{package['PackageReference']}").json()
    assert status["PackageStatus"] == "Invitation"
    assert caller.call("DELETE", f"/Package/{package['PackageReference']}").status_code == 204
    assert caller.call("GET", f"/Document/Status/{first}").status_code == 404
    assert caller.send(caller.upload(), route="Send2").json()["PackageReference"]


def test_declining_needs_a_reason(caller: Any) -> None:
    """The reason is kept, and nobody can sign afterwards."""
    document = caller.send(caller.upload()).json()[0]
    key = document["Signers"][0]["SigningKey"]
    assert "needs a reason" in caller.http.post(f"/sign/{key}", data={"action": "decline", "reason": " "}).text
    assert caller.http.post(f"/sign/{key}", data={"action": "decline", "reason": "Too dear"}).status_code == 303
    declined = caller.status(document["Reference"])
    assert declined["Status"] == "Declined"
    assert declined["Signers"][0]["DeclinedReason"] == "Too dear"
    assert "cannot sign now" in caller.http.post(f"/sign/{key}", data={"action": "sign"}).text


def test_expiry_and_extension(caller: Any) -> None:
    """A document expires at its due date; extending opens it again."""
    reference = caller.send(caller.upload()).json()[0]["Reference"]
    caller.sandbox.clock.advance(10 * 366 * 86_400)
    caller.token = str(caller.sandbox.token()["access_token"])
    assert caller.status(reference)["Status"] == "Expired"
    body = {"DocumentReference": reference, "DueDate": "2037-01-01"}
    extended = caller.call("POST", "/Document/Extend", json=body).json()
    assert extended["Status"] == "Invitation"
    assert [signer["SignedStatus"] for signer in extended["Signers"]] == ["Invitation", "Pending"]


def test_reminder_and_correction(caller: Any) -> None:
    """Whose turn it is can be reminded; details can be corrected while nobody has signed with them."""
    document = caller.send(caller.upload()).json()[0]
    ana, ben = document["Signers"]
    body = {"DocumentReference": document["Reference"], "SignerReference": ana["SignerReference"]}
    assert caller.call("POST", "/Document/SendReminder", json=body).status_code == 204
    assert caller.call("POST", "/Document/SendReminder", json=body | {"SignerReference": "1"}).status_code == 404
    update = {"SignerReference": ben["SignerReference"], "Email": "benjamin@example.com"}
    answer = caller.call(
        "POST", "/Document/UpdateSigner", json={"DocumentReference": document["Reference"], "Signers": [update]}
    )
    assert answer.json()["Signers"][1]["Email"] == "benjamin@example.com"
    mails = caller.http.get("/_sandbox/mails").json()
    assert [mail["recipient"] for mail in mails] == ["ana@example.com", "ana@example.com"]


@pytest.mark.parametrize("operation", ["extendDocument", "sendReminder"])
def test_a_document_that_is_completed_meanwhile_stays_so(
    operation: str, caller: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever extends it or reminds its signer at the same moment is refused."""
    document = caller.send(caller.upload()).json()[0]
    first, last = (signer["SignerReference"] for signer in document["Signers"])
    caller.sandbox.sign(first)
    state = caller.sandbox.state
    transaction = state.store.transaction

    def overtaken(**flushed: bool) -> Any:
        monkeypatch.undo()
        caller.sandbox.sign(last)
        return transaction(**flushed)

    account = state.store.one("SELECT * FROM accounts WHERE reference = ?", caller.sandbox.account)
    body = {"DocumentReference": document["Reference"], "SignerReference": last, "DueDate": "2031-02-01"}
    monkeypatch.setattr(state.store, "transaction", overtaken)
    with pytest.raises(ApiError, match="Complete"):
        operations.load()[operation](Call(state, account, body=body))
    assert caller.status(document["Reference"])["Status"] == "Complete"


def test_what_left_a_package_is_not_deleted_again(caller: Any) -> None:
    """When the rest of the package goes."""
    sent = caller.send(caller.upload(), caller.upload(), NotifyUrl="http://127.0.0.1:1/").json()
    first, second = (document["Reference"] for document in sent)
    for reference, alone in ((first, "true"), (second, "false")):
        answer = caller.call("DELETE", f"/Document/{reference}", params={"RemoveFromPackage": alone})
        assert answer.status_code == 200
    told = [each["document"] for each in caller.sandbox.deliveries() if each["event"] == "Deleted"]
    assert told == [first, second]


def test_a_document_is_deleted_once(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two calls at the same moment the second finds it no longer, and nobody is told twice."""
    reference = caller.upload()
    state = caller.sandbox.state
    transaction = state.store.transaction
    account = state.store.one("SELECT * FROM accounts WHERE reference = ?", caller.sandbox.account)
    call = Call(state, account, {"DocumentReference": reference, "RemoveFromPackage": True})
    delete = operations.load()["deleteDocument"]

    def overtaken(**flushed: bool) -> Any:
        monkeypatch.undo()
        delete(call)
        return transaction(**flushed)

    monkeypatch.setattr(state.store, "transaction", overtaken)
    with pytest.raises(ApiError, match=reference):
        delete(call)


@pytest.mark.parametrize(
    ("due_date", "reason"),
    [
        ("2020-01-01", "past"),
        ("2099-01-01", "longest due period"),
        ("31.12.2031", "no date"),
    ],
)
def test_due_dates_that_are_refused(due_date: str, reason: str, caller: Any) -> None:
    """With the reason, before anything is sent."""
    answer = caller.send(caller.upload(), DueDate=due_date)
    assert answer.status_code == 400
    assert reason in answer.text or "DueDate" in answer.text


def test_signers_and_tags_have_to_fit(caller: Any) -> None:
    """The message names the tag that nobody signs, or says how many tags there are."""
    few = caller.send(caller.upload("contract.docx"), Signers=[])
    assert (few.status_code, "[!Sign.1.F" in few.text) == (400, True)
    person = {"FirstName": "A", "LastName": "B", "Email": "c@d.e"}
    many = caller.send(caller.upload("contract.docx"), Signers=[person] * 3)
    assert "tags for 2 signers, but 3 are given" in many.text
    details_in_the_tags = caller.send(caller.upload("contract.pdf"), Signers=[])
    assert details_in_the_tags.json()[0]["Signers"][0]["Email"] == "ana.tui@example.com"
    assert "There is no Smart Tag" in caller.send(caller.upload("attachment.pdf")).text


def test_limits(make_caller: Any) -> None:
    """The plan runs out with 426, a file that is too large is 413, a type that is not taken is 400."""
    caller = make_caller(documents_in_plan=1, max_upload_size=5000)
    upload = {"files": {"file": ("a.pdf", b"x" * 5001)}}
    assert caller.call("POST", "/Document/Uploader", **upload).status_code == 413
    assert caller.call("POST", "/Document/Uploader", files={"file": ("a.exe", b"x")}).status_code == 400
    caller.upload("a.pdf", b"%PDF")
    assert caller.call("POST", "/Document/Uploader", files={"file": ("b.pdf", b"x")}).status_code == 426
    assert len(list(caller.sandbox.state.store.folder.iterdir())) == 1


def test_references_of_another_account_are_unknown(caller: Any) -> None:
    """404, as for a reference that does not exist."""
    reference = caller.upload()
    caller.sandbox.state.store.run("UPDATE documents SET account = 'other'")
    assert caller.call("GET", f"/Document/Status/{reference}").status_code == 404


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "..\\x.pdf", "/abs.pdf", "a\x00b.pdf"])
def test_file_names_are_never_paths(name: str, caller: Any) -> None:
    """Whatever a file is called, its bytes lie in the store's folder under a name of the store."""
    reference = caller.upload(name, b"%PDF-1.4")
    assert "/" not in caller.status(reference)["Name"]
    assert all(path.name.isdecimal() for path in caller.sandbox.state.store.folder.iterdir())


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b""])
def test_broken_documents_are_refused(content: bytes, caller: Any) -> None:
    """A file that is no Word document is refused when it is sent, an empty one at once."""
    if not content:
        assert caller.call("POST", "/Document/Uploader", files={"file": ("a.docx", b"")}).status_code == 404
        return
    answer = caller.send(caller.upload("a.docx", content))
    assert answer.status_code == 400
    assert "a.docx" in answer.text


def test_deleting(caller: Any) -> None:
    """A deleted document is gone, also for its invitees."""
    document = caller.send(caller.upload()).json()[0]
    reference = document["Reference"]
    assert caller.call("POST", f"/Document/Delete/{reference}?RemoveFromPackage=false").status_code == 200
    assert caller.call("GET", f"/Document/Status/{reference}").status_code == 404
    assert caller.http.get(f"/sign/{document['Signers'][0]['SigningKey']}").status_code == 404


def test_attachments(caller: Any) -> None:
    """Upload, list, download, delete."""
    files, data = {"f": ("terms.pdf", b"%PDF terms")}, {"Number": "7", "Category": "Terms"}
    made = caller.call("POST", "/Attachment/Uploader", files=files, data=data).json()
    assert caller.call("GET", "/Attachment/GetAttachments").json() == [made]
    assert caller.call("GET", f"/Download/Attachment/{made['Reference']}").content == b"%PDF terms"
    assert caller.call("DELETE", f"/Attachment/{made['Reference']}").status_code == 204
    assert caller.call("GET", f"/Download/Attachment/{made['Reference']}").status_code == 404
