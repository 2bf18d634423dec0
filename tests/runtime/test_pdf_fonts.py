"""Letters of fonts, told by encodings, by names of glyphs and by maps to Unicode (ISO 32000-1, 9.6 to 9.10)."""

from __future__ import annotations

import re

import pytest
from pypdf._codecs import adobe_glyphs
from reportlab.pdfbase._fontdata import encodings
from securedsigning.pdf_fonts import UNKNOWN, Font, glyph_letter
from securedsigning.pdf_objects import PdfFile, Reference

BYTES = bytes(range(32, 256))
SIMPLE = "/Subtype/Type1/BaseFont/Helvetica"
SUBSET = "/Subtype/TrueType/BaseFont/ABCDEF+Custom"
IDENTITY = "/Subtype/Type0/Encoding/Identity-H"


def font(entries: str, unicode_map: str = "", *more: str) -> Font:
    """A font with these entries; ``6 0 R`` stands for the map to Unicode, and from 7 on for more objects."""
    objects = [f"5 0 obj<<{entries}>>endobj", f"6 0 obj<<>>stream\n{unicode_map}\nendstream endobj"]
    objects += [f"{number} 0 obj {value} endobj" for number, value in enumerate(more, 7)]
    pdf = PdfFile("\n".join(["%PDF-1.7", *objects]).encode("latin-1"))
    return Font(pdf, pdf.dictionary(Reference(5)))


def mapped(unicode_map: str, entries: str = IDENTITY) -> Font:
    return font(f"{entries}/ToUnicode 6 0 R", unicode_map)


# Names of glyphs


@pytest.mark.parametrize("encoding", ["WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"])
def test_the_names_of_the_latin_character_set_are_known(encoding: str) -> None:
    """All of annex D.2; ligatures are the letters that they are made of."""
    ligatures = {"fi": "fi", "fl": "fl"}
    for name in filter(None, encodings[encoding]):
        assert glyph_letter(name) == ligatures.get(name, adobe_glyphs[f"/{name}"]), name


def test_names_are_those_of_the_adobe_glyph_list() -> None:
    """Also of letters with an accent; a letter is never taken for another one."""
    accented = re.compile("/[A-Za-z](grave|acute|circumflex|tilde|macron|dieresis|ring|caron|cedilla|ogonek)")
    tried = 0
    for name, letter in adobe_glyphs.items():
        found = glyph_letter(name[1:])
        if accented.fullmatch(name) and name != "/Togonek":  # U+0162 there, which is a T with a cedilla
            tried += 1
            assert found == letter, name
        elif "." not in name and name not in ("/fi", "/fl", "/Togonek"):
            assert found in (letter, UNKNOWN), name
    assert tried == 197


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("A.swash", "A"),
        ("one.oldstyle.alt", "1"),
        ("uni00E5", "\u00e5"),
        ("uni20AC.alt", "\u20ac"),
        ("u00E5", "\u00e5"),
        ("u1F600", "\U0001f600"),
        ("u10FFFF", "\U0010ffff"),
        ("uniD7FF", "\ud7ff"),
        ("uniE000", "\ue000"),
        ("Togonek", "T\u0328"),
        ("u0D800", UNKNOWN),
        ("u110000", UNKNOWN),
        ("uniD800", UNKNOWN),
        ("uDFFF", UNKNOWN),
        ("uni00e5", UNKNOWN),
        ("uni00E", UNKNOWN),
        ("u0041000", UNKNOWN),
        ("xuni0041", UNKNOWN),
        ("nonsense", UNKNOWN),
        ("eacuteacute", UNKNOWN),
        ("\u00e5", UNKNOWN),
        (".notdef", UNKNOWN),
    ],
)
def test_names_of_code_points_and_others(name: str, letter: str) -> None:
    assert glyph_letter(name) == letter


# Simple fonts


@pytest.mark.parametrize(
    ("entries", "codec"),
    [
        (f"{SIMPLE}/Encoding/WinAnsiEncoding", "cp1252"),
        (f"{SIMPLE}/Encoding/MacRomanEncoding", "mac_roman"),
        (f"{SIMPLE}/Encoding/StandardEncoding", "cp1252"),
        (f"{SIMPLE}/Encoding 7 0 R", "mac_roman"),
        (f"{SUBSET}/Encoding/MacRomanEncoding", "mac_roman"),
        (f"{SIMPLE}/Encoding<</BaseEncoding/MacRomanEncoding>>", "mac_roman"),
        (f"{SIMPLE}/Encoding<</BaseEncoding 7 0 R>>", "mac_roman"),
        (SIMPLE, "cp1252"),
        (f"{SIMPLE}/Encoding<<>>", "cp1252"),
        ("/Subtype/MMType1/BaseFont/X", "cp1252"),
        ("/Subtype/TrueType/BaseFont/abcdef+X", "cp1252"),
        ("/Subtype/TrueType/BaseFont/ABCDEFG+X", "cp1252"),
        ("/Subtype/TrueType/BaseFont 8 0 R", "cp1252"),
        ("/Subtype/TrueType", "cp1252"),
        (f"{SUBSET}/Encoding<</Differences[]>>", "cp1252"),
    ],
)
def test_a_simple_font_has_an_encoding(entries: str, codec: str) -> None:
    """Its own, the base of its own, or the standard one where it is a whole font of letters."""
    assert font(entries, "", "/MacRomanEncoding", "/Arial").text(BYTES) == BYTES.decode(codec, "replace")


@pytest.mark.parametrize(
    "entries",
    [
        SUBSET,
        "/Subtype/Type1/BaseFont 7 0 R",
        f"{SIMPLE}/Encoding/MacExpertEncoding",
        "/Subtype/Type3",
        "/Subtype/Type3/Encoding<</Differences[]>>",
        "/BaseFont/Helvetica",
    ],
)
def test_a_font_whose_codes_mean_nothing_by_themselves(entries: str) -> None:
    """A letter is not known for each of its bytes."""
    assert font(entries, "", "/ABCDEF+X").text(b"abc") == UNKNOWN * 3


def test_differences_replace_letters_of_the_encoding() -> None:
    """A number says which code the names after it begin with; the others stay."""
    entries = f"{SIMPLE}/Encoding<</BaseEncoding/MacRomanEncoding/Differences 7 0 R>>"
    made = font(entries, "", "[66/two/three 255/four/five -2/six/seven/eight (x) 65/nine 68/nonsense]")
    assert made.text(b"\x00\x01AB\x8eCD\xff") == "8\x0192\u00e93\ufffd4"
    assert font(f"{SUBSET}/Encoding<</Differences[1/a/b]>>").text(b"\x01\x02c") == "abc"
    assert font("/Subtype/Type3/Encoding<</Differences[/a/b]>>").text(b"\x00\x01\x02") == "ab\ufffd"
    assert font("/Subtype/Type3/Encoding<</Differences[1/a/b]>>").text(b"\x01\x02c") == "ab\ufffd"


@pytest.mark.parametrize("name", ["Symbol", "ABCDEF+ZapfDingbats", "WINGDINGS-Regular", "Webdings"])
@pytest.mark.parametrize("kind", ["/Subtype/TrueType", IDENTITY])
def test_ornaments_are_blanks(name: str, kind: str) -> None:
    """What they draw is no text; but a letter that is told counts."""
    width = 2 if kind == IDENTITY else 1
    entries = f"{kind}/BaseFont 7 0 R/ToUnicode 6 0 R"
    made = font(entries, "<41> <42> endbfchar <0041> <0042> endbfchar", f"/{name}")
    assert made.text(b"A".rjust(width, b"\0") + b"x" * width) == "B "


# Fonts of several bytes a letter


def test_codes_of_fonts_may_be_unicode_already() -> None:
    """Encodings such as UniGB-UTF16-H; half a letter is none."""
    for encoding in ("UniGB-UTF16-H", "UniJIS-UCS2-HW-V"):
        text = "[!Sign \u4e2d\U0001f600"
        assert font(f"/Subtype/Type0/Encoding/{encoding}").text(text.encode("utf-16-be") + b"x") == f"{text}\ufffd"
    assert font("/Subtype/Type0/Encoding/GBK-EUC-H").text(b"abcd") == UNKNOWN * 2
    assert font("/Subtype/Type0/Encoding(UTF16)").text(b"abcd") == UNKNOWN * 2
    assert font("/Subtype/Type1/BaseFont/A/Encoding/UniGB-UTF16-H").text(b"ab") == UNKNOWN * 2


def test_single_letters_of_a_map() -> None:
    """Of any length; pairs that are no strings are passed over, and the last one without a partner too."""
    made = mapped("<0001> <0041> <0002> <00660069> <0003> <D83DDE00> <0004> <42> /x <0043> <0005> 7 <0006> endbfchar")
    assert made.text(b"\0\1\0\2\0\3\0\4\0\5\0\6") == "Afi\U0001f600B\ufffd\ufffd"
    assert mapped("<0001> <> endbfchar <0002> <D800> endbfchar").text(b"\0\1\0\2") == "\ufffd"


def test_ranges_of_a_map() -> None:
    """From a letter on, or letter by letter."""
    made = mapped("2 beginbfrange <0041> <0043> <0061> <0100> <0102> [<0031> 7 <00330034>] endbfrange")
    assert made.text(b"\0\x40\0\x41\0\x42\0\x43\0\x44") == "\ufffdabc\ufffd"
    assert made.text(b"\1\0\1\1\1\2\1\3") == "1\ufffd34\ufffd"
    made = mapped("<0001> <0003> <D83DDE00> <0004> <0005> <31> <0006> <0007> <00410042> endbfrange")
    assert made.text(b"\0\1\0\2\0\3\0\4\0\5\0\6\0\7") == "\U0001f600\U0001f601\U0001f60212ABAC"
    made = mapped("<0001> <0002> <FFFF> <0003> <0004> <> <0005> <0006> [<0041>] endbfrange")
    assert made.text(b"\0\2\0\3\0\4\0\5\0\6") == "\0\ufffd\ufffdA\ufffd"


@pytest.mark.parametrize("ends", ["<0003> <0001>", "<0001> <03>", "<01> <0003>", "1 <0003>", "<0001> 3", "<0001>"])
def test_ranges_without_sense_give_nothing(ends: str) -> None:
    assert mapped(f"{ends} <0041> endbfrange").text(b"\0\1\0\2\0\3") == UNKNOWN * 3


@pytest.mark.parametrize("pair", ["[1] <0041>", "<0001> 7", "<0001> /x", "/x <0041>"])
def test_what_is_no_string_is_mapped_to_nothing(pair: str) -> None:
    code, letter = pair.split()
    assert mapped(f"{pair} endbfchar {code} {code} {letter} endbfrange").text(b"\0\1") == UNKNOWN


def test_a_range_has_as_many_codes_as_two_bytes() -> None:
    """Longer ones would only take memory."""
    made = mapped(
        "1 begincodespacerange <000000> <FFFFFF> endcodespacerange <000001> <FFFFFF> <0041> endbfrange",
        "/Subtype/Type0",
    )
    assert made.text(b"\0\0\1\1\0\0\1\0\1") == "A@\ufffd"


def test_a_map_says_how_long_codes_are() -> None:
    """The shortest that fits counts; one that fits none is as long as the shortest."""
    both = "2 begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange <41> <0061> <8140> <4E00> <C1> <0062> endbfchar"
    made = mapped(both, "/Subtype/Type0/Encoding/Custom")
    assert made.text(b"\x41\x81\x40\x41\x7f\xc1") == "a\u4e00a\ufffdb"
    assert mapped(both, "/Subtype/Type0/Encoding/Identity-V").text(b"\x81\x40\0\x41") == "\u4e00\ufffd"
    assert mapped(both, IDENTITY).text(b"\x81\x40\0\x41") == "\u4e00\ufffd"
    assert mapped(both, SIMPLE).text(b"\x41\x81\x40") == "a\ufffd\ufffd"
    assert mapped("<41> <0061> endbfchar", "/Subtype/Type0").text(b"\0\x41") == UNKNOWN
    assert mapped("() 7 endcodespacerange <0041> <0061> endbfchar", "/Subtype/Type0").text(b"\0\x41") == "a"


def test_a_map_goes_before_the_encoding() -> None:
    """With one, the standard encoding of a font without any is not assumed for the rest."""
    assert mapped("<41> <0062> endbfchar", f"{SIMPLE}/Encoding/WinAnsiEncoding").text(b"AB") == "bB"
    assert mapped("<41> <0062> endbfchar", f"{SIMPLE}/Encoding<</Differences[65/x/y]>>").text(b"ABC") == "by\ufffd"
    assert mapped("<41> <0062> endbfchar", SIMPLE).text(b"AB") == "b\ufffd"
    assert mapped("", SIMPLE).text(b"AB") == "AB"
    assert font(f"{SIMPLE}/ToUnicode/Identity-H").text(b"AB") == "AB"


def test_operands_end_with_their_operator() -> None:
    """What stands before another word is none of the next one's."""
    assert mapped("<0001> <0041> other <0002> <0042> endbfchar").text(b"\0\1\0\2") == "\ufffdB"
