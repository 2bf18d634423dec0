"""A change of the API as the user of the SDK meets it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.findings import Place


class Kind(StrEnum):
    """What a change means for somebody who calls the SDK; the worst comes first."""

    BREAKING = "breaking"
    FEATURE = "feature"
    FIX = "fix"
    DOCS = "docs"


@dataclass(frozen=True)
class Rename:
    """A name of the package that became another.

    Attributes:
        what: ``group``, ``method``, ``argument``, ``class``, ``module``, ``attribute``, ``member`` or ``constant``.
        owner: the method of an argument (``documents.upload``), the group of a method, the class of an attribute or a
            member; all by their old names, else empty.
        old: the name before.
        new: the name now; with the group before it (``packages.status``) if a method moved to another one.
    """

    what: str
    owner: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """One change.

    Attributes:
        rule: the name of the rule in ``rules.py`` that judged it.
        kind: the verdict.
        text: what changed, a sentence about Python.
        why: why the verdict is what it is.
        place: where it stands in the new spec, or, for what was removed, in the old one.
        old: the Python before, empty if there was none.
        new: the Python now, empty if there is none.
        rename: the rename behind it, if it is one.
    """

    rule: str
    kind: Kind
    text: str
    why: str
    place: Place
    old: str = ""
    new: str = ""
    rename: Rename | None = None
