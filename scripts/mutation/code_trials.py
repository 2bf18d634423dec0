"""What is tried with changed code: the contract and runtime tests that reach it, with the changed modules in their place."""

from __future__ import annotations

import ast
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial
from importlib import import_module
from pathlib import Path

from mutation import drawing_examples
from mutation.code_changes import CodeMutant, code_mutants
from mutation.forking import ROOT, Bench, Outcome, Trial
from mutation.reach import Reach, few, measured
from mutation.replacing import PACKAGE, PYTHON, replace

CONTRACT, RUNTIME = "tests/contract", "tests/runtime"
FIRST, LAST = 4, 100
"""So many parametrisations of a test function are tried: most of the others take the same way as the first ones."""
KILLERS = 6
"""So many tests that killed others in the same file are tried first."""


def all_code_mutants() -> Iterator[CodeMutant]:
    """Those of every module of the package, in the order of paths."""
    for path in sorted((PYTHON / PACKAGE).rglob("*.py")):
        yield from code_mutants(str(path.relative_to(PYTHON)), path.read_text("utf-8"))


def code_trials(mutants: Iterable[CodeMutant], folder: Path) -> Iterator[Trial]:
    """A trial for each mutant.

    Args:
        mutants: those to try.
        folder: where is kept which tests reach what.
    """
    reach = measured([CONTRACT, RUNTIME], folder)

    def trials() -> Iterator[Trial]:
        warm_up()
        yield control(reach)
        killers: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=KILLERS))
        for mutant in mutants:
            known = killers[mutant.path]
            run = partial(try_code, mutant=mutant, reach=reach, killers=known)
            yield Trial(mutant.id, run, learn=partial(remember, killers=known))

    return trials()


def control(reach: Reach) -> Trial:
    """With nothing changed, a test of each function passes, whether it comes early or late."""
    tests = reach.one_of_each()
    late = set(sorted(tests)[::2])
    return Trial("control", lambda bench: try_modules(bench, {}, reach, tests - late, late), control=True)


def warm_up() -> None:
    """Import what does not import the package, once for all forks; pydantic's models are made once too."""
    for name in sorted(libraries(CONTRACT, RUNTIME)):
        import_module(name)
    from contract import drawing, examples, pydantic_models

    drawing_examples.prepare()
    examples.read()
    assert drawing
    with tempfile.TemporaryDirectory() as folder:
        made = pydantic_models.make(Path(folder))
    pydantic_models.make = lambda folder: made


def libraries(*folders: str) -> set[str]:
    """The modules that tests import, but for the package and what lies beside the tests: those may meet the package."""
    files = [path for folder in folders for path in (ROOT / folder).glob("*.py")]
    near = {PACKAGE, "contract", "__future__", *(path.stem for path in files)}
    nodes = [node for path in files for node in ast.parse(path.read_text("utf-8")).body]
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name for name in found if name.partition(".")[0] not in near}


def remember(outcome: Outcome, killers: deque[str]) -> None:
    """Keep the test that killed a mutant, as the first to be tried with the next one of the same file."""
    if "::" in outcome.test:
        if outcome.test in killers:
            killers.remove(outcome.test)
        killers.append(outcome.test)


def try_code(bench: Bench, mutant: CodeMutant, reach: Reach, killers: Iterable[str]) -> bool:
    """In a fork: run the tests that reach the changed lines; those of the whole module if they run at its import."""
    source = (PYTHON / mutant.path).read_text("utf-8")
    return try_modules(bench, {mutant.path: mutant.apply(source)}, reach, *likeliest(mutant, reach, killers))


def likeliest(mutant: CodeMutant, reach: Reach, killers: Iterable[str]) -> list[set[str]]:
    """The tests that may see the change: the likeliest first, then further ones for when none of those fails."""
    if not mutant.function:
        reaching = reach.of_file(mutant.path)
        named = reach.of_name(mutant.owner) if mutant.owner else set[str]()
        return [set(killers), few(reaching, FIRST) | named, few(reaching, LAST), reach.one_of_each()]
    end = mutant.line + mutant.before.count("\n")
    reaching = reach.of_lines(mutant.path, range(mutant.line, end + 1))
    return [few(reaching, FIRST), few(reaching, LAST)]


def try_modules(bench: Bench, sources: Mapping[str, str], reach: Reach, *stages: Set[str]) -> bool:
    """Run these tests with these modules, one stage after the other."""
    replace(sources)
    bench.run_stages(*((reach.files(stage), stage) for stage in stages))
    return False
