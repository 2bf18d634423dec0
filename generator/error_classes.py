"""Which error class each status raises, read from the runtime: the table stands there and nowhere else."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ERRORS = Path(__file__).parents[1] / "templates" / "python" / "runtime" / "errors.py"


@cache
def error_classes() -> dict[int, str]:
    """Class names by status, from ``STATUS_ERRORS`` of ``templates/python/runtime/errors.py``."""
    for node in ast.parse(ERRORS.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "STATUS_ERRORS":
            assert isinstance(node.value, ast.Dict)
            return {
                ast.literal_eval(status): ast.unparse(name)
                for status, name in zip(node.value.keys, node.value.values, strict=True)
                if status is not None
            }
    raise LookupError(f"{ERRORS.name} has no STATUS_ERRORS")
