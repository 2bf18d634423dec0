from __future__ import annotations
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast
LOCK = 'sdk.lock'

class LockError(Exception):
    pass

@dataclass(frozen=True)
class Lock:
    digest: str
    inputs: dict[str, str]
    tools: dict[str, str]
    files: dict[str, str]

@dataclass(frozen=True)
class Difference:
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    def __len__(self) -> int:
        ...

def read_lock(path: Path) -> Lock:
    ...

def compare(folder: Path, lock: Lock) -> Difference:
    ...

def digest(data: bytes) -> str:
    ...
