"""Each kind of mutant of the spec is judged, and as ``mutants.yaml`` says."""

from __future__ import annotations

import pytest
from mutant_cases import REFUSED, by_kind, table, verdict

from generator.changes.rules import RULES

TABLE = table()


def test_every_kind_is_in_the_table() -> None:
    """A new kind of mutant needs a verdict, and the table has no kind that no mutant is of."""
    assert sorted(by_kind().keys() ^ TABLE.keys()) == []


def test_what_changes_nothing_has_a_reason() -> None:
    """So has what no SDK can be made of; all else names rules."""
    entries = [entry for listed in TABLE.values() for entry in listed]
    assert [entry for entry in entries if (entry["rules"] in {REFUSED, "structure"}) != ("why" in entry)] == []
    assert {rule for entry in entries for rule in entry["rules"].split()} <= RULES.keys() | {REFUSED}


@pytest.mark.parametrize("kind", TABLE)
def test_a_kind_of_mutant_is_judged(kind: str) -> None:
    """The rules of the table apply to the mutants that it names, and no others do."""
    named = {mutant.id: mutant for mutant in by_kind().get(kind, ())}
    for entry in TABLE[kind]:
        mutant = named.get(f"{kind} {entry['of']}")
        assert mutant is not None, f"the spec has changed: choose another mutant for {entry['of']}"
        assert verdict(mutant) == entry["rules"], entry["of"]
