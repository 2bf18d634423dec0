"""A sample of the mutants: the tests notice each. ``scripts/mutants`` tries all."""

from __future__ import annotations

import subprocess
import sys

import pytest
from mutation.forking import ROOT

SAMPLES = {"spec": 12}


@pytest.mark.parametrize("what", SAMPLES)
def test_a_sample_is_killed(what: str, tmp_path: object) -> None:
    command = [sys.executable, "-m", "mutation", what, "--sample", str(SAMPLES[what]), "--state", str(tmp_path)]
    outcome = subprocess.run(
        command,
        cwd=ROOT,
        env={"PYTHONPATH": "scripts:tests:generated/python:.", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
