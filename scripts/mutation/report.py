"""What a run found, for people: a table by kind, then each survivor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mutation.forking import Outcome

ENDS = ("killed", "survived", "unchanged", "equivalent", "refused", "broken")


def kind(mutant: str) -> str:
    """The first word of an id."""
    return mutant.partition(" ")[0]


def counts(outcomes: Iterable[Outcome]) -> Counter[str]:
    """How many came to each end."""
    return Counter(outcome.end for outcome in outcomes)


def score(found: Counter[str]) -> str:
    """The part that was killed of those that somebody could notice, in per cent, rounded down."""
    tried = found["killed"] + found["survived"]
    return f"{found['killed'] * 1000 // tried / 10:.1f} %" if tried else "-"


def text(outcomes: Iterable[Outcome]) -> str:
    """The whole report."""
    listed = list(outcomes)
    lines = [f"{'kind':34}" + "".join(f"{end:>11}" for end in ENDS)]
    for name in sorted({kind(each.id) for each in listed}):
        found = counts(each for each in listed if kind(each.id) == name)
        lines.append(f"{name:34}" + "".join(f"{found[end] or '':>11}" for end in ENDS))
    total = counts(listed)
    lines += [f"{'together':34}" + "".join(f"{total[end]:>11}" for end in ENDS), f"killed: {score(total)}"]
    broken = sorted(f"{each.id} | {each.reason}" for each in listed if each.end == "broken")
    survivors = sorted(each.id for each in listed if each.end == "survived")
    return "\n".join(
        [*lines, "", "Survivors:", *(survivors or ["none"]), *(["", "Broken:", *broken] if broken else [])]
    )
