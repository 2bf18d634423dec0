"""Several documents in one request."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas


def test_signers_belong_to_the_orders_of_all_documents(caller: Any) -> None:
    """A document that has tags for the second signer only is sent along with one that has tags for both."""
    lines = BytesIO()
    canvas = Canvas(lines)
    canvas.drawString(72, 700, "Read and understood: [!Sign.2, , ,]")
    canvas.save()
    both, second_only = caller.upload(), caller.upload("notice.pdf", lines.getvalue())
    sent = caller.send(both, second_only).json()
    people = [[signer["Email"] for signer in document["Signers"]] for document in sent]
    assert people == [["ana@example.com", "ben@example.com"], ["ben@example.com"]]
    assert caller.sandbox.sign(sent[1]["Signers"][0]["SignerReference"]) == "Complete"
    assert caller.status(both)["Status"] == "Invitation"
