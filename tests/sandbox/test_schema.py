"""What the sandbox looks up is found by an index, however much it remembers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

SCHEMA = Path(__file__).parents[2] / "sandbox" / "securedsigning_sandbox" / "schema.sql"
ASKED_FOR = [
    ("attachments", "account"),
    ("email_templates", "account"),
    ("filler_templates", "account"),
    ("given_attachments", "content"),
    ("recipients", "account"),
    ("workflows", "account"),
]
"""Columns by which calls look for rows, besides those that name rows of other tables."""


def _references() -> Iterator[tuple[str, str]]:
    """Each table with each column that names rows of another one: SQLite looks there when one of those goes."""
    with closing(_made()) as database:
        for (table,) in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ):
            yield from ((table, key[3]) for key in database.execute(f"PRAGMA foreign_key_list({table})"))


def _made() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA.read_text(encoding="utf-8"))
    return database


@pytest.mark.parametrize(("table", "column"), [*_references(), *ASKED_FOR])
def test_rows_are_found_by_an_index(table: str, column: str) -> None:
    """Otherwise a look at one document costs as much as there are documents, and a reset the square of that."""
    with closing(_made()) as database:
        (plan,) = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = ?", ("1",)).fetchall()
    assert plan[3].startswith(f"SEARCH {table} USING ")
