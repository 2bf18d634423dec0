"""The mutants of the bundle and what ``scripts/diff`` says of them.

The rules of curation are not asked, since most mutants break one (a property without description), and the question is what
the change does to callers. A spec is compared with itself but for one place, so the two sides share all else.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from mutation.spec_changes import Document, SpecMutant, spec_mutants

from generator import engine, pipeline
from generator.changes import Side, changes
from generator.describing import describe
from generator.findings import Place, SpecError
from generator.loading import LocatedDict, LocatedList

HERE = Path(__file__).parent
REFUSED = "refused"
"""In place of rules, where no facts can be had of the changed spec: nothing could be generated from it."""

_LINES = [Place("openapi.json", line) for line in range(200_000)]
_CHANGED = 100_000  # what differs stands on lines of its own, from here on


@cache
def by_kind() -> dict[str, list[SpecMutant]]:
    """All mutants of the bundle, by their kinds."""
    found: dict[str, list[SpecMutant]] = {}
    for mutant in spec_mutants(_document()):
        found.setdefault(mutant.kind, []).append(mutant)
    return found


def verdict(mutant: SpecMutant) -> str:
    """The rules that a mutant of the bundle makes apply, each once, in order; or ``refused``."""
    changed = pickle.loads(_pickled())
    mutant.edit(changed)
    lines = iter(_LINES[_CHANGED:])
    try:
        now = _side(_sharing(changed, _document(), _unchanged().document, lines, depth=3))
    except (SpecError, LookupError, StopIteration, TypeError):  # without the rules, a document may be anything
        return REFUSED
    return " ".join(sorted({each.rule for each in changes(_unchanged(), now)}))


def table() -> dict[str, list[dict[str, str]]]:
    """What ``mutants.yaml`` says: for each kind of mutant the rules that apply, and a mutant of which that holds."""
    found: dict[str, list[dict[str, str]]] = yaml.safe_load((HERE / "mutants.yaml").read_text(encoding="utf-8"))
    return found


def write_named(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Write the bundle, and each mutant that the table names and of which an SDK can be made: id, old and new file."""
    plain = folder / "bundle.json"
    plain.write_text(json.dumps(_document()), encoding="utf-8")
    named = {
        f"{kind} {entry['of']}" for kind, listed in table().items() for entry in listed if entry["rules"] != REFUSED
    }
    for number, mutant in enumerate(each for listed in by_kind().values() for each in listed if each.id in named):
        changed = folder / f"mutant-{number}.json"
        changed.write_text(json.dumps(mutant.apply(_document())), encoding="utf-8")
        yield mutant.id, plain, changed


@cache
def _document() -> Document:
    found: Document = json.loads((pipeline.Layout().output / "openapi.json").read_text("utf-8"))
    return found


@cache
def _pickled() -> bytes:
    return pickle.dumps(_document())


@cache
def _unchanged() -> Side:
    return _side(_located(_document(), iter(_LINES)))


def _side(document: LocatedDict) -> Side:
    return Side("bundle", document, describe(document, engine.parse(document, pipeline.Layout().templates)), {})


def _sharing(changed: Any, plain: Any, located: Any, lines: Iterator[Place], depth: int) -> Any:
    """Located values; those that did not change are the old ones themselves."""
    if depth == 0 or not (isinstance(changed, dict) and isinstance(plain, dict)):
        return located if json.dumps(changed) == json.dumps(plain) else _located(changed, lines)
    items = [(key, _sharing(item, plain.get(key), located.get(key), lines, depth - 1)) for key, item in changed.items()]
    places = {key: located.places.get(key) or next(lines) for key in changed}
    return LocatedDict(items, located.place, places)


def _located(value: Any, lines: Iterator[Place]) -> Any:
    if isinstance(value, dict):
        places = dict(zip(value, lines, strict=False))
        return LocatedDict([(key, _located(item, lines)) for key, item in value.items()], next(lines), places)
    if isinstance(value, list):
        places_of_items = list(islice(lines, len(value)))
        return LocatedList([_located(item, lines) for item in value], next(lines), places_of_items)
    return value
