"""Tags in real files: DOCX with tags torn over runs and in every corner, ODT, RTF, PDF."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from securedsigning_sandbox.documents.smart_tags import find_tags

_TEXT_BOX = """
<w:r {namespaces}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<w:txbxContent><w:p><w:r><w:t>[!Sign.5</w:t></w:r><w:r><w:t>.F, , ,]</w:t></w:r></w:p></w:txbxContent>
</wps:txbx></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>[!Sign.5.F, , ,]</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def orders(path: Path) -> list[int]:
    return [tag.order for tag in find_tags(path, path.suffix).tags]


def test_a_tag_torn_over_runs_with_proofing_marks_between_is_found(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Signed: ")
    for index, text in enumerate(["[!Sign", ".", "1.F, ,", " ,]"]):
        run = paragraph.add_run(text)
        run.bold = index == 1
        paragraph._p.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
    document.save(str(tmp_path / "runs.docx"))
    tag = find_tags(tmp_path / "runs.docx", "docx").tags[0]
    assert (tag.order, tag.letter, tag.raw) == (1, "F", "[!Sign.1.F, , ,]")


def test_tags_are_found_in_tables_headers_footers_and_text_boxes(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "[!Sign.1]"
    document.sections[0].footer.paragraphs[0].text = "[!Sign.6]"
    document.add_paragraph("[!Sign.2]")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "[!Sign.3]"
    nested = table.cell(0, 1).add_table(1, 1)
    nested.cell(0, 0).text = "[!Sign.4]"
    document.add_paragraph("Box: ")._p.append(parse_xml(_TEXT_BOX.format(namespaces=nsdecls("w"))))
    document.save(str(tmp_path / "corners.docx"))
    assert orders(tmp_path / "corners.docx") == [1, 2, 3, 4, 5, 6]


def test_deleted_and_hidden_text_holds_no_tags(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("kept [!Sign.2] ")
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>[!Sign.1]</w:delText></w:r></w:del>')
    )
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>[!Sign.3]</w:t></w:r></w:ins>')
    )
    paragraph.add_run("[!Sign.4]").font.hidden = True
    document.save(str(tmp_path / "tracked.docx"))
    assert orders(tmp_path / "tracked.docx") == [2, 3]


def test_tags_of_different_paragraphs_do_not_run_together(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("[!Sign.1.F, oops")
    document.add_paragraph("[!Sign.2]")
    document.save(str(tmp_path / "open.docx"))
    scan = find_tags(tmp_path / "open.docx", "DOCX")
    assert ([tag.order for tag in scan.tags], scan.ignored) == ([2], ["[!Sign.1.F, oops"])


def test_an_odt_is_read_with_spans_lists_tables_and_footers(tmp_path: Path) -> None:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    )
    content = f"""<office:document-content {spaces}><office:body><office:text>
<text:p>A <text:span>[!Sign</text:span>.1.F,<text:s text:c="2"/>Ana,<text:line-break/>Alvarez, ana@example.com]</text:p>
<text:tracked-changes><text:p>[!Sign.9]</text:p></text:tracked-changes>
<text:list><text:list-item><text:p>[!Sign.2]</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>[!Sign.3]</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
    styles = f"""<office:document-styles {spaces}><office:master-styles><style:master-page><style:footer>
<text:p>[!Sign.4]</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"""
    path = tmp_path / "letter.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
    tags = find_tags(path, "odt").tags
    assert [tag.order for tag in tags] == [1, 2, 3, 4]
    assert (tags[0].first_name, tags[0].last_name, tags[0].email) == ("Ana", "Alvarez", "ana@example.com")


def test_an_rtf_is_read_with_groups_code_pages_and_unicode(tmp_path: Path) -> None:
    path = tmp_path / "letter.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial [!Sign.9];}}{\*\generator [!Sign.8];}{\info{\title [!Sign.7]}}"
        rb"{\header\pard [!Sign.1]\par}\pard Caf\'e9 {\b [!Si}gn.2.F, \u321?ukasz, M\'fcller,\~l@example.com]\par"
        b"\r\n"
        rb"\{not a group\} \u-10179?\u-8704? {\v [!Sign.6]}[!Sign.3]}"
    )
    tags = find_tags(path, "rtf").tags
    assert [tag.order for tag in tags] == [1, 2, 3]
    assert (tags[1].first_name, tags[1].last_name) == ("Łukasz", "Müller")


def test_a_pdf_is_read_across_wrapped_lines_and_pages(make_pdf: Callable[..., Path]) -> None:
    path = make_pdf([(72, 700, "[!Sign.1, Ana,"), (72, 686, "Alvarez, ana@example.com]")], [(72, 700, "[!Sign.2]")])
    tags = find_tags(path, ".PDF").tags
    assert [(tag.order, tag.last_name) for tag in tags] == [(1, "Alvarez"), (2, "")]


@pytest.mark.parametrize("extension", ["doc", "xls", "xlsx", "ods", "png"])
def test_in_other_types_no_tags_are_looked_for(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"file.{extension}"
    path.write_bytes(b"[!Sign.1]")
    assert find_tags(path, extension).tags == []
