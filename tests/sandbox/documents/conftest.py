"""Documents as people make them, and a clock that stands still."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas
from securedsigning_sandbox.documents.appearance import Appearance
from securedsigning_sandbox.documents.authority import Authority
from securedsigning_sandbox.documents.places import Place
from securedsigning_sandbox.documents.signing import sign_pdf

NOW = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)

Line = tuple[float, float, str]
"""Left and baseline in points, and the text."""


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority.create(NOW)


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Makes a PDF of lines, one list for each page."""

    def make(*pages: list[Line], name: str = "source.pdf") -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=(595, 842))
        for lines in pages:
            canvas.setFont("Helvetica", 11)
            for left, baseline, text in lines:
                canvas.drawString(left, baseline, text)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def make_turned(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a page that is turned by 0, 90, 180 or 270 degrees when shown, with text upright for who looks at it."""

    def make(rotation: int) -> Path:
        path = tmp_path / f"turned-{rotation}.pdf"
        canvas = Canvas(str(path), pagesize=(595, 842))
        canvas.translate(*{0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}[rotation])
        canvas.rotate(rotation)
        canvas.drawString(100, 420, "Sign: [!Sign.1.F, , ,]")
        canvas.drawString(100, 404, "text just below")
        canvas.save()
        writer = PdfWriter(clone_from=str(path))
        writer.pages[0].rotation = rotation
        writer.write(path)
        return path

    return make


@pytest.fixture
def contract(make_pdf: Callable[..., Path]) -> Path:
    """Two pages, two signers, three places each to the first and the second."""
    return make_pdf(
        [
            (72, 760, "An agreement between people."),
            (72, 690, "Signed: [!Sign.1.F, , ,]"),
            (330, 690, "[!Sign.2, Bob, Burns, bob@example.com]"),
            (72, 660, "This line stays readable."),
            (72, 600, "[!Sign.1.F, Ana,"),
            (72, 586, "Alvarez, ana@example.com]"),
        ],
        [(72, 700, "Initials: [!Sign.1.I] and [!Sign.2.I]")],
    )


@pytest.fixture
def sign(authority: Authority) -> Callable[..., None]:
    """Signs with what most tests don't care about filled in."""

    def run(
        source: Path,
        target: Path,
        order: int,
        places: list[Place],
        name: str = "Ana Alvarez",
        drawing: bytes | None = None,
    ) -> None:
        sign_pdf(
            source,
            target,
            authority=authority,
            name=name,
            email=f"signer{order}@example.com",
            order=order,
            reason="I agree",
            now=NOW,
            places=places,
            appearance=Appearance(name=name, date_text="14 Mar 2026 15:09 UTC", drawing=drawing),
        )

    return run
