"""Answers against the spec, judged by jsonschema; the sandbox itself has no need of that."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from securedsigning_sandbox.spec import load_spec


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """A validator for a schema of the bundled spec, made once."""
    return _made(json.dumps(schema, sort_keys=True))


@cache
def _made(schema: str) -> Draft202012Validator:
    whole = {**json.loads(schema), "components": load_spec().document["components"]}
    return Draft202012Validator(whole, format_checker=FormatChecker(formats=()))
