"""Who meets a part of the document: callers that send it, callers that are answered with it, or hand-written code alone."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from generator.engine_document import METHODS, generated_operations
from generator.loading import LocatedDict


class Use(StrEnum):
    """What a part of the document is used for."""

    SENT = "sent"
    ANSWERED = "answered"
    ERROR = "error"
    OAUTH = "oauth"


class Uses:
    """Looks up what the parts of one document are used for."""

    def __init__(self, document: LocatedDict) -> None:
        self._document = document
        self._generated = {(path, method) for path, method, _ in generated_operations(document)}
        self._components: dict[tuple[str, ...], set[Use]] = {}
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    for steps, part in self._parts(path, method, item):
                        self._mark(part, self._of_operation(steps))

    def of(self, path: tuple[str, ...]) -> set[Use]:
        """The uses of what stands at a path; none if no operation refers to it."""
        if path[:2] == ("components", "securitySchemes"):
            scheme = self._document["components"]["securitySchemes"].get(path[2], {}) if len(path) > 2 else {}
            return {Use.OAUTH} if scheme.get("type") == "oauth2" else set()
        if path[0] == "components":
            return self._components.get(path[1:3], set())
        if path[0] != "paths" or len(path) < 2:
            return set()
        item = self._document["paths"].get(path[1], {})
        methods = [method for method in METHODS if method in item]
        steps = [path] if path[2:3] and path[2] in METHODS else [(*path[:2], method, *path[2:]) for method in methods]
        return {self._of_operation(each) for each in steps}

    def _parts(self, path: str, method: str, item: LocatedDict) -> Iterator[tuple[tuple[str, ...], Any]]:
        yield ("paths", path, method, "parameters"), item.get("parameters", ())
        for key, value in item[method].items():
            if key == "responses":
                yield from ((("paths", path, method, key, status), answer) for status, answer in value.items())
            else:
                yield ("paths", path, method, key), value

    def _of_operation(self, path: tuple[str, ...]) -> Use:
        if (path[1], path[2]) not in self._generated:
            return Use.OAUTH
        if path[3:4] != ("responses",):
            return Use.SENT
        return Use.ANSWERED if len(path) < 5 or path[4].startswith("2") else Use.ERROR

    def _mark(self, value: Any, use: Use) -> None:
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str):
                self._mark_component(reference, use)
            for item in value.values():
                self._mark(item, use)
        elif isinstance(value, list | tuple):
            for item in value:
                self._mark(item, use)

    def _mark_component(self, reference: str, use: Use) -> None:
        _, _, kind, name = reference.split("/")
        name = name.replace("~1", "/").replace("~0", "~")
        uses = self._components.setdefault((kind, name), set())
        if use not in uses:
            uses.add(use)
            self._mark(self._document["components"][kind].get(name), use)
