"""What the facts do not hold: constraints, formats, descriptions, examples, provenance. No edit goes unmentioned.

Both documents are walked side by side. An edit of a part for which the comparison of facts found something is told
already, unless it is one of the words below.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.changes.report import Report
from generator.changes.sources import Side
from generator.findings import Place
from generator.loading import LocatedDict, LocatedList

UPPER = {"maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"}
LOWER = {"minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"}
OTHER = {"pattern", "multipleOf", "uniqueItems", "contentEncoding", "additionalProperties", "const"}
_PROSE = {
    "description", "summary", "title", "example", "examples", "contact", "license", "externalDocs", "version",
    "x-provenance", "x-conflicts", "x-inferred", "x-media-type-basis", "x-scope-provenance",
}  # fmt: skip

_Edit = tuple[tuple[str, ...], Any, Any, Place]


def compare_remainder(report: Report, old: Side, new: Side) -> None:
    """Write down what only the documents hold."""
    told = [each.place for each in report.found]
    prose: dict[tuple[str, ...], list[_Edit]] = {}
    rest: dict[tuple[str, ...], list[_Edit]] = {}
    for edit in _edits(old.document, new.document, (), new.document.place):
        path, before, now, place = edit
        word = path[-1]
        in_schema = not (len(path) > 1 and path[-2] == "properties")
        if in_schema and any(each in _PROSE for each in path[1:] or path):
            prose.setdefault(_subject(path), []).append(edit)
        elif in_schema and word in UPPER | LOWER | OTHER:
            _constraint(report, path, before, now, place)
        elif in_schema and word == "format":
            report.add("format", place, f"The format of {_name(path)} changed.", _short(before), _short(now))
        else:
            rest.setdefault(_subject(path), []).append(edit)
    for subject, edits in prose.items():
        words = ", ".join(dict.fromkeys(each[0][-1] for each in edits))
        report.add("documentation", edits[0][3], f"{_name(subject)} is documented differently: {words}.")
    for subject, edits in rest.items():
        if subject[:2] in {("paths", "/authorize"), ("paths", "/token"), ("paths", "/revoke")}:
            report.add("oauth-described", edits[0][3], f"The OAuth call {subject[1]} is described differently.")
        elif not any(_holds(side.document, subject, place) for side in (old, new) for place in told):
            report.add("structure", edits[0][3], f"{_name(subject)} is written differently; its Python is the same.")
    for name in sorted(old.examples.keys() | new.examples.keys()):
        if old.examples.get(name) != new.examples.get(name):
            report.add("documentation", Place(f"spec/examples/{name}", 1), f"The example {name} changed.")


def _edits(old: Any, new: Any, path: tuple[str, ...], place: Place) -> Iterator[_Edit]:
    if isinstance(old, dict) and isinstance(new, dict):
        if list(old) != list(new) and old.keys() == new.keys():
            yield (*path, "order"), None, None, place
        for key in [*new, *(each for each in old if each not in new)]:
            holder = new if key in new else old
            there = holder.place_of(key) if isinstance(holder, LocatedDict) else place
            if key not in old or key not in new:
                yield (*path, key), old.get(key), new.get(key), there
            else:
                yield from _edits(old[key], new[key], (*path, key), there)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        places = new.places if isinstance(new, LocatedList) else [place] * len(new)
        for number, (before, now) in enumerate(zip(old, new, strict=True)):
            yield from _edits(before, now, (*path, str(number)), places[number])
    elif old != new or type(old) is not type(new):
        yield path, old, new, place


def _holds(document: LocatedDict, subject: tuple[str, ...], place: Place) -> bool:
    """Whether a part of a document spans a place."""
    value: Any = document
    start = document.place
    for word in subject:
        if not isinstance(value, LocatedDict) or word not in value:
            return False
        start, value = value.place_of(word), value[word]
    lines = [each.line for each in _places(value) if each.file == place.file]
    return place == start or bool(lines) and min(lines) <= place.line <= max(lines)


def _places(value: Any) -> Iterator[Place]:
    if isinstance(value, LocatedDict):
        yield value.place
        yield from value.places.values()
        for item in value.values():
            yield from _places(item)
    elif isinstance(value, LocatedList):
        yield value.place
        for item in value:
            yield from _places(item)


def _subject(path: tuple[str, ...]) -> tuple[str, ...]:
    return path[:3] if path[0] in {"paths", "components"} else path[:1]


def _constraint(report: Report, path: tuple[str, ...], before: Any, now: Any, place: Place) -> None:
    # Schemas are shared between requests and answers, so one of the components counts as sent.
    if "responses" in path:
        rule = "constraint-answer"
    elif path[-1] in OTHER:
        rule = "constraint-changed" if now is not None else "constraint-loosened"
    elif before is None or now is None:
        rule = "constraint-tightened" if before is None else "constraint-loosened"
    else:
        rule = "constraint-tightened" if (now < before) == (path[-1] in UPPER) else "constraint-loosened"
    report.add(rule, place, f"{path[-1]} of {_name(path[:-1])} changed.", _short(before), _short(now))


def _name(path: tuple[str, ...]) -> str:
    if path[0] == "components":
        return "`" + ".".join([path[2] if len(path) > 2 else path[-1], *path[3:][-1:]]) + "`"
    if path[0] == "paths" and len(path) > 1:
        return f"{path[2].upper() if len(path) > 2 else ''} {path[1]}".strip()
    return f"`{path[0]}`"


def _short(value: Any) -> str:
    return "" if value is None else str(value)[:80]
