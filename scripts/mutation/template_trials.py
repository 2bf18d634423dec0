"""What is tried with a changed template: the package is made anew in memory, and the tests that reach what differs run."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader

from generator import engine
from generator.bundling import bundle
from generator.describing import describe
from generator.formatting import formatted
from generator.pipeline import Layout, distribution
from generator.rendering import render
from mutation.code_trials import CONTRACT, FIRST, LAST, RUNTIME, control, try_modules, warm_up
from mutation.forking import Bench, Refused, Trial
from mutation.reach import Reach, few, measured
from mutation.replacing import PACKAGE, PYTHON
from mutation.template_changes import TemplateMutant, template_mutants

LAYOUT = Layout()


def all_template_mutants() -> Iterator[TemplateMutant]:
    """Those of every template of the package; its README and project file are no code."""
    for path in sorted((LAYOUT.templates / PACKAGE).rglob("*.jinja")):
        yield from template_mutants(str(path.relative_to(LAYOUT.templates)), path.read_text("utf-8"))


def template_trials(mutants: Iterable[TemplateMutant], folder: Path) -> Iterator[Trial]:
    """A trial for each mutant.

    Args:
        mutants: those to try.
        folder: where is kept which tests reach what.
    """
    reach = measured([CONTRACT, RUNTIME], folder)

    def trials() -> Iterator[Trial]:
        warm_up()
        document = bundle(LAYOUT.spec)
        parsed = engine.parse(document, LAYOUT.templates)
        facts = describe(document, parsed), parsed.environment
        yield control(reach)
        before = rendered(*facts)
        for mutant in mutants:
            yield Trial(mutant.id, partial(try_template, mutant=mutant, facts=facts, before=before, reach=reach))

    return trials()


def rendered(api: Any, environment: Any) -> dict[str, str]:
    """The rendered files of the package, not yet formatted."""
    files = render(api, environment, distribution(), LAYOUT.runtime)
    return {path: text for path, text in files.items() if path.endswith(".py")}


def try_template(bench: Bench, mutant: TemplateMutant, facts: Any, before: dict[str, str], reach: Reach) -> bool:
    """In a fork: True if the output is the same but for comments and docstrings."""
    api, environment = facts
    text = mutant.apply((LAYOUT.templates / mutant.template).read_text("utf-8"))
    environment.loader = ChoiceLoader([DictLoader({mutant.template: text}), environment.loader])
    environment.cache.clear()
    try:
        after = rendered(api, environment)
        others = [path for path, text in after.items() if text != before.get(path)]
        made = formatted({path: after[path] for path in others})
        changed = {path: text for path, text in made.items() if code_of(text) != code_of(present(path))}
    except Exception as problem:  # the template or what it makes cannot be read: nobody would get a package
        raise Refused(str(problem)) from problem
    if not changed and set(after) == set(before):
        return True
    first, last = reach.one_of_each(), set[str]()
    for path, text in changed.items():
        reaching = reach.of_lines(path, lines_that_differ(present(path), text))
        first |= few(reaching, FIRST) | few(reach.of_file(path), FIRST)
        last |= few(reaching, LAST)
    return try_modules(bench, changed, reach, first, last)


def present(path: str) -> str:
    """A file of the package as it is; nothing if there is none."""
    file = PYTHON / path
    return file.read_text("utf-8") if file.exists() else ""


def code_of(text: str) -> str:
    """The code without comments and docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [  # type: ignore[attr-defined]  # it has just been found there
                each for each in body if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
            ] or [ast.Pass()]
    return ast.dump(tree)


def lines_that_differ(before: str, after: str) -> set[int]:
    """The lines of the former text that are others, or next to what is new."""
    matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return {
        line
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag != "equal"
        for line in range(start, max(end, start + 1) + 2)
    }
