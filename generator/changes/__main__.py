"""The command line: ``scripts/diff [OLD] [NEW]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from generator import pipeline
from generator.changes import Change, Kind, SourceError, changes, read
from generator.changes.migration import as_migration
from generator.changes.sources import last_release, released_version
from generator.changes.versions import version_after
from generator.changes.writing import write
from generator.findings import SpecError

_COLOURS = {Kind.BREAKING: "bold red", Kind.FEATURE: "bold green", Kind.FIX: "bold yellow", Kind.DOCS: "bold blue"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare two specs.

    Returns:
        0; with ``--exit-code`` 1 if something breaks callers; 2 if a spec cannot be read.
    """
    parser = argparse.ArgumentParser(prog="diff", description="What an edit of the spec changes for users of the SDK.")
    parser.add_argument("old", nargs="?", help="folder, file or git revision (default: the last tag v*, or HEAD)")
    parser.add_argument("new", nargs="?", default=str(pipeline.ROOT / "spec"), help="likewise (default: spec/)")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 if a change is breaking")
    parser.add_argument("--version", action="store_true", help="print only the version that the changes make")
    parser.add_argument("--write", action="store_true", help="write the entry of CHANGELOG.md and docs/migrations/")
    options = parser.parse_args(arguments)
    source = options.old or last_release()
    try:
        old, new = read(source), read(options.new)
    except (SourceError, SpecError) as error:
        print(error, file=sys.stderr)
        return 2
    if new.findings and options.write:
        print(SpecError(new.findings), file=sys.stderr)
        return 2
    for side in (old, new):
        if side.findings:
            print(f"{side.name} has findings; nothing could be generated from it:", file=sys.stderr)
            print(
                *(f"  {each.place}  {each.problem} [{each.rule}]" for each in side.findings), sep="\n", file=sys.stderr
            )
    found = changes(old, new)
    declared = pipeline.distribution().version
    current = released_version(source, declared)
    version = version_after(current, declared, found)
    if options.write:
        for path in write(found, as_migration(found, old, new, version), version, pipeline.ROOT):
            print(f"Wrote {path.relative_to(pipeline.ROOT)}.", file=sys.stderr)
    if options.version:
        print(version)
    elif options.format == "json":
        print(json.dumps({"current": current, "next": version, "changes": [asdict(each) for each in found]}, indent=1))
    elif options.format == "markdown":
        print(as_markdown(found, current, version))
    else:
        _print(found, current, version)
    return int(options.exit_code and any(each.kind is Kind.BREAKING for each in found))


def as_markdown(found: Sequence[Change], current: str, version: str) -> str:
    """The changes as a Markdown text, one section for each kind."""
    lines = [f"# {current} → {version}"]
    for kind in Kind:
        listed = [each for each in found if each.kind is kind]
        lines += ["", f"## {kind.capitalize()}", ""] if listed else []
        for each in listed:
            lines.append(f"- {each.text} {each.why} ({each.place})")
            if each.old or each.new:
                code = [*(f"- {line}" for line in [each.old] if line), *(f"+ {line}" for line in [each.new] if line)]
                lines += ["", "  ```diff", *(f"  {line}" for line in code), "  ```"]
    return "\n".join(lines if found else ["Nothing changed."])


def _print(found: Sequence[Change], current: str, version: str) -> None:
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())

    def line(text: str, style: str, indent: int = 2) -> None:
        if console.is_terminal:
            console.print(Padding(Text(text, style=style), (0, 0, 0, indent), expand=False))
        else:
            console.print(" " * indent + text, markup=False)

    for each in found:
        console.print(Text.assemble((each.kind, _COLOURS[each.kind]), f"  {each.text}"))
        line(f"{each.place}  {each.why}", "dim")
        if each.old:
            line(f"- {each.old}", "red")
        if each.new:
            line(f"+ {each.new}", "green")
    counts = Counter(each.kind for each in found)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in Kind if counts[kind]) or "Nothing changed"
    console.print(Text(f"{told}; version {current} -> {version}."))


if __name__ == "__main__":
    sys.exit(main())
