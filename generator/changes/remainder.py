"""What the facts do not hold: constraints, formats, descriptions, examples, hand-written parts. No edit goes unmentioned.

Both documents are walked side by side. An edit of a part for which the comparison of facts found something is told
already, unless it is one of the words below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.changes.aligning import aligned, schema_names
from generator.changes.constraints import WORDS, constraint_rule, options_rule
from generator.changes.report import Report
from generator.changes.sources import Side
from generator.changes.uses import Use, Uses
from generator.changes.walking import Edit, edits, holds, parts
from generator.findings import Place

_PROSE = {
    "description", "summary", "title", "example", "examples", "contact", "license", "externalDocs", "version",
    "x-provenance", "x-conflicts", "x-inferred", "x-media-type-basis", "x-scope-provenance", "x-secret",
}  # fmt: skip
_BY_HAND = {
    Use.OAUTH: ("oauth-described", "{} is described differently; only OAuth uses it."),
    Use.ERROR: ("error-described", "{} is described differently; only errors have it."),
}


def compare_remainder(report: Report, old: Side, new: Side, classes: Mapping[str, str]) -> None:
    """Write down what only the documents hold.

    Args:
        report: where to; what it has already is not told again.
        old: the spec before.
        new: the spec now.
        classes: new names of classes by their old ones.
    """
    _Remainder(report, old, new, schema_names(old, new, classes)).compare()
    # A bundle has no examples beside it.
    for name in sorted(old.examples.keys() | new.examples.keys()) if old.examples and new.examples else ():
        if old.examples.get(name) != new.examples.get(name):
            report.add("documentation", Place(f"spec/examples/{name}", 1), f"The example {name} changed.")


class _Remainder:
    def __init__(self, report: Report, old: Side, new: Side, schemas: Mapping[str, str]) -> None:
        self._report, self._schemas = report, schemas
        self._before, self._now = aligned(old, new, schemas), new.document
        self._old, self._uses = old, Uses(new.document)
        self._told = {each.place for each in report.found}
        self._told_parts = {
            each for path in report.told for document in (self._before, self._now) for each in parts(document, path)
        }

    def compare(self) -> None:
        self._renamed_schemas()
        prose: dict[tuple[str, ...], list[Edit]] = {}
        rest: dict[tuple[str, ...], list[Edit]] = {}
        for edit in edits(self._before, self._now, self._schemas):
            if any(word in _PROSE for word in edit.words):
                prose.setdefault(_subject(edit.path), []).append(edit)
            elif not self._constraint(edit):
                rest.setdefault(_subject(edit.path), []).append(edit)
        for subject, listed in prose.items():
            words = ", ".join(dict.fromkeys(each.path[-1] for each in listed))
            self._report.add("documentation", listed[0].place, f"{_name(subject)} is documented differently: {words}.")
        for subject, listed in rest.items():
            if not self._is_told(subject):
                self._described(subject, listed)

    def _renamed_schemas(self) -> None:
        """Those of which a class is made are told with the class."""
        holder = self._now["components"]["schemas"]
        for before, now in self._schemas.items():
            if not self._is_told(("components", "schemas", now)):
                text = f"The schema `{before}` is called `{now}`; no class has that name."
                self._report.add("schema-renamed", holder.place_of(now), text, before, now)

    def _described(self, subject: tuple[str, ...], listed: Sequence[Edit]) -> None:
        use = self._by_hand(subject)
        if use is None:
            rule, text = "structure", "{} is written differently; its Python is the same."
        elif use is Use.OAUTH and any(_takes_away(each) for each in listed):
            rule, text = "oauth-removed", "{} offers less; only OAuth uses it."
        else:
            rule, text = _BY_HAND[use]
        self._report.add(rule, listed[0].place, text.format(_name(subject)))

    def _constraint(self, edit: Edit) -> bool:
        """Write a change of what values may be; False if it is none, or one of a part that only hand-written code reads."""
        if self._by_hand(edit.path) is not None:
            return False
        if "additionalProperties" in edit.words[:-1] and edit.word not in {*WORDS, "format"}:
            rule = "values-retyped"
        elif edit.word == "format":
            rule = "format"
        elif edit.word in WORDS:
            rule = constraint_rule(edit)
        elif edit.word in {"anyOf", "oneOf"} and not self._is_told(edit.path[:-1]):
            rule = options_rule(edit)
        else:
            return False
        if rule.startswith("constraint") and Use.SENT not in self._used(edit.path):
            rule = "constraint-answer"
        if rule:
            text = f"{edit.path[-1]} of {_name(edit.path[:-1])} changed."
            self._report.add(rule, edit.place, text, _short(edit.before), _short(edit.now))
        return bool(rule)

    @cached_property
    def _old_uses(self) -> Uses:
        return Uses(self._old.document)

    def _used(self, path: tuple[str, ...]) -> set[Use]:
        return self._uses.of(path) or self._old_uses.of(path)

    def _by_hand(self, path: tuple[str, ...]) -> Use | None:
        used = self._used(path)
        return next((use for use in _BY_HAND if used and used <= {use, Use.OAUTH}), None)

    def _is_told(self, path: tuple[str, ...]) -> bool:
        if path in self._told_parts:
            return True
        return any(holds(document, path, self._told) for document in (self._before, self._now))


def _takes_away(edit: Edit) -> bool:
    """Whether a call, a flow or a known value is gone."""
    if edit.word == "enum":
        return bool(set(edit.before or ()) - set(edit.now or ()))
    lost = edit.before is not None and edit.now is None
    return lost and (edit.path[0] == "paths" and len(edit.path) <= 3 or edit.path[-2] == "flows")


def _subject(path: tuple[str, ...]) -> tuple[str, ...]:
    return path[:3] if path[0] in {"paths", "components"} else path[:1]


def _name(path: tuple[str, ...]) -> str:
    if path[0] == "components":
        return "`" + ".".join([path[2] if len(path) > 2 else path[-1], *path[3:][-1:]]) + "`"
    if path[0] == "paths" and len(path) > 1:
        return f"{path[2].upper() if len(path) > 2 else ''} {path[1]}".strip()
    return f"`{path[0]}`"


def _short(value: Any) -> str:
    return "" if value is None else str(value)[:80]
