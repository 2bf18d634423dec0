"""The changes of all kinds, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator

from mutation.spec_changes.mutant import Document, SpecMutant, operations_of
from mutation.spec_changes.operations import operation_changes
from mutation.spec_changes.parameters import parameter_changes
from mutation.spec_changes.paths import path_changes
from mutation.spec_changes.responses import response_changes
from mutation.spec_changes.roots import root_changes
from mutation.spec_changes.schemas import schema_changes
from mutation.spec_changes.security import security_changes


def spec_mutants(document: Document) -> Iterator[SpecMutant]:
    """Every change, one at a time; no two have the same id.

    Args:
        document: an OpenAPI 3.1 document, all of it in one piece.
    """
    yield from root_changes(document)
    yield from path_changes(document)
    for place in operations_of(document):
        yield from operation_changes(place)
        yield from response_changes(place)
    yield from parameter_changes(document)
    yield from security_changes(document)
    yield from schema_changes(document)
