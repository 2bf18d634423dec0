"""The old document under the names of the new one, so that what was only renamed does not look removed and added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.changes.matching import like_operations, like_schemas, pair
from generator.changes.sources import Side
from generator.engine_document import METHODS
from generator.facts import Api, Operation
from generator.findings import Place
from generator.loading import LocatedDict

Pairs = tuple[list[tuple[Operation, Operation]], list[Operation], list[Operation]]


def paired_operations(old: tuple[Operation, ...], new: tuple[Operation, ...]) -> Pairs:
    """The operations that both specs have, those that only the old one has, and those that only the new one has."""
    keys = (
        # Where ids were exchanged, callers notice nothing: the same name sends the same request.
        lambda item: (item.http_method, item.path, item.name),
        lambda item: item.id,
        lambda item: (item.http_method, item.path),
    )
    return pair(old, new, keys, like_operations)


def schema_names(old: Side, new: Side, classes: Mapping[str, str]) -> dict[str, str]:
    """New names of schemas by their old ones, where they differ.

    Args:
        old: the spec before.
        new: the spec now.
        classes: new names of classes by their old ones.
    """
    before_names, now_names = _schemas_of_classes(old.api), _schemas_of_classes(new.api)
    names = {
        schema: now_names[classes[each]] for each, schema in before_names.items() if classes.get(each) in now_names
    }
    before, now = (side.document["components"]["schemas"] for side in (old, new))
    left = [(name, before[name]) for name in before if name not in now and name not in names]
    right = [(name, now[name]) for name in now if name not in before and name not in names.values()]
    pairs, _, _ = pair(left, right, (), lambda a, b: like_schemas(*a, *b))
    names |= {a: b for (a, _), (b, _) in pairs}
    # What has the name of something else that was there before is told as it is.
    return {a: b for a, b in names.items() if a != b and b not in before}


def _schemas_of_classes(api: Api) -> dict[str, str]:
    """Names of schemas by their classes; what stands inside another schema has none."""
    models = {item.class_name: item.schema_name for item in api.models if item.schema_name}
    return models | {item.class_name: item.schema_name for item in api.enums if item.schema_name}


def aligned(old: Side, new: Side, schemas: Mapping[str, str]) -> LocatedDict:
    """The old document with the paths, methods and names of schemas that the new one has for the same things.

    Args:
        old: the spec before.
        new: the spec now.
        schemas: what ``schema_names`` gives.
    """
    document = old.document
    paths = document["paths"]
    moved = _moved(old.api, new.api)
    items: dict[str, LocatedDict] = {}
    places: dict[str, Place] = {}
    for path, item in paths.items():
        methods = [method for method in METHODS if method in item]
        targets = {method: moved.get((path, method), (path, method)) for method in methods}
        home = targets[methods[0]][0] if methods else path
        for key, value in item.items():
            target, name = targets.get(key, (home, key))
            holder = items.setdefault(target, LocatedDict((), item.place, {}))
            holder[name] = value
            holder.places = {**holder.places, name: item.place_of(key)}
            places.setdefault(target, paths.place_of(path))
    components = document["components"]
    named = components["schemas"]
    renamed = LocatedDict(
        ((schemas.get(name, name), value) for name, value in named.items()),
        named.place,
        {schemas.get(name, name): place for name, place in named.places.items()},
    )
    return _with(
        document,
        paths=LocatedDict(items.items(), paths.place, places),
        components=_with(components, schemas=renamed),
    )


def _with(holder: LocatedDict, **members: Any) -> LocatedDict:
    return LocatedDict({**holder, **members}.items(), holder.place, holder.places)


def _moved(old: Api, new: Api) -> dict[tuple[str, str], tuple[str, str]]:
    pairs = [
        *paired_operations(old.operations, new.operations)[0],
        *paired_operations(old.oauth_operations, new.oauth_operations)[0],
    ]
    return {(a.path, a.http_method.lower()): (b.path, b.http_method.lower()) for a, b in pairs}
