"""The score in the README: honest about how much was tried."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from mutation import publishing
from mutation.forking import Outcome

DAY = date(2031, 3, 1)


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    file = tmp_path / "README.md"
    file.write_text(f"before\n{publishing.BEGIN}{publishing.END}after\n", "utf-8")
    return file


def ends(*names: str) -> list[Outcome]:
    return [Outcome(f"kind place: {index}", name) for index, name in enumerate(names)]


def test_a_sample_is_called_one_and_a_row_replaces_its_own(readme: Path) -> None:
    publishing.write("code", ends("killed"), 9, DAY, readme)
    publishing.write("spec", ends("killed", "killed", "survived", "equivalent"), 4, DAY, readme)
    publishing.write("code", ends("killed", "survived"), 9, DAY, readme)

    rows = [line for line in readme.read_text("utf-8").splitlines() if line.startswith("| the")]
    assert rows == [
        "| the spec | 2031-03-01 | all | 4 | 2 (66.6 %) | 1 | 0 | 1 | 0 |",
        "| the code | 2031-03-01 | a sample of 2 | 9 | 1 (50.0 %) | 1 | 0 | 0 | 0 |",
    ]
    assert readme.read_text("utf-8").startswith("before\n")
    assert readme.read_text("utf-8").endswith(f"{publishing.END}after\n")


def test_nothing_is_written_if_a_mutant_was_not_judged(readme: Path) -> None:
    before = readme.read_text("utf-8")

    with pytest.raises(ValueError, match="1 mutants were not judged"):
        publishing.write("spec", ends("killed", "broken"), 2, DAY, readme)

    assert readme.read_text("utf-8") == before
