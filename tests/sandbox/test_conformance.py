"""The whole spec against the sandbox: whatever is sent, the answer is one that the spec describes, and never a 500.

schemathesis draws the requests from the spec, right ones and wrong ones; they are signed here. ``CONFORMANCE_CASES`` sets how many
are drawn for each operation; ``scripts/conformance`` draws tens of thousands in all.
"""

from __future__ import annotations

import json
import os
import random
from functools import cache
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from securedsigning_sandbox.spec import spec_file
from world import World

CASES = int(os.environ.get("CONFORMANCE_CASES", "10"))
_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def _api() -> dict[str, Any]:
    """The bundled spec without the OAuth endpoints, which have a server of their own.

    Where a JSON file is downloaded its schema is that of the bytes; schemathesis would hold it against what stands in the file.
    """
    document: dict[str, Any] = json.loads(spec_file().read_text(encoding="utf-8"))
    document["paths"] = {path: item for path, item in document["paths"].items() if "servers" not in item}
    for operation in (operation for item in document["paths"].values() for operation in item.values()):
        for response in operation.get("responses", {}).values():
            content = response.get("content", {}).get("application/json", {})
            if content.get("schema") == {"type": "string", "format": "binary"}:
                del content["schema"]
    document["servers"] = [{"url": "/web/v1.4"}]
    return document


@cache
def _world() -> World:
    """One for all cases of a process: what earlier ones did to it is part of the test."""
    return World()


schema = schemathesis.openapi.from_dict(_api())


@schema.parametrize()
@settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
def test_conformance(case: schemathesis.Case) -> None:
    """No answer that the spec does not describe."""
    world = _world()
    choice = random.Random(f"{case.path_parameters}{case.query}{case.body}")
    case.path_parameters = world.fit(case.path_parameters, choice)
    case.query = world.fit(case.query, choice)
    case.body = world.fit(case.body, choice)
    case.headers = {}
    response = case.call(app=world.caller.sandbox.app, headers=world.caller.headers())
    case.validate_response(response, checks=_CHECKS)
