"""ODT to blocks: body, tables, lists, frames, notes, headers and footers (OASIS OpenDocument 1.3, part 3).

Tracked deletions and comments are left out. Bold and italic are taken from automatic styles of the content part.
"""

from pathlib import Path
from xml.etree.ElementTree import Element

from .archive import OfficeArchive
from .blocks import Block, BlockDocument, PageBreak, Paragraph, Run, Table
from .errors import DocumentError
from .xml_names import attribute, child, local, number

_SKIPPED = frozenset({"tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls", "forms"})
_MOST_BLANKS = 1_000  # of one text:s element, which states a count


def read_odt(path: Path) -> BlockDocument:
    """Read an ODT.

    Raises:
        DocumentError: it is damaged, protected, of another type, or made to exhaust the reader.
    """
    with OfficeArchive(path, "ODT") as archive:
        if "META-INF/manifest.xml" in archive:
            manifest = archive.xml("META-INF/manifest.xml")
            if any(local(element.tag) == "encryption-data" for element in manifest.iter()):
                raise DocumentError("The ODT document is protected by a password; upload it without.")
        content = archive.xml("content.xml")
        text = child(child(content, "body"), "text")
        if text is None:
            raise DocumentError("The file is not an ODT document: it holds no text.")
        reader = _Reader(child(content, "automatic-styles"))
        document = BlockDocument(body=reader.blocks(text), notes=reader.notes)
        if "styles.xml" in archive:
            masters = child(archive.xml("styles.xml"), "master-styles")
            for element in masters.iter() if masters is not None else ():
                if local(element.tag) in ("header", "header-first", "header-left"):
                    document.header.extend(reader.blocks(element))
                elif local(element.tag) in ("footer", "footer-first", "footer-left"):
                    document.footer.extend(reader.blocks(element))
        return document


class _Reader:
    def __init__(self, styles: Element | None) -> None:
        self.notes: list[Block] = []
        self._bold: set[str] = set()
        self._italic: set[str] = set()
        self._breaking: set[str] = set()
        for style in styles if styles is not None else ():
            name = attribute(style, "name") or ""
            for properties in style:
                if attribute(properties, "font-weight") == "bold":
                    self._bold.add(name)
                if attribute(properties, "font-style") == "italic":
                    self._italic.add(name)
                if attribute(properties, "break-before") == "page":
                    self._breaking.add(name)

    def blocks(self, parent: Element, level: int = -1) -> list[Block]:
        """The blocks in an element; `level` is the depth of the list around it, -1 outside lists."""
        found: list[Block] = []
        for element in parent:
            kind = local(element.tag)
            if kind in ("p", "h"):
                found.extend(self._paragraph(element, level))
            elif kind == "list":
                found.extend(self._list(element, level + 1))
            elif kind == "table":
                rows = [row for row in element.iter() if local(row.tag) == "table-row"]
                cells = [[self.blocks(cell) for cell in row if local(cell.tag) == "table-cell"] for row in rows]
                found.append(Table([row for row in cells if row]))
            elif kind not in _SKIPPED:
                found.extend(self.blocks(element, level))
        return found

    def _list(self, element: Element, level: int) -> list[Block]:
        found: list[Block] = []
        for item in element:
            blocks = self.blocks(item, level)
            first = next((block for block in blocks if isinstance(block, Paragraph)), None)
            if first is not None and not first.marker and local(item.tag) == "list-item":
                first.marker, first.level = "•", level
            found.extend(blocks)
        return found

    def _paragraph(self, element: Element, level: int) -> list[Block]:
        style = attribute(element, "style-name") or ""
        heading = max(1, number(attribute(element, "outline-level"), 1, 6)) if local(element.tag) == "h" else 0
        boxes: list[Block] = []
        runs = self._runs(element, style in self._bold, style in self._italic, boxes)
        before: list[Block] = [PageBreak()] if style in self._breaking else []
        return [*before, Paragraph(runs, heading=heading, level=max(level, 0)), *boxes]

    def _runs(self, parent: Element, bold: bool, italic: bool, boxes: list[Block]) -> list[Run]:
        runs = [Run(_collapsed(parent.text), bold, italic)]
        for element in parent:
            kind = local(element.tag)
            if kind == "s":
                runs.append(Run(" " * number(attribute(element, "c"), 1, _MOST_BLANKS), bold, italic))
            elif kind == "tab":
                runs.append(Run("\t", bold, italic))
            elif kind == "line-break":
                runs.append(Run("\n", bold, italic))
            elif kind in ("note", "note-body"):
                self.notes.extend(self.blocks(element))
            elif kind in ("frame", "text-box", "custom-shape", "rect", "g"):
                boxes.extend(self.blocks(element))
            elif kind not in _SKIPPED:  # text:span, text:a, text:bookmark and the like
                style = attribute(element, "style-name") or ""
                runs.extend(self._runs(element, bold or style in self._bold, italic or style in self._italic, boxes))
            runs.append(Run(_collapsed(element.tail), bold, italic))
        return [run for run in runs if run.text]


def _collapsed(text: str | None) -> str:
    """White space as ODF counts it: a line break in the XML is a blank, and several blanks are one."""
    if not text:
        return ""
    words = " ".join(part for part in text.replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" ") if part)
    before = " " if text[0] in " \n\t\r" else ""
    after = " " if words and text[-1] in " \n\t\r" else ""
    return f"{before}{words}{after}"
