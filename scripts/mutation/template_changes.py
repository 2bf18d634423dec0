"""Every small change to a Jinja template: a line dropped, an expression or a condition changed, a literal swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

EXPRESSION = re.compile(r"\{\{-?\s*(.+?)\s*-?\}\}")
CONDITION = re.compile(r"\{%-?\s*(?:if|elif)\s+(.+?)\s*-?%\}")
LOOP = re.compile(r"\{%-?\s*for\s+.+?\s+in\s+(.+?)\s*-?%\}")
FILTER = re.compile(r"\s*\|\s*\w+(?:\([^)]*\))?")
LITERAL = re.compile(r"\"[^\"{}]*\"|'[^'{}]*'|\b\d+\b|\bTrue\b|\bFalse\b|\bNone\b")
SWAPPED = {"True": "False", "False": "True", "None": "False"}


@dataclass(frozen=True)
class TemplateMutant:
    """A change to a template.

    Attributes:
        kind: what sort of change it is.
        template: the template's path below ``templates/python``.
        line: where it begins, from 1.
        column: where it begins in the line, from 0.
        before: the text that goes.
        after: the text in its place.
    """

    kind: str
    template: str
    line: int
    column: int
    before: str
    after: str

    @property
    def id(self) -> str:
        """A name that no other mutant has."""
        return f"{self.kind} {self.template}:{self.line}:{self.column}: {self.before.strip()} -> {self.after}"

    def apply(self, text: str) -> str:
        """The template after the change."""
        lines = text.splitlines(keepends=True)
        line = lines[self.line - 1]
        end = self.column + len(self.before)
        assert line[self.column : end] == self.before, self.id
        lines[self.line - 1] = line[: self.column] + self.after + line[end:]
        return "".join(lines)


def template_mutants(template: str, text: str) -> Iterator[TemplateMutant]:
    """Every change to a template.

    Args:
        template: what it is called in the mutants.
        text: the template.
    """
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        for kind, start, before, after in _changes(line):
            yield TemplateMutant(kind, template, number, start, before, after)


def _changes(line: str) -> Iterator[tuple[str, int, str, str]]:
    if line.strip():
        yield "line-dropped", 0, line, ""
    for match in EXPRESSION.finditer(line):
        expression = match.group(1)
        yield "expression-emptied", match.start(1), expression, '""'
        for each in FILTER.finditer(expression):
            yield "filter-dropped", match.start(1) + each.start(), each.group(), ""
    for match in CONDITION.finditer(line):
        yield "condition-negated", match.start(1), match.group(1), f"not ({match.group(1)})"
    for match in LOOP.finditer(line):
        yield "loop-shortened", match.start(1), match.group(1), f"(({match.group(1)})|list)[1:]"
        yield "loop-reversed", match.start(1), match.group(1), f"(({match.group(1)})|list)[::-1]"
    for match in LITERAL.finditer(line):
        literal = match.group()
        quoted = literal[0] in "\"'"
        after = literal[:-1] + "X" + literal[-1] if quoted else SWAPPED.get(literal) or str(int(literal) + 1)
        yield "literal-swapped", match.start(), literal, after
