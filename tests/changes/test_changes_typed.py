"""mypy's opinion of the verdicts: a program that uses everything fits what is said to break nothing, and sees what breaks it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from edit_cases import cases
from program import program

from generator import engine, pipeline
from generator.changes import Kind, Side, read
from generator.changes.rules import RULES
from generator.rendering import render

CASES = cases()
VARYING = re.compile(r"\bsecuredsigning(?=[./](?:models|operations|_async[./]groups|_sync[./]groups)\b)")
"""What the spec decides of the package. What is written by hand is shared, so that one run of mypy looks at all cases."""

UNTYPED = {
    "answer-media-removed",
    "argument-default",
    "argument-files",
    "argument-order",
    "attribute-always-there",
    "attribute-default",
    "constraint-changed",
    "constraint-tightened",
    "credential-unmet",
    "member-value",
    "oauth-removed",
    "oauth-scope-removed",
    "oauth-scope-renamed",
    "option-required",
    "other-server-removed",
    "partner-feature-removed",
    "partner-feature-renamed",
    "scope-added",
    "scope-changed",
    "server",
    "signing",
    "token-required",
    "values-retyped",
}
"""Rules of what breaks without any type that says so, or only code that makes what the service answers, as tests do."""


def write(name: str, old: Side, new: Side, folder: Path) -> None:
    """Write the new package under another name, and a program made for the old one."""
    layout = pipeline.Layout()
    parsed = engine.parse(new.document, layout.templates)
    files = render(new.api, parsed.environment, pipeline.distribution(), layout.runtime)
    texts = {VARYING.sub(name, path): text for path, text in files.items() if VARYING.match(path)}
    for path, text in {**texts, f"{name}/program.py": program(old.api)}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(VARYING.sub(name, text), encoding="utf-8")


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """What mypy finds in the packages and their programs, by the number of the case."""
    folder = tmp_path_factory.mktemp("packages")
    for number, case in enumerate(CASES):
        old, new = case.write(tmp_path_factory.mktemp("specs"))
        write(f"case_{number}", read(str(old)), read(str(new)), folder)
    command = [sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases", "."]
    environment = {**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{pipeline.Layout().output / 'python'}"}
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert result.stderr == ""
    found = defaultdict(list)
    for line in result.stdout.splitlines():
        number = re.match(r"case_(\d+)/.*: error: ", line)
        if number:
            found[int(number[1])].append(line)
    return found


@pytest.mark.xdist_group("typed changes")
def test_what_breaks_nothing_fits(errors: dict[int, list[str]]) -> None:
    """Who takes a compatible version by itself has nothing to do."""
    fitting = [number for number, case in enumerate(CASES) if not breaking(case.rules)]
    assert len(fitting) > 50
    assert {CASES[number].name: errors[number] for number in fitting if errors.get(number)} == {}


@pytest.mark.xdist_group("typed changes")
def test_what_breaks_is_seen(errors: dict[int, list[str]]) -> None:
    """The program uses everything: each rule is seen that types can show, in one case at least."""
    seen = {rule for number in errors for rule in breaking(CASES[number].rules)}
    rules = {rule for case in CASES for rule in breaking(case.rules)}
    assert rules - seen == UNTYPED


def breaking(rules: tuple[str, ...]) -> list[str]:
    """Those of the rules that break callers."""
    return [rule for rule in rules if RULES[rule][0] is Kind.BREAKING]
