"""The parts that certificates and invoices are put together from."""

from __future__ import annotations

from securedsigning_sandbox.documents.blocks import Block, Paragraph, Run, Table

_LINE = 68  # characters in a line of a page, about
_WORD = 24  # a longer word is broken, or it would leave the other columns no room
_PADDING = 3  # what a cell needs besides, in characters


def fact(name: str, value: str) -> Paragraph:
    """A line with a name in bold and a value."""
    return Paragraph([Run(f"{name}: ", bold=True), Run(value)])


def readable(moment: str | None) -> str:
    """A time of an answer, for people."""
    return (moment or "").replace("T", " ").replace("Z", " UTC")


def table(names: list[str], rows: list[list[str]]) -> Table:
    """A table with its column names in bold, whose columns are as wide as their words need, wider where texts are longer."""
    cells = [[_cell(name, bold=True) for name in names], *([_cell(value) for value in row] for row in rows)]
    columns = list(zip(names, *rows, strict=True))
    words = [
        min(_WORD, max(len(word) for text in column for word in [*text.split(), ""])) + _PADDING for column in columns
    ]
    texts = [max(min(_LINE, len(text)) for text in column) + _PADDING for column in columns]
    wanted = sum(texts) - sum(words)
    spare = min(1.0, max(0, _LINE - sum(words)) / wanted) if wanted else 0.0
    return Table(cells, [word + spare * (text - word) for word, text in zip(words, texts, strict=True)])


def _cell(text: str, *, bold: bool = False) -> list[Block]:
    return [Paragraph([Run(text, bold=bold)])]
