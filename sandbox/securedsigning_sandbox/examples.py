"""Answers of operations whose behaviour is not written yet: the spec's example, or the smallest value it allows."""

from __future__ import annotations

from typing import Any

from starlette.responses import JSONResponse, Response

from securedsigning_sandbox.spec import Operation, Spec


def example_answer(operation: Operation, spec: Spec) -> Response:
    """A valid success answer, marked with ``X-Sandbox-Behaviour: example``."""
    headers = {"X-Sandbox-Behaviour": "example"}
    for status, response in operation.raw["responses"].items():
        if not status.startswith("2"):
            continue
        content = spec.resolve(response).get("content", {})
        if "application/json" in content and content["application/json"]["schema"].get("format") != "binary":
            media = content["application/json"]
            value = (
                _given(media, spec) if "example" in media or "examples" in media else _smallest(media["schema"], spec)
            )
            return JSONResponse(value, status_code=int(status), headers=headers)
        if content:
            return Response(b"", status_code=int(status), media_type=next(iter(content)), headers=headers)
        return Response(status_code=204 if "204" in operation.raw["responses"] else int(status), headers=headers)
    raise LookupError(f"{operation.id} documents no success")


def _given(media: dict[str, Any], spec: Spec) -> Any:
    """The spec's own example, the first of several."""
    if "example" in media:
        return media["example"]
    return spec.resolve(next(iter(media["examples"].values())))["value"]


def _smallest(schema: dict[str, Any], spec: Spec) -> Any:
    schema = spec.resolve(schema)
    if "enum" in schema:
        return schema["enum"][0]
    for alternative in schema.get("anyOf", ()):
        return _smallest({**schema, "anyOf": (), **alternative}, spec)
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object" or "allOf" in schema:
        required = set(schema.get("required", ()))
        for part in schema.get("allOf", ()):
            required |= set(spec.resolve(part).get("required", ()))
        declared = spec.properties(schema)
        return {name: _smallest(declared[name], spec) for name in sorted(required)}
    return {"array": [], "string": "", "integer": 0, "number": 0, "boolean": False}.get(str(kind))
