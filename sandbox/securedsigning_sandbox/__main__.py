"""The command ``securedsigning-sandbox``."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from securedsigning_sandbox.command_line import read

_BESIDE_LOOPBACK = """\
Other machines can reach {host}. What they send is not protected, and the SDK refuses http:// to any but its own machine.
"""


class _CannotStartError(Exception):
    """What is in the way, and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Start a sandbox and serve until interrupted.

    Args:
        arguments: the words of the command line; those of the process if left out.

    Returns:
        Exit status; 1 if it could not start.
    """
    options, settings = read(arguments)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    from securedsigning_sandbox.greeting import screen
    from securedsigning_sandbox.sandbox import behind, warm_up
    from securedsigning_sandbox.server import Server

    try:
        with ExitStack() as stack:
            address = f"{options.host}:{options.port}"
            with _needed(address, "Choose another --port, 0 for any that is free, or another --host."):
                server = Server(options.host, options.port)
            with _needed(options.database, "Name another file after --data, or leave it out to keep all in memory."):
                sandbox = stack.enter_context(behind(server, settings))
            if options.ready_file:
                with _needed(
                    options.ready_file, "Name a file after --ready-file whose folder exists and can be written to."
                ):
                    _write_ready(options.ready_file, sandbox.ready)
            if not _is_loopback(options.host):
                print(_BESIDE_LOOPBACK.format(host=options.host), file=sys.stderr)
            print(screen(sandbox), end="", flush=True)
            warm_up()
            stop.wait()
    except _CannotStartError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


@contextmanager
def _needed(what: object, remedy: str) -> Iterator[None]:
    """Say what could not be used, why, and what to do, where the block fails for a reason that lies outside of us."""
    try:
        yield
    except (OSError, sqlite3.Error, ValueError) as error:
        reason = f"{what}: {error}"
        if isinstance(error, OSError):
            reason = f"{what}: {error.strerror}"
        elif isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            reason = f"{what}: another program is using it"
        elif type(error) is ValueError:  # our own, which says what it is about
            reason = str(error)
        raise _CannotStartError(f"The sandbox cannot start. {reason.rstrip('.')}.\n{remedy}") from error


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


def _write_ready(path: Path, facts: dict[str, str]) -> None:
    """Tell a waiting program; the file appears whole, and only its owner can read it."""
    descriptor, temporary = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(facts, file)
        os.replace(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise


if __name__ == "__main__":
    sys.exit(main())
