"""Hostile and broken uploads: each ends in a sentence, in time, and without a file read or written elsewhere."""

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from securedsigning_sandbox.documents import archive, rendering
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import find_places, page_count
from securedsigning_sandbox.documents.rendering import to_pdf
from securedsigning_sandbox.documents.signing import prepare_pdf, signatures
from securedsigning_sandbox.documents.smart_tags import find_tags

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def _plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "office_program", lambda: None)


def refused(path: Path, extension: str, sentence: str) -> None:
    """Both ways into the documents refuse the file with that sentence, and leave nothing behind."""
    target = path.parent / "target.pdf"
    before = set(path.parent.iterdir())
    with pytest.raises(DocumentError, match=sentence) as caught:
        to_pdf(path, extension, target)
    assert str(caught.value).endswith((".", "bomb."))
    assert str(path.parent) not in str(caught.value)
    if extension not in ("pdf", "doc", "xls"):
        with pytest.raises(DocumentError, match=sentence):
            find_tags(path, extension)
    assert set(path.parent.iterdir()) == before


def docx_with(tmp_path: Path, document_xml: str | bytes, **members: str) -> Path:
    path = tmp_path / "made.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", document_xml)
        for name, text in members.items():
            made.writestr(name, text)
    return path


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, b"PK\x03\x04 and then nothing", b"%PDF-1.7\n", b"<html>", "[!Sign.1]".encode("utf-16")]
)
@pytest.mark.parametrize("extension", ["docx", "odt", "pdf", "rtf"])
def test_a_file_of_another_type_is_refused(tmp_path: Path, extension: str, data: bytes) -> None:
    path = tmp_path / f"file.{extension}"
    path.write_bytes(data)
    refused(path, extension, "damaged or of another type")


def test_a_docx_cut_short_is_refused(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "whole.docx"))
    path = tmp_path / "short.docx"
    path.write_bytes((tmp_path / "whole.docx").read_bytes()[:-400])
    refused(path, "docx", "damaged or of another type")


def test_a_docx_with_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = docx_with(tmp_path, "<w:document/>" + " " * 5000)
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    refused(path, "docx", "can't be unpacked|not well-formed")


@pytest.mark.parametrize("xml", ["", "<w:document", "<document>&undefined;</document>", b"\xff\xfe\x00"])
def test_xml_that_is_none_is_refused(tmp_path: Path, xml: str | bytes) -> None:
    refused(docx_with(tmp_path, xml), "docx", "not well-formed XML")


def test_an_archive_without_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("hello.txt", "x")
    refused(path, "docx", "its part word/document.xml is missing")


def test_a_spreadsheet_under_the_name_of_a_docx_is_refused(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Type="{kind}" Target="xl/workbook.xml"/></Relationships>'
    refused(docx_with(tmp_path, "<x/>", **{"_rels/.rels": relations}), "docx", "a spreadsheet or a presentation")


@pytest.mark.parametrize(
    "document_type",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY a PUBLIC "x" "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "<!DOCTYPE x>",
    ],
)
def test_entities_and_dtds_are_refused(tmp_path: Path, document_type: str) -> None:
    xml = f'<?xml version="1.0"?>{document_type}<w:document {_WORD}><w:body/></w:document>'
    refused(docx_with(tmp_path, xml), "docx", "declares XML entities or a DTD")


def test_a_zip_bomb_is_refused_by_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", "<x/>")
        for index in range(9):
            made.writestr(f"word/media/{index}", bytes(archive.LARGEST_XML))
    assert path.stat().st_size < 400_000
    refused(path, "docx", "looks like a zip bomb")


def test_a_zip_bomb_is_refused_by_what_comes_out(tmp_path: Path) -> None:
    """The archive states a small size, and the member unpacks to more than is ever read."""
    refused(docx_with(tmp_path, b" " * (archive.LARGEST_XML + 10)), "docx", "looks like a zip bomb")


def test_many_members_are_refused(tmp_path: Path) -> None:
    path = docx_with(tmp_path, "<x/>", **{f"m{index}": "" for index in range(archive.MOST_MEMBERS)})
    refused(path, "docx", "looks like a zip bomb")


def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    depth = 2 * sys.getrecursionlimit()
    xml = f"<w:document {_WORD}>" + "<w:tbl>" * depth + "</w:tbl>" * depth + "</w:document>"
    refused(docx_with(tmp_path, xml), "docx", "nested deeper")
    path = tmp_path / "deep.rtf"
    path.write_bytes(b"{\\rtf1" + b"{" * 5_000 + b"}" * 5_000 + b"}")
    refused(path, "rtf", "nested deeper")


def test_members_that_point_outside_are_only_names(tmp_path: Path) -> None:
    """Neither a member's name nor a relationship's target is ever a path on this machine."""
    outside = tmp_path.parent / "outside-header.xml"
    assert not outside.exists()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    relations = "<Relationships>" + "".join(
        f'<Relationship Type="{kind}" Target="{target}"/>'
        for target in ("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "../../outside-header.xml")
    )
    xml = f"<w:document {_WORD}><w:body><w:p><w:r><w:t>[!Sign.1]</w:t></w:r></w:p></w:body></w:document>"
    path = docx_with(
        tmp_path,
        xml,
        **{"word/_rels/document.xml.rels": relations + "</Relationships>", "../../outside-header.xml": "<x/>"},
    )
    assert len(find_tags(path, "docx").tags) == 1
    to_pdf(path, "docx", tmp_path / "out.pdf")
    assert not outside.exists()


def test_an_endless_style_chain_ends(tmp_path: Path) -> None:
    styles = f"""<w:styles {_WORD}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>
<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>"""
    xml = f'<w:document {_WORD}><w:body><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p></w:body></w:document>'
    to_pdf(docx_with(tmp_path, xml, **{"word/styles.xml": styles}), "docx", tmp_path / "out.pdf")


@pytest.mark.parametrize("text", ["9" * 5_000, "-1", "²", ""])
def test_numbers_that_are_none_do_no_harm(tmp_path: Path, text: str) -> None:
    properties = f'<w:numPr><w:ilvl w:val="{text}"/><w:numId w:val="{text}"/></w:numPr>'
    xml = f"<w:document {_WORD}><w:body><w:p><w:pPr>{properties}</w:pPr><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"
    to_pdf(docx_with(tmp_path, xml), "docx", tmp_path / "out.pdf")
    path = tmp_path / "odd.rtf"
    path.write_bytes(rb"{\rtf1\ansicpg%s\uc%s\u%s?x}" % ((text.encode("ascii", "ignore"),) * 3))
    to_pdf(path, "rtf", tmp_path / "out.pdf")


def test_an_unknown_code_page_is_read_as_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "odd.rtf"
    path.write_bytes(rb"{\rtf1\ansicpg1952 [!Sign.1, Caf\'e9, x, y@example.com]}")
    assert find_tags(path, "rtf").tags[0].first_name == "Café"


def test_markup_in_the_text_stays_text(tmp_path: Path) -> None:
    """The plain drawing goes through a markup of its own, which a document must not reach."""
    document = Document()
    document.add_paragraph('<img src="/etc/passwd"/> <font name="x">&amp; </para> %s {0}')
    document.save(str(tmp_path / "markup.docx"))
    to_pdf(tmp_path / "markup.docx", "docx", tmp_path / "out.pdf")
    assert page_count(tmp_path / "out.pdf") == 1


def test_binary_data_in_an_rtf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "binary.rtf"
    path.write_bytes(b"{\\rtf1 \\bin4 {{{{}")
    refused(path, "rtf", "binary data")


@pytest.mark.parametrize("password", ["secret", ""])
def test_a_pdf_with_a_password_is_refused(contract: Path, tmp_path: Path, password: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(contract))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    refused(tmp_path / "locked.pdf", "pdf", "protected by a password")
    with pytest.raises(DocumentError, match="protected by a password"):
        prepare_pdf(tmp_path / "locked.pdf", tmp_path / "out.pdf", [])


def _action(kind: str, **entries: str) -> DictionaryObject:
    action = DictionaryObject({NameObject("/S"): NameObject(kind)})
    action.update({NameObject(f"/{key}"): TextStringObject(value) for key, value in entries.items()})
    return action


@pytest.mark.parametrize("where", ["OpenAction", "AA", "indirect", "annotation"])
@pytest.mark.parametrize(
    ("kind", "entries", "sentence"),
    [
        ("/JavaScript", {"JS": "app.alert(1)"}, "holds JavaScript"),
        ("/Rendition", {"JS": "app.alert(1)"}, "holds JavaScript"),
        ("/Launch", {"F": "calc.exe"}, "starts a program"),
        ("/ImportData", {"F": "x.fdf"}, "reads other files"),
    ],
)
def test_a_pdf_with_an_active_part_is_refused(
    contract: Path, tmp_path: Path, where: str, kind: str, entries: dict[str, str], sentence: str
) -> None:
    writer = PdfWriter(clone_from=PdfReader(contract))
    action = _action(kind, **entries)
    root = writer.root_object
    if where == "OpenAction":
        root[NameObject("/OpenAction")] = action
    elif where == "AA":
        root[NameObject("/AA")] = DictionaryObject({NameObject("/WC"): action})
    elif where == "indirect":
        action[NameObject("/S")] = writer._add_object(NameObject(kind))
        root[NameObject("/OpenAction")] = writer._add_object(action)
    else:
        note = DictionaryObject(
            {NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): writer._add_object(action)}
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    writer.write(tmp_path / "active.pdf")
    refused(tmp_path / "active.pdf", "pdf", sentence)


def test_a_script_under_an_escaped_name_is_refused(contract: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(contract))
    writer.root_object[NameObject("/OpenAction")] = _action("/Launch", F="calc.exe")
    writer.write(tmp_path / "plain.pdf")
    data = (tmp_path / "plain.pdf").read_bytes().replace(b"/Launch", b"/L#61unch")
    (tmp_path / "escaped.pdf").write_bytes(data)
    refused(tmp_path / "escaped.pdf", "pdf", "starts a program")


def test_a_script_in_a_torn_pdf_is_refused(contract: Path, tmp_path: Path) -> None:
    """Such a file only opens because it is repaired; what comes out of the repair is looked at again."""
    writer = PdfWriter(clone_from=PdfReader(contract))
    writer.root_object[NameObject("/OpenAction")] = _action("/JavaScript", JS="app.alert(1)")
    writer.write(tmp_path / "whole.pdf")
    data = (tmp_path / "whole.pdf").read_bytes()
    (tmp_path / "torn.pdf").write_bytes(data[: data.rindex(b"xref")])
    refused(tmp_path / "torn.pdf", "pdf", "holds JavaScript")


def test_an_xfa_form_is_refused(contract: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(contract))
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/XFA"): TextStringObject("<xdp/>")})
    writer.write(tmp_path / "xfa.pdf")
    refused(tmp_path / "xfa.pdf", "pdf", "XFA form")


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_pdf_cut_short_is_refused_or_repaired(contract: Path, tmp_path: Path, cut: float) -> None:
    data = contract.read_bytes()
    path = tmp_path / "short.pdf"
    path.write_bytes(data[: int(len(data) * cut)])
    try:
        assert to_pdf(path, "pdf", tmp_path / "out.pdf") == "repaired copy"
    except DocumentError:
        assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("seed", range(20))
def test_damaged_bytes_end_in_a_sentence_or_in_a_document(
    make_pdf: Callable[..., Path], tmp_path: Path, seed: int
) -> None:
    data = bytearray(make_pdf([(72, 700, "[!Sign.1]")]).read_bytes())
    for step in range(6):
        data[(seed * 7919 + step * 104_729) % len(data)] = (seed * 31 + step * 17) % 256
    path, target = tmp_path / "damaged.pdf", tmp_path / "out.pdf"
    path.write_bytes(data)
    try:
        to_pdf(path, "pdf", target)
        prepare_pdf(target, target, find_places(target))
        signatures(target, trust=None)
    except DocumentError as error:
        assert str(error).endswith(".")


def test_nothing_is_left_where_writing_fails(contract: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        to_pdf(contract, "pdf", tmp_path / "folder")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "source.pdf"]
