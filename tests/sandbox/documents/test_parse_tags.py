"""The syntax of Smart Tags, as found in real documents and as the sandbox understands what is not proven."""

import pytest
from securedsigning_sandbox.documents.smart_tags import Tag, parse_tags, tag_spans


def only(text: str) -> Tag:
    scan = parse_tags(text)
    assert (len(scan.tags), scan.ignored) == (1, [])
    return scan.tags[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[!Sign.1.F, , ,]", (1, "F", "", "", "", "", "")),
        ("[!Sign.1.F,client, ,]", (1, "F", "", "", "", "", "client")),
        ("[!Sign.2.F,Partner, ,]", (2, "F", "", "", "", "", "Partner")),
        ("[!Sign.1, Ana, Alvarez, ana@example.com]", (1, None, "Ana", "Alvarez", "ana@example.com", "", "")),
        ("[!Sign.1]", (1, None, "", "", "", "", "")),
        ("[!Sign.12.I]", (12, "I", "", "", "", "", "")),
        ("[!Sign.1, Ana, Alvarez]", (1, None, "Ana", "Alvarez", "", "", "")),
        ("[!Sign.1, Ana, , ana@example.com]", (1, None, "Ana", "", "ana@example.com", "", "")),
        ("[!Sign.1.F, A, B, a@example.com, +64 21 123 456]", (1, "F", "A", "B", "a@example.com", "+64 21 123 456", "")),
        ("[!Sign.1.F, A, B, a@example.com, manager, x]", (1, "F", "A", "B", "a@example.com", "", "")),
        ("[!sIGN.1.f]", (1, "F", "", "", "", "", "")),
    ],
)
def test_each_known_form_is_read(text: str, expected: tuple[object, ...]) -> None:
    tag = only(text)
    found = (tag.order, tag.letter, tag.first_name, tag.last_name, tag.email, tag.mobile, tag.label)
    assert found == expected
    assert tag.raw == text


@pytest.mark.parametrize(
    "text",
    [
        "[! Sign . 1 . F , Ana , Alvarez , ana@example.com ]",
        "[!Sign.1.F,\u00a0Ana,\u00a0Alvarez,\u00a0ana@example.com]",
        "[!Sign.1.F, Ana,\r\nAlvarez, ana@example.com]",
        "[!Si\r\ngn.1.F, Ana, Alvarez, ana@exam\r\nple.com]",
        "[\u200b!Sign.1.F, Ana, Al\u00advarez, ana@example.com]".replace("\u200b", ""),
    ],
)
def test_blanks_and_line_breaks_do_not_matter(text: str) -> None:
    tag = only(text)
    assert (tag.order, tag.letter, tag.first_name, tag.last_name, tag.email) == (
        1, "F", "Ana", "Alvarez", "ana@example.com",
    )  # fmt: skip


def test_a_name_of_several_words_keeps_single_blanks() -> None:
    assert only("[!Sign.1, Ana\n  María, de  la Cruz, a@example.com]").first_name == "Ana María"


@pytest.mark.parametrize(
    "text", ["[!Date.1]", "[!Witness.1.F, , ,]", "[!Signature.1]", "[!Sign]", "[!Sign.0]", "[!Sign.x]"]
)
def test_other_tags_are_reported_and_ignored(text: str) -> None:
    scan = parse_tags(f"before {text} after")
    assert (scan.tags, scan.ignored) == ([], [text])


def test_a_forgotten_bracket_is_reported_and_hides_no_other_tag() -> None:
    scan = parse_tags("[!Sign.1.F, Ana\nnext line [!Sign.2]")
    assert [tag.order for tag in scan.tags] == [2]
    assert scan.ignored == ["[!Sign.1.F, Ana"]


def test_ordinary_brackets_are_no_tags() -> None:
    assert parse_tags("[1] [!] [! 5] a[i] ![picture] Sign.1") == parse_tags("")


def test_tags_keep_their_order_of_reading() -> None:
    assert [tag.order for tag in parse_tags("[!Sign.3] [!Sign.1] [!Sign.3]").tags] == [3, 1, 3]


def test_spans_point_at_the_tags() -> None:
    text = "a [!Sign.1] b [!Other] c"
    assert [text[start:end] for start, end in tag_spans(text)] == ["[!Sign.1]", "[!Other]"]


def test_hostile_text_is_read_in_time() -> None:
    """Many openings without an end must not make the search quadratic; a slow search would stall the test run."""
    assert len(parse_tags("[!Sign.1," * 20_000).ignored) == 20_000
    assert parse_tags("[!Sign.1." + " " * 100_000).tags == []
