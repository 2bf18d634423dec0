"""Where redocly and griffe judge a case otherwise than ``scripts/diff``, ``docs/verdicts.md`` says why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import griffe
import pytest
import yaml
from edit_cases import Edit, cases, edited
from mutant_cases import REFUSED, table

from generator import engine, pipeline
from generator.changes import Kind, read
from generator.changes.rules import RULES
from generator.changes.surface import stub
from generator.rendering import render

HERE = Path(__file__).parent
Difference = tuple[str, str, str, str]
"""Rule, our kind, tool, its verdict."""
OURS = {Kind.BREAKING: "major", Kind.FEATURE: "minor", Kind.FIX: "patch", Kind.DOCS: "patch"}


def listed(tool: str) -> set[Difference]:
    """The rows of the tables, one for each rule."""
    rows = [line.strip("| ").split(" | ") for line in _lines() if line.startswith("| `")]
    assert all(len(row) == 5 and row[4] for row in rows), "a row has rules, our kind, a tool, its verdict and a reason"
    return {(rule.strip("`"), row[1], row[2], row[3]) for row in rows for rule in row[0].split(", ") if row[2] == tool}


def _lines() -> list[str]:
    return (pipeline.ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8").splitlines()


def gravest(rules: tuple[str, ...]) -> tuple[Kind, set[str]]:
    """The worst kind among rules, and the rules of that kind."""
    kind = min((RULES[rule][0] for rule in rules), key=list(Kind).index)
    return kind, {rule for rule in rules if RULES[rule][0] is kind}


def judged() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every case and every mutant of the tables, with the rules that apply."""
    yield from ((case.name, case.rules) for case in cases())
    for kind, entries in table().items():
        for entry in entries:
            if entry["rules"] != REFUSED:
                yield f"{kind} {entry['of']}", tuple(entry["rules"].split())


def unexplained(found: dict[str, tuple[tuple[str, ...], str, str]], tool: str) -> tuple[list[str], set[Difference]]:
    """Cases that differ without a row, and rows without a case."""
    missing, unused = [], listed(tool)
    for name, (rules, ours, theirs) in found.items():
        rows = {(rule, ours, tool, theirs) for rule in gravest(rules)[1]}
        if not rows & listed(tool):
            missing.append(f"{ours}, {tool} says {theirs}: {name}")
        unused -= rows
    return missing, unused


def test_redocly_is_recorded_for_every_case() -> None:
    """``scripts/verdicts`` records what is new; it needs node."""
    record = yaml.safe_load((HERE / "redocly.yaml").read_text(encoding="utf-8"))
    assert sorted(record.keys() ^ dict(judged()).keys()) == [], "run scripts/verdicts"


def test_each_difference_to_redocly_has_a_reason() -> None:
    """Majors that we call less, and whatever else is not of the same level."""
    record = yaml.safe_load((HERE / "redocly.yaml").read_text(encoding="utf-8"))
    found = {}
    for name, rules in judged():
        kind, theirs = gravest(rules)[0], record[name].partition(":")[0].replace("none", "patch")
        if OURS[kind] != theirs:
            found[name] = rules, str(kind), theirs
    assert unexplained(found, "redocly") == ([], set())


@cache
def package(edits: tuple[Edit, ...], scratch: Path) -> griffe.Object | griffe.Alias:
    """The surface of the package of the sound spec with edits."""
    folder = scratch / str(abs(hash(edits)))
    side, layout = read(str(edited(folder / "spec", edits))), pipeline.Layout()
    environment = engine.parse(side.document, layout.templates).environment
    texts = render(side.api, environment, pipeline.distribution(), layout.runtime)
    texts |= {f"securedsigning/{name}/__init__.py": "" for name in ("_sync", "_async")}  # else griffe sees no groups
    for path, text in texts.items():
        if path.endswith(".py"):
            target = (folder / path).with_suffix(".pyi")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(stub(text), encoding="utf-8")
    return griffe.load("securedsigning", search_paths=[folder], allow_inspection=False)


def breaks(old: griffe.Object | griffe.Alias, new: griffe.Object | griffe.Alias) -> bool:
    """Whether griffe finds something broken in models, operations or groups."""
    paths = ["models", "operations", "_sync.groups"]
    paths += [f"{folder}.{name}" for folder in ("models", "_sync.groups") for name in old[folder].modules]
    try:
        return any(any(griffe.find_breaking_changes(old[path], new[path])) for path in paths)
    except KeyError:  # a module is gone
        return True


def test_each_difference_to_griffe_has_a_reason(tmp_path: Path) -> None:
    """What it calls breaking and we do not, and what it does not see."""
    found = {}
    for case in cases():
        sides = [package(edits, tmp_path) for edits in (case.before, (*case.before, *case.edit))]
        theirs = "breaking" if breaks(*(reversed(sides) if case.backwards else sides)) else "silent"
        kind = gravest(case.rules)[0]
        if (kind is Kind.BREAKING) != (theirs == "breaking"):
            found[case.name] = case.rules, str(kind), theirs
    assert unexplained(found, "griffe") == ([], set())


@pytest.mark.parametrize("tool", ["redocly", "griffe"])
def test_every_row_is_of_a_rule(tool: str) -> None:
    """And tells our verdict as the table of rules has it."""
    assert listed(tool)
    assert [row for row in listed(tool) if RULES[row[0]][0] != row[1]] == []
