"""A program that uses all of a package, typed as the package says: what mypy finds in it with another version breaks somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator import codec, methods
from generator.changes.classes import emitted
from generator.facts import Api, Enum, Group, Model, Operation, Property
from generator.rendering import directions

_IMPORTS = """\
from __future__ import annotations
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from securedsigning._async.groups import AsyncGroups
from securedsigning._codec import UNSET, Unset
from securedsigning._sync.groups import Groups
from securedsigning.downloads import Download, DownloadTarget
from securedsigning.files import FileInput
"""


def program(api: Api) -> str:
    """The text of the program.

    Args:
        api: what the package was made from.
    """
    models, enums = emitted(api)
    sent, answered = directions(api)
    classes = sorted(item.class_name for item in (*models, *enums))
    operations = [(group, operation) for group in api.groups for operation in group.operations]
    lines = [_IMPORTS]
    lines += [f"from securedsigning.models import {name}" for name in classes]
    lines += [f"from securedsigning.operations import {operation.constant}" for _, operation in operations]
    for model in models:
        if model.class_name in answered:
            lines += _read(model)
        if model.class_name in sent:
            lines += _made(model)
    for enum in enums:
        lines += _members(enum)
    for group, operation in operations:
        lines += _called(group, operation)
    return "\n".join([*lines, ""])


def _read(model: Model) -> Iterator[str]:
    yield f"def read_{model.module}(value: {model.class_name}) -> None:"
    for item in model.properties:
        yield f"    {item.name}: {codec.annotation(item)} = value.{item.name}"
        if item.shape.date == "answer":
            yield f"    {item.name}_parsed: datetime | None = value.{item.name}_parsed"
    yield "    print(value)"


def _made(model: Model) -> Iterator[str]:
    required = [item for item in model.properties if item.required]
    for name, given in (("all", model.properties), ("least", required)):
        arguments = ", ".join(f"{item.name}: {codec.annotation(item)}" for item in given)
        passed = ", ".join(f"{item.name}={item.name}" for item in given)
        yield f"def make_{name}_{model.module}({arguments}) -> {model.class_name}:"
        yield f"    return {model.class_name}({passed})"


def _members(enum: Enum) -> Iterator[str]:
    yield f"def members_{enum.class_name}() -> list[{enum.class_name}]:"
    yield f"    return [{', '.join(f'{enum.class_name}.{member.name}' for member in enum.members)}]"


def _called(group: Group, operation: Operation) -> Iterator[str]:
    positional, keywords = methods.split_arguments(operation)
    returned = methods.return_type(operation)
    required = [item for item in keywords if item.required and item.default is None]
    for client, await_, define in (("Groups", "", "def"), ("AsyncGroups", "await ", "async def")):
        for name, by_name in (("all", keywords), ("least", required)):
            arguments = "".join(f", {_argument(item)}" for item in (*positional, *by_name))
            passed = ", ".join([*(item.name for item in positional), *(f"{item.name}={item.name}" for item in by_name)])
            call = f"{await_}client.{group.attribute}.{operation.name}({passed})"
            yield f"{define} call_{name}_{client}_{operation.name}(client: {client}{arguments}) -> {returned}:"
            yield f"    {call}" if returned == "None" else f"    return {call}"


def _argument(item: Property) -> str:
    return f"{item.name}: {methods.argument_type(item)}"
