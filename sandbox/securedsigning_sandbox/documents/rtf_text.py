"""A small RTF reader: groups, paragraphs, breaks, tabs, `\\'hh`, `\\uN`, bold, italic (Rich Text Format 1.9.1)."""

import codecs
import re
from dataclasses import dataclass, replace
from pathlib import Path

from .blocks import Block, BlockDocument, PageBreak, Paragraph, Run
from .errors import DocumentError

_LARGEST = 32 * 1024 * 1024  # bytes
_DEEPEST = 1_000  # groups in groups
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<line>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
# Groups whose text is not the document's.
_HIDDEN = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata datastore latentstyles listtable listoverridetable rsidtbl "
    b"generator xmlnstbl fldinst comment annotation atnid atnauthor revtbl filetbl mmathPr pgptbl wgrffmtfilter "
    b"nonshppict bkmkstart bkmkend".split()
)
_SPECIAL = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ", b"cell": "\t", b"nestcell": "\t",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_MARGINS = {b"header": "header", b"headerf": "header", b"headerl": "header", b"headerr": "header", b"footer": "footer",
            b"footerf": "footer", b"footerl": "footer", b"footerr": "footer", b"footnote": "notes"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it; `fallback` is the number of characters that follow each `\\uN`."""

    where: str = "body"
    hidden: bool = False
    bold: bool = False
    italic: bool = False
    fallback: int = 1


def read_rtf(path: Path) -> BlockDocument:
    """Read an RTF file.

    Raises:
        DocumentError: it is no RTF, or larger or deeper than any letter.
    """
    data = path.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise DocumentError("The file is not a readable RTF document: it is damaged or of another type.")
    if len(data) > _LARGEST:
        raise DocumentError("The RTF document is larger than the sandbox reads.")
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._document = BlockDocument()
        self._state = _State()
        self._stack: list[_State] = []
        self._open: dict[str, Paragraph] = {}
        self._encoding = "cp1252"
        self._bytes = bytearray()  # \'hh characters of a double-byte code page come one by one
        self._skip = 0
        self._optional = False

    def read(self, data: bytes) -> BlockDocument:
        for token in _TOKEN.finditer(data):
            kind = token.lastgroup
            if token["hex"] is not None:
                self._code(bytes.fromhex(token["hex"].decode("ascii")))
                continue
            self._flush_bytes()
            if token["word"] is not None:
                self._word(token["word"], int(token["number"]) if token["number"] else None)
            elif kind == "symbol":
                self._symbol(token["symbol"])
            elif kind == "brace":
                self._brace(token["brace"])
            elif kind == "text":
                self._text(token["text"].decode(self._encoding, errors="replace"), skippable=True)
        self._flush_bytes()
        for where in list(self._open):
            self._end_paragraph(where)
        return self._document

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{":
            if len(self._stack) >= _DEEPEST:
                raise DocumentError("The RTF document is nested deeper than the sandbox accepts.")
            self._stack.append(self._state)
        elif self._stack:
            left, self._state = self._state, self._stack.pop()
            if left.where != self._state.where:
                self._end_paragraph(left.where)
        self._optional = False

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._optional = True  # the next word opens a group that readers who don't know it skip
        else:
            self._text(_SYMBOLS.get(symbol, ""), skippable=True)

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _HIDDEN or (self._optional and word not in (b"shptxt", b"shpinst", b"ud", b"upr")):
            self._state = replace(self._state, hidden=True)
        elif word in _MARGINS:
            self._state = replace(self._state, where=_MARGINS[word])
        elif word == b"b":
            self._state = replace(self._state, bold=number != 0)
        elif word == b"i":
            self._state = replace(self._state, italic=number != 0)
        elif word == b"plain":
            self._state = replace(self._state, bold=False, italic=False)
        elif word == b"v":  # hidden text
            self._state = replace(self._state, hidden=number != 0)
        elif word == b"uc":
            self._state = replace(self._state, fallback=max(0, min(number or 0, 8)))
        elif word == b"u" and number is not None:
            self._unicode(number)
        elif word == b"ansicpg" and number:
            self._set_encoding(number)
        elif word in (b"par", b"row", b"nestrow", b"sect"):
            self._end_paragraph(self._state.where)
        elif word == b"page":
            self._end_paragraph(self._state.where)
            if self._state.where == "body":
                self._document.body.append(PageBreak())
        elif word in _SPECIAL:
            self._text(_SPECIAL[word], skippable=True)
        elif word == b"bin":
            raise DocumentError("The RTF document holds binary data, which the sandbox does not read.")
        self._optional = False

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number  # a signed 16-bit number
        if 0 < code <= 0x10FFFF:
            self._text(chr(code), skippable=False)
        self._skip = self._state.fallback

    def _code(self, byte: bytes) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes += byte

    def _flush_bytes(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._encoding, errors="replace")
            self._bytes.clear()
            self._text(text, skippable=False)

    def _set_encoding(self, page: int) -> None:
        try:
            self._encoding = codecs.lookup("utf-8" if page == 65001 else f"cp{page}").name
        except LookupError:
            self._encoding = "cp1252"

    def _text(self, text: str, *, skippable: bool) -> None:
        if skippable and self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text and not self._state.hidden:
            paragraph = self._open.setdefault(self._state.where, Paragraph())
            paragraph.runs.append(Run(text, self._state.bold, self._state.italic))

    def _end_paragraph(self, where: str) -> None:
        if self._state.hidden:
            return
        blocks: list[Block] = getattr(self._document, where)
        blocks.append(_with_whole_characters(self._open.pop(where, Paragraph())))


def _with_whole_characters(paragraph: Paragraph) -> Paragraph:
    """Joins the two halves in which characters beyond the first 65,536 are written."""
    if any("\ud800" <= character <= "\udfff" for run in paragraph.runs for character in run.text):
        text = paragraph.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        paragraph.runs = [Run(text)]
    return paragraph
