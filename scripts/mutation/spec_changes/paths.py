"""Changes to addresses and methods: renamed, moved, dropped, added."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from mutation.spec_changes.mutant import HTTP_METHODS, Document, Place, SpecMutant, rename


def path_changes(document: Document) -> Iterator[SpecMutant]:
    """One at a time."""
    paths = Place(document, "paths")
    for path, item in document["paths"].items():
        for kind, changed in other_paths(path):
            if changed not in document["paths"]:
                yield path_moved(paths, kind, path, changed)
        for name in parameters_in(path):
            yield path_parameter_renamed(paths, path, name)
        for method in [each for each in item if each in HTTP_METHODS]:
            place = paths.down(path)
            other = next(each for each in ("post", "put", "patch") if each not in item)
            yield place.renamed("method-changed", method, other)
            yield place.without("operation-dropped", method)
            yield operation_copied(paths, path, method)


def path_moved(paths: Place, kind: str, path: str, changed: str) -> SpecMutant:
    """The same operations at another path."""
    return SpecMutant(
        kind,
        paths.down(path).pointer,
        f"{path} is called {changed}",
        lambda document: rename(paths.within(document), path, changed),
    )


def other_paths(path: str) -> Iterator[tuple[str, str]]:
    """Paths that take the same parameters and are not the same."""
    segments = path.strip("/").split("/")
    for index, segment in enumerate(segments):
        before, after = segments[:index], segments[index + 1 :]
        if not segment.startswith("{"):
            yield "path-renamed", "/".join(["", *before, segment + "Renamed", *after])
            if before or after:
                yield "path-shortened", "/".join(["", *before, *after])
        if after:
            yield "path-reordered", "/".join(["", *before, after[0], segment, *after[1:]])
    yield "path-lengthened", f"{path}/Further"
    yield "path-case", path[:2].swapcase() + path[2:]


def parameters_in(path: str) -> list[str]:
    """The names in braces."""
    return [segment[1:-1] for segment in path.split("/") if segment.startswith("{")]


def path_parameter_renamed(paths: Place, path: str, name: str) -> SpecMutant:
    """In the path, and in the parameters of its operations."""

    def change(node: Any) -> None:
        item = node[path]
        for level in (item, *(item[method] for method in item if method in HTTP_METHODS)):
            for parameter in level.get("parameters", ()):
                if parameter.get("name") == name and parameter["in"] == "path":
                    parameter["name"] = f"{name}Renamed"
        rename(node, path, path.replace(f"{{{name}}}", f"{{{name}Renamed}}"))

    return SpecMutant(
        "path-parameter-renamed",
        paths.down(path).pointer,
        f"{name} is called {name}Renamed",
        lambda document: change(paths.within(document)),
    )


def operation_copied(paths: Place, path: str, method: str) -> SpecMutant:
    """A further operation, like this one."""

    def change(node: Any) -> None:
        further = copy.deepcopy(node[path][method])
        further["operationId"] += "Further"
        further["x-method-name"] += "_further"
        node[f"{path}/Further"] = {method: further}

    return SpecMutant(
        "operation-added",
        paths.down(path, method).pointer,
        f"one like it at {path}/Further",
        lambda document: change(paths.within(document)),
    )
