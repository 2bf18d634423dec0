"""Writes the score into README.md, between two marks, with its date and how much was tried."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from mutation.forking import ROOT, Outcome
from mutation.report import counts, score

BEGIN, END = "<!-- mutants: written by scripts/mutants --write -->\n", "<!-- mutants: end -->\n"
COLUMNS = (
    *("mutants of", "date", "tried", "of", "killed", "survived", "no difference", "listed as equivalent"),
    "nothing generated",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"
TRIED = {"spec": "the spec", "code": "the code", "templates": "the templates"}


def write(name: str, outcomes: Iterable[Outcome], whole: int, day: date, file: Path = ROOT / "README.md") -> None:
    """Replace or add the row of a run.

    Args:
        name: of the run.
        outcomes: those of every mutant that was chosen, tried or listed as equivalent.
        whole: how many mutants there are; if fewer were chosen, the row says sample.
        day: when it was run.
        file: the README.

    Raises:
        ValueError: a mutant was not judged, or the marks are missing.
    """
    found = counts(outcomes)
    if found["broken"]:
        raise ValueError(f"{found['broken']} mutants were not judged; there is no score to write")
    text = file.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    table, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{file.name} has no place for the score: {BEGIN.strip()} and {END.strip()}")
    chosen = sum(found.values())
    tried = "all" if chosen == whole else f"a sample of {chosen}"
    killed = f"{found['killed']} ({score(found)})"
    cells = [
        TRIED[name],
        day.isoformat(),
        tried,
        whole,
        killed,
        found["survived"],
        found["unchanged"],
        found["equivalent"],
        found["refused"],
    ]
    rows = {line.split("|")[1].strip(): line for line in table.removeprefix(HEAD).splitlines() if line}
    rows[TRIED[name]] = "| " + " | ".join(map(str, cells)) + " |"
    ordered = "".join(f"{rows[each]}\n" for each in TRIED.values() if each in rows)
    file.write_text(before + begin + HEAD + ordered + end + after, "utf-8")
