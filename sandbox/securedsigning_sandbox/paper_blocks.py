"""The parts that certificates and invoices are put together from."""

from __future__ import annotations

from securedsigning_sandbox.documents.blocks import Block, Paragraph, Run, Table


def fact(name: str, value: str) -> Paragraph:
    """A line with a name in bold and a value."""
    return Paragraph([Run(f"{name}: ", bold=True), Run(value)])


def readable(moment: str | None) -> str:
    """A time of an answer, for people."""
    return (moment or "").replace("T", " ").replace("Z", " UTC")


def table(names: list[str], rows: list[list[str]]) -> Table:
    """A table with its column names in bold."""
    cells = [[_cell(name, bold=True) for name in names], *([_cell(value) for value in row] for row in rows)]
    return Table(cells)


def _cell(text: str, *, bold: bool = False) -> list[Block]:
    return [Paragraph([Run(text, bold=bold)])]
