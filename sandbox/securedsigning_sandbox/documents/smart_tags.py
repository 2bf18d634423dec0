"""Smart Tags: signature tags such as `[!Sign.1, Ana, Alvarez, ana@example.com]` in the text of a document.

What is proven by real documents: opening `[!`, the keyword `Sign`, a dot, the signing order, an optional dot and letter,
comma-separated first name, last name and e-mail (each may be blank), a closing `]`. The rest is the sandbox's choice:
case does not matter; blanks, non-breaking spaces and line breaks may stand between and within fields; a fourth field is a
mobile number if it looks like one; a lone first field without an e-mail is a label; every other `[!Word...]` is reported.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .blocks import document_text
from .docx_text import read_docx
from .errors import DocumentError
from .odt_text import read_odt
from .pdf_text import pdf_text
from .rtf_text import read_rtf

__all__ = ["DocumentError", "Tag", "TagScan", "find_tags", "parse_tags", "searched_text", "tag_spans"]

_LONGEST_TAG = 500  # characters; a bracket that closes later than this belongs to something else
_BEGINNING = re.compile(r"\[\s*!\s*(?=[^\W\d_])")
_LINE_END = re.compile(r"[\r\n]")
_SIGN = re.compile(
    r"\[\s*!\s*S\s*i\s*g\s*n\s*\.\s*(?P<order>[0-9]{1,4})\s*(?:\.\s*(?P<letter>[A-Za-z]{1,8})\s*)?"
    r"(?:,(?P<fields>[^\]]*))?\]\Z",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{4,24}\Z")
# A PDF's text has these where a word was divided at the end of a line, a DOCX's where it may be; neither is the author's.
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff\ufffe\x02", ""))


@dataclass(frozen=True, slots=True)
class Tag:
    """One signature tag.

    Arguments:
        order: the signing order, from 1; equal orders are the same signer.
        letter: `F` for a full signature, others as written (most likely `I` for initials); None if there is none.
        first_name, last_name, email, mobile: the details in the tag, "" where blank.
        label: a lone first field that is no name, such as `client`; "" otherwise.
        raw: the tag as it stands in the text.
    """

    order: int
    letter: str | None
    first_name: str
    last_name: str
    email: str
    mobile: str
    label: str
    raw: str


@dataclass(frozen=True, slots=True)
class TagScan:
    """What a text holds: signature tags in reading order, and other tags as written, which nothing is done with."""

    tags: list[Tag]
    ignored: list[str]


def parse_tags(text: str) -> TagScan:
    """Find the tags of a text; never fails.

    Arguments:
        text: a document's text, lines divided by line breaks.
    """
    tags: list[Tag] = []
    ignored: list[str] = []
    for start, end in tag_spans(text):
        raw = text[start:end]
        tag = _signature_tag(raw)
        if tag is not None:
            tags.append(tag)
        else:
            ignored.append(_one_line(raw))
    return TagScan(tags, ignored)


def find_tags(path: Path, extension: str) -> TagScan:
    """Find the tags of a document.

    Only `pdf`, `docx`, `odt`, `rtf` and `txt` are looked into; in `doc`, `xls`, `xlsx` and `ods` no tag is looked for, and the
    answer is empty. Whoever needs those turns the document into a PDF first and looks there.

    Arguments:
        path: the document.
        extension: what it is, such as `docx`; a leading dot and the case do not matter.

    Raises:
        DocumentError: the document can't be read.
    """
    return parse_tags(searched_text(path, extension))


def searched_text(path: Path, extension: str) -> str:
    """The text of a document in which tags are looked for; "" where `find_tags` looks for none.

    Raises:
        DocumentError: the document can't be read.
    """
    reader = _READERS.get(extension.lower().lstrip("."))
    return reader(path) if reader else ""


def tag_spans(text: str) -> list[tuple[int, int]]:
    """Where tags of any kind begin and end in a text, as (start, end) positions in characters."""
    spans: list[tuple[int, int]] = []
    for beginning in _BEGINNING.finditer(text):
        start = beginning.start()
        closing = text.find("]", start, start + _LONGEST_TAG)
        following = text.find("[!", start + 1, start + _LONGEST_TAG)
        if closing == -1 or -1 < following < closing:
            # Not closed: reported as far as its line goes, so that the author finds the forgotten bracket.
            limit = following if following != -1 else min(len(text), start + _LONGEST_TAG)
            line_end = _LINE_END.search(text, start, limit)
            spans.append((start, line_end.start() if line_end else limit))
        else:
            spans.append((start, closing + 1))
    return spans


def _signature_tag(raw: str) -> Tag | None:
    match = _SIGN.match(raw.translate(_INVISIBLE))
    if match is None or int(match["order"]) == 0:
        return None
    fields = [_one_line(field) for field in (match["fields"] or "").split(",")]
    first_name, last_name, email, fourth = (*fields, "", "", "", "")[:4]
    label = ""
    if first_name and not last_name and not email:
        first_name, label = "", first_name
    return Tag(
        order=int(match["order"]),
        letter=match["letter"].upper() if match["letter"] else None,
        first_name=first_name,
        last_name=last_name,
        email="".join(email.split()),  # an address has no blanks: one that has was wrapped
        mobile=fourth if _PHONE.match(fourth) else "",
        label=label,
        raw=raw,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


_READERS: dict[str, Callable[[Path], str]] = {
    "pdf": pdf_text,
    "docx": lambda path: document_text(read_docx(path)),
    "odt": lambda path: document_text(read_odt(path)),
    "rtf": lambda path: document_text(read_rtf(path)),
    "txt": _plain_text,
}
