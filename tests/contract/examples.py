"""The examples of ``spec/examples``: calls and their answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from contract import spec

FOLDER = spec.SPEC / "examples"


@dataclass(frozen=True)
class Example:
    """One file of ``spec/examples``: a call and its answer."""

    operation: spec.Operation
    name: str
    parameters: dict[str, Any]
    body: Any
    status: int
    headers: dict[str, str]
    content: bytes
    json: Any

    def __str__(self) -> str:
        return f"{self.operation.id}-{self.name}"


@cache
def read() -> tuple[Example, ...]:
    """Every example."""
    found = []
    for path in sorted(FOLDER.glob("*/*.json")):
        if path.parent.name == "files":
            continue
        data = json.loads(path.read_text("utf-8"))
        request, response = data.get("request", {}), data["response"]
        headers, content, body = dict(response.get("headers", {})), b"", response.get("body")
        if isinstance(body, dict) and set(body) == {"$file"}:
            content, body = (FOLDER / body["$file"]).read_bytes(), None
        elif "body" in response:
            content = json.dumps(body).encode()
            headers.setdefault("Content-Type", response.get("media-type", "application/json"))
        if "media-type" in response:
            headers.setdefault("Content-Type", response["media-type"])
        found.append(
            Example(
                operation=spec.operation(path.parent.name),
                name=path.stem,
                parameters=request.get("parameters", {}),
                body=request.get("body"),
                status=response["status"],
                headers=headers,
                content=content,
                json=body,
            )
        )
    return tuple(found)
