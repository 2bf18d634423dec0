"""A sample of the mutants: the tests notice nearly all. ``scripts/mutants`` tries more, and names those that survive."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from mutation.forking import ROOT

SIZE, LEAST = 24, 18
"""Drawn anew whenever the spec changes, so one or the other of the known survivors may be among them."""


def test_a_sample_of_spec_mutants_is_killed(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "mutation", "spec", "--sample", str(SIZE), "--state", str(tmp_path)],
        cwd=ROOT,
        env={"PYTHONPATH": "scripts:tests:generated/python:."},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "killed: " in outcome.stdout, outcome.stderr
    assert "Traceback" not in outcome.stderr, outcome.stderr
    _, *lines = (tmp_path / "spec.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    ends = Counter(each["end"] for each in found)
    assert ends["broken"] == 0, outcome.stdout
    assert ends["killed"] >= LEAST * len(found) // SIZE, outcome.stdout
    assert [each["id"] for each in found if each["end"] == "killed" and "::" not in each["test"]] == []
