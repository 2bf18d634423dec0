"""Smart Tags found in documents that python-docx and reportlab make, and in hostile ones made by hand."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from securedsigning import smart_tags
from securedsigning.docx_text import docx_text
from securedsigning.errors import InputError
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
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
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
    assert found.tags[0].extra == ()


def test_tags_may_follow_each_other_in_any_way() -> None:
    """Also after one that is not closed, or that lacks its mark."""
    assert report("[!Sign.1][!Sign.2] [!Sign.3 [sign.9] [!Sign.4]").orders == (1, 2, 4)


def test_further_fields_are_kept() -> None:
    """Fields after the e-mail address are kept as they stand."""
    (tag,) = report("see [!Sign.1.F,A,B,a@b.org, +6421555 ,  x]").tags
    assert tag.extra == ("+6421555", "x")
    assert tag.raw == "[!Sign.1.F,A,B,a@b.org, +6421555 , x]"
    assert repr(tag) == "SmartTag('[!Sign.1.F,A,B,a@b.org, +6421555 , x]')"


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


@pytest.mark.parametrize(
    "word",
    ["sing", "gnis", "sin", "sig", "sigh", "ssign", "siign", "signs", "signed", "design", "Signature", "SIGNATURE"],
)
def test_words_that_resemble_sign(word: str) -> None:
    """Letters swapped, doubled, left out or mistaken: it was probably meant."""
    found = report(f"[!{word}.1]")
    assert found.problems == (f"[!{word}.1] is malformed: did you mean Sign?, as in [!Sign.1.F, , ,].",)
    assert (found.unsupported, found.tags) == ((), ())


@pytest.mark.parametrize("word", ["\u212aey", "sen", "seen", "signals", "signing", "signatur", "gn", "Witness"])
def test_words_that_do_not_resemble_sign(word: str) -> None:
    """They may be tags of a kind that is not known here."""
    found = report(f"[!{word}.1]")
    assert (found.unsupported, found.problems) == ((f"[!{word}.1]",), ())


@pytest.mark.parametrize(
    "head", ["Sign", "Sign.", "Sign.x", "Sign.1.", "Sign.1.2", "Sign.1.F.F", "Sign.1234567", "Sign1", "Sign.1;F"]
)
def test_heads_without_sense(head: str) -> None:
    assert report(f"[!{head}]").problems == (f"[!{head}] {DOT}",)


@pytest.mark.parametrize("blank", list("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
def test_characters_without_width_mean_nothing(blank: str) -> None:
    """Word processors put them between others."""
    assert details(report(f"[{blank}!Si{blank}gn.1{blank}2.F,A{blank}da,,]")) == [(12, "F", "Ada", None, None)]


@pytest.mark.parametrize("text", ["[sign.1]", "[ SIGN . 2 ]"])
def test_a_missing_mark_is_told(text: str) -> None:
    """Only where it was surely meant."""
    assert report(text).problems == (f"{text}: the ! after [ is missing.",)
    assert report("[sign] [design.1] [sign.x] [a sign.1] [sign.1").problems == ()


@pytest.mark.parametrize("address", ["ada", "@example.org", "ada@", "ada@example", "a@b@c.d", "ada@example.org."])
def test_what_is_no_address_is_told(address: str) -> None:
    """Something on both sides of one sign, and a dot in the second part."""
    assert len(report(f"[!Sign.1.F,,,{address}]").problems) == 1


def test_the_longest_tag_and_the_longest_problem() -> None:
    """A tag may have 500 characters; each problem is told once."""
    inside = "Sign.1.F," + "a" * (500 - len("Sign.1.F,") - 1)
    assert report(f"[!{inside}]").problems == ()
    assert len(report(f"[!{inside}a]").problems) == 1
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
    box = "<w:txbxContent>" + "<w:p><w:r><w:t>[!Sign.2]</w:t></w:r></w:p>" * 2 + "</w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    inside = (
        f'<w:p><w:r><w:t>[!Sign</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>.1,a</w:t><w:br/><w:t>b]</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>[!Sign.8]</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>[!Sign.9]</w:t></w:r></w:moveFrom></w:p>"
    )
    texts, reason = docx_text(archive(document=body(inside)))
    assert (texts, reason) == (["[!Sign.2]", "[!Sign.2]", "[!Sign.1,a\nb]"], None)


UNREADABLE = "the file is no readable Word document."
DAMAGED = "the document's XML is damaged."
DECLARED = "the document's XML has a document type declaration, which no Word document has."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive", UNREADABLE),
        (b"\xd0\xcf\x11\xe0 old", "the document is protected by a password, or of the old .doc kind."),
        (b"x\xd0\xcf\x11\xe0", UNREADABLE),
        (archive(styles="<x/>"), UNREADABLE),
        (archive(header1=body("")), UNREADABLE),
        (archive(document="<w:document"), DAMAGED),
        (archive(document=""), DAMAGED),
        (archive(document="<a></b>"), DAMAGED),
        (archive(document=body("<w:p>")[:-20]), DAMAGED),
        (archive(document='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), DECLARED),
        (archive(document='<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), DECLARED),
        (word_file(ADA)[:-100], UNREADABLE),
        (archive(document=body("")).replace(b"\x08\x00", b"\x63\x00"), UNREADABLE),
    ],
)
def test_hostile_or_damaged_word_files_are_not_checked(data: bytes, reason: str) -> None:
    """What is damaged, encrypted or carries entities gives a reason, never an exception or a false 'no tags'."""
    found = find_smart_tags(("a.docx", data))
    assert (found.checked, found.reason, found.tags) == (False, reason, ())


def test_a_word_file_may_have_20000_parts() -> None:
    """More make it hostile."""
    text = body("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    most = {f"part{number}": "" for number in range(19_999)}
    assert docx_text(archive(document=text, **most)) == (["x"], None)
    assert docx_text(archive(document=text, more="", **most)) == ([], "the document has too many parts.")


def test_all_parts_together_may_have_64_mib_of_xml() -> None:
    """One byte more is refused, in whichever part it is."""
    empty = len(body(""))
    half = body(" " * (32 * 1024 * 1024 - empty))
    assert docx_text(archive(document=half, header1=half)) == ([], None)
    found = docx_text(archive(document=half, header1=half.replace(" ", "  ", 1)))
    assert found == ([], "the document's text is too large to be checked.")


@pytest.mark.parametrize("space", [WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"])
def test_what_stands_between_texts_is_read(space: str) -> None:
    """Tabs, breaks and hyphens of a paragraph, in the transitional and the strict form; nothing outside texts."""
    inside = (
        "<w:p>not<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/>"
        "<w:t>e</w:t>or</w:r>this</w:p><w:p/><w:tab/><w:r><w:t>nor this</w:t></w:r><w:p><w:r><w:t>f</w:t></w:r></w:p>"
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


def test_a_large_document_is_read_as_one() -> None:
    """In whatever blocks it is read."""
    data = archive(document=body("<w:p><w:r><w:t>[!Sign.1]</w:t></w:r></w:p>"), picture=Random(1).randbytes(3 << 20))
    assert find_smart_tags(("a.docx", data)).orders == (1,)


def test_a_file_may_have_100_mib(tmp_path: Path) -> None:
    """What is larger is not even read."""
    path = tmp_path / "a.pdf"
    for size, reason in ((100 << 20, "the file is no PDF."), ((100 << 20) + 1, "the file is too large to be checked.")):
        with path.open("wb") as file:
            file.truncate(size)
        assert find_smart_tags(path).reason == reason


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
    with open(reading, "rb") as pipe, pytest.raises(InputError) as caught:
        find_smart_tags(("contract.docx", pipe))
    assert str(caught.value) == (
        "file: checking would use up a stream that cannot go back; pass its bytes with a name."
    )
    with pytest.raises(InputError, match=r"^file: .* does not exist"):
        find_smart_tags(tmp_path / "missing.pdf")
    with pytest.raises(InputError):
        find_smart_tags(("contract.docx",))  # type: ignore[arg-type]  # what a user without types may pass
