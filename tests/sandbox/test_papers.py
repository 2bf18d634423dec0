"""Tables of certificates, journals and invoices: columns as wide as what stands in them."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from securedsigning_sandbox.documents.blocks import BlockDocument
from securedsigning_sandbox.documents.plain_rendering import draw_document
from securedsigning_sandbox.paper_blocks import table

NAMES = ["Time", "Event", "Name", "Email"]


def drawn(*rows: list[str]) -> list[str]:
    """The lines of text of the page."""
    data = draw_document(BlockDocument(body=[table(NAMES, list(rows))]))
    return PdfReader(BytesIO(data)).pages[0].extract_text().splitlines()


def test_an_address_is_not_broken() -> None:
    row = ["2026-11-24 16:05:12 UTC", "Sent as it was uploaded", "Secured Signing sandbox", "mia.kauri@example.com"]
    assert "mia.kauri@example.com" in drawn(row)


@pytest.mark.parametrize("text", ["", "x" * 2_000, "word " * 60])
def test_whatever_stands_in_one_column_leaves_the_others_their_room(text: str) -> None:
    lines = drawn(["2026-11-24", "Invitation", text, "ana@example.com"])
    assert {"Time", "Event", "Name", "Email"} <= set(lines)
    assert {"2026-11-24", "Invitation", "ana@example.com"} <= set(lines)
