"""A document reduced to what the sandbox needs: paragraphs of runs, tables, page breaks, and what stands in the margins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Alignment: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `\\n` is a line break within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph.

    Arguments:
        runs: its text.
        heading: 0 for ordinary text, 1 to 6 for a heading of that level.
        marker: what stands before a list item, such as `•` or `3.`; "" outside lists.
        level: how deep a list item is nested, from 0.
        alignment: where its lines stand.
    """

    runs: list[Run] = field(default_factory=list)
    heading: int = 0
    marker: str = ""
    level: int = 0
    alignment: Alignment = "left"

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Table:
    """Rows of cells, each a list of blocks.

    Arguments:
        rows: they may be of different lengths.
        shares: how wide the columns are, each as a part of the sum; columns of one width where it is empty.
    """

    rows: list[list[list["Block"]]] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Paragraph | Table | PageBreak


@dataclass(slots=True)
class BlockDocument:
    """A document: what runs through its pages, and what stands at their top, at their bottom, and in notes."""

    body: list[Block] = field(default_factory=list)
    header: list[Block] = field(default_factory=list)
    footer: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs in reading order, those in tables row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell)


def document_text(document: BlockDocument) -> str:
    """The whole text, one line a paragraph: header, body, notes, footer."""
    parts = (document.header, document.body, document.notes, document.footer)
    return "\n".join(paragraph.text for part in parts for paragraph in paragraphs(part))
