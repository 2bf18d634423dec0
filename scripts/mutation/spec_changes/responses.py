"""Changes to the answers of an operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mutation.spec_changes.mutant import Place, SpecMutant

OTHER_STATUS = {"2": "203", "3": "307", "4": "410", "5": "504"}
BINARY = {"type": "string", "format": "binary"}


def response_changes(operation: Place) -> Iterator[SpecMutant]:
    """One at a time. What several operations share is changed in each of them."""
    responses = operation.down("responses")
    shared = operation.document["components"].get("responses", {})
    for status, node in responses.node.items():
        yield responses.renamed("status-changed", status, OTHER_STATUS[status[0]])
        if len(responses.node) > 1:
            yield responses.without("status-dropped", status)
        content = node.get("content") or shared.get(node.get("$ref", "").rpartition("/")[2], {}).get("content")
        if status[0] == "2":
            yield from success_changes(responses.down(status), content or {})
    free = next(status for status in ("409", "410", "411") if status not in responses.node)
    yield responses.with_value("status-added", free, {"description": "A further answer."}, f"{free} is documented")


def success_changes(place: Place, content: dict[str, Any]) -> Iterator[SpecMutant]:
    """To what a successful call answers."""
    if "$ref" in place.node:
        return
    if not content:
        yield place.with_value("answer-added", "content", {"application/json": {"schema": {"type": "string"}}})
        return
    yield place.without("answer-dropped", "content")
    for media_type, media in content.items():
        other = "application/json" if media_type != "application/json" else "application/pdf"
        media_types = place.down("content")
        if other not in content:
            yield media_types.renamed("answer-media-type", media_type, other)
        if len(content) > 1:
            yield media_types.without("answer-media-type-dropped", media_type)
        schema = media["schema"]
        answer = media_types.down(media_type)
        if schema.get("format") == "binary":
            yield answer.with_value("answer-retyped", "schema", {"type": "string"})
        elif "items" in schema:
            yield answer.with_value("answer-not-array", "schema", schema["items"])
        else:
            yield answer.with_value("answer-array", "schema", {"type": "array", "items": schema})
            yield answer.with_value("answer-retyped", "schema", {"type": "string"} if "$ref" in schema else BINARY)
        if "x-single-or-array" in schema:
            yield answer.down("schema").without("single-or-array", "x-single-or-array")
    if all(media["schema"].get("format") == "binary" for media in content.values()):
        added = {"schema": BINARY}
        yield place.down("content").with_value("answer-media-type-added", "audio/ogg", added, "audio/ogg too")
