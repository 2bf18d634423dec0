"""What counts as killed: a test that failed, and nothing else. Each runs in a process of its own, as pytest is started in it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from mutation.forking import ROOT

PROGRAM = """
import itertools, json, os, sys, threading
from mutation import forking
from mutation.forking import Bench, Outcome, Trial, attend

def broken(bench): raise IndexError("list index out of range")
def passing(bench): bench.run(["tests/contract/test_spec.py"], lambda item: item.name == "test_the_operations_have_ids_of_their_own")
def failing(bench):
    from contract import spec
    operations = spec.operations()
    spec.operations = lambda: operations * 2
    passing(bench)
def hanging(bench):
    while True: pass
def filling(bench):
    from contract import spec
    def operations(): return list(itertools.repeat(b""))
    spec.operations = operations
    passing(bench)
def waiting(bench): threading.Event().wait()
def vanishing(bench): os._exit(0)

forking.MEMORY = 1 << 30
names = sys.argv[1].split(",")
trials = [Trial(name, globals()[name], control=name == names[0] and "control" in sys.argv) for name in names]
try:
    found = attend(trials, jobs=2, patience=1 if {"hanging", "waiting"} & {*names} else 20)
except forking.ControlFailed:
    print(json.dumps("control failed"))
else:
    print(json.dumps({each.id: [each.end, each.test] for each in found}))
"""


def run(*arguments: str) -> Any:
    """What the program prints."""
    outcome = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        env={"PYTHONPATH": "scripts:tests:generated/python:."},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(outcome.stdout)


def test_only_a_failed_test_kills() -> None:
    name = "tests/contract/test_spec.py::test_the_operations_have_ids_of_their_own"

    assert run("passing,failing,filling,broken,vanishing") == {
        "passing": ["survived", ""],
        "failing": ["killed", name],
        "filling": ["killed", name.partition("::")[0]],
        "broken": ["broken", "before the tests"],
        "vanishing": ["broken", ""],
    }


@pytest.mark.parametrize("name", ["hanging", "waiting"])
def test_a_trial_that_does_not_end_is_ended(name: str) -> None:
    assert run(name) == {name: ["killed", ""]}


@pytest.mark.parametrize("control", ["failing", "broken"])
def test_nothing_is_tried_if_the_tests_fail_without_a_change(control: str) -> None:
    assert run(f"{control},passing", "control") == "control failed"


def test_a_control_that_passes_is_no_mutant() -> None:
    assert run("passing,failing", "control").keys() == {"failing"}
