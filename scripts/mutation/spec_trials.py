"""What is tried with a changed spec: the contract tests, reading it in place of the one that the package was made from.

What kills is to be the client's behaviour against the changed spec alone. So these are left out: tests that never meet the
client (``test_spec.py`` compares spec and bundle, ``test_judging.py`` judges the judge, ``test_coverage.py`` looks back), examples
that the changed spec does not permit any more, and pydantic's models, which are a second reading of the spec. A change that
many operations share is looked at through one of each group.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest

from mutation import drawing_examples
from mutation.forking import Bench, Trial
from mutation.spec_changes import Document, SpecMutant
from mutation.spec_reach import named, spread, touched

FIRST = "tests/contract/test_models.py"
OAUTH = ["tests/contract/test_oauth.py", "tests/contract/test_oauth_coverage.py"]
GENERATED = [
    f"tests/contract/test_{name}.py"
    for name in (
        "types",
        "docstrings",
        "requests",
        "decode_errors",
        "generated_requests",
        "responses",
        "tolerance",
        "errors",
        "refusals",
    )
]
BLIND = {"test_every_grant_is_among_the_examples", "test_any_status_with_any_body_raises"}
"""Tests that look at the examples only, and that try the same few operations with what no spec foresees."""


def spec_trials(document: Document, mutants: Iterable[SpecMutant]) -> Iterator[Trial]:
    """A trial for each mutant.

    Args:
        document: what the mutants are of: the bundle.
        mutants: those to try.
    """
    from contract import conftest, examples  # noqa: F401  (imported once, for all forks)

    drawing_examples.prepare()
    examples.read()
    nothing = SpecMutant("control", "#", "nothing is changed", lambda document: None)
    yield Trial(nothing.id, lambda bench: try_spec(bench, document, nothing), control=True)
    for mutant in mutants:
        yield Trial(mutant.id, partial(try_spec, document=document, mutant=mutant))


def try_spec(bench: Bench, document: Document, mutant: SpecMutant) -> None:
    """In a fork: let the tests read the changed spec, and run those that can see the change."""
    from contract import examples, pydantic_models, spec

    shown, changed = examples.read(), mutant.apply(document)
    names = spread(document, touched(document, mutant.pointer)) | spread(changed, touched(changed, mutant.pointer))
    every = named(document) | named(changed)
    spec.bundle = lambda: changed  # type: ignore[assignment]  # in the place of a cached function
    spec.operations.cache_clear()
    here = {each.id: each for each in spec.operations()}
    generated = tuple(each for each in spec.generated_operations() if each.id in names)
    kept = tuple(
        dataclasses.replace(each, operation=here[each.operation.id])
        for each in shown
        if each.operation.id in names & set(here) and fits(here[each.operation.id], each)
    )

    def narrow() -> None:
        # Collecting what is not run would take most of the time.
        spec.generated_operations = lambda: generated
        examples.read = lambda: kept  # type: ignore[assignment]  # likewise

    pydantic_models.make = lambda folder: None  # type: ignore[assignment, return-value]  # models nobody asks for
    pydantic_models.read = lambda module, schema, value: value
    of_oauth = any(not here[name].generated for name in names & set(here))
    files = [*OAUTH, *GENERATED] if of_oauth else GENERATED
    bench.run([FIRST, *files], concerned(names, every), after_first=narrow)


def concerned(names: set[str], every: set[str]) -> Callable[[pytest.Item], int]:
    """Chooses the tests that are about one of these operations or schemas, then those that are about none in particular."""

    def wanted(item: pytest.Item) -> int:
        if item.name.partition("[")[0] in BLIND:
            return 0
        words = set(item.name.partition("[")[2].rstrip("]").split("-"))
        return 1 if words & names else 0 if words & every else 2

    return wanted


def fits(operation: Any, example: Any) -> bool:
    """Whether the spec permits an example."""
    from contract import spec

    declared = {item["name"]: item for item in operation.parameters}
    needed = {name for name, item in declared.items() if item.get("required") and "default" not in item["schema"]}
    given = example.parameters
    if not needed <= set(given) <= set(declared) or (operation.body is None) != (example.body is None):
        return False
    pairs = [(declared[name]["schema"], value) for name, value in given.items()]
    if operation.body:
        body = {
            name: "" if isinstance(value, dict) and "$file" in value else value for name, value in example.body.items()
        }
        pairs.append((operation.body[1], body))
    content = operation.responses.get(str(example.status), {"content": {}}).get("content", {})
    media_type = example.headers.get("Content-Type")
    if str(example.status) not in operation.responses or (media_type and media_type not in content):
        return False
    if media_type and example.json is not None:
        schema, answer = content[media_type]["schema"], example.json
        single = schema.get("x-single-or-array") and not isinstance(answer, list)
        pairs.append((schema, [answer] if single else answer))
    return not any(spec.faults(schema, value) or spec.undeclared(schema, value) for schema, value in pairs)
