"""Merge fields of a DOCX replaced, everything else left byte for byte as it is.

A field may be split over several runs, as Word does with whatever was edited: the first run keeps its look and gets the value.
Parts are not written anew from a parsed tree, since that would lose namespaces which Word insists on.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

from .archive import OfficeArchive
from .docx_text import text_parts
from .errors import DocumentError
from .merge_fields import FIELD, merged_text


@dataclass(slots=True)
class _Piece:
    """The text of one `w:t`: its element's name as written, and where its opening tag begins and its text ends, in bytes."""

    name: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Found:
    """What the parser has met so far: the pieces of each paragraph, innermost paragraph last while they are open."""

    done: list[list[_Piece]] = field(default_factory=list)
    open: list[list[_Piece]] = field(default_factory=list)
    piece: _Piece | None = None


def merge_docx(source: Path, target: Path, values: Mapping[str, str]) -> None:
    """Write a copy of a DOCX with its merge fields replaced.

    Arguments:
        source: the document.
        target: where the copy goes.
        values: by `field_key` of the field's name; a field without a value stays.

    Raises:
        DocumentError: the document can't be read.
    """
    with OfficeArchive(source, "DOCX") as archive:
        parts = text_parts(archive)
        for name in parts:
            archive.xml(name)  # refuses what is hostile or damaged
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in archive.names():
                data = archive.data(name)
                copy.writestr(name, _merged_part(data, values) if name in parts else data)


def _merged_part(data: bytes, values: Mapping[str, str]) -> bytes:
    changes: list[tuple[int, int, bytes]] = []
    for pieces in _paragraphs(data):
        if FIELD.search("".join(piece.text for piece in pieces)):
            changes.extend(_changes(pieces, values))
    for start, end, new in sorted(changes, reverse=True):
        data = data[:start] + new + data[end:]
    return data


def _changes(pieces: list[_Piece], values: Mapping[str, str]) -> list[tuple[int, int, bytes]]:
    """Byte ranges of a paragraph and what stands there instead."""
    whole = "".join(piece.text for piece in pieces)
    texts = [piece.text for piece in pieces]
    starts = [sum(len(text) for text in texts[:index]) for index in range(len(texts))]
    for match in reversed(list(FIELD.finditer(whole))):
        value = merged_text(match[0], values)
        if value == match[0]:
            continue
        for index in reversed(range(len(pieces))):
            begin, end = match.start() - starts[index], match.end() - starts[index]
            length = len(pieces[index].text)
            if begin < length and end > 0 and length:
                inserted = value if begin >= 0 else ""
                texts[index] = texts[index][: max(begin, 0)] + inserted + texts[index][max(min(end, length), 0) :]
    return [
        (piece.start, piece.end, _element_beginning(piece, text))
        for piece, text in zip(pieces, texts, strict=True)
        if text != piece.text
    ]


def _element_beginning(piece: _Piece, text: str) -> bytes:
    """The opening tag and the content of a `w:t`, and of more of them where a value has several lines."""
    prefix = piece.name.removesuffix("t")
    opening = f'<{piece.name} xml:space="preserve">'
    lines = [escape(_printable(line)) for line in text.splitlines() or [""]]
    return (opening + f"</{piece.name}><{prefix}br/>{opening}".join(lines)).encode("utf-8")


def _printable(text: str) -> str:
    """Without the control characters that XML does not allow."""
    return "".join(letter for letter in text if letter == "\t" or letter >= " " and letter not in "\ufffe\uffff")


def _paragraphs(data: bytes) -> list[list[_Piece]]:
    """The pieces of text of each paragraph, with their places in the data."""
    found = _Found()
    parser = expat.ParserCreate()  # without namespaces: names stay as they are written

    def started(name: str, _: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "p":
            found.open.append([])
        elif kind == "t" and found.open:
            found.piece = _Piece(name, parser.CurrentByteIndex, -1, "")

    def characters(text: str) -> None:
        if found.piece is not None:
            found.piece.text += text

    def ended(name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "p" and found.open:
            found.done.append(found.open.pop())
        elif kind == "t" and found.piece is not None:
            found.piece.end = parser.CurrentByteIndex
            if found.piece.text:
                found.open[-1].append(found.piece)
            found.piece = None

    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = started, characters, ended
    encoding: list[str | None] = []
    parser.XmlDeclHandler = lambda _version, name, _standalone: encoding.append(name)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DocumentError("The DOCX document is damaged: a part is not well-formed XML.") from error
    if (encoding and encoding[0] or "utf-8").lower() not in ("utf-8", "us-ascii") or data[:2] in (
        b"\xff\xfe",
        b"\xfe\xff",
    ):
        raise DocumentError("The DOCX document is not in UTF-8; save it again with Word or LibreOffice.")
    return found.done
