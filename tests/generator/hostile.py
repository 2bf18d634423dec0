"""Makes a hostile spec out of the real one: every free text of it holds what could break out of generated code."""

from __future__ import annotations

from typing import Any

PAYLOAD = (
    "\"; __import__('os').system('touch broken') #'''\"\"\"\\\\ \\x00 {7*7} {{ 7*7 }} {% raw %} ${x} %s\r\n"
    "\u2028\u2029\x85\x00\x1b __import__('os').system('touch broken')\n\"\"\"\nraise SystemExit\n'''"
)
"""Quotes of all kinds, backslashes, braces, CR, LF, line separators, NUL, escape, template syntax, Python expressions."""

FREE_TEXT = {"description", "summary", "title"}
"""Members of the spec whose values may be any text."""

LISTS_OF_FREE_TEXT = {"sources", "conflicts", "x-conflicts"}


def poison(value: Any) -> Any:
    """Put the payload into every free text, in place; containers keep their places in the spec's files."""
    if isinstance(value, list):
        for item in value:
            poison(item)
    elif isinstance(value, dict):
        for key in value:
            member = value[key]
            if key in FREE_TEXT and isinstance(member, str):
                value[key] = f"{PAYLOAD}{member}{PAYLOAD}"
            elif key in LISTS_OF_FREE_TEXT:
                value[key] = [f"{text}{PAYLOAD}" for text in member]
            elif key == "notes" and isinstance(member, str):
                value[key] = PAYLOAD
            elif key in {"x-known-values", "enum"} and "PLAIN" not in member and key == "x-known-values":
                member.append(PAYLOAD)
            else:
                poison(member)
    return value
