"""Documents become PDFs; where no office program is installed they are drawn plainly, with every tag in its place."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from securedsigning_sandbox.documents import rendering
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.office import office_program
from securedsigning_sandbox.documents.pdf_text import pdf_text
from securedsigning_sandbox.documents.places import find_places, page_count
from securedsigning_sandbox.documents.rendering import to_pdf


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "office_program", lambda: None)


def word_contract(path: Path) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Landlord Ltd"
    document.sections[0].footer.paragraphs[0].text = "confidential"
    document.add_heading("Contract of hire", 1)
    paragraph = document.add_paragraph("Between ")
    paragraph.add_run("Ana Łódź").bold = True
    paragraph.add_run(" & <others>").italic = True
    document.add_paragraph("first", style="List Number")
    document.add_paragraph("second", style="List Number")
    document.add_paragraph("point", style="List Bullet")
    tag = document.add_paragraph("A line that is long enough to make the tag wrap at its blanks, were they ordinary: ")
    for part in ("[!Si", "gn.1.F, Ana, ", "Alvarez, ana@example.com]"):
        tag.add_run(part)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "[!Sign.2.I]"
    table.cell(0, 1).text = "cell text"
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("second page")
    document.save(str(path))
    return path


@pytest.mark.usefixtures("plainly")
def test_a_docx_is_drawn_with_its_text_lists_tables_pages_and_margins(tmp_path: Path) -> None:
    source, target = word_contract(tmp_path / "contract.docx"), tmp_path / "contract.pdf"
    assert to_pdf(source, ".DOCX", target) == "plain"
    assert page_count(target) == 2
    text = pdf_text(target)
    for expected in ("Contract of hire", "Ana Łódź & <others>", "1.", "2.", "•", "cell text", "second page"):
        assert expected in text
    assert text.count("Landlord Ltd") == text.count("confidential") == 2


@pytest.mark.usefixtures("plainly")
def test_a_tag_stays_on_one_line(tmp_path: Path) -> None:
    to_pdf(word_contract(tmp_path / "contract.docx"), "docx", tmp_path / "contract.pdf")
    places = find_places(tmp_path / "contract.pdf")
    assert [(place.order, place.letter, place.page) for place in places] == [(1, "F", 0), (2, "I", 0)]
    assert "\n" not in places[0].raw
    assert places[0].right - places[0].left > 150


@pytest.mark.usefixtures("plainly")
def test_characters_without_a_glyph_leave_a_mark(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x\U000e0041\U0001f9ffy", encoding="utf-8")
    to_pdf(tmp_path / "a.txt", "txt", tmp_path / "a.pdf")
    text = pdf_text(tmp_path / "a.pdf")
    assert text.startswith("x") and text.strip().endswith("y")
    assert len(text.strip()) == 4


@pytest.mark.usefixtures("plainly")
def test_a_table_row_higher_than_a_page_and_an_empty_document_are_drawn(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "\n".join(f"line {number}" for number in range(300))
    wide = document.add_table(1, 30)
    wide.cell(0, 29).text = "[!Sign.1]"
    document.save(str(tmp_path / "high.docx"))
    to_pdf(tmp_path / "high.docx", "docx", tmp_path / "high.pdf")
    assert "line 299" in pdf_text(tmp_path / "high.pdf")
    assert len(find_places(tmp_path / "high.pdf")) == 1
    (tmp_path / "empty.txt").write_bytes(b"")
    to_pdf(tmp_path / "empty.txt", "txt", tmp_path / "empty.pdf")
    assert page_count(tmp_path / "empty.pdf") == 1


@pytest.mark.usefixtures("plainly")
def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    source = word_contract(tmp_path / "contract.docx")
    to_pdf(source, "docx", tmp_path / "one.pdf")
    to_pdf(source, "docx", tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize("extension", ["doc", "xls", "xlsx", "ods"])
def test_types_only_an_office_program_reads_say_what_to_do(tmp_path: Path, extension: str) -> None:
    (tmp_path / "file").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(DocumentError, match=r"needs LibreOffice .* upload the document as PDF or DOCX"):
        to_pdf(tmp_path / "file", extension, tmp_path / "out.pdf")


@pytest.mark.usefixtures("plainly")
def test_documents_are_drawn_from_several_threads(tmp_path: Path) -> None:
    source = word_contract(tmp_path / "contract.docx")
    targets = [tmp_path / f"{index}.pdf" for index in range(8)]
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda target: to_pdf(source, "docx", target), targets)) == {"plain"}
    assert len({target.read_bytes() for target in targets}) == 1


def test_an_unknown_type_names_those_that_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"GIF89a")
    with pytest.raises(DocumentError, match=r"type gif can't be signed; upload pdf, docx"):
        to_pdf(tmp_path / "file", "gif", tmp_path / "out.pdf")


def test_a_pdf_is_copied_as_it_is(contract: Path, tmp_path: Path) -> None:
    assert to_pdf(contract, "pdf", tmp_path / "copy.pdf") == "copy"
    assert (tmp_path / "copy.pdf").read_bytes() == contract.read_bytes()


def test_a_pdf_that_readers_repair_is_written_anew(contract: Path, tmp_path: Path) -> None:
    data = contract.read_bytes()
    (tmp_path / "torn.pdf").write_bytes(data[: data.rindex(b"xref")])
    assert to_pdf(tmp_path / "torn.pdf", "pdf", tmp_path / "whole.pdf") == "repaired copy"
    assert len(find_places(tmp_path / "whole.pdf")) == len(find_places(contract))


@pytest.mark.skipif(office_program() is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_is_used_where_it_is_installed(tmp_path: Path) -> None:
    assert to_pdf(word_contract(tmp_path / "office.docx"), "docx", tmp_path / "out.pdf") == "libreoffice"
    assert {place.order for place in find_places(tmp_path / "out.pdf")} == {1, 2}
