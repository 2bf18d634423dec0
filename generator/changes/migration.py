"""The migration file of a version: the names that changed and the types that ``scripts/migrate.py`` needs to follow them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypedDict

from generator import codec, methods, pipeline
from generator.changes.change import Change, Rename
from generator.changes.classes import emitted
from generator.changes.sources import Side
from generator.facts import Shape
from generator.rendering import PACKAGE


class MigrationFile(TypedDict):
    """What ``docs/migrations/<version>.json`` holds; types are texts such as ``list[Document]``, empty if not ours."""

    package: str
    version: str
    renames: list[dict[str, str]]
    groups: dict[str, str]
    methods: dict[str, str]
    classes: dict[str, dict[str, str]]


def renames(found: Sequence[Change], old: Side, new: Side) -> list[Rename]:
    """Every rename of the changes, and those that follow: modules of classes, parsed twins of dates."""
    listed = [each.rename for each in found if each.rename is not None]
    before, now = ({item.class_name: item for item in emitted(side.api)[0]} for side in (old, new))
    for each in list(listed):
        if each.what == "class" and each.old in before and each.new in now:
            modules = before[each.old].module, now[each.new].module
            listed += [Rename("module", "", *modules)] if modules[0] != modules[1] else []
        elif each.what == "attribute" and each.owner in before:
            dated = {item.name for item in before[each.owner].properties if item.shape.date == "answer"}
            twins = f"{each.old}_parsed", f"{each.new}_parsed"
            listed += [Rename("attribute", each.owner, *twins)] if each.old in dated else []
    return listed


def as_migration(found: Sequence[Change], old: Side, new: Side, version: str) -> MigrationFile:
    """The content of the file.

    Args:
        found: the changes.
        old: the spec before; types and owners go by its names.
        new: the spec now.
        version: the version that the changes make.
    """
    moved = renames(found, old, new)
    old_names = {each.new: each.old for each in moved if each.what == "class"}
    models, enums = emitted(old.api)
    names = {item.class_name for item in models} | {item.class_name for item in enums}
    classes = {
        item.class_name: {
            member.name: codec.python_type(member.shape) for member in item.properties if _is_ours(member.shape, names)
        }
        for item in models
    }
    classes |= {item.class_name: {} for item in enums}
    results = {
        f"{group.attribute}.{item.name}": methods.return_type(item) if _is_ours(item.answer.shape, names) else ""
        for group in old.api.groups
        for item in group.operations
    }
    old_groups = {each.new: each.old for each in moved if each.what == "group"}
    for group, method, returned in extra_methods(pipeline.Layout().runtime):
        name = old_groups.get(group, group)
        if name in {each.attribute for each in old.api.groups}:
            results[f"{name}.{method}"] = old_names.get(returned, returned)
    for class_name, attributes in _sequences(pipeline.Layout().runtime, names | old_names.keys()):
        classes[class_name] = {name: old_names.get(text, text) for name, text in attributes.items()}
    return {
        "package": PACKAGE,
        "version": version,
        "renames": [asdict(each) for each in moved],
        "groups": {group.attribute: group.class_name for group in old.api.groups},
        "methods": results,
        "classes": classes,
    }


def _is_ours(shape: Shape | None, names: set[str]) -> bool:
    return shape is not None and ((shape.item or shape).class_name in names)


def extra_methods(runtime: Path) -> Iterator[tuple[str, str, str]]:
    """Group, name and result of the hand-written methods."""
    for path in sorted((runtime / "_async" / "extras").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for item in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(item, ast.AsyncFunctionDef) and not item.name.startswith("_") and item.returns:
                    yield path.stem, item.name, ast.unparse(item.returns)


def _sequences(runtime: Path, names: set[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Hand-written classes that are sequences of models, with their attributes; ``[]`` stands for an item."""
    for path in sorted(runtime.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for base in node.bases if isinstance(node, ast.ClassDef) else ():
                if (
                    isinstance(node, ast.ClassDef)
                    and isinstance(base, ast.Subscript)
                    and "Sequence" in ast.unparse(base.value)
                ):
                    item = base.slice.value if isinstance(base.slice, ast.Constant) else ast.unparse(base.slice)
                    if str(item) in names:
                        yield node.name, {"[]": str(item), **_attributes(node, names)}


def _attributes(node: ast.ClassDef, names: set[str]) -> dict[str, str]:
    """Attributes that ``__init__`` takes, by the annotations of its arguments."""
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            arguments = {each.arg: ast.unparse(each.annotation) for each in item.args.args if each.annotation}
            plain = {name: text.removesuffix(" | None") for name, text in arguments.items()}
            return {name: text for name, text in plain.items() if text in names}
    return {}
