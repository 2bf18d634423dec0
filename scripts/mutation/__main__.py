"""``scripts/mutants``."""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from mutation import equivalents, publishing, report
from mutation.forking import Outcome, attending
from mutation.record import FOLDER, Record
from mutation.runs import RUNS


def main() -> int:
    """Run what the arguments say; the exit status is 1 if a mutant survived, or if one was not judged."""
    parser = argparse.ArgumentParser(
        prog="scripts/mutants",
        description="Changes spec, code or templates one small step at a time, and asks whether a test fails.",
    )
    parser.add_argument("what", choices=[*RUNS, "all"])
    parser.add_argument("--sample", type=int, metavar="N", help="only N mutants, drawn by the seed")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="for --sample; 1 if left out")
    parser.add_argument(
        "--only", default="*", metavar="PATTERN", help="only mutants whose id fits, as 'property-* *Signer*'"
    )
    parser.add_argument("--listed", action="store_true", help="those listed as equivalent, to see that none is killed")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="mutants at a time; 2 if left out")
    parser.add_argument(
        "--resume", action="store_true", help="go on where the last run ended; survivors again after an edit"
    )
    parser.add_argument(
        "--state", type=Path, default=FOLDER, metavar="FOLDER", help="where outcomes are kept; .mutants"
    )
    parser.add_argument("--write", action="store_true", help="write the score into README.md")
    arguments = parser.parse_args()
    survived = False
    for name in RUNS if arguments.what == "all" else [arguments.what]:
        outcomes, whole = run(name, arguments)
        print(f"\n{report.text(outcomes)}\n", flush=True)
        if arguments.write:
            publishing.write(name, outcomes, whole, date.today())
        survived |= any(each.end in ("survived", "broken") for each in outcomes)
    return int(survived)


def run(name: str, arguments: argparse.Namespace) -> tuple[list[Outcome], int]:
    """Try the mutants that were asked for; returns an outcome for each of them, and how many mutants there are."""
    what = RUNS[name]()
    mutants = [each for each in what.mutants if fnmatchcase(each.id, arguments.only)]
    if arguments.listed:
        mutants = [each for each in mutants if equivalents.entry(each.id)]
    if arguments.sample is not None:
        mutants = random.Random(arguments.seed).sample(mutants, min(arguments.sample, len(mutants)))
    equivalent = [] if arguments.listed else [each for each in mutants if equivalents.entry(each.id)]
    skipped = [Outcome(each.id, "equivalent") for each in equivalent]
    left_out = {each.id for each in skipped}
    record = Record(name, resume=arguments.resume, folder=arguments.state)
    waiting = [each for each in mutants if each.id not in left_out and each.id not in record.outcomes]
    done, began = 0, time.monotonic()

    def tell(outcome: Outcome) -> None:
        nonlocal done
        record.add(outcome)
        done += 1
        left = (time.monotonic() - began) / done * (len(waiting) - done)
        if outcome.end in ("survived", "broken"):
            print(f"{outcome.end}  {outcome.id}", file=sys.stderr)
        if done % 50 == 0 or done == len(waiting):
            print(f"{name}: {done} of {len(waiting)}, about {left / 60:.0f} minutes left", file=sys.stderr, flush=True)

    try:
        if waiting:
            attending(what.trials(waiting, arguments.state), tell, jobs=arguments.jobs, patience=what.patience)
    finally:
        record.close()
    chosen = {each.id for each in mutants} - left_out
    return skipped + [each for each in record.outcomes.values() if each.id in chosen], len(what.mutants)


if __name__ == "__main__":
    sys.exit(main())
