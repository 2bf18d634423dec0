"""The runs by name: the mutants of each, and how they are tried."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mutation.code_trials import all_code_mutants, code_trials
from mutation.forking import ROOT, Trial
from mutation.spec_changes import spec_mutants
from mutation.spec_trials import spec_trials
from mutation.template_trials import all_template_mutants, template_trials


@dataclass(frozen=True)
class Run:
    """One kind of mutants.

    Attributes:
        mutants: all there are, in a fixed order; each has an ``id``.
        trials: makes trials of some of them; what it measures for that is kept in the folder.
        patience: seconds of work, or of waiting, until a trial is given up.
    """

    mutants: Sequence[Any]
    trials: Callable[[Sequence[Any], Path], Iterable[Trial]]
    patience: float


def spec() -> Run:
    """Changes to the spec, against the contract tests."""
    document = json.loads((ROOT / "generated" / "openapi.json").read_text("utf-8"))
    return Run(list(spec_mutants(document)), lambda mutants, _: spec_trials(document, mutants), patience=300)


def code() -> Run:
    """Changes to the modules of the package, against the contract and runtime tests."""
    return Run(list(all_code_mutants()), code_trials, patience=120)


def templates() -> Run:
    """Changes to the templates, against the contract tests of what they make."""
    return Run(list(all_template_mutants()), template_trials, patience=180)


RUNS: dict[str, Callable[[], Run]] = {"spec": spec, "code": code, "templates": templates}
