"""Blocking code from asynchronous code: what is written once under ``_async/`` is emitted a second time under ``_sync/``.

The text is rewritten word by word; strings and comments too, so that docstrings name the right classes. Where the two
worlds really differ (locks, sleeping, threads), both have a hand-written ``primitives.py`` with the same names.
"""

from __future__ import annotations

import re

_RULES = (
    (r"async (def|with|for) ", r"\1 "),
    (r"\bawait ", ""),
    (r"\b_async\b", "_sync"),
    (r"\bAsync(?=[A-Z])", ""),
    (r"\b__aenter__\b", "__enter__"),
    (r"\b__aexit__\b", "__exit__"),
    (r"\b__aiter__\b", "__iter__"),
    (r"\b__anext__\b", "__next__"),
    (r"\bStopAsyncIteration\b", "StopIteration"),
    (r"\baclose\b", "close"),
    (r"\baread\b", "read"),
    (r"\baiter_raw\b", "iter_raw"),
    (r"\basync_auth_flow\b", "sync_auth_flow"),
    (r"\bhandle_async_request\b", "handle_request"),
    (r"\b([Aa])n asynchronous\b", r"\1 blocking"),
    (r"\basynchronous\b", "blocking"),
    (r"\bAwaitable, ", ""),
    (r"\bAwaitable\[([^\[\]]+)\]", r"\1"),
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _RULES)


def blocking_text(text: str) -> str:
    """The blocking twin of an asynchronous module's text.

    Args:
        text: Python source written with ``async`` and ``await``.

    Returns:
        The same source without them, class names without ``Async``, imports from ``_sync``.
    """
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    return text
