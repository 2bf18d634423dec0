"""Findings: everything that is wrong with a spec, said all at once, each with file, line and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in the spec.

    Attributes:
        file: path of the file, relative to the folder that holds the spec's folder.
        line: line number, counted from 1.
    """

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong with the spec.

    Attributes:
        place: where it stands.
        subject: what it is about, for instance ``operation uploadDocument``.
        problem: what is wrong, a sentence.
        remedy: what to do next, a sentence.
        rule: the rule's name.
    """

    place: Place
    subject: str
    problem: str
    remedy: str
    rule: str

    def __str__(self) -> str:
        return f"{self.place}  {self.subject}\n  {self.problem}\n  {self.remedy} [{self.rule}]"


class SpecError(Exception):
    """The spec cannot be generated from.

    Attributes:
        findings: everything that was found, in the order of files and lines.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(set(findings))
        count = len(self.findings)
        super().__init__(
            "\n".join(
                [*map(str, self.findings), "", f"{count} finding{'s' if count != 1 else ''}; nothing was written."]
            )
        )


def raise_on(findings: Iterable[Finding]) -> None:
    """Raise if there are findings.

    Raises:
        SpecError: with all of them.
    """
    found = list(findings)
    if found:
        raise SpecError(found)
