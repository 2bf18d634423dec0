"""An index of packages on this machine, as a program: ``index_server.py FOLDER``; it reads the password from its environment.

pypiserver and what it imports warn of their own age, which is not ours to mend, and warnings are errors in tests; so it has a
process of its own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pypiserver


class Quiet(WSGIRequestHandler):
    """A handler that writes no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path, user: str, password: str) -> None:
    """Serve for ever on a free port, the first line that is printed; uploads need the password, downloads none."""
    app = pypiserver.app(
        roots=[folder],
        authenticate=["update"],
        auther=lambda *given: given == (user, password),
        disable_fallback=True,  # what is not here is nowhere
    )
    server = make_server("127.0.0.1", 0, app, handler_class=Quiet)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), os.environ["TWINE_USERNAME"], os.environ["TWINE_PASSWORD"])
