"""Blocking code from asynchronous code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.pipeline import ROOT
from generator.synchronous import blocking_text

SYNC = sorted((ROOT / "generated" / "python" / "securedsigning" / "_sync").rglob("*.py"))


@pytest.mark.parametrize("path", SYNC, ids=lambda path: path.name)
def test_nothing_asynchronous_is_left(path: Path) -> None:
    """No module below ``_sync`` awaits, defines coroutines or imports from ``_async``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not isinstance(node, (ast.Await, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith))
        if isinstance(node, ast.ImportFrom):
            assert "_async" not in (node.module or "")


def test_words_are_rewritten_whole() -> None:
    """Only whole words change: names that merely contain one stay."""
    text = "async def send(self) -> AsyncClient:\n    await self.aclose()\n    asynchronously = awaiting\n"
    assert blocking_text(text) == "def send(self) -> Client:\n    self.close()\n    asynchronously = awaiting\n"
    assert blocking_text("An asynchronous client, an asynchronous call") == "A blocking client, a blocking call"
