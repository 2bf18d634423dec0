# Copied from templates/python/runtime/__main__.py; edit it there.
"""The command line: ``securedsigning verify``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from securedsigning import __version__
from securedsigning.verifying import LOCK, Difference, Lock, LockError, compare, read_lock

_PACKAGE = Path(__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 if every file is what was made, 1 if one is not, 2 if that cannot be told.
    """
    parser = argparse.ArgumentParser(prog="securedsigning", description="The Secured Signing SDK on the command line.")
    parser.add_argument("--version", action="version", version=f"securedsigning {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser(
        "verify",
        help="tell what made this package, and compare every file with it",
        description="Tells which spec, generator and templates made this package, and compares every file with its lock.",
    )
    verify.add_argument(
        "--lock",
        type=Path,
        default=_PACKAGE / LOCK,
        help=f"a {LOCK} from a place you trust, such as a checkout of the release (default: the one in the package)",
    )
    options = parser.parse_args(arguments)
    try:
        lock = read_lock(options.lock)
        difference = compare(_PACKAGE, lock)
    except (LockError, OSError) as error:
        print(f"securedsigning: {error}", file=sys.stderr)
        return 2
    print("\n".join(_report(lock, difference)))
    return 1 if difference else 0


def _report(lock: Lock, difference: Difference) -> list[str]:
    rows = {
        **lock.inputs,
        "lock": lock.digest,
        "tools": ", ".join(f"{name} {text}" for name, text in lock.tools.items()),
    }
    lines = [f"securedsigning {__version__} in {_shown(_PACKAGE.as_posix())}"]
    lines += [f"  {name:<9}  {text}" for name, text in rows.items()]
    for what in ("changed", "missing", "surplus"):
        lines += [f"  {what:<9}  {_shown(name)}" for name in getattr(difference, what)]
    compared = f"{len(lock.files)} files compared"
    if difference:
        again = f"pip install --force-reinstall --no-deps securedsigning=={__version__}"
        return [*lines, f"{compared}: {len(difference)} differ from what was made. To have them anew: {again}"]
    return [*lines, f"{compared}: all are what was made."]


def _shown(path: str) -> str:
    """Any file name, even one that no terminal could print."""
    return path.encode("unicode_escape").decode("ascii")


if __name__ == "__main__":
    sys.exit(main())
