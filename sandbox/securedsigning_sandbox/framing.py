"""Who may show a page of the sandbox in a frame: the origins of the access URLs that are registered for API keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from urllib.parse import urlsplit

from securedsigning_sandbox.context import State


def frame_ancestors(state: State, account: str) -> str:
    """The sources of ``frame-ancestors`` for pages about an account's documents: the sandbox itself, and the applications of
    the account, which are those whose key it owns or that hold a token for it.

    Args:
        state: the sandbox.
        account: the account's reference.
    """
    rows = state.store.all(
        "SELECT access_url FROM api_keys WHERE account = ? OR api_key IN (SELECT api_key FROM tokens WHERE account = ?)",
        account,
        account,
    )
    return _sources(rows)


def frame_ancestors_of_any(state: State) -> str:
    """The same for a page that is nobody's, such as that of an unknown link: any application may see that there is nothing."""
    return _sources(state.store.all("SELECT access_url FROM api_keys"))


def _sources(rows: Iterable[sqlite3.Row]) -> str:
    found = (urlsplit(row["access_url"]) for row in rows)
    origins = {f"{parts.scheme}://{parts.netloc}" for parts in found if parts.scheme in {"http", "https"}}
    return " ".join(["'self'", *sorted(origin for origin in origins if not set(origin) & set(" ;,'\""))])
