"""An index of packages on this machine: pypiserver, which takes what twine uploads."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.steps import run

LOGIN = {"TWINE_USERNAME": "releaser", "TWINE_PASSWORD": "only on this machine"}


@dataclass(frozen=True)
class PackageIndex:
    """A running index.

    Attributes:
        address: where twine uploads to.
    """

    address: str

    @property
    def simple(self) -> str:
        """What pip takes as its index."""
        return f"{self.address}/simple/"

    def upload(self, files: Iterable[Path]) -> None:
        """Upload wheels and sdists.

        Raises:
            StepFailedError: the index refused one.
        """
        options = ["--non-interactive", "--disable-progress-bar", "--repository-url", self.address]
        command = [sys.executable, "-m", "twine", "upload", *options, *map(str, files)]
        run(command, environment={**LOGIN, "NO_PROXY": "127.0.0.1"})


@contextmanager
def package_index(folder: Path) -> Iterator[PackageIndex]:
    """An index on a free port, stopped at the end of the block.

    Args:
        folder: where it keeps what is uploaded.
    """
    folder.mkdir()
    command = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("index_server.py")), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **LOGIN}) as server:
        try:
            assert server.stdout is not None
            yield PackageIndex(f"http://127.0.0.1:{int(server.stdout.readline())}")
        finally:
            server.terminate()
