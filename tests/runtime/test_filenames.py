"""The file name that the service states: read in every form that is seen, and made safe on every system."""

from __future__ import annotations

import pytest
from securedsigning.filenames import filename_from_header, safe_filename


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("", None),
        ("attachment", None),
        ("inline; filename=a.pdf", "a.pdf"),
        ('attachment; filename="a;b.pdf"; size=3', "a;b.pdf"),
        (r'attachment; filename="a\"b.pdf"', "a_b.pdf"),
        ("attachment; filename=\"a.pdf\"; filename*=UTF-8''Vertr%C3%A4ge%20%e2%82%ac.pdf", "Verträge €.pdf"),
        ("attachment; filename*=iso-8859-1'en'%A3.pdf; filename=b.pdf", "£.pdf"),
        ("attachment; filename*=klingon''x.pdf; filename=b.pdf", "b.pdf"),
        ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        ('attachment; filename="=?utf-8?B?VmVydHLDpGdlLnBkZg==?="', "Verträge.pdf"),
        ('attachment; filename="=?nonsense?B?VmVy?="', "=_nonsense_B_VmVy_="),
        ('attachment; FileName = "a.pdf"', "a.pdf"),
        ('attachment; filename="first.pdf"; filename="second.pdf"', "first.pdf"),
        ('attachment; filename="', None),
        ('attachment; filename="a.pdf', "a.pdf"),
        (r'attachment; filename="a\\b.pdf"', "b.pdf"),
        ("attachment; filename=  a b.pdf  ; x=y", "a b.pdf"),
        ("attachment; filename*=utf-8''%FF.pdf", "\ufffd.pdf"),
        ("attachment; filename*=UTF-8''%20; filename=b.pdf", "b.pdf"),
        ('attachment; filename="=?iso-8859-1?Q?=A3?= =?utf-8?B?w6QucGRm?="', "£ä.pdf"),
    ],
)
def test_the_name_in_the_header(header: str | None, expected: str | None) -> None:
    """Plain, quoted, extended (RFC 8187) and encoded-word names are read; the extended one wins."""
    assert filename_from_header(header) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../.bashrc", "bashrc"),
        ("C:\\Windows\\system.ini", "system.ini"),
        ("a\x00b\r\n.pdf", "ab.pdf"),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("CON", "_CON"),
        ("nul.pdf", "_nul.pdf"),
        ("console.pdf", "console.pdf"),
        ("a.pdf:stream", "a.pdf_stream"),
        ("trailing. . ", "trailing"),
        ("..", None),
        ("/", None),
        ("", None),
        ("\udcff.pdf", "pdf"),
        ("aux", "_aux"),
        ("PRN.txt", "_PRN.txt"),
        ("com1.a.b", "_com1.a.b"),
        ("LPT²", "_LPT²"),
        ("com.pdf", "com.pdf"),
        ('<a>"b|c?d*', "_a__b_c_d_"),
        ("a\x7f\x9f\u2066\u200e.pdf", "a.pdf"),
        (" .a.pdf. ", "a.pdf"),
        ("X ANNEX", "X ANNEX"),
    ],
)
def test_names_are_made_safe(name: str, expected: str | None) -> None:
    """No folders, controls, reserved or hidden names remain."""
    assert safe_filename(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a" * 200, "a" * 200),
        ("a" * 201, "a" * 199),
        ("a" * 196 + ".pdf", "a" * 196 + ".pdf"),
        ("a" * 197 + ".pdf", "a" * 196 + ".pdf"),
        ("a" * 195 + " b.pdf", "a" * 195 + ".pdf"),
        ("契" * 200 + ".pdf", "契" * 65 + ".pdf"),
        ("a" * 300 + "." + "b" * 20, "a" * 179 + "." + "b" * 20),
        ("a" * 300 + "." + "b" * 21, "a" * 199),
    ],
)
def test_long_names_are_cut_but_keep_their_extension(name: str, expected: str) -> None:
    """A name of more than 200 bytes is cut between characters, before an extension of up to 20 bytes."""
    assert safe_filename(name) == expected
