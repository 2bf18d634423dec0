"""What is listed as unnoticeable makes no difference to what is generated; an entry that lists nothing goes."""

from __future__ import annotations

import random

import pytest
from mutation import equivalents
from mutation.equivalents import Entry
from mutation.spec_changes import SpecMutant, spec_mutants
from mutation.spec_remaking import made, made_after

from generator.bundling import bundle
from generator.loading import LocatedDict
from generator.pipeline import Layout

SPEC_KINDS = ("status-", "answer-", "property-", "parameter-", "schema-", "credential-", "condition-", "*-format")
OF_THE_SPEC = [
    each for each in equivalents.listed() if all(pattern.startswith(SPEC_KINDS) for pattern in each.patterns)
]


@pytest.fixture(scope="module")
def document() -> LocatedDict:
    return bundle(Layout().spec)


@pytest.fixture(scope="module")
def mutants(document: LocatedDict) -> list[SpecMutant]:
    return list(spec_mutants(document))


@pytest.fixture(scope="module")
def package(document: LocatedDict) -> dict[str, str]:
    return made(document)


@pytest.mark.parametrize("entry", OF_THE_SPEC, ids=lambda entry: entry.patterns[0])
def test_every_pattern_fits_a_mutant(entry: Entry, mutants: list[SpecMutant]) -> None:
    idle = [pattern for pattern in entry.patterns if not any(Entry((pattern,), "", False).fits(m.id) for m in mutants)]

    assert idle == []


@pytest.mark.parametrize(
    "entry", [each for each in OF_THE_SPEC if not each.by_hand], ids=lambda entry: entry.patterns[0]
)
def test_what_is_generated_is_the_same(
    entry: Entry, document: LocatedDict, package: dict[str, str], mutants: list[SpecMutant]
) -> None:
    mutant = random.Random(entry.reason).choice([each for each in mutants if equivalents.entry(each.id) is entry])

    assert made_after(document, mutant) == package, mutant.id
