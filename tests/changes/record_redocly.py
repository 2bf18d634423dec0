"""What ``redocly diff`` says of the cases and of the mutants, written to ``redocly.yaml``: ``scripts/verdicts [--all]``.

Redocly's CLI compares two specs by its rules and rates each change major, minor or patch. It comes from npm's registry and
takes a second for each case, so its verdicts are recorded.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from edit_cases import cases
from mutant_cases import write_named

VERSION = "2.77.0"
RECORD = Path(__file__).parent / "redocly.yaml"
IMPACTS = ("major", "minor", "patch")


def main(arguments: list[str]) -> int:
    """Record what is missing, or with ``--all`` every verdict."""
    known = {} if arguments == ["--all"] else yaml.safe_load(RECORD.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as pool:
        pairs = list(_pairs(Path(scratch)))
        asked = [pair for pair in pairs if pair[0] not in known]
        known |= dict(zip((name for name, _, _ in asked), pool.map(_verdict, asked), strict=True))
    found = {name: known[name] for name, _, _ in pairs}
    head = f"# What @redocly/cli {VERSION} says, and by which of its rules. Written by scripts/verdicts.\n"
    RECORD.write_text(head + yaml.safe_dump(found, sort_keys=False, width=1000, allow_unicode=True), encoding="utf-8")
    print(f"Asked {len(asked)} times; {RECORD.name} holds {len(found)} verdicts.")
    return 0


def _pairs(scratch: Path) -> Iterator[tuple[str, Path, Path]]:
    for number, case in enumerate(cases()):
        old, new = case.write(scratch / str(number))
        yield case.name, old / "openapi.yaml", new / "openapi.yaml"
    yield from write_named(scratch)


def _verdict(pair: tuple[str, Path, Path]) -> str:
    """As ``major: path-removed``, ``patch`` or ``none``."""
    name, old, new = pair
    command = ["npx", "--yes", f"@redocly/cli@{VERSION}", "diff", str(old), str(new), "--format=json", "--fail-on=none"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if not result.stdout.startswith("{"):
        raise SystemExit(f"{name}: redocly gave no verdict:\n{result.stderr[-1000:]}")
    report = json.loads(result.stdout)
    impact = next((each for each in IMPACTS if report["summary"][each]), "none")
    rules = {
        verdict["ruleId"]
        for change in report["changes"]
        for verdict in change.get("verdicts", ())
        if verdict["impact"] == impact
    }
    return f"{impact}: {' '.join(sorted(rules))}" if rules else impact


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
