"""A sample of the mutants of the spec: the tests notice each. ``scripts/mutants`` tries all."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from mutation.forking import ROOT

SIZE = 24
"""Drawn anew whenever the spec changes."""


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
    assert set(ends) == {"killed"}, outcome.stdout
    assert [each["id"] for each in found if each["end"] == "killed" and "::" not in each["test"]] == []
