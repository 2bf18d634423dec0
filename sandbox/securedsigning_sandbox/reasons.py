"""The reason of a refusal, on its way to the HTTP status line, where services built on ServiceStack put it.

ASGI has no place for it, so it travels in a header as far as the server, which takes it off and writes the status line with
it (``protocol``). Who calls the application in-process sees the header.
"""

from __future__ import annotations

HEADER = "X-Sandbox-Reason"
_LONGEST = 300


def reason_header(message: str) -> dict[str, str]:
    """The header for a reason; what a status line cannot carry is replaced."""
    plain = "".join(letter if " " <= letter <= "~" else " " if letter.isspace() else "?" for letter in message)
    return {HEADER: plain.strip()[:_LONGEST].strip()}
