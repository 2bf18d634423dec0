"""The command line: ``python -m generator generate | check | validate``."""

from __future__ import annotations

import argparse
import gc
import sys
from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.findings import SpecError


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 if all is well, 1 if the spec has findings or the output has drifted.
    """
    parser = argparse.ArgumentParser(prog="generate", description="Makes the Python SDK from the spec.")
    parser.add_argument(
        "command",
        choices=("generate", "check", "validate"),
        help="write the output; compare it with what is there; only look for findings in the spec",
    )
    parser.add_argument("--spec", type=Path, help="the root file (default: spec/openapi.yaml)")
    parser.add_argument("--output", type=Path, help="the folder that is written or compared (default: generated)")
    options = parser.parse_args(arguments)
    layout = pipeline.Layout()
    if options.spec:
        layout = replace(layout, spec=options.spec)
    if options.output:
        layout = replace(layout, output=options.output)
    try:
        return _run(options.command, layout)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1


def _run(command: str, layout: pipeline.Layout) -> int:
    if command == "validate":
        pipeline.validate(layout)
        print("The spec is sound.")
        return 0
    if command == "check":
        drift = pipeline.check(layout)
        if drift:
            print(f"{layout.output} is not what the spec and templates make:\n{drift}", file=sys.stderr)
            print("Run scripts/generate and commit the result.", file=sys.stderr)
            return 1
        print(f"{layout.output.name}/ is up to date.")
        return 0
    drift = pipeline.generate(layout)
    print(f"{layout.output.name}/ was up to date." if not drift else f"Wrote {layout.output.name}/:\n{drift}")
    return 0


if __name__ == "__main__":
    # Nearly everything a run makes lives to its end; looking for garbage again and again would double its time.
    gc.disable()
    sys.exit(main())
