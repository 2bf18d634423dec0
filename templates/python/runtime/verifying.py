"""What made an installed package, and whether each of its files is still what was made: standard library only.

The lock beside this module names the inputs and every file by its SHA-256. Whoever can change a file can change the lock
too; so the lock's own hash is shown, and another copy of it, from a place one trusts, can judge instead.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

LOCK = "sdk.lock"
_PREFIX = "python/securedsigning/"
"""Below which the lock lists what is installed; the rest of what was made stays in the repository."""


class LockError(Exception):
    """There is no lock, or it cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class Lock:
    """What made the package.

    Attributes:
        digest: SHA-256 of the lock itself.
        inputs: hashes of spec, generator and templates.
        tools: versions of what the generator works with.
        files: SHA-256 of each file of the package, by path below its folder.
    """

    digest: str
    inputs: dict[str, str]
    tools: dict[str, str]
    files: dict[str, str]


@dataclass(frozen=True)
class Difference:
    """How a folder differs from a lock; paths below the folder, sorted."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.changed) + len(self.missing) + len(self.surplus)


def read_lock(path: Path) -> Lock:
    """Read a lock.

    Raises:
        LockError: there is none, or the file is something else.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LockError(f"{path} cannot be read ({error.strerror}). Install the package again.") from None
    try:
        read = json.loads(data)
        inputs, tools, files = (_texts(read[name]) for name in ("inputs", "tools", "files"))
    except (ValueError, KeyError, TypeError):
        raise LockError(f"{path} is not a lock as the generator writes it. Install the package again.") from None
    installed = {name.removeprefix(_PREFIX): value for name, value in files.items() if name.startswith(_PREFIX)}
    return Lock(digest(data), inputs, tools, installed)


def compare(folder: Path, lock: Lock) -> Difference:
    """Compare a package's folder with a lock; byte code that Python caches beside the sources is left out.

    Raises:
        OSError: a file cannot be read.
    """
    there = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir()) and not _cached(path)
    }
    there.pop(LOCK, None)
    return Difference(
        changed=tuple(
            name
            for name in sorted(lock.files.keys() & there.keys())
            if not there[name].is_file() or digest(there[name].read_bytes()) != lock.files[name]
        ),
        missing=tuple(sorted(lock.files.keys() - there.keys())),
        surplus=tuple(sorted(there.keys() - lock.files.keys())),
    )


def digest(data: bytes) -> str:
    """SHA-256 as the lock writes it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _cached(path: Path) -> bool:
    return path.suffix == ".pyc" and path.parent.name == "__pycache__"


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    texts = cast("dict[str, object]", value)
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError
    return cast("dict[str, str]", texts)
