"""The outcomes so far, in a file that a later run goes on from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from mutation.forking import ROOT, Outcome

FOLDER = ROOT / ".mutants"
INPUTS = ("generated", "spec", "templates", "tests/contract", "tests/runtime")


class Record:
    """Outcomes by the id of the mutant; each is on the disk as soon as it is known.

    Args:
        name: of the run, and of its file.
        resume: go on from what the file holds. What survived is tried again if tests, spec or code are others now;
            what was killed stays so, as tests are not expected to get worse.
        folder: where the file lies.
    """

    def __init__(self, name: str, *, resume: bool, folder: Path = FOLDER) -> None:
        self.path = folder / f"{name}.jsonl"
        self.outcomes: dict[str, Outcome] = {}
        state = fingerprint()
        if resume and self.path.exists():
            first, *lines = self.path.read_text("utf-8").splitlines()
            for line in lines:
                outcome = Outcome(**json.loads(line))
                self.outcomes[outcome.id] = outcome
            self.outcomes = {key: each for key, each in self.outcomes.items() if each.end != "broken"}
            if json.loads(first)["inputs"] != state:
                self.outcomes = {key: each for key, each in self.outcomes.items() if each.end == "killed"}
        folder.mkdir(exist_ok=True)
        known = [json.dumps(asdict(each)) for each in self.outcomes.values()]
        self.path.write_text("\n".join([json.dumps({"inputs": state}), *known]) + "\n", "utf-8")
        self._file = self.path.open("a", encoding="utf-8")

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome."""
        self.outcomes[outcome.id] = outcome
        self._file.write(json.dumps(asdict(outcome)) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def fingerprint() -> str:
    """Tells whether what is mutated, and the tests, are as they were."""
    return digest(inputs())


def inputs() -> Iterator[Path]:
    """The files that are mutated, and those that test them."""
    files = (path for name in INPUTS for path in (ROOT / name).rglob("*"))
    return (path for path in files if path.is_file() and path.suffix != ".pyc")


def digest(files: Iterable[Path]) -> str:
    """A hash of the names and bytes of files of the project."""
    found = hashlib.sha256()
    for path in sorted(files):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
