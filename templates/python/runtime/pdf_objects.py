"""The objects of a PDF file (ISO 32000-1, 7.3 to 7.5), as far as its text needs them.

Objects are found by reading the file from front to back, not through its cross-reference table: later ones replace earlier ones,
which is what the table comes to, and files with a damaged table are read as well.
"""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple, TypeAlias

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes that all streams of a file together may have when unpacked."""


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Operator(str):
    """A word that is none of the other things."""

    __slots__ = ()


class Reference(NamedTuple):
    """Stands for the object of that number."""

    number: int


class Array(list["Value"]):
    """An array."""

    __slots__ = ()


class Dictionary(dict[str, "Value"]):
    """A dictionary, by names without their slash."""

    __slots__ = ()


class Stream(NamedTuple):
    """A dictionary with data."""

    entries: Dictionary
    data: bytes


Value: TypeAlias = int | float | bytes | Name | Operator | Reference | Array | Dictionary | Stream | None
"""What an object can be; strings are bytes, and true and false are integers too."""


class UnreadablePdfError(Exception):
    """The file is encrypted, too large, or uses something that is not read here."""


_BLANKS = re.compile(rb"(?:[\x00\t\n\x0c\r ]+|%[^\r\n]*)+")
_NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)")
_REGULAR = re.compile(rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]+")
_STRING_PART = re.compile(rb"[^()\\\r]+")
_HEX = re.compile(rb"[0-9A-Fa-f\s\x00]*")
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})[\x00\t\n\x0c\r ]+(\d{1,5})[\x00\t\n\x0c\r ]+obj\b")
_STREAM_START = re.compile(rb"stream(?:\r\n|\n|\r)")
_STREAM_END = re.compile(rb"[\x00\t\n\x0c\r ]*endstream")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def tokens(data: bytes, position: int = 0) -> Iterator[tuple[Value, int]]:
    """Values and operators, one after the other, each with where it ends; a container comes whole.

    Damaged input gives fewer or stranger values, never an error.
    """
    stack: list[tuple[bytes, Array]] = []
    length = len(data)
    while True:
        if blank := _BLANKS.match(data, position):
            position = blank.end()
        if position >= length:
            return
        two, one = data[position : position + 2], data[position : position + 1]
        value: Value
        if two == b"<<" or one in b"[{":
            stack.append((two if two == b"<<" else one, Array()))
            position += len(stack[-1][0])
            continue
        if two == b">>" or one in b"]}":
            position += 2 if two == b">>" else 1
            if not stack:
                continue
            opening, items = stack.pop()
            value = _dictionary(items) if opening == b"<<" else items
        elif one == b"/":
            found = _REGULAR.match(data, position + 1)
            value, position = _name(found[0] if found else b""), found.end() if found else position + 1
        elif one == b"(":
            value, position = _string(data, position + 1)
        elif one == b"<":
            value, position = _hex_string(data, position + 1)
        elif one in b")>":
            position += 1
            continue
        else:
            word = _REGULAR.match(data, position)
            assert word is not None  # every other byte was handled above
            value, position = _word(word[0]), word.end()
        if stack:
            items = stack[-1][1]
            number = items[-2] if isinstance(value, Operator) and value == "R" and len(items) > 1 else None
            if isinstance(number, int):
                items[-2:] = [Reference(number)]
            else:
                items.append(value)
        else:
            yield value, position


def _dictionary(items: Array) -> Dictionary:
    return Dictionary(
        (key, value) for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, Name)
    )


def _name(raw: bytes) -> Name:
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), raw)
    return Name(raw.decode("latin-1"))


def _word(raw: bytes) -> Value:
    if _NUMBER.fullmatch(raw) and len(raw) < 30:
        return float(raw) if b"." in raw else int(raw)
    return {b"true": True, b"false": False, b"null": None}.get(raw, Operator(raw.decode("latin-1")))


def _hex_string(data: bytes, position: int) -> tuple[bytes, int]:
    """A string of hexadecimal digits (7.3.4.3), from after its ``<``; of an odd number, the missing last one is 0."""
    found = _HEX.match(data, position)
    assert found is not None  # it also matches nothing
    digits = re.sub(rb"[\s\x00]", b"", found[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")), found.end() + 1


def _string(data: bytes, position: int) -> tuple[bytes, int]:
    """A string in parentheses (7.3.4.2), from after the first of them."""
    pieces: list[bytes] = []
    depth = 1
    while position < len(data):
        if plain := _STRING_PART.match(data, position):
            pieces.append(plain[0])
            position = plain.end()
            continue
        char = data[position : position + 1]
        position += 1
        if char == b"(":
            depth += 1
        elif char == b")":
            depth -= 1
            if not depth:
                break
        elif char == b"\r":
            char = b"\n"
            position += data[position : position + 1] == b"\n"
        elif octal := re.compile(rb"[0-7]{1,3}").match(data, position):
            char, position = bytes([int(octal[0], 8) & 255]), octal.end()
        else:
            escaped = data[position : position + 1]
            position += 1
            if escaped == b"\r":
                position += data[position : position + 1] == b"\n"
            char = b"" if escaped in {b"\r", b"\n"} else _ESCAPES.get(escaped, escaped)
        pieces.append(char)
    return b"".join(pieces), position


class PdfFile:
    """The objects of one file."""

    def __init__(self, data: bytes) -> None:
        """Find all objects.

        Raises:
            UnreadablePdfError: it is no PDF, or encrypted, or too large when unpacked.
        """
        if b"%PDF-" not in data[:1024]:
            raise UnreadablePdfError("the file is no PDF.")
        self._objects: dict[int, Value] = {}
        # Where each object stands in the file; of two with one number, the later counts (7.5.6, incremental updates).
        self._places: dict[int, int] = {}
        self._unpacked = 0
        self._read(data)
        if self._is_encrypted(data):
            raise UnreadablePdfError("the PDF is encrypted.")
        for number, item in list(self._objects.items()):
            if isinstance(item, Stream) and item.entries.get("Type") == "ObjStm":
                self._read_packed(item, self._places[number])

    def get(self, value: Value) -> Value:
        """The object that a reference stands for, which is never another one; anything else is returned as it is."""
        return self._objects.get(value.number) if isinstance(value, Reference) else value

    def dictionary(self, value: Value) -> Dictionary:
        """The same, where a dictionary is expected; empty if it is none."""
        value = self.get(value)
        return value if isinstance(value, Dictionary) else Dictionary()

    def catalog(self) -> Dictionary:
        """The root of the document; empty if there is none."""
        found = Dictionary()
        for item in self._objects.values():
            if isinstance(item, Dictionary) and item.get("Type") == "Catalog":
                found = item
        return found

    def unpack(self, stream: Stream) -> bytes:
        """The data of a stream without its filters.

        Raises:
            UnreadablePdfError: a filter is not known here, or there is too much data.
        """
        filters = self.get(stream.entries.get("Filter"))
        parameters = self.get(stream.entries.get("DecodeParms"))
        if any(self.dictionary(item).get("Predictor", 1) != 1 for item in _listed(parameters)):
            raise UnreadablePdfError("the PDF packs its text in an unusual way.")
        data = stream.data
        for item in _listed(filters):
            data = self._unfiltered(str(self.get(item)), data)
            self._unpacked += len(data)
            if self._unpacked > MAX_UNPACKED:
                raise UnreadablePdfError("the PDF is too large to be checked.")
        return data

    def _unfiltered(self, name: str, data: bytes) -> bytes:
        if name in {"FlateDecode", "Fl"}:
            limit = MAX_UNPACKED - self._unpacked + 1
            unpacking = zlib.decompressobj()
            try:
                unpacked = unpacking.decompress(data, limit)
            except zlib.error as error:
                raise UnreadablePdfError("the PDF is damaged.") from error
            if not unpacking.eof and len(unpacked) < limit:
                raise UnreadablePdfError("the PDF is damaged.")  # cut off: the rest may hold anything
            return unpacked
        if name in {"ASCII85Decode", "A85"}:
            from base64 import a85decode

            try:
                return a85decode(
                    data.strip().removeprefix(b"<~").partition(b"~")[0], ignorechars=b"\x00\t\n\x0b\x0c\r "
                )
            except ValueError as error:
                raise UnreadablePdfError("the PDF is damaged.") from error
        if name in {"ASCIIHexDecode", "AHx"}:
            return _hex_string(data, 0)[0]
        raise UnreadablePdfError(f"the PDF packs its text with {name}.")

    def _read(self, data: bytes) -> None:
        position = 0
        while found := _OBJECT.search(data, position):
            position = found.end()
            number, place = int(found[1]), position
            value, position = next(tokens(data, position), (None, position))
            if isinstance(value, Dictionary):
                blank = _BLANKS.match(data, position)
                start = _STREAM_START.match(data, blank.end() if blank else position)
                if start:
                    value, position = self._stream(value, data, start.end())
            self._objects[number], self._places[number] = value, place

    def _stream(self, entries: Dictionary, data: bytes, start: int) -> tuple[Stream, int]:
        length = entries.get("Length")
        # What the dictionary says is right only if the end mark follows.
        if isinstance(length, int) and length >= 0 and (mark := _STREAM_END.match(data, start + length)):
            return Stream(entries, data[start : start + length]), mark.end()
        end = data.find(b"endstream", start)
        if end == -1:
            end = len(data)
        return Stream(entries, data[start:end]), end

    def _read_packed(self, stream: Stream, place: int) -> None:
        """An object stream (7.5.7): pairs of number and offset, then the objects."""
        data = self.unpack(stream)
        first, count = self.get(stream.entries.get("First")), self.get(stream.entries.get("N"))
        if not isinstance(first, int) or not isinstance(count, int):
            return
        numbers = [value for value, _ in tokens(data[:first]) if isinstance(value, int)][: 2 * count]
        for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
            if place >= self._places.get(number, place):
                self._objects[number], self._places[number] = _first(data, first + offset), place

    def _is_encrypted(self, data: bytes) -> bool:
        """Whether a trailer, or a stream that stands for one, names an encryption."""
        streams = [item.entries for item in self._objects.values() if isinstance(item, Stream)]
        tables = [entries for entries in streams if entries.get("Type") == "XRef"]
        trailers = [_first(data, found.end()) for found in re.finditer(rb"\btrailer\b", data)]
        return any(isinstance(each, Dictionary) and "Encrypt" in each for each in [*tables, *trailers])


def _first(data: bytes, position: int) -> Value:
    return next((value for value, _ in tokens(data, position)), None)


def _listed(value: Value) -> Array:
    return value if isinstance(value, Array) else Array() if value is None else Array([value])
