"""Long lists on the sandbox's own pages, a hundred rows at a time."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from starlette.requests import Request

from securedsigning_sandbox.context import State

SHOWN = 100
"""Rows of a page."""

_LAST = 10_000


@dataclass(frozen=True)
class Listing:
    """A part of a list.

    Attributes:
        rows: the rows.
        newer, older: the addresses of the parts before and after it; None where there is none.
    """

    rows: list[sqlite3.Row]
    newer: str | None
    older: str | None


def listed(request: Request, state: State, sql: str, *values: object) -> Listing:
    """The part of a list that an address asks for by ``page``, from 1; what is no number is the first.

    Args:
        request: the request.
        state: the sandbox.
        sql: selects the whole list, newest first.
        values: for the query's marks.
    """
    text = request.query_params.get("page", "")
    page = min(int(text), _LAST) if text.isascii() and text.isdecimal() and len(text) < 10 and int(text) else 1
    rows = state.store.all(f"{sql} LIMIT ? OFFSET ?", *values, SHOWN + 1, (page - 1) * SHOWN)

    def address(number: int) -> str:
        return f"{request.url.path}?{request.url.include_query_params(page=number).query}"

    return Listing(
        rows[:SHOWN], address(page - 1) if page > 1 else None, address(page + 1) if len(rows) > SHOWN else None
    )
