"""The command line of the benchmarks; see README.md beside this file."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import harness

NAMES = ("generation", "importing", "decoding", "calling", "transfers", "concurrency", "serving", "packaging")
DOCUMENT = harness.ROOT / "docs" / "benchmarks.md"


def main() -> int:
    """Run what was named and print a table for each."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench/run", description="Benchmarks, each beside what you would use instead."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones, or all")
    parser.add_argument("--list", action="store_true", help="name them, and do nothing")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller inputs")
    parser.add_argument(
        "--size", type=int, metavar="MIB", help="size of the transferred file (default: 1024; quick: 128)"
    )
    parser.add_argument("--write", action="store_true", help="also write the tables to docs/benchmarks.md")
    options = parser.parse_args()
    modules = {name: importlib.import_module(name) for name in NAMES}
    if options.list or not options.names:
        for name, module in modules.items():
            print(f"{name:12} {(module.__doc__ or '').partition(chr(10))[0]}")
        return 0
    unknown = [name for name in options.names if name not in (*NAMES, "all")]
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(NAMES)}")
    chosen = NAMES if "all" in options.names else [name for name in NAMES if name in options.names]
    sections = {}
    for name in chosen:
        with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
            size = options.size or (128 if options.quick else 1024)
            rows = modules[name].run(harness.Settings(Path(scratch), options.quick, size))
        sections[name] = f"## {name}\n\n{modules[name].__doc__.strip()}\n\n{harness.table(rows)}\n"
        print(sections[name], flush=True)
    if options.write:
        write(sections, quick=options.quick)
        print(f"Written to {DOCUMENT.relative_to(harness.ROOT)}.")
    return 0


def write(sections: dict[str, str], *, quick: bool) -> None:
    """Put the tables into the document; those of other benchmarks stay."""
    stamp = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores{', --quick' if quick else ''}"
    kept = {}
    if DOCUMENT.exists():
        for part in DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:]:
            kept[part.partition("\n")[0].strip()] = "## " + part.strip() + "\n"
    kept |= {name: f"{text.rstrip()}\n\n{stamp}.\n" for name, text in sections.items()}
    head = (
        "# Benchmarks\n\n"
        "Written by `scripts/bench/run --write`; what each line means is told in [scripts/bench](../scripts/bench/README.md).\n"
        "A figure is the median of the ratios of interleaved rounds, with the least and greatest of them.\n"
    )
    ordered = [kept[name] for name in NAMES if name in kept]
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text("\n".join([head, *ordered]), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
