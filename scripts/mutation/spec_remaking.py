"""The package as it would be made from a changed spec: if it is the same, no caller can notice the change."""

from __future__ import annotations

from typing import Any

from generator import engine
from generator.describing import describe
from generator.findings import Place
from generator.loading import LocatedDict, LocatedList
from generator.pipeline import Layout, distribution
from generator.rendering import render
from mutation.spec_changes import SpecMutant

NOWHERE = Place("the change", 1)


def made(document: LocatedDict) -> dict[str, str]:
    """What the spec decides of the package, documentation included. Its rules are not asked: a spec that breaks one may still
    make the same package.
    """
    layout = Layout()
    parsed = engine.parse(document, layout.templates)
    return render(describe(document, parsed), parsed.environment, distribution(), layout.runtime)


def made_after(document: LocatedDict, mutant: SpecMutant) -> dict[str, str]:
    """The same after a change to the document."""
    return made(_located(mutant.apply(document), document))


def _located(node: Any, twin: Any) -> Any:
    """A changed document with the places of the one that it was."""
    if isinstance(node, dict):
        here = twin if isinstance(twin, LocatedDict) else LocatedDict((), NOWHERE, {})
        return LocatedDict(
            [(key, _located(item, here.get(key))) for key, item in node.items()], here.place, here.places
        )
    if isinstance(node, list):
        known = twin if isinstance(twin, LocatedList) else LocatedList((), NOWHERE, [])
        twins = [*known, *[None] * len(node)]
        places = [*known.places, *[NOWHERE] * len(node)][: len(node)]
        return LocatedList([_located(item, twins[i]) for i, item in enumerate(node)], known.place, places)
    return node
