# Copied from templates/python/runtime/docx_text.py; edit it there.
"""The text of a Word document (docx), paragraph by paragraph.

The document is hostile input: entities are refused, and what is unpacked is limited.
"""

from __future__ import annotations

import io
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zipfile import ZipFile

# Transitional and strict (ISO/IEC 29500-1 and -4); Word writes the first unless told otherwise.
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PARAGRAPH, _TEXT, _MOVED = (frozenset(f"{space} {name}" for space in _NAMESPACES) for name in ("p", "t", "moveFrom"))
_BREAKS = {
    f"{space} {name}": text
    for space in _NAMESPACES
    for name, text in (("tab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-"))
}
# A text box is written twice, for old and new programs; this is the copy for old ones.
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"

_PARTS = re.compile(r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml", re.IGNORECASE)
_MAX_TEXT_SIZE = 64 * 1024 * 1024
_MAX_ENTRIES = 20_000


class _Refused(Exception):
    """The document holds something that is not read."""


def docx_text(data: bytes) -> tuple[list[str], str | None]:
    """Read the text of body, tables, text boxes, headers, footers and notes.

    Deleted text is left out. Text that is spread over several runs comes as one, since it belongs to one paragraph.

    Args:
        data: the file.

    Returns:
        One text per paragraph, and why the document could not be read; None if it could.
    """
    from xml.parsers.expat import ExpatError
    from zipfile import BadZipFile, ZipFile

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return [], "the document is protected by a password, or of the old .doc kind."
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _paragraphs(archive), None
    except _Refused as error:
        return [], str(error)
    except ExpatError:
        return [], "the document's XML is damaged."
    # zipfile lets several more through for damaged archives and for compression that it does not know
    except (BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, LookupError):
        return [], "the file is no readable Word document."


def _paragraphs(archive: ZipFile) -> list[str]:
    entries = archive.infolist()
    if len(entries) > _MAX_ENTRIES:
        raise _Refused("the document has too many parts.")
    entries = [entry for entry in entries if _PARTS.fullmatch(entry.filename)]
    if not any("document" in entry.filename.lower() for entry in entries):
        raise _Refused("the file is no readable Word document.")
    left = _MAX_TEXT_SIZE
    paragraphs: list[str] = []
    for entry in entries:
        reader = _Reader()
        with archive.open(entry) as part:
            # What is unpacked counts, not what the archive claims.
            while block := part.read(65536):
                left -= len(block)
                if left < 0:
                    raise _Refused("the document's text is too large to be checked.")
                reader.feed(block)
        paragraphs += reader.finish()
    return paragraphs


class _Reader:
    """Collects the paragraphs of one part; a paragraph in a text box stands inside another one."""

    def __init__(self) -> None:
        from xml.parsers.expat import ParserCreate

        self._done: list[str] = []
        self._open: list[list[str]] = []
        self._in_text = False
        self._skipping = 0
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        # Word writes no document type; without one there are no entities, which could multiply or reach out.
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, block: bytes) -> None:
        self._parser.Parse(block, False)

    def finish(self) -> list[str]:
        self._parser.Parse(b"", True)
        return self._done

    def _refuse(self, name: str, system_id: str | None, public_id: str | None, internal: int) -> None:
        raise _Refused("the document's XML has a document type declaration, which no Word document has.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name == _FALLBACK or name in _MOVED:
            self._skipping += 1
        elif name in _PARAGRAPH:
            self._open.append([])
        elif name in _TEXT:
            self._in_text = True
        elif name in _BREAKS and self._open:
            self._open[-1].append(_BREAKS[name])

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in _PARAGRAPH:
            if text := "".join(self._open.pop()):
                self._done.append(text)
        elif name in _TEXT:
            self._in_text = False

    def _characters(self, text: str) -> None:
        if self._in_text and self._open:
            self._open[-1].append(text)
