from __future__ import annotations
import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from securedsigning import __version__
from securedsigning.verifying import LOCK, Difference, Lock, LockError, compare, read_lock

def main(arguments: Sequence[str] | None=None) -> int:
    ...
