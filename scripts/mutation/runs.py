"""The runs by name: the mutants of each, and how they are tried."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mutation.forking import ROOT, Trial
from mutation.spec_changes import spec_mutants
from mutation.spec_trials import spec_trials


@dataclass(frozen=True)
class Run:
    """One kind of mutants.

    Attributes:
        mutants: all there are, in a fixed order; each has an ``id``.
        trials: makes trials of some of them.
        patience: seconds until a trial is given up.
    """

    mutants: Sequence[Any]
    trials: Callable[[Sequence[Any]], Iterable[Trial]]
    patience: float


def spec() -> Run:
    """Changes to the spec, against the contract tests."""
    document = json.loads((ROOT / "generated" / "openapi.json").read_text("utf-8"))
    return Run(list(spec_mutants(document)), lambda mutants: spec_trials(document, mutants), patience=300)


RUNS: dict[str, Callable[[], Run]] = {"spec": spec}
