"""Values by schema: a full one, a minimal one, and what hypothesis draws."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from contract import spec

_INTEGERS = {"int64": (-(2**63), 2**63 - 1)}
_LABELS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
_DAYS = st.dates(min_value=date(1971, 1, 2), max_value=date(9999, 12, 30)).map(str)
_ZONES = st.sampled_from(["Z", "+13:00", "-11:30", ".5Z"])

FORMATS = {
    "email": st.builds("{}.{}@{}.example.com".format, _LABELS, _LABELS, _LABELS),
    "uri": st.builds("https://{}.example.com/{}?q={}#top".format, _LABELS, _LABELS, _LABELS),
    "date": _DAYS,
    "date-time": st.builds("{}T{:02}:{:02}:59{}".format, _DAYS, st.integers(0, 23), st.integers(0, 59), _ZONES),
    "base64": st.binary(max_size=12).map(lambda data: b64encode(data).decode()),
}
"""What is drawn for a format. Dates are past the client's clock."""

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
"""Any text that JSON and UTF-8 can hold."""


def values(schema: Any) -> st.SearchStrategy[Any]:
    """Values that fit a schema, with its declared members only, the optional ones there or not."""
    return _values(json.dumps(schema, sort_keys=True))


@cache
def _values(text: str) -> st.SearchStrategy[Any]:
    schema = json.loads(text)
    node = spec.resolve(schema)
    if spec.is_object(schema):
        required = spec.required(schema)
        members = {name: values(member) for name, member in spec.properties(schema).items()}
        drawn = st.fixed_dictionaries(
            {name: member for name, member in members.items() if name in required},
            optional={name: member for name, member in members.items() if name not in required},
        )
        # Only ``if`` and ``then`` can still be missed; without them nothing is filtered.
        conditional = any("if" in part for part in node.get("allOf", ()))
        return drawn.filter(lambda value: not spec.faults(schema, value)) if conditional else drawn
    if "anyOf" in node and "type" not in node:
        return st.one_of([values(option) for option in node["anyOf"]])
    if "enum" in node:
        return st.sampled_from(node["enum"])
    kind = node["type"]
    if isinstance(kind, list):
        return st.one_of([values({**node, "type": each}) for each in kind])
    if kind == "string" and "pattern" in node:
        assert node["pattern"] == r"^\d+$", "draw texts of this pattern too"
        return st.integers(0, 10**9).map(str)
    if kind == "string":
        formats = [each.get("format") for each in (node, *node.get("anyOf", ()))] + [node.get("contentEncoding")]
        known = [FORMATS[each] for each in formats if each in FORMATS]
        return st.one_of(known) if known else TEXT
    if kind == "array":
        return st.lists(values(node["items"]), max_size=3)
    if kind == "object":
        return st.dictionaries(TEXT, values(node["additionalProperties"]), max_size=3)
    if kind == "integer":
        return st.integers(*_INTEGERS.get(node.get("format"), (-(2**31), 2**31 - 1)))
    return {
        "boolean": st.booleans(),
        "number": st.floats(allow_nan=False, allow_infinity=False),
        "null": st.none(),
    }[kind]


_SAMPLES = {
    "email": "ana.tui@example.com",
    "uri": "https://www.example.com/a?b=c",
    "date-time": "2031-03-31T10:59:59Z",
    "date": "2031-03-31",
    "base64": "YQ==",
}


def full(schema: Any, name: str = "text") -> Any:
    """A value that has every member at every depth; each text tells which member it is of."""
    node = spec.resolve(schema)
    if spec.is_object(schema):
        return {member: full(kind, member) for member, kind in spec.properties(schema).items()}
    if "anyOf" in node and "type" not in node:
        return full(node["anyOf"][0], name)
    if "enum" in node:
        return node["enum"][-1]
    kind = node["type"] if isinstance(node["type"], str) else node["type"][0]
    if kind == "array":
        return [full(node["items"], name), full(node["items"], name)]
    if kind == "object":
        return {"key": full(node["additionalProperties"], name)}
    if kind == "string":
        if "pattern" in node:
            return "7"
        formats = [each.get("format") for each in [node, *node.get("anyOf", ())]] + [node.get("contentEncoding")]
        return next((_SAMPLES[each] for each in formats if each in _SAMPLES), f"the {name}")
    return {"boolean": True, "integer": 7, "number": 2.5}[kind]


def minimal(schema: Any) -> Any:
    """As ``full``, with nothing that may be left out."""
    node = spec.resolve(schema)
    if spec.is_object(schema):
        members = spec.properties(schema)
        return {name: minimal(members[name]) for name in members if name in spec.required(schema)}
    if node.get("type") == "array":
        return []
    return full(schema)


Change = Callable[[Any, Any], Any]


def rewrite(schema: Any, value: Any, change: Change) -> Any:
    """A value with ``change(schema, part)`` for each of its parts, the inner ones first."""
    node = spec.resolve(schema)
    for option in node.get("anyOf", ()) if "type" not in node else ():
        if spec.resolve(option).get("type") != "null":
            return rewrite(option, value, change)
    if isinstance(value, list):
        value = [rewrite(node["items"], item, change) for item in value]
    elif isinstance(value, dict) and spec.is_object(schema):
        members = spec.properties(schema)
        value = {name: rewrite(members[name], item, change) for name, item in value.items()}
    return change(node, value)
