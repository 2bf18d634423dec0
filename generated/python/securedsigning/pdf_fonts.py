# Copied from templates/python/runtime/pdf_fonts.py; edit it there.
"""From the bytes that a PDF draws to letters (ISO 32000-1, 9.6 to 9.10), as far as reasonable without the fonts themselves."""

from __future__ import annotations

import re

from securedsigning.pdf_objects import Array, Dictionary, Name, Operator, Stream, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from securedsigning.pdf_objects import PdfFile, Value

UNKNOWN = "\ufffd"
"""Stands for a letter that cannot be told."""

_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman", "StandardEncoding": "cp1252"}

# What the Latin character set (annex D.2) has beside letters of ASCII and letters with an accent, by the Adobe Glyph List's names.
_GLYPHS = dict(
    zip(
        (
            "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen "
            "period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at "
            "bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde "
            "Euro quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex perthousand guilsinglleft OE quoteleft "
            "quoteright quotedblleft quotedblright bullet endash emdash tilde trademark guilsinglright oe exclamdown cent sterling "
            "currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot registered macron degree "
            "plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright "
            "onequarter onehalf threequarters questiondown AE Eth multiply Oslash Thorn germandbls ae eth divide oslash thorn "
            "fraction dotlessi breve dotaccent ring hungarumlaut ogonek caron Lslash lslash dcroat Dcroat dmacron"
        ).split(),
        " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›œ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÆÐ×ØÞßæð÷øþ⁄ı˘˙˚˝˛ˇŁłđĐđ",
        strict=True,
    ),
    fi="fi",
    fl="fl",
)
_ACCENTS = {
    "grave": "\u0300",
    "acute": "\u0301",
    "circumflex": "\u0302",
    "tilde": "\u0303",
    "macron": "\u0304",
    "dieresis": "\u0308",
    "ring": "\u030a",
    "caron": "\u030c",
    "cedilla": "\u0327",
    "ogonek": "\u0328",
}
# Code points but for surrogates, which stand for nothing by themselves.
_CODE_POINT = re.compile(r"u(?:ni)?(?!D[89A-F]..$)((?:10)?[0-9A-F]{4}|[1-9A-F][0-9A-F]{4})")
_ACCENTED = re.compile(r"([A-Za-z])(" + "|".join(_ACCENTS) + r")")
# Fonts of ornaments: what they draw is no text, so it does not matter what it is.
_ORNAMENTS = re.compile(r"symbol|dingbat|wingding|webding", re.IGNORECASE)
_MAX_RANGE = 65536


class Font:
    """Turns strings of one font into text."""

    def __init__(self, pdf: PdfFile, entries: Dictionary) -> None:
        composite = entries.get("Subtype") == "Type0"
        encoding = pdf.get(entries.get("Encoding"))
        self._ornaments = bool(_ORNAMENTS.search(str(pdf.get(entries.get("BaseFont")))))
        self._letters: dict[bytes, str] = {}
        self._lengths: tuple[int, ...] = (2,) if composite else (1,)
        self._codec: str | None = None
        to_unicode = pdf.get(entries.get("ToUnicode"))
        if isinstance(to_unicode, Stream):
            lengths = self._read_cmap(pdf.unpack(to_unicode))
            # Identity takes two bytes, whatever the map to Unicode claims.
            if composite and lengths and encoding not in ("Identity-H", "Identity-V"):
                self._lengths = lengths
        if composite:
            # Names such as UniGB-UTF16-H: the codes are Unicode already.
            if isinstance(encoding, Name) and ("UTF16" in encoding or "UCS2" in encoding):
                self._codec = "utf-16-be"
        else:
            self._read_encoding(pdf, encoding, entries)

    def text(self, raw: bytes) -> str:
        """The letters of a string; :data:`UNKNOWN` where they cannot be told."""
        if self._codec == "utf-16-be":
            return raw.decode("utf-16-be", "replace")
        pieces: list[str] = []
        position = 0
        while position < len(raw):
            for length in self._lengths:
                letter = self._letters.get(raw[position : position + length])
                if letter is not None:
                    break
            else:
                length = self._lengths[0]
                letter = self._by_codec(raw[position : position + length])
            pieces.append(letter)
            position += length
        return "".join(pieces)

    def _by_codec(self, code: bytes) -> str:
        if self._ornaments:
            return " "
        return code.decode(self._codec, "replace") if self._codec else UNKNOWN

    def _read_encoding(self, pdf: PdfFile, encoding: Value, entries: Dictionary) -> None:
        differences: Value = None
        if isinstance(encoding, Dictionary):
            differences = pdf.get(encoding.get("Differences"))
            encoding = pdf.get(encoding.get("BaseEncoding"))
        if isinstance(encoding, Name):
            self._codec = _ENCODINGS.get(encoding)
        elif not self._letters and entries.get("Subtype") in ("Type1", "MMType1", "TrueType"):
            # Without an encoding the font's own is used: for a font of letters the standard one, unless it is a subset
            # ("ABCDEF+Name"), whose codes are often made up.
            name = str(pdf.get(entries.get("BaseFont")))
            self._codec = None if re.match(r"[A-Z]{6}\+", name) and differences is None else "cp1252"
        code = 0
        for item in differences if isinstance(differences, Array) else ():
            if isinstance(item, int):
                code = item
            elif isinstance(item, Name):
                if 0 <= code < 256:
                    self._letters.setdefault(bytes([code]), glyph_letter(item))
                code += 1

    def _read_cmap(self, data: bytes) -> tuple[int, ...]:
        """Read a map to Unicode (9.10.3). Returns the lengths that a code may have."""
        lengths: set[int] = set()
        operands: list[Value] = []
        for value, _ in tokens(data):
            if not isinstance(value, Operator):
                operands.append(value)
                continue
            if value == "endcodespacerange":
                lengths |= {len(item) for item in operands if isinstance(item, bytes) and item}
            elif value == "endbfchar":
                for code, letter in zip(operands[::2], operands[1::2], strict=False):
                    if isinstance(code, bytes) and isinstance(letter, bytes):
                        self._letters[code] = _unicode(letter)
            elif value == "endbfrange":
                for low, high, letters in zip(operands[::3], operands[1::3], operands[2::3], strict=False):
                    if isinstance(low, bytes) and isinstance(high, bytes) and len(low) == len(high):
                        self._add_range(low, high, letters)
            operands.clear()
        return tuple(sorted(lengths))

    def _add_range(self, low: bytes, high: bytes, letters: Value) -> None:
        first = int.from_bytes(low)
        codes = range(first, min(int.from_bytes(high) + 1, first + _MAX_RANGE))
        texts: Iterable[str] = ()
        if isinstance(letters, Array):
            texts = (_unicode(item) if isinstance(item, bytes) else UNKNOWN for item in letters)
        elif isinstance(letters, bytes) and letters:
            start = int.from_bytes(letters) - first  # the last two bytes count up
            texts = (_unicode(letters[:-2] + (start + code & 0xFFFF).to_bytes(2)) for code in codes)
        for code, text in zip(codes, texts, strict=False):
            self._letters[code.to_bytes(len(low))] = text


def _unicode(raw: bytes) -> str:
    """Text of a map to Unicode; a single byte, against the rule, is met too."""
    return raw.decode("latin-1") if len(raw) == 1 else raw.decode("utf-16-be", "replace")


def glyph_letter(name: str) -> str:
    """The letter that a glyph's name stands for (Adobe Glyph List, ASCII and Latin letters with one accent)."""
    base = name.partition(".")[0]
    if base in _GLYPHS:
        return _GLYPHS[base]
    if len(base) == 1 and base.isascii():
        return base
    if found := _CODE_POINT.fullmatch(base):
        return chr(int(found[1], 16))
    if found := _ACCENTED.fullmatch(base):
        from unicodedata import normalize

        return normalize("NFC", found[1] + _ACCENTS[found[2]])
    return UNKNOWN
