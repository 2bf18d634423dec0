"""Combining documents, and the certificate of a complete one."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_documents_are_combined_in_order(caller: Any) -> None:
    """The new document has the pages of the others and can be sent like any upload."""
    first, second = caller.upload("contract.docx"), caller.upload("attachment.pdf")
    body = {"DocumentReferences": [first, second], "CombinedDocumentName": "Both", "ClientReference": "A 1"}
    combined = caller.call("POST", "/Document/Combine", json=body).json()["Reference"]
    status = caller.status(combined)
    assert (status["Name"], status["ClientReference"], status["Status"]) == ("Both.pdf", "A 1", "Initialized")
    parts = [caller.call("GET", f"/Download/GetDocumentData/{item}").content for item in (second, combined)]
    ending, whole = (PdfReader(BytesIO(part)) for part in parts)
    assert len(whole.pages) > len(ending.pages)
    assert whole.pages[-1].extract_text().split() == ending.pages[-1].extract_text().split()
    assert caller.status(first)["Status"] == "Initialized"
    sent = caller.send(combined)
    assert sent.status_code == 200, sent.text
    ana, ben = sent.json()[0]["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    assert caller.sandbox.sign(ben["SignerReference"]) == "Complete"


def test_what_cannot_be_combined(caller: Any) -> None:
    """Nothing, unknown documents, and documents that were sent."""
    sent = caller.send(caller.upload()).json()[0]["Reference"]
    for references, status in (([], 400), (["1"], 404), ([sent], 400)):
        body = {"DocumentReferences": references, "CombinedDocumentName": "Both"}
        assert caller.call("POST", "/Document/Combine", json=body).status_code == status
    broken = caller.upload("broken.docx", b"PK\x03\x04 broken")
    body = {"DocumentReferences": [broken], "CombinedDocumentName": "Both"}
    answer = caller.call("POST", "/Document/Combine", json=body)
    assert (answer.status_code, "broken.docx" in answer.text) == (400, True)
    assert not list(caller.sandbox.state.store.folder.glob("*.part"))


def test_a_complete_document_has_a_certificate(caller: Any) -> None:
    """It names who signed and when, and stays the same one; before, there is none."""
    document = caller.send(caller.upload()).json()[0]
    path = f"/Document/SigningCompletionCertificate/{document['Reference']}"
    assert caller.call("GET", path).json() == []
    for signer in document["Signers"]:
        caller.sandbox.sign(signer["SignerReference"])
    (certificate,) = caller.call("GET", path).json()
    assert caller.call("GET", path).json() == [certificate]
    assert certificate["Status"] == "Complete"
    reference = certificate["CertificateReference"]
    answer = caller.call("GET", f"/Download/SigningCompletionCertificate/{reference}")
    assert answer.headers["content-type"] == "application/pdf"
    assert "completion certificate" in answer.headers["content-disposition"]
    text = _text(answer.content)
    for expected in ("Ana Tui", "ben@example.com", "Complete", document["Reference"]):
        assert expected in text
    caller.call("DELETE", f"/Document/{document['Reference']}?RemoveFromPackage=true")
    assert caller.call("GET", f"/Download/SigningCompletionCertificate/{reference}").status_code == 404
