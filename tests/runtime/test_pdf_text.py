"""Text of PDF files, made by reportlab and pypdf or by hand (ISO 32000-1, 7.7 and 9.4)."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import Any

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
from securedsigning.pdf_text import pdf_text
from securedsigning.smart_tags import SmartTagReport, find_smart_tags

ADA = "[!Sign.1.F,Ada,Lovelace,ada@example.org]"
DAMAGED = "the PDF is damaged."
NO_PAGES = "the PDF's pages were not found."
NO_LETTERS = "the PDF has text in fonts that do not say which letters they draw."
TOO_LARGE = "the PDF is too large to be checked."
MOST_DRAWN = 16 * 1024 * 1024


def details(found: SmartTagReport) -> list[tuple[object, ...]]:
    return [(tag.order, tag.kind, tag.first_name, tag.last_name, tag.email) for tag in found.tags]


# Files of other programs


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
        (b"no pdf", "the file is no PDF."),
        (b"%PDF-1.7\n", NO_PAGES),
        (pdf_of(b"x").replace(b"4 0 obj<<", b"4 0 obj<</Filter/LZWDecode "), "the PDF packs its text with LZWDecode."),
        (pdf_of(b"x").replace(b"4 0 obj<<", b"4 0 obj<</Filter/FlateDecode "), DAMAGED),
        (pdf_of(zlib.compress(b"BT ET")[:-6]).replace(b"4 0 obj<<", b"4 0 obj<</Filter/FlateDecode "), DAMAGED),
        (pdf_of(b"x").replace(b"/Contents 4 0 R", b"/Contents 44 0 R"), DAMAGED),
        (pdf_of(b"x").replace(b"/Contents 4 0 R", b"/Contents[4 0 R 44 0 R]"), DAMAGED),
        (pdf_of(b"x").replace(b"[3 0 R]", b"[2 0 R]"), NO_PAGES),
    ],
)
def test_pdfs_that_cannot_be_read_give_a_reason(data: bytes, reason: str) -> None:
    """Damage, unknown filters and pages that contain themselves end in a reason."""
    found = find_smart_tags(("a.pdf", data))
    assert (found.checked, found.reason, found.tags) == (False, reason, ())


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


# Pages


HELVETICA = "<</Subtype/Type1/BaseFont/Helvetica>>"


def file_of(*objects: str) -> bytes:
    """A PDF whose pages are the tree in its second object."""
    all_of_them = ["<</Type/Catalog/Pages 2 0 R>>", *objects]
    return "\n".join(["%PDF-1.7", *(f"{n} 0 obj {each} endobj" for n, each in enumerate(all_of_them, 1))]).encode()


def stream(content: str, entries: str = "") -> str:
    return f"<</Length {len(content)}{entries}>>stream\n{content}\nendstream"


def test_pages_come_in_the_order_of_their_tree() -> None:
    """Each once, however often it is listed; what is no page is passed over."""
    data = file_of(
        f"<</Kids[3 0 R 6 0 R 5 0 R 3 0 R 99 0 R<<>>7]/Resources<</Font<</F {HELVETICA}>>>>>>",
        "<</Kids[4 0 R 2 0 R<</Contents 9 0 R>>]>>",
        *(f"<</Type/Page/Contents {number} 0 R>>" for number in (7, 8, 10)),
        *(stream(f"BT /F 9 Tf ({text}) Tj ET") for text in ("first", "third", "second", "fourth")),
    )
    assert pdf_text(data) == (["first", "second", "fourth", "third"], None)


def test_resources_are_inherited() -> None:
    """The nearest count; empty ones are none."""
    mac = "<</Font<</F<</Subtype/Type1/Encoding/MacRomanEncoding>>>>>>"
    win = "<</Font<</F<</Subtype/Type1/Encoding/WinAnsiEncoding>>>>>>"
    content = stream("BT /F 9 Tf <8E> Tj ET")
    pages = "<</Contents 4 0 R>><</Contents 4 0 R/Resources<<>>>><</Contents 4 0 R/Resources 5 0 R>>"
    data = file_of(
        f"<</Kids[3 0 R<</Contents 4 0 R>>]/Resources{win}>>", f"<</Kids[{pages}]/Resources{mac}>>", content, win
    )
    assert pdf_text(data) == (["\u00e9", "\u00e9", "\u017d", "\u017d"], None)


def test_up_to_5000_pages_are_read() -> None:
    page = "<</Type/Page>>"
    assert pdf_text(file_of(f"<</Kids[{page * 5000}]>>")) == ([""] * 5000, None)
    assert pdf_text(file_of(f"<</Kids[{page * 5001}]>>")) == ([], "the PDF has too many pages to be checked.")


@pytest.mark.parametrize("pages", ["<<>>", "<</Kids[]>>", "<</Kids[2 0 R]>>", "7"])
def test_a_file_without_pages(pages: str) -> None:
    assert pdf_text(file_of(pages)) == ([], NO_PAGES)
    assert pdf_text(b"%PDF-1.7\n2 0 obj<</Type/Page>>endobj") == ([], NO_PAGES)


def test_a_page_may_be_cut_into_several_streams() -> None:
    """Between any two words; what else is listed is passed over."""
    data = file_of(
        f"<</Contents[3 0 R 7 4 0 R]/Resources<</Font<</F {HELVETICA}>>>>>>",
        stream("BT /F 9 Tf (a) Tj 0"),
        stream("5 Td (b) Tj ET"),
    )
    assert pdf_text(data) == (["a\nb"], None)


def test_what_was_read_before_the_damage_is_kept() -> None:
    """The reason says that it is not all."""
    good, bad = stream("BT /F 9 Tf (good) Tj ET"), stream("x", "/Filter/Fl")
    kids = "<</Contents 3 0 R>><</Contents 4 0 R>><</Contents 3 0 R>>"
    data = file_of(f"<</Kids[{kids}]/Resources<</Font<</F {HELVETICA}>>>>>>", good, bad)
    assert pdf_text(data) == (["good"], "the PDF is damaged.")


def test_each_page_begins_anew() -> None:
    """Neither its first line nor its instructions follow on from the page before."""
    kids = "<</Contents 3 0 R>><</Contents 4 0 R>><</Contents 5 0 R>>"
    data = file_of(
        f"<</Kids[{kids}]/Resources<</Font<</F {HELVETICA}>>>>>>",
        stream("q 1 0 0 1 0 90 cm BT /F 9 Tf (a) Tj"),
        stream("Q BT /F 9 Tf 0 9 Td (b) Tj"),
        stream("(c) Tj"),
    )
    assert pdf_text(data) == (["a", "b", "\ufffd"], NO_LETTERS)


# Instructions


@pytest.mark.parametrize(
    ("content", "text"),
    [
        # gaps and lines, exactly at their limits
        (b"BT /F 9 Tf [(a) -180 (b) -180.5 (c) 500 (d) -181 (e)] TJ ET", "ab cd e"),
        (b"BT /F 9 Tf 0 50 Td (a) Tj 0 1.5 Td (b) Tj 0 -1.5 Td (c) Tj 0 -1.6 Td (d) Tj 0 1.6 Td (e) Tj ET", "abc\nd\ne"),
        (b"BT /F 9 Tf 1 1 -1 1 0 0 Tm (a) Tj 1 1 -1 1 9 0 Tm (b) Tj 1 1 -1 1 9 5 Tm (c) Tj ET", "ab\nc"),
        (b"BT /F 9 Tf 1 -2 2 1 0 0 Tm (a) Tj 1 -2 2 1 0 9 Tm (b) Tj 1 -2 2 1 5 9 Tm (c) Tj ET", "ab\nc"),
        (b"BT /F 9 Tf -2 1 1 2 0 0 Tm (a) Tj -2 1 1 2 9 0 Tm (b) Tj -2 1 1 2 9 5 Tm (c) Tj ET", "ab\nc"),
        # what q keeps, Q brings back
        (b"BT /F 9 Tf 5 TL q 0 TL /G 9 Tf 1 0 0 1 0 50 cm Q (a) Tj T* (b) Tj ET", "a\nb"),
        (b"q q 1 0 0 1 0 9 cm BT /F 9 Tf (a) Tj ET Q Q Q BT /F 9 Tf (b) Tj ET", "a\nb"),
        # BT begins at the origin, lines go on from the last one's start
        (b"BT /F 9 Tf 0 50 Td (a) Tj ET BT (b) Tj 0 50 Td (c) Tj 0 -50 Td (d) Tj ET", "a\nb\nc\nd"),
        (b"BT /F 9 Tf 2 0 0 2 0 0 Tm (a) Tj 0 1 Td (b) Tj ET", "a\nb"),
        (b"BT /F 9 Tf 0 2 -2 0 0 0 Tm (a) Tj 1 0 Td (b) Tj 0 1 Td (c) Tj ET", "ab\nc"),
        (b"BT /F 9 Tf 3 TL (a) Tj 0 0 Td T* (b) Tj 9 0 TD (c) Tj T* (d) Tj ET", "a\nbcd"),
        (b"BT /F 9 Tf 0 4 TD (a) Tj 0 -4 Td (b) Tj T* (c) Tj 0 4 Td (d) Tj ET", "a\nb\nc\nd"),
        (b"BT /F 9 Tf 3 TL (a) Tj (b) ' ET", "a\nb"),
        (b'BT /F 9 Tf 3 TL (a) Tj 0 0 (b) " ET', "a\nb"),
        # too few or too many operands mean nothing
        (b"BT /F 9 Tf (a) Tj 9 Td 9 9 9 Td 9 TD 1 0 0 1 9 Tm 1 0 0 1 9 9 9 Tm 1 0 0 1 9 cm 1 0 0 1 9 9 9 cm (b) Tj ET", "ab"),
        (b"BT /F 9 Tf 9 TL TL Tf Tj TJ ' \" Do (a) Tj T* (b) Tj ET", "a\nb"),
        (b"BT /F 9 Tf 0 /x Td (a) Tj (y) 9 Td (b) Tj ET", "a\nb"),
        (b"BT /F 9 Tf 2 0 0 2 0 0 Tm (a) Tj 0 /x Td (b) Tj T* (c) Tj ET", "abc"),
        (b"BT /F 9 Tf [(a) /X null -181 (b) [(no)] <</A(no)>>] TJ ET", "a b"),
        (b"BT 1 2 other /F 9 Tf (no) other (a) Tj ET", "a"),
        # inline images
        (b"BT /F 9 Tf (a) Tj BI ID EIx xEI y(no) Tj\nEI (b) Tj ET", "ab"),
        (b"BT /F 9 Tf (a) Tj BI ID (no) Tj", "a"),
        (b"BT /F 9 Tf (a) Tj BI ID (no) Tj EI", "a"),
        (b"BT /F 9 Tf BI ID 1\x00EI\x00 2\nEI\x0c(a) Tj BI ID\nEI\r(b) Tj", "ab"),
    ],
)  # fmt: skip
def test_instructions_in_their_finer_points(content: bytes, text: str) -> None:
    """As 8.4, 8.9.7 and 9.4 have them."""
    assert pdf_text(pdf_of(content)) == ([text], None)


NUMBERS = st.integers(-3, 3)
MATRICES = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)


def times(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    """The product of two matrices as 8.3.4 writes them, with the third column filled in."""
    rows = [(*first[at : at + 2], int(at == 4)) for at in (0, 2, 4)]
    columns = [(second[0], second[2], second[4]), (second[1], second[3], second[5])]
    return tuple(sum(a * b for a, b in zip(row, column, strict=True)) for row in rows for column in columns)


STEPS = st.one_of(
    st.tuples(st.sampled_from(["Td", "TD"]), NUMBERS, NUMBERS), st.tuples(st.sampled_from(["T*", "'", '"']))
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(MATRICES, MATRICES, MATRICES, NUMBERS, st.lists(STEPS, max_size=5))
def test_a_line_breaks_where_the_baseline_moves(
    outer: tuple[int, ...], inner: tuple[int, ...], line: tuple[int, ...], leading: int, steps: list[tuple[Any, ...]]
) -> None:
    """Wherever page, text and lines are moved, turned and stretched to."""
    page = times(inner, outer)
    words = ["{} {} {} {} {} {} cm".format(*matrix) for matrix in (outer, inner)]
    words.append("BT /F 9 Tf {} TL {} {} {} {} {} {} Tm (0) Tj".format(leading, *line))
    places = [times(line, page)]
    for number, (operator, *operands) in enumerate(steps, 1):
        if operands:
            words.append(f"{operands[0]} {operands[1]} {operator} ({number}) Tj")
            leading = -operands[1] if operator == "TD" else leading
        else:
            words.append({"T*": "T* ({}) Tj", "'": "({}) '", '"': '1 2 ({}) "'}[operator].format(number))
            operands = [0, -leading]
        line = times((1, 0, 0, 1, *operands), line)
        places.append(times(line, page))
    expected, before = "", None
    for number, place in enumerate(places):
        baseline = place[5] if abs(place[0]) >= abs(place[1]) else place[4]
        expected += str(number) if before is None or abs(baseline - before) <= 1 else f"\n{number}"
        before = baseline

    assert pdf_text(pdf_of(" ".join(words).encode())) == ([expected], None)


def test_fonts_are_told_apart() -> None:
    """By their names, whether each is an object of its own or stands in the resources."""
    mac, win = (f"<</Subtype/Type1/Encoding/{name}>>" for name in ("MacRomanEncoding", "WinAnsiEncoding"))
    data = file_of(
        f"<</Contents 5 0 R/Resources<</Font<</A 3 0 R/B 4 0 R/C{mac}/D{win}/E 7>>>>>>",
        mac,
        win,
        stream("BT /A 9 Tf <8E> Tj /B 9 Tf <8E> Tj /C 9 Tf <8E> Tj /D 9 Tf <8E> Tj /A 9 Tf <8E> Tj ET"),
    )
    assert pdf_text(data) == (["\u00e9\u017d\u00e9\u017d\u00e9"], None)


@pytest.mark.parametrize(
    "instructions", [b"BT (abc) Tj", b"BT /Missing 9 Tf (abc) Tj", b"BT /F 9 Tf /None 9 Tf (abc) Tj"]
)
def test_text_without_a_font(instructions: bytes) -> None:
    """A letter for each byte that cannot be told."""
    assert pdf_text(pdf_of(instructions)) == (["\ufffd\ufffd\ufffd"], NO_LETTERS)


# Forms


def with_form(
    entries: str, *, content: bytes = b"BT /F 9 Tf (a) Tj ET /X Do", form: str = "BT /F 9 Tf (x) Tj ET"
) -> bytes:
    return pdf_of(content, more=f"6 0 obj{stream(form, entries)} endobj".encode())


@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ("/Subtype/Form", "ax"),
        ("/Subtype/Form/Matrix[1 0 0 1 0 9]", "a\nx"),
        ("/Subtype/Form/Matrix[1 0 0 1 9 0]", "ax"),
        ("/Subtype/Form/Matrix[1 0 0 1 9 9 9]", "ax"),
        ("/Subtype/Form/Matrix[1 0 0 1 9]", "ax"),
        ("/Subtype/Form/Matrix[1 0 0 1 9 /x]", "ax"),
        ("/Subtype/Form/Matrix 7", "ax"),
        ("/Subtype/Image", "a"),
        ("", "a"),
    ],
)
def test_a_form_lies_where_its_matrix_says(entries: str, text: str) -> None:
    """Six numbers, as in 8.10; what is no form is not drawn."""
    assert pdf_text(with_form(entries)) == ([text], None)


def test_a_form_lies_within_what_draws_it() -> None:
    """Its matrix comes before the page's."""
    content = b"0 1 -1 0 0 0 cm BT /F 9 Tf (a) Tj ET /X Do"
    assert pdf_text(with_form("/Subtype/Form/Matrix[1 0 0 1 9 0]", content=content)) == (["ax"], None)
    assert pdf_text(with_form("/Subtype/Form/Matrix[1 0 0 1 0 9]", content=content)) == (["a\nx"], None)


def test_a_form_has_resources_of_its_own_or_those_of_the_page() -> None:
    """Empty ones are none."""
    mac = "/Resources<</Font<</F<</Subtype/Type1/Encoding/MacRomanEncoding>>>>>>"
    for entries, text in (
        (mac, "\u00e9"),
        ("", "\u017d"),
        ("/Resources<<>>", "\u017d"),
        ("/Resources 9 0 R", "\u017d"),
    ):
        data = with_form(f"/Subtype/Form{entries}", form="BT /F 9 Tf <8E> Tj ET")
        assert pdf_text(data) == ([f"a{text}"], None)


def test_what_is_missing_is_not_drawn() -> None:
    for content in (b"/Y Do", b"7 Do", b"Do"):
        assert pdf_text(with_form("/Subtype/Form", content=content)) == ([""], None)
    assert pdf_text(pdf_of(b"/X Do", more=b"6 0 obj<</Subtype/Form>>endobj")) == ([""], None)


def test_forms_may_be_drawn_in_forms_eight_deep() -> None:
    """So that one that draws itself ends; nine words come of nine."""
    form = "BT /F 9 Tf (x) Tj ET /X Do"
    assert pdf_text(with_form("/Subtype/Form", form=form)) == (["a" + "x" * 8], None)


def test_instructions_may_have_16_mib() -> None:
    """Each page and form counts 500 bytes more, so that many empty ones end too."""
    blanks = b" " * (MOST_DRAWN - 2 * 500 - len(b"/X Do") - 3)
    assert pdf_text(with_form("/Subtype/Form", content=b"/X Do" + blanks, form="   ")) == ([""], None)
    assert pdf_text(with_form("/Subtype/Form", content=b"/X Do" + blanks, form="    ")) == ([], TOO_LARGE)
