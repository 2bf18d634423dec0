"""The changes to the spec: each is one, each has a name, and what comes out is still OpenAPI."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter

import pytest
from mutation.forking import ROOT
from mutation.spec_changes import Document, SpecMutant, spec_mutants
from mutation.spec_reach import named, touched
from openapi_spec_validator import validate


@pytest.fixture(scope="module")
def document() -> Document:
    found: Document = json.loads((ROOT / "generated" / "openapi.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def mutants(document: Document) -> list[SpecMutant]:
    return list(spec_mutants(document))


def test_each_has_a_name_of_its_own(mutants: list[SpecMutant]) -> None:
    assert [name for name, times in Counter(each.id for each in mutants).items() if times > 1] == []


def test_each_changes_a_copy(document: Document, mutants: list[SpecMutant]) -> None:
    before = copy.deepcopy(document)
    for mutant in random.Random(7).sample(mutants, 300):
        assert list(mutant.apply(document).items()) != list(before.items()) or "order" in mutant.kind, mutant.id
    assert document == before


def test_what_comes_out_is_valid(document: Document, mutants: list[SpecMutant]) -> None:
    for mutant in random.Random(8).sample([each for each in mutants if each.kind != "status-dropped"], 12):
        validate(mutant.apply(document))


def test_every_kind_of_change_of_the_field_is_there(mutants: list[SpecMutant]) -> None:
    wanted = {
        *("path-renamed", "path-reordered", "method-changed", "operation-dropped", "operation-added", "method-name"),
        *("parameter-dropped", "parameter-added", "parameter-renamed", "parameter-moved", "parameter-retyped"),
        *("parameter-required", "property-dropped", "property-added", "property-renamed", "property-retyped"),
        *("property-required", "property-format", "property-not-array", "schema-enum-dropped", "schema-enum-added"),
        *("scope-changed", "scope-dropped", "status-changed", "answer-media-type", "body-media-type", "signature"),
        *("credential-header", "server-host", "answer-array", "answer-not-array", "single-or-array"),
    }

    assert wanted - {each.kind for each in mutants} == set()


def test_a_change_to_a_schema_touches_what_uses_it(document: Document) -> None:
    names = touched(document, "#/components/schemas/Signer/properties/Email")

    assert {"Signer", "Document", "getDocumentStatus"} <= names < named(document)
    assert touched(document, "#/paths/~1Account~1Info/get/responses") == {"getAccountInfo"}
    assert touched(document, "#/components/securitySchemes/apiKey") == named(document)
