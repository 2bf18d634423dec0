"""The rules a spec has to obey before anything is generated from it; each finding says file, line and remedy."""

from __future__ import annotations

from pathlib import Path

from generator.findings import Finding
from generator.loading import LocatedDict
from generator.rules import examples, extensions, inputs, limits, official, operations, schemas, security, shapes, tags
from generator.rules.reading import Spec


def findings(document: LocatedDict, folder: Path, *, thorough: bool) -> list[Finding]:
    """Everything that is wrong with a spec.

    Args:
        document: the bundled document.
        folder: the folder of the spec, whose ``examples`` belong to it.
        thorough: also ask the official validator, and try every example against the schemas; this takes seconds.
    """
    found = list(shapes.check(document))
    if found:
        # Nothing else can be read from such a document, except by the validator, which takes it as it comes.
        return [*found, *(official.findings(document) if thorough else ())]
    spec = Spec(document)
    for rules in (tags, operations, inputs, schemas, security, limits, extensions):
        found += rules.findings(spec)
    if thorough:
        unfit = list(official.findings(document))
        # Only schemas that are some can judge examples.
        found += unfit or examples.findings(spec, folder)
    return found
