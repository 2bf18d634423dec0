"""DOCX to blocks: body, tables, headers, footers, text boxes, footnotes and endnotes (ECMA-376, part 1, WordprocessingML).

Word splits a tag over several runs and puts proofing marks between; here the runs of a paragraph are read one after the
other, so that the paragraph's text holds the tag in one piece. Deleted and moved-away text is left out, as are comments.
"""

import posixpath
from pathlib import Path
from xml.etree.ElementTree import Element

from .archive import OfficeArchive
from .blocks import Alignment, Block, BlockDocument, PageBreak, Paragraph, Run, Table
from .docx_styles import DocxStyles
from .errors import DocumentError
from .xml_names import attribute, child, local, switched_on

# Both the transitional and the strict edition are met; only the local part of a name is compared.
_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr"}
)
_BREAKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_ALIGNMENTS: dict[str, Alignment] = {"center": "center", "right": "right", "end": "right"}
_MAIN = "word/document.xml"


def read_docx(path: Path) -> BlockDocument:
    """Read a DOCX.

    Raises:
        DocumentError: it is damaged, protected, of another type, or made to exhaust the reader.
    """
    with OfficeArchive(path, "DOCX") as archive:
        main = _main_part(archive)
        styles = DocxStyles.read(archive, posixpath.dirname(main))
        document = BlockDocument(body=_Reader(styles).blocks(archive.xml(main)))
        places = {"header": document.header, "footer": document.footer}
        for name, kind in text_parts(archive).items():
            if name != main:
                blocks = _Reader(styles).blocks(archive.xml(name))
                places.get(kind, document.notes).extend(block for block in blocks if not _is_blank(block))
        return document


def text_parts(archive: OfficeArchive) -> dict[str, str]:
    """The members that hold text, in reading order, each with its kind: `main`, `header`, `footer`, `footnotes`, `endnotes`.

    Raises:
        DocumentError: the archive is no DOCX.
    """
    main = _main_part(archive)
    parts = {main: "main"}
    for kind, name in _related(archive, main):
        if kind in ("header", "footer", "footnotes", "endnotes") and name in archive:
            parts.setdefault(name, kind)
    return parts


def _main_part(archive: OfficeArchive) -> str:
    if "_rels/.rels" in archive:
        for kind, name in _relationships(archive.xml("_rels/.rels"), ""):
            if kind == "officeDocument":
                if name.startswith(("xl/", "ppt/")):
                    raise DocumentError("The file is a spreadsheet or a presentation, not a DOCX document.")
                return name
    return _MAIN


def _related(archive: OfficeArchive, part: str) -> list[tuple[str, str]]:
    folder, file = posixpath.split(part)
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    return _relationships(archive.xml(relations), folder) if relations in archive else []


def _relationships(root: Element, folder: str) -> list[tuple[str, str]]:
    """(kind, member name) of each relationship that stays within the archive."""
    found = []
    for relation in root:
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found.append((relation.get("Type", "").rsplit("/", 1)[-1], target))
    return found


class _Reader:
    """Turns the elements of one part into blocks; lists are numbered as they come."""

    def __init__(self, styles: DocxStyles) -> None:
        self._styles = styles
        self._counters: dict[tuple[str, int], int] = {}

    def blocks(self, parent: Element) -> list[Block]:
        found: list[Block] = []
        for element in parent:
            kind = local(element.tag)
            if kind in _SKIPPED or kind == "sectPr":
                continue
            if kind == "p":
                found.extend(self._paragraph(element))
            elif kind == "tbl":
                found.append(self._table(element))
            else:  # w:body, w:sdt, w:sdtContent, w:ins, w:footnote and the like only hold blocks
                found.extend(self.blocks(element))
        return found

    def _table(self, element: Element) -> Table:
        rows = [[self.blocks(cell) for cell in _children(row, "tc")] for row in _children(element, "tr")]
        return Table([row for row in rows if row])

    def _paragraph(self, element: Element) -> list[Block]:
        properties = child(element, "pPr")
        look = self._styles.paragraph(properties)
        collected: list[Block] = []
        current = Paragraph(heading=look.heading, level=look.level, alignment=_alignment(properties))
        if look.numbering:
            current.marker = self._marker(look.numbering, look.level)
        boxes: list[Block] = []
        if look.page_break_before:
            collected.append(PageBreak())
        for piece in self._pieces(element, look.bold, look.italic):
            if isinstance(piece, Run):
                current.runs.append(piece)
            elif isinstance(piece, PageBreak):
                if current.text.strip():
                    collected.append(current)
                collected.append(piece)
                current = Paragraph(heading=look.heading, level=look.level, alignment=current.alignment)
            else:
                boxes.append(piece)
        if current.runs or not any(isinstance(block, PageBreak) for block in collected):
            collected.append(current)
        return collected + boxes

    def _pieces(self, parent: Element, bold: bool, italic: bool) -> list[Run | Block]:
        """Runs and page breaks of a paragraph, and the blocks of text boxes anchored in it."""
        found: list[Run | Block] = []
        for element in parent:
            kind = local(element.tag)
            if kind == "r":
                found.extend(self._run(element, bold, italic))
            elif kind == "txbxContent":
                found.extend(self.blocks(element))
            elif kind not in _SKIPPED:
                found.extend(self._pieces(element, bold, italic))
        return found

    def _run(self, element: Element, bold: bool, italic: bool) -> list[Run | Block]:
        found: list[Run | Block] = []
        properties = child(element, "rPr")
        if switched_on(properties, "vanish", False):
            return found
        bold = switched_on(properties, "b", bold)
        italic = switched_on(properties, "i", italic)
        underline = switched_on(properties, "u", False)
        for part in element:
            kind = local(part.tag)
            if kind == "t":
                found.append(Run(part.text or "", bold, italic, underline))
            elif kind in _BREAKS:
                found.append(Run(_BREAKS[kind], bold, italic, underline))
            elif kind == "br":
                found.append(PageBreak() if attribute(part, "type") == "page" else Run("\n", bold, italic))
            elif kind not in _SKIPPED:  # drawings and pictures may hold text boxes
                found.extend(self._pieces(part, False, False))
        return found

    def _marker(self, numbering: str, level: int) -> str:
        form = self._styles.number_format(numbering, level)
        if form == "bullet":
            return "•"
        if form == "none":
            return ""
        self._counters[numbering, level] = self._counters.get((numbering, level), 0) + 1
        for deeper in [key for key in self._counters if key[0] == numbering and key[1] > level]:
            del self._counters[deeper]
        number = self._counters[numbering, level]
        if form in ("lowerLetter", "upperLetter"):
            letter = chr(ord("a") + (number - 1) % 26)
            return f"{letter.upper() if form == 'upperLetter' else letter}."
        return f"{number}."


def _children(element: Element, kind: str) -> list[Element]:
    """Children of a kind, also where content controls or tracked insertions stand between."""
    found = []
    for part in element:
        if local(part.tag) == kind:
            found.append(part)
        elif local(part.tag) in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_children(part, kind))
    return found


def _alignment(properties: Element | None) -> Alignment:
    return _ALIGNMENTS.get(attribute(child(properties, "jc"), "val") or "", "left")


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()
