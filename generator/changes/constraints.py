"""What the service takes beyond the type of a value: whether an edit takes more, less or something else."""

from __future__ import annotations

import json

from generator.changes.walking import Edit

UPPER = {"maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"}
LOWER = {"minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"}
OTHER = {"pattern", "multipleOf", "uniqueItems", "contentEncoding", "additionalProperties", "const"}
WORDS = UPPER | LOWER | OTHER


def constraint_rule(edit: Edit) -> str:
    """The rule for an edit of one of ``WORDS`` in something that is sent."""
    if edit.word in OTHER:
        return "constraint-changed" if edit.now is not None else "constraint-loosened"
    if edit.before is None or edit.now is None:
        return "constraint-tightened" if edit.before is None else "constraint-loosened"
    return "constraint-tightened" if (edit.now < edit.before) == (edit.word in UPPER) else "constraint-loosened"


def options_rule(edit: Edit) -> str:
    """The rule for an edit of ``anyOf`` or ``oneOf``; empty if only a type or null came or went, which the types tell."""
    lists = (value if isinstance(value, list) else [] for value in (edit.before, edit.now))
    before, now = ({json.dumps(item, sort_keys=True) for item in items if item != {"type": "null"}} for items in lists)
    if before == now or _are_one_type(before | now):
        return ""
    if not before or now and now < before:
        return "constraint-tightened"
    return "constraint-loosened" if not now or before < now else "constraint-changed"


def _are_one_type(options: set[str]) -> bool:
    return len(options) == 1 and all(json.loads(each).keys() <= {"type", "$ref"} for each in options)
