"""The objects of PDF files that are written by hand, whole and damaged (ISO 32000-1, 7.2 to 7.5)."""

from __future__ import annotations

import base64
import tracemalloc
import zlib

import pytest
from securedsigning import pdf_objects
from securedsigning.pdf_objects import (
    Array,
    Dictionary,
    Name,
    Operator,
    PdfFile,
    Reference,
    Stream,
    UnreadablePdfError,
    Value,
    tokens,
)

LIMIT = 64 * 1024 * 1024
DAMAGED = "the PDF is damaged."
TOO_LARGE = "the PDF is too large to be checked."


def typed(value: Value) -> object:
    """The value with its type, and of a container those of its items: True is no 1, and a name no operator."""
    if isinstance(value, Array):
        return (Array, [typed(item) for item in value])
    if isinstance(value, Dictionary):
        return (Dictionary, {name: typed(item) for name, item in value.items()})
    return (type(value), value)


def read(data: bytes) -> list[Value]:
    return [value for value, _ in tokens(data)]


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (b"0 +7 -12 3.5 -.25 6. 00", [0, 7, -12, 3.5, -0.25, 6.0, 0]),
        (b"--5 1e3 . +", [Operator("--5"), Operator("1e3"), Operator("."), Operator("+")]),
        (b"9" * 29 + b" " + b"9" * 30, [int("9" * 29), Operator("9" * 30)]),
        (b"X Xa 1X", [Operator("X"), Operator("Xa"), Operator("1X")]),
        (b"true false null Tj True", [True, False, None, Operator("Tj"), Operator("True")]),
        (b"/A /a.b#20c /#4a#4B /a#2 /a#zz / /\xe9(x)", [*map(Name, ["A", "a.b c", "JK", "a#2", "a#zz", "", "é"]), b"x"]),
        (b"\xe9\xff", [Operator("éÿ")]),
        (b"(a(b)c)(\\(\\)\\\\)()", [b"a(b)c", b"()\\", b""]),
        (b"(\\n\\r\\t\\b\\f\\x)", [b"\n\r\t\b\fx"]),
        (b"(\\101\\7\\0053\\400\\18\\9)", [b"A\x07\x053\x00\x018" + b"9"]),
        (b"(a\rb\r\nc\nd\r\re)", [b"a\nb\nc\nd\n\ne"]),
        (b"(a\\\rb\\\r\nc\\\nd\\\r\re)", [b"abcd\ne"]),
        (b"(open (x) ", [b"open (x) "]),
        (b"(ends \\", [b"ends "]),
        (b"<48656C6c6F> <4> <> <4 8\t6\n5\x0c6\r\x00c>", [b"Hello", b"@", b"", b"Hel"]),
        (b"<48", [b"H"]),
        (b"<4g>", [b"@"]),
        (b"[1[/A(x)]<<>>]", [Array([1, Array([Name("A"), b"x"]), Dictionary()])]),
        (b"{1 2}", [Array([1, 2])]),
        (b"<</A 1/B<</C[2]>>>>", [Dictionary(A=1, B=Dictionary(C=Array([2])))]),
        (b"<</A 1 2 /B 3 4>>", [Dictionary(A=1)]),
        (b"<<1 2/A 3>>", [Dictionary(A=3)]),
        (b"<</A 1/B>>", [Dictionary(A=1)]),
        (b"[1 0 R 2 3 0 R]", [Array([Reference(1), 2, Reference(3)])]),
        (b"<</A 12 0 R/B 1>>", [Dictionary(A=Reference(12), B=1)]),
        (b"[R][0 R][(x) 0 R]", [Array([Operator("R")]), Array([0, Operator("R")]), Array([b"x", 0, Operator("R")])]),
        (b"[1 0 r]", [Array([1, 0, Operator("r")])]),
        (b"1 0 R", [1, 0, Operator("R")]),
        (b"% all (of) this\r1%and this\n2 %", [1, 2]),
        (b"\x00\t\n\x0c\r 1\x00/A\x0c/B", [1, Name("A"), Name("B")]),
        (b">> ] } ) > 1", [1]),
        (b"[1 )2>3 ]", [Array([1, 2, 3])]),
        (b"[1 0 /R]", [Array([1, 0, Name("R")])]),
        (b"[/A 1>><</A 1]{2>>", [Array([Name("A"), 1]), Dictionary(A=1), Array([2])]),
        (b"[1 [2", []),
        (b"a(b)c<64>e/f[g]h{i}j%k", [*map(Operator, "a"), b"b", Operator("c"), b"d", Operator("e"), Name("f")]
            + [Array([Operator("g")]), Operator("h"), Array([Operator("i")]), Operator("j")]),
    ],
)  # fmt: skip
def test_values_are_read_one_after_the_other(data: bytes, values: list[Value]) -> None:
    """Each has its type; what does not belong where it stands is passed over."""
    assert [typed(value) for value in read(data)] == [typed(value) for value in values]


def test_each_value_comes_with_where_it_ends() -> None:
    """So that what follows can be read in another way, as the data of a stream."""
    data = b" 12 /A (b) <63> [d 1] <<>> <</e 2>> f {} / (open"
    ends = [3, 6, 10, 15, 21, 26, 35, 37, 40, 42, 48]
    assert [end for _, end in tokens(data)] == ends
    assert [typed(value) for value, _ in tokens(data, 35)] == [typed(value) for value in read(data[35:])]


def pdf(*objects: bytes, start: bytes = b"%PDF-1.7\n", trailer: bytes = b"") -> PdfFile:
    """A file of these objects, numbered from 1."""
    return PdfFile(start + b"".join(b"%d 0 obj %s endobj\n" % each for each in enumerate(objects, 1)) + trailer)


def stream(data: bytes, entries: bytes = b"", *, length: bytes | None = None) -> bytes:
    size = b"%d" % len(data) if length is None else length
    return b"<</Length %s%s>>stream\n%s\nendstream" % (size, entries, data)


def found(file: PdfFile, number: int = 1) -> Value:
    return file.get(Reference(number))


def content(file: PdfFile, number: int = 1) -> bytes:
    value = found(file, number)
    assert isinstance(value, Stream)
    return file.unpack(value)


def refusal(*objects: bytes, start: bytes = b"%PDF-1.7\n", trailer: bytes = b"") -> str:
    """Why the file cannot be read, or the stream that is its first object."""
    with pytest.raises(UnreadablePdfError) as caught:
        content(pdf(*objects, start=start, trailer=trailer))
    return str(caught.value)


def test_the_head_stands_within_the_first_1024_bytes() -> None:
    """As readers have always had it, since mail programs put lines in front."""
    assert found(pdf(b"7", start=b"x" * 1019 + b"%PDF-")) == 7
    assert found(PdfFile(b"1 0 obj/A endobj %PDF-")) == Name("A")
    assert refusal(b"7", start=b"x" * 1020 + b"%PDF-") == "the file is no PDF."


@pytest.mark.parametrize("start", [b"12 0 obj", b"12\t\r0\n\x0c\x00obj", b"x12 00000 obj", b"0000000012 0 obj"])
def test_an_object_begins_with_two_numbers(start: bytes) -> None:
    file = PdfFile(b"%PDF-1.7 " + start + b"/A endobj")
    assert typed(file.get(Reference(12))) == (Name, "A")


@pytest.mark.parametrize(
    "start", [b"12 0 object", b"12 000000 obj", b"00000000012 0 obj", b"12 obj", b"12 0 Obj", b"120obj"]
)
def test_what_only_looks_like_the_beginning_of_an_object(start: bytes) -> None:
    file = PdfFile(b"%PDF-1.7 " + start + b"/A endobj")
    assert file.get(Reference(12)) is None


def test_a_reference_gives_its_object() -> None:
    """Of several with one number the last one; nothing where there is none, or the file ends."""
    file = pdf(b"(a)", b"<</B 1>>", start=b"%PDF- 1 0 obj(old)endobj\n", trailer=b"9 0 obj")
    assert file.get(Reference(1)) == b"a"
    assert (file.get(Reference(7)), file.get(Reference(9)), file.get(5), file.get(None)) == (None, None, 5, None)
    assert file.dictionary(Reference(2)) == {"B": 1}
    assert typed(file.dictionary(Dictionary(A=1))) == (Dictionary, {"A": (int, 1)})
    assert typed(file.dictionary(Reference(1))) == (Dictionary, {})


def test_the_catalog_is_the_last_one() -> None:
    """A later revision of the document brings its own."""
    file = pdf(b"<</Type/Catalog/Pages 3 0 R>>", b"<</Type/Catalog/Pages 4 0 R>>", b"<</Type/Pages>>", b"7")
    assert file.catalog() == {"Type": "Catalog", "Pages": Reference(4)}
    assert pdf(b"<</Type/Pages>>").catalog() == {}


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_the_data_of_a_stream(line_end: bytes) -> None:
    """Whatever ends the line before it; blanks and comments may stand in front of the word."""
    data = b"endstream\r1 0 obj/No endobj"
    inside = b"<</Length %d>> %% x\n stream%s%s\r\nendstream" % (len(data), line_end, data)
    file = pdf(inside, b"/Next")
    assert (content(file), found(file, 2)) == (data, Name("Next"))


@pytest.mark.parametrize("length", [b"3", b"99999", b"-1", b"8 0 R", b"(x)", b"4.0", b"null"])
def test_a_wrong_length_is_mended(length: bytes) -> None:
    """Then the data goes up to the next end mark."""
    file = pdf(stream(b"a bc", length=length), b"/Next")
    assert (content(file).strip(), found(file, 2)) == (b"a bc", Name("Next"))


def test_a_length_never_leads_backwards() -> None:
    """Not even to an end mark that stands there."""
    file = pdf(b"<</A(endstream)/Length -30>>stream\nabc\nendstream", b"/Next")
    assert (content(file), found(file, 2)) == (b"abc\n", Name("Next"))


def test_blanks_of_any_kind_may_stand_before_the_end_mark() -> None:
    """They are no data."""
    file = pdf(b"<</Length 1>>stream\na\x00\t\n\x0c\r" + b" " * 100 + b"endstream")
    assert content(file) == b"a"


def test_a_stream_may_be_empty() -> None:
    assert content(pdf(stream(b""))) == b""


def test_a_stream_without_an_end_goes_up_to_the_end_of_the_file() -> None:
    assert content(PdfFile(b"%PDF-1.7 1 0 obj<</Length 9>>stream\nabc")) == b"abc"


def test_a_dictionary_is_no_stream() -> None:
    """But by the word and an end of line."""
    file = pdf(b"<</A 1>>streams", b"<</A 2>>stream abc endstream", b"(x)stream\nendstream")
    assert [typed(found(file, number)) for number in (1, 2, 3)] == [
        (Dictionary, {"A": (int, 1)}),
        (Dictionary, {"A": (int, 2)}),
        (bytes, b"x"),
    ]


TEXT = b"BT (Sign here!!!!) Tj ET \x00\xff~" * 3
ASCII85 = base64.a85encode(TEXT)
HEX = TEXT.hex().encode()


@pytest.mark.parametrize(
    ("filters", "data"),
    [
        (b"/FlateDecode", zlib.compress(TEXT)),
        (b"/Fl", zlib.compress(TEXT)),
        (b"[/FlateDecode]", zlib.compress(TEXT) + b"\n"),
        (b"/ASCII85Decode", ASCII85 + b"~>"),
        (b"/A85", b" <~" + ASCII85 + b"~>\n"),
        (b"/A85", b"\x00 \t".join(ASCII85[at : at + 3] + b"\n\x0b\x0c\r" for at in range(0, len(ASCII85), 3)) + b"~>x"),
        (b"/A85", ASCII85),
        (b"/ASCIIHexDecode", HEX + b">"),
        (b"/AHx", HEX.upper() + b">00"),
        (b"/AHx", b" \t\r\n\x00\x0c".join(HEX[at : at + 7] for at in range(0, len(HEX), 7))),
        (b"[/A85/Fl]", base64.a85encode(zlib.compress(TEXT)) + b"~>"),
        (b"[/AHx 2 0 R]", base64.a85encode(TEXT).hex().encode()),
        (b"3 0 R", ASCII85),
        (b"[]", TEXT),
        (b"null", TEXT),
        (b"/Fl/DecodeParms<</Predictor 1>>", zlib.compress(TEXT)),
        (b"/Fl/DecodeParms<</Columns 4>>", zlib.compress(TEXT)),
        (b"/Fl/DecodeParms[null<<>>]", zlib.compress(TEXT)),
    ],
)
def test_filters_are_undone(filters: bytes, data: bytes) -> None:
    """By their long and short names, one after the other (7.4)."""
    file = pdf(stream(data, b"/Filter " + filters), b"/ASCII85Decode", b"[2 0 R]")
    assert content(file) == TEXT


@pytest.mark.parametrize(
    ("filters", "data", "reason"),
    [
        (b"/FlateDecode", b"no zlib", DAMAGED),
        (b"/FlateDecode", zlib.compress(TEXT)[:-5], DAMAGED),
        (b"/A85", b"abc{~>", DAMAGED),
        (b"/LZWDecode", b"x", "the PDF packs its text with LZWDecode."),
        (b"[/Crypt]", b"x", "the PDF packs its text with Crypt."),
        (b"[/Fl 9 0 R]", zlib.compress(b"x"), "the PDF packs its text with None."),
        (b"/Fl/DecodeParms<</Predictor 12>>", zlib.compress(TEXT), "the PDF packs its text in an unusual way."),
        (b"/Fl/DecodeParms[null 2 0 R]", zlib.compress(TEXT), "the PDF packs its text in an unusual way."),
        (b"/Fl/DecodeParms 3 0 R", zlib.compress(TEXT), "the PDF packs its text in an unusual way."),
    ],
)
def test_streams_that_cannot_be_unpacked(filters: bytes, data: bytes, reason: str) -> None:
    """Give the reason that is told to the user."""
    assert refusal(stream(data, b"/Filter " + filters), b"<</Predictor 2>>", b"[2 0 R]") == reason


def test_all_streams_together_may_unpack_to_64_mib() -> None:
    """One byte more is refused, wherever it comes from."""
    file = pdf(stream(b"00>", b"/Filter/AHx"), stream(zlib.compress(bytes(LIMIT - 1), 1), b"/Filter/Fl"))
    assert len(content(file, 2)) == LIMIT - 1
    assert content(file, 1) == b"\0"
    with pytest.raises(UnreadablePdfError, match=TOO_LARGE):
        content(file, 1)
    assert refusal(stream(zlib.compress(bytes(LIMIT + 1), 1), b"/Filter/Fl")) == TOO_LARGE


def test_a_flate_stream_may_use_up_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the last byte, but it is not unpacked any further."""
    monkeypatch.setattr(pdf_objects, "MAX_UNPACKED", 10)
    for size in (5, 6):
        file = pdf(stream(zlib.compress(b"a" * 5), b"/Filter/Fl"), stream(zlib.compress(b"b" * size), b"/Filter/Fl"))
        assert content(file) == b"aaaaa"
        if size == 5:
            assert content(file, 2) == b"bbbbb"
        else:
            with pytest.raises(UnreadablePdfError, match=TOO_LARGE):
                content(file, 2)


def test_what_is_too_large_is_not_unpacked_any_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left of the limit counts, not the limit; and that it is cut off does not matter then."""
    monkeypatch.setattr(pdf_objects, "MAX_UNPACKED", 1 << 20)
    most, too_large = zlib.compress(bytes((1 << 20) - 5)), zlib.compress(bytes(50 << 20))
    packing = zlib.compressobj()
    cut_off = packing.compress(b"123456") + packing.flush(zlib.Z_SYNC_FLUSH)
    for second in (too_large, cut_off):
        file = pdf(stream(most, b"/Filter/Fl"), stream(second, b"/Filter/Fl"))
        assert len(content(file)) == (1 << 20) - 5
        tracemalloc.start()
        with pytest.raises(UnreadablePdfError, match=TOO_LARGE):
            content(file, 2)
        assert tracemalloc.get_traced_memory()[1] < 1 << 18
        tracemalloc.stop()


def packed(objects: bytes, entries: bytes) -> bytes:
    return stream(objects, b"/Type/ObjStm" + entries)


def test_objects_in_a_stream() -> None:
    """Pairs of number and offset, then the objects (7.5.7); First and N may be references, and the stream may be packed."""
    inside = b"11 0 12 5 13 9 /One (2) <</Three 3>>"
    for entries, data in (
        (b"/First 15/N 3", inside),
        (b"/First 2 0 R/N 3 0 R", inside),
        (b"/First 15/N 3/Filter/Fl", zlib.compress(inside)),
    ):
        file = pdf(packed(data, entries), b"15", b"3")
        assert [found(file, number) for number in (11, 12, 13)] == [Name("One"), b"2", Dictionary(Three=3)]


def test_only_as_many_packed_objects_as_are_announced() -> None:
    """More pairs than N, or an offset beyond the end, give nothing."""
    file = pdf(packed(b"11 0 12 2 13 4 1 2 3", b"/First 15/N 2"))
    assert (found(file, 11), found(file, 12), found(file, 13)) == (1, 2, None)
    file = pdf(packed(b"11 0 12 /A 7", b"/First 8/N 2"))
    assert (found(file, 11), found(file, 12)) == (Name("A"), None)
    file = pdf(packed(b"11 90 12 (x) 0 7", b"/First 15/N 2"))
    assert (found(file, 11), found(file, 12)) == (None, 7)


@pytest.mark.parametrize("entries", [b"/First 5", b"/N 1", b"/First/x/N 1", b"/First 5/N(1)"])
def test_an_object_stream_that_does_not_say_what_is_in_it(entries: bytes) -> None:
    assert found(pdf(packed(b"11 0 /One", entries)), 11) is None


def test_of_packed_and_plain_objects_the_later_counts() -> None:
    """In the file; within one stream, the later pair."""
    old, new = packed(b"5 0 old", b"/First 4/N 1"), packed(b"5 0 new", b"/First 4/N 1")
    assert PdfFile(b"%PDF- 5 0 obj/plain endobj 1 0 obj" + new).get(Reference(5)) == "new"
    assert PdfFile(b"%PDF- 1 0 obj" + new + b" endobj 5 0 obj/plain endobj").get(Reference(5)) == "plain"
    assert PdfFile(b"%PDF- 1 0 obj" + old + b" endobj 2 0 obj" + new).get(Reference(5)) == "new"
    assert PdfFile(b"%PDF- 2 0 obj" + old + b" endobj 1 0 obj" + new).get(Reference(5)) == "new"
    twice = packed(b"5 0 5 4 old new", b"/First 8/N 2")
    assert PdfFile(b"%PDF- 1 0 obj" + twice).get(Reference(5)) == "new"


ENCRYPTED = "the PDF is encrypted."


def test_encryption_is_told_by_trailers() -> None:
    """Or by the stream that stands for one (7.5.8); the word elsewhere means nothing."""
    assert refusal(b"7", trailer=b"trailer<</Size 1>> trailer <</Encrypt 9 0 R>>") == ENCRYPTED
    assert refusal(stream(b"", b"/Type/XRef/Encrypt 9 0 R")) == ENCRYPTED
    for inside, trailer in (
        (b"<</Type/XRef/Encrypt 9 0 R>>", b""),
        (stream(b"", b"/Type/Other/Encrypt 9 0 R"), b""),
        (stream(b"", b"/Type/XRef"), b"trailer<</Size 1>>"),
        (b"7", b"trailer[/Encrypt]"),
        (b"7", b"<</Encrypt 9 0 R>>"),
        (b"7", b"trailers<</Encrypt 9 0 R>>"),
        (b"7", b"trailer"),
    ):
        assert found(pdf(inside, trailer=trailer)) is not None
