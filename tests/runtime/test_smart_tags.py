"""Smart Tags found in documents that python-docx and reportlab make, and in hostile ones made by hand."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import reportlab
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate
from securedsigning import smart_tags
from securedsigning.docx_text import docx_text
from securedsigning.errors import InputError
from securedsigning.pdf_text import pdf_text
from securedsigning.smart_tags import SmartTagReport, find_smart_tags

ADA = "[!Sign.1.F,Ada,Lovelace,ada@example.org]"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(*paragraphs: str | list[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        added = document.add_paragraph()
        for run in [paragraph] if isinstance(paragraph, str) else paragraph:
            added.add_run(run)
    return saved(document)


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(**parts: str | bytes) -> bytes:
    """A Word file of the given parts only."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def body(inside: str) -> str:
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def report(*paragraphs: str | list[str]) -> SmartTagReport:
    return find_smart_tags(("contract.docx", word_file(*paragraphs)))


def details(found: SmartTagReport) -> list[tuple[object, ...]]:
    return [(tag.order, tag.kind, tag.first_name, tag.last_name, tag.email) for tag in found.tags]


# The syntax

DOT = "is malformed: after Sign come a dot and the signing order, as in [!Sign.1.F, , ,]."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[!Sign.1.F, , ,]", (1, "F", None, None, None)),
        ("[!Sign.1.F,client, ,]", (1, "F", "client", None, None)),
        ("[!Sign.2.F,Partner, ,]", (2, "F", "Partner", None, None)),
        ("[!Sign.1, Ada, Lovelace, ada@example.org]", (1, None, "Ada", "Lovelace", "ada@example.org")),
        ("[!Sign.12.I]", (12, "I", None, None, None)),
        (
            "[ ! sign . 3 . f , Ada King , Lovelace ,\xa0ada@example.org ]",
            (3, "F", "Ada King", "Lovelace", "ada@example.org"),
        ),
        ("[!Si\u200bgn.1.F,,,]", (1, "F", None, None, None)),
    ],
)
def test_tags_that_were_seen_or_follow_from_them(text: str, expected: tuple[object, ...]) -> None:
    """The proven forms are read, with blanks of any kind and in any case of letters."""
    found = report(f"Please {text} here")
    assert details(found) == [expected]
    assert (found.checked, found.reason, found.problems, found.unsupported) == (True, None, (), ())


def test_further_fields_are_kept() -> None:
    """Fields after the e-mail address are kept as they stand."""
    assert report("[!Sign.1.F,A,B,a@b.org, +6421555 , x]").tags[0].extra == ("+6421555", "x")


def test_orders_are_distinct_and_sorted_as_numbers() -> None:
    """The same order at several places is one signer; gaps are allowed."""
    found = report("[!Sign.10.F,,,]", ADA, "[!Sign.2.I,,,]", "[!Sign.1.I,,,]")
    assert found.orders == (1, 2, 10)
    assert found.orders_without_email == (2, 10)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[!Sing.1.F,,,]", "[!Sing.1.F,,,] is malformed: did you mean Sign?, as in [!Sign.1.F, , ,]."),
        ("[!Signn.1.F,,,]", "[!Signn.1.F,,,] is malformed: did you mean Sign?, as in [!Sign.1.F, , ,]."),
        ("[!Sgin.1]", "[!Sgin.1] is malformed: did you mean Sign?, as in [!Sign.1.F, , ,]."),
        ("[!Signature.1]", "[!Signature.1] is malformed: did you mean Sign?, as in [!Sign.1.F, , ,]."),
        ("[!Signer.1]", "[!Signer.1] is malformed: did you mean Sign?, as in [!Sign.1.F, , ,]."),
        ("[!Sign,,,]", f"[!Sign,,,] {DOT}"),
        ("[!Sign.F.1,,,]", f"[!Sign.F.1,,,] {DOT}"),
        ("[!Sign.1.F,Ada", "'[!Sign.1.F,Ada' is not closed by ]."),
        ("[!Sign.1.F,Ada [!Sign.2.F,,,]", "'[!Sign.1.F,Ada [!Sign.2.F,,,]' is not closed by ]."),
        (f"[!Sign.1.F,{'a' * 600}]", f"'[!Sign.1.F,{'a' * 29}' is not closed by ]."),
        ("[Sign.1.F,,,]", "[Sign.1.F,,,]: the ! after [ is missing."),
        ("[!Sign.0.F,,,]", "[!Sign.0.F,,,]: signing orders start at 1."),
        (
            "[!Sign.1.F,Ada,Lovelace,a da]",
            "[!Sign.1.F,Ada,Lovelace,a da]: 'ada', the third field, is no e-mail address.",
        ),
        (
            "[!Sign.1.F,ada@example.org]",
            "[!Sign.1.F,ada@example.org]: the fields are first name, last name and e-mail address, in this order.",
        ),
        (
            "[!Sign.1.F,,ada@example.org]",
            "[!Sign.1.F,,ada@example.org]: the fields are first name, last name and e-mail address, in this order.",
        ),
    ],
)
def test_mistakes_are_named(text: str, problem: str) -> None:
    """What is misspelt, not closed or in the wrong place is a problem that quotes the tag."""
    assert report(text).problems == (problem,)


@pytest.mark.parametrize("address", ["ada", "@example.org", "ada@", "ada@example", "a@b@c.d", "ada@example.org."])
def test_what_is_no_address_is_told(address: str) -> None:
    """Something on both sides of one sign, and a dot in the second part."""
    assert len(report(f"[!Sign.1.F,,,{address}]").problems) == 1


def test_the_longest_tag_and_the_longest_problem() -> None:
    """A tag may have 500 characters; each problem is told once."""
    inside = "Sign.1.F," + "a" * (500 - len("Sign.1.F,") - 1)
    assert report(f"[!{inside}]").problems == ()
    assert len(report(f"[!{inside}aa]").problems) == 1
    assert len(report("[!Sing.1]", "[!Sing.1]").problems) == 1


def test_other_words_are_unsupported_and_ordinary_brackets_are_text() -> None:
    """Tags of unknown syntax are listed, not judged; brackets without a tag are left alone."""
    found = report("[!Witness.1] [!Date.1,x] see [1] and [signature page] and [! wait] a[i]")
    assert found.unsupported == ("[!Witness.1]", "[!Date.1,x]", "[! wait]")
    assert (found.tags, found.problems) == ((), ())


def test_different_addresses_for_one_order_contradict() -> None:
    """One signing order with two e-mail addresses is a problem; case does not matter."""
    found = report(ADA, "[!Sign.1.I,,,ADA@example.org]", "[!Sign.1.I,,,eve@example.org]")
    assert found.problems == ("Sign.1 has different e-mail addresses: ada@example.org, eve@example.org.",)


def test_signers_of_a_call_are_compared_with_the_tags() -> None:
    """Too many signers, or too few for the tags without address, are said; a call that fits gives nothing."""
    found = report(ADA, "[!Sign.3.F,,,]")
    assert found.check_signers(2) == ()
    assert found.check_signers(1) == ("Sign.3 has no e-mail address in the document: it needs Signers[1].",)
    assert found.check_signers(3) == ("3 signers were given, but the document has tags for 2 (orders 1, 3).",)
    assert report(ADA).check_signers(0) == ()
    assert report("no tag").check_signers(1) == ("the document has no Smart Tag, so nobody is asked to sign.",)
    assert find_smart_tags(("a.rtf", b"{\\rtf1}")).check_signers(1) == ()


# Word documents


def test_a_tag_over_several_runs_is_one_tag() -> None:
    """Runs of a paragraph are joined, as Word splits text wherever it likes."""
    assert details(report(["[!Sign", ".", "1.F, ,", " ,]"])) == [(1, "F", None, None, None)]


def test_a_tag_does_not_reach_over_paragraphs() -> None:
    """What opens in one paragraph and closes in the next is not a tag."""
    assert report("[!Sign.1.F,", ",,]").tags == ()


def test_every_place_of_a_document_is_read() -> None:
    """Tables in tables, headers and footers are read as the body is."""
    document = docx.Document()
    document.add_paragraph("[!Sign.1]")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "[!Sign.2]"
    cell.add_table(1, 1).cell(0, 0).text = "[!Sign.3]"
    document.sections[0].header.paragraphs[0].text = "[!Sign.4]"
    document.sections[0].footer.paragraphs[0].text = "[!Sign.5]"
    assert find_smart_tags(("a.docx", saved(document))).orders == (1, 2, 3, 4, 5)


def test_text_boxes_count_once_and_deleted_text_not_at_all() -> None:
    """A text box is read from its new form only; deletions and the origin of moves are left out; breaks are kept."""
    box = "<w:txbxContent><w:p><w:r><w:t>[!Sign.2]</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    inside = (
        f'<w:p><w:r><w:t>[!Sign</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>.1,a</w:t><w:br/><w:t>b]</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>[!Sign.8]</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>[!Sign.9]</w:t></w:r></w:moveFrom></w:p>"
    )
    texts, reason = docx_text(archive(document=body(inside)))
    assert (texts, reason) == (["[!Sign.2]", "[!Sign.1,a\nb]"], None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive", "no readable Word document"),
        (b"\xd0\xcf\x11\xe0 old", "protected by a password, or of the old"),
        (archive(styles="<x/>"), "no readable Word document"),
        (archive(document="<w:document"), "XML is damaged"),
        (archive(document=body("<w:p>")[:-20]), "XML is damaged"),
        (archive(document='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document type declaration"),
        (archive(document='<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), "document type declaration"),
        (word_file(ADA)[:-100], "no readable Word document"),
    ],
)
def test_hostile_or_damaged_word_files_are_not_checked(data: bytes, reason: str) -> None:
    """What is damaged, encrypted or carries entities gives a reason, never an exception or a false 'no tags'."""
    found = find_smart_tags(("a.docx", data))
    assert not found.checked
    assert found.reason is not None
    assert reason in found.reason


@pytest.mark.parametrize("space", [WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"])
def test_what_stands_between_texts_is_read(space: str) -> None:
    """Tabs, breaks and hyphens of a paragraph, in the transitional and the strict form; nothing outside texts."""
    inside = (
        "<w:p>not<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/>"
        "<w:t>e</w:t></w:r>this</w:p><w:p/><w:tab/><w:p><w:r><w:t>f</w:t></w:r></w:p>"
    )
    document = f'<w:document xmlns:w="{space}"><w:body>{inside}</w:body></w:document>'
    assert docx_text(archive(document=document)) == (["a\tb\nc\nd-e", "f"], None)


def test_only_the_parts_with_text_are_read() -> None:
    """Body, headers, footers and notes, by whatever number; no other part of the file."""
    text = body("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    names = ("document", "document2", "header1", "FOOTER12", "footnotes", "endnotes")
    others = ("documents", "comments", "styles", "header1a")
    assert docx_text(archive(**dict.fromkeys([*names, *others], text))) == (["x"] * len(names), None)
    assert docx_text(archive(header1=text)) == ([], "the file is no readable Word document.")


def test_a_zip_bomb_is_given_up() -> None:
    """What unpacks to more than the limit is not read to its end, whatever the archive claims."""
    found = find_smart_tags(("a.docx", archive(document=body(" " * 70_000_000))))
    assert found.reason == "the document's text is too large to be checked."


# PDF


def drawn(*lines: str, compressed: int = 1, font: str = "Helvetica") -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=compressed)
    canvas.setFont(font, 12)
    for number, line in enumerate(lines):
        canvas.drawString(50, 700 - 20 * number, line)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("compressed", [0, 1])
def test_tags_of_a_pdf(compressed: int) -> None:
    """Text is read from plain and compressed pages (Flate within ASCII85, as reportlab writes)."""
    found = find_smart_tags(("a.pdf", drawn("Sign here:", ADA, "[!Witness.1]", compressed=compressed)))
    assert details(found) == [(1, "F", "Ada", "Lovelace", "ada@example.org")]
    assert (found.checked, found.unsupported) == (True, ("[!Witness.1]",))


def test_a_tag_may_wrap_in_a_pdf() -> None:
    """Line breaks anywhere in a tag are blanks, and nothing within an address."""
    found = find_smart_tags(("a.pdf", drawn("[!Sign", ".2.F, Ada", "King, Lovelace, ada@exam", "ple.org]")))
    assert details(found) == [(2, "F", "Ada King", "Lovelace", "ada@example.org")]


def test_paragraphs_with_changes_of_font() -> None:
    """A tag set in several fonts within a line is one tag."""
    file = io.BytesIO()
    text = "Sign <b>[!Sign.1.F,</b> Ada, <i>Lovelace</i>, ada@example.org] here"
    SimpleDocTemplate(file).build([Paragraph(text, getSampleStyleSheet()["Normal"])])
    assert details(find_smart_tags(("a.pdf", file.getvalue()))) == [(1, "F", "Ada", "Lovelace", "ada@example.org")]


def test_embedded_fonts_are_read_through_their_unicode_map() -> None:
    """Subset fonts have made-up codes; their ToUnicode map tells the letters, also outside ASCII."""
    font = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(TTFont("Vera", font))
    found = find_smart_tags(("a.pdf", drawn("[!Sign.1,Åsa,Öberg,asa@example.org]", font="Vera")))
    assert details(found) == [(1, None, "Åsa", "Öberg", "asa@example.org")]


def pdf_of(content: bytes, *, font: str = "/Type/Font/Subtype/Type1/BaseFont/Helvetica", more: bytes = b"") -> bytes:
    """A PDF of one page, by hand; without a cross-reference table, which is not looked at."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
        + b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (len(content), content)
        + b"5 0 obj<<%s>>endobj\n" % font.encode()
        + more
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"BT /F 9 Tf (a\\(b\\)\\051\\n(c)\\\r\nd) Tj ET", "a(b))\n(c)d"),
        (b"BT /F 9 Tf <5B 21 5> Tj ET", "[!P"),
        (b"BT /F 9 Tf [(Si) -50 (gn) -300 (here) 20 (!)] TJ ET", "Sign here!"),
        (b"BT /F 9 Tf 12 TL (a) Tj T* (b) Tj (c) ' 1 2 (d) \" ET", "a\nb\nc\nd"),
        (b"BT /F 9 Tf 0 -5 TD (a) Tj T* (b) Tj 10 0 Td (c) Tj ET", "a\nbc"),
        (b"q 1 0 0 1 0 50 cm BT /F 9 Tf (a) Tj ET Q BT /F 9 Tf (b) Tj ET", "a\nb"),
        (b"BT /F 9 Tf (a) Tj ET BI /W 1 ID \x00(x) Tj\xff EI BT /F 9 Tf (b) Tj ET", "ab"),
        (b"% (no) Tj\n/GS gs BT /F 9 Tf (a) Tj ET", "a"),
        (b"BT /F 9 Tf (a) Tj ET >> ] ) (open", "a"),
        (b">> ] } ) > BT /F 9 Tf (a) Tj ET", "a"),
        (b"BT /F 9 Tf 12 TL 0 1 -1 0 50 50 Tm (a) Tj T* (b) Tj (c) ' ET", "a\nb\nc"),
        (b"BT /F 9 Tf 0 1 -1 0 50 50 Tm (a) Tj 0 1 -1 0 50 90 Tm (b) Tj ET", "ab"),
        (b"BT /F 9 Tf 1 0 0 1 5 5 Tm (a) Tj 1 0 0 1 50 5 Tm (b) Tj 1 0 0 1 5 50 Tm (c) Tj ET", "ab\nc"),
        (b"BT /F 9 Tf (\\t\\b\\f\\r\\101\\12\\q\\\\) Tj ET", "\t\b\f\rA\nq\\"),
    ],
)
def test_the_operators_that_show_text(content: bytes, text: str) -> None:
    """Strings, kerning, line moves, inline images and damage are read as ISO 32000 has them."""
    assert pdf_text(pdf_of(content)) == ([text], None)


def test_forms_are_drawn_where_they_are_called() -> None:
    """Form XObjects are read, with resources of their own or the page's; one that draws itself ends."""
    form = b"BT /F 9 Tf 1 0 0 1 0 90 Tm (form) Tj ET /X Do"
    more = b"6 0 obj<</Subtype/Form/Length %d>>stream\n%s\nendstream endobj\n" % (len(form), form)
    texts, reason = pdf_text(pdf_of(b"BT /F 9 Tf (a) Tj ET /X Do", more=more))
    assert reason is None
    assert texts[0].startswith("a\nform")


def test_codes_are_read_by_differences_and_glyph_names() -> None:
    """An encoding of the font's own gives letters by their names."""
    font = "/Subtype/Type1/Encoding<</Differences[1/bracketleft/exclam/S/eacute/uni00E5/nonsense]>>"
    texts, reason = pdf_text(pdf_of(b"BT /F 9 Tf <0102030405> Tj ET", font=font))
    assert (texts, reason) == (["[!S\u00e9\u00e5"], None)
    assert pdf_text(pdf_of(b"BT /F 9 Tf <06> Tj ET", font=font))[1] is not None


@pytest.mark.parametrize(
    "font",
    [
        "/Subtype/Type0/Encoding/Identity-H/BaseFont/ABCDEF+Arial",
        "/Subtype/Type1/BaseFont/ABCDEF+Custom",
        "/Subtype/Type3",
        "/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R",
    ],
)
def test_fonts_that_do_not_tell_their_letters(font: str) -> None:
    """Text in such fonts makes the report say that the document could not be checked, not that it has no tags."""
    found = find_smart_tags(("a.pdf", pdf_of(b"BT /F 9 Tf (unknown) Tj ET", font=font)))
    assert (found.checked, found.tags) == (False, ())
    assert found.reason == "the PDF has text in fonts that do not say which letters they draw."


def test_ornaments_are_no_text() -> None:
    """A bullet in a font of symbols does not keep a document from being checked."""
    font = "/Subtype/Type0/Encoding/Identity-H/BaseFont/ABCDEF+Wingdings"
    assert pdf_text(pdf_of(b"BT /F 9 Tf <0001> Tj ET", font=font))[1] is None


def test_objects_in_streams_and_later_revisions() -> None:
    """Packed objects (7.5.7) are found, and of two objects with one number the later counts."""
    content = b"BT /F 9 Tf (old) Tj ET"
    packed = b"5 0 7 4 <</Subtype/Type1/BaseFont/Helvetica>> null"
    packed = zlib.compress(packed[:8] + packed[8:])
    more = b"9 0 obj<</Type/ObjStm/N 2/First 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (
        len(packed),
        packed,
    )
    new = b"4 0 obj<</Length 99999>>stream\nBT /F 9 Tf (new) Tj ET\nendstream endobj\n"
    assert pdf_text(pdf_of(content, font="/Subtype/Type3", more=more + new)) == (["new"], None)


@pytest.mark.parametrize("password", ["secret"])
def test_encrypted_pdfs_are_not_checked(password: str) -> None:
    """An encrypted PDF gives the reason."""
    writer = pypdf.PdfWriter(io.BytesIO(drawn(ADA)))
    writer.encrypt(password, algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    found = find_smart_tags(("a.pdf", file.getvalue()))
    assert (found.checked, found.reason) == (False, "the PDF is encrypted.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no pdf", "is no PDF"),
        (b"%PDF-1.7\n", "pages were not found"),
        (pdf_of(b"x").replace(b"4 0 obj<<", b"4 0 obj<</Filter/LZWDecode "), "LZWDecode"),
        (pdf_of(b"x").replace(b"4 0 obj<<", b"4 0 obj<</Filter/FlateDecode "), "damaged"),
        (pdf_of(zlib.compress(b"BT ET")[:-6]).replace(b"4 0 obj<<", b"4 0 obj<</Filter/FlateDecode "), "damaged"),
        (pdf_of(b"x").replace(b"/Contents 4 0 R", b"/Contents 44 0 R"), "damaged"),
        (pdf_of(b"x").replace(b"/Contents 4 0 R", b"/Contents[4 0 R 44 0 R]"), "damaged"),
        (pdf_of(b"x").replace(b"[3 0 R]", b"[2 0 R]"), "pages were not found"),
    ],
)
def test_pdfs_that_cannot_be_read_give_a_reason(data: bytes, reason: str) -> None:
    """Damage, unknown filters and pages that contain themselves end in a reason."""
    found = find_smart_tags(("a.pdf", data))
    assert not found.checked
    assert found.reason is not None
    assert reason in found.reason


def test_a_pdf_that_unpacks_to_too_much_is_given_up() -> None:
    """A few kilobytes that unpack to hundreds of megabytes are not unpacked to their end."""
    bomb = zlib.compress(bytes(80 * 1024 * 1024))
    data = pdf_of(bomb).replace(b"4 0 obj<<", b"4 0 obj<</Filter/FlateDecode ")
    assert find_smart_tags(("a.pdf", data)).reason == "the PDF is too large to be checked."


SAMPLE = drawn(ADA, "[!Sign.2]")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=12), st.integers(0, 3))
def test_no_damage_makes_it_fail(changes: list[tuple[int, int]], cut: int) -> None:
    """Whatever bytes are changed or cut off, a report comes back."""
    damaged = bytearray(SAMPLE)
    for place, value in changes:
        damaged[place] = value
    assert isinstance(find_smart_tags(("a.pdf", bytes(damaged[: len(damaged) - cut * 100]))), SmartTagReport)


# Files


def test_other_types_are_not_checked() -> None:
    """Types whose text is not read say so."""
    for name in ("a.odt", "a.rtf", "a.doc", "a.xlsx", "a"):
        found = find_smart_tags((name, b"[!Sign.1]"))
        assert (found.checked, found.tags) == (False, ())
        assert found.reason == f"files of type {os.path.splitext(name)[1] or '(none)'} cannot be checked."
    assert repr(found) == ("SmartTagReport(not checked: files of type (none) cannot be checked., tags=0, problems=0)")
    assert repr(report(ADA, "[!Sing.1]")) == "SmartTagReport(orders=(1,), tags=1, problems=1)"


def test_a_file_that_is_too_large_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to the limit it is."""
    data = word_file(ADA)
    monkeypatch.setattr(smart_tags, "MAX_FILE_SIZE", len(data))
    assert find_smart_tags(("A.DOCX", data)).orders == (1,)
    monkeypatch.setattr(smart_tags, "MAX_FILE_SIZE", len(data) - 1)
    found = find_smart_tags(("a.docx", data))
    assert (found.reason, found.checked) == ("the file is too large to be checked.", False)


def test_a_stream_is_left_where_it_stood(tmp_path: Path) -> None:
    """After the check the same stream can be uploaded; one that cannot go back is refused."""
    path = tmp_path / "contract.docx"
    path.write_bytes(word_file(ADA))
    assert find_smart_tags(path).orders == (1,)
    with path.open("rb") as stream:
        assert find_smart_tags(stream).orders == (1,)
        assert stream.tell() == 0
    reading, writing = os.pipe()
    os.close(writing)
    with open(reading, "rb") as pipe, pytest.raises(InputError, match="would use up a stream"):
        find_smart_tags(("contract.docx", pipe))
    with pytest.raises(InputError, match="does not exist"):
        find_smart_tags(tmp_path / "missing.pdf")
