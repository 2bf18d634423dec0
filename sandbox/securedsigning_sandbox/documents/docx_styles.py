"""What a DOCX's styles and numbering say about a paragraph: heading, list, bold, page break before it."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .archive import OfficeArchive
from .xml_names import attribute, child, local, number, switched_on

_MOST_ANCESTORS = 20  # a style that is based on itself ends here


@dataclass(slots=True)
class ParagraphLook:
    """How a paragraph looks; `numbering` is the identifier of its list, "" outside lists."""

    heading: int = 0
    numbering: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    page_break_before: bool = False


@dataclass(slots=True)
class DocxStyles:
    """Styles by identifier, and number formats by list and level."""

    _styles: dict[str, Element] = field(default_factory=dict)
    _formats: dict[tuple[str, int], str] = field(default_factory=dict)

    @classmethod
    def read(cls, archive: OfficeArchive, folder: str) -> "DocxStyles":
        """Read both parts; either may be missing.

        Arguments:
            archive: the DOCX.
            folder: where its main part stands, usually `word`.
        """
        styles = cls()
        if f"{folder}/styles.xml" in archive:
            for style in archive.xml(f"{folder}/styles.xml"):
                identifier = attribute(style, "styleId")
                if identifier:
                    styles._styles[identifier] = style
        if f"{folder}/numbering.xml" in archive:
            styles._read_numbering(archive.xml(f"{folder}/numbering.xml"))
        return styles

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """How a paragraph with these properties looks.

        Arguments:
            properties: the paragraph's `w:pPr`, if it has one.
        """
        look = ParagraphLook()
        chain: list[Element] = []
        identifier = attribute(child(properties, "pStyle"), "val")
        while identifier in self._styles and len(chain) < _MOST_ANCESTORS:
            style = self._styles[identifier]
            chain.append(style)
            identifier = attribute(child(style, "basedOn"), "val")
        for style in reversed(chain):
            _apply_name(look, (attribute(child(style, "name"), "val") or "").lower())
            _apply(look, child(style, "pPr"))
            runs = child(style, "rPr")
            look.bold = switched_on(runs, "b", look.bold)
            look.italic = switched_on(runs, "i", look.italic)
        _apply(look, properties)
        return look

    def number_format(self, numbering: str, level: int) -> str:
        """The format of a list at a level, such as `bullet` or `decimal`."""
        return self._formats.get((numbering, level), "bullet")

    def _read_numbering(self, root: Element) -> None:
        abstract: dict[str, dict[int, str]] = {}
        for element in root:
            if local(element.tag) == "abstractNum":
                levels = [part for part in element if local(part.tag) == "lvl"]
                abstract[attribute(element, "abstractNumId") or ""] = {
                    number(attribute(level, "ilvl"), 0, 8): attribute(child(level, "numFmt"), "val") or "decimal"
                    for level in levels
                }
        for element in root:
            if local(element.tag) == "num":
                base = attribute(child(element, "abstractNumId"), "val") or ""
                for level, form in abstract.get(base, {}).items():
                    self._formats[attribute(element, "numId") or "", level] = form


def _apply_name(look: ParagraphLook, name: str) -> None:
    if name == "title":
        look.heading = 1
    elif name.startswith("heading "):
        look.heading = max(1, number(name.removeprefix("heading "), 1, 6))


def _apply(look: ParagraphLook, properties: Element | None) -> None:
    numbering = child(properties, "numPr")
    if numbering is not None:
        identifier = attribute(child(numbering, "numId"), "val")
        if identifier is not None:
            look.numbering = "" if identifier == "0" else identifier
        look.level = number(attribute(child(numbering, "ilvl"), "val"), 0, 8)
    look.page_break_before = switched_on(properties, "pageBreakBefore", look.page_break_before)
