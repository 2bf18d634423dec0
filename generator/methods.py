"""From an operation to a method of the client: signature, docstring and the lines of its body, straight down the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.codec import literal, python_type
from generator.error_classes import error_classes
from generator.facts import Group, Kind, Operation, Property, Shape
from generator.prose import docstring, sentence

_CONFIDENCE = {
    "documented": "Known from an official page.",
    "sdk-only": "Known from an official SDK only; no official page shows it.",
    "inferred": "Inferred from several sources; not confirmed by an official page or SDK.",
}


@dataclass(frozen=True)
class Method:
    """A method as the template prints it."""

    name: str
    arguments: tuple[str, ...]
    returns: str
    docstring: str
    lines: tuple[str, ...]


def method(operation: Operation) -> Method:
    """The method for an operation."""
    positional, keywords = split_arguments(operation)
    arguments = [f"{item.name}: {argument_type(item)}" for item in positional]
    arguments.append("*")
    arguments += [argument_text(item) for item in keywords]
    arguments.append("options: CallOptions | None = None")
    return Method(
        name=operation.name,
        arguments=tuple(arguments),
        returns=return_type(operation),
        docstring=_docstring(operation, [*positional, *keywords]),
        lines=tuple(_lines(operation)),
    )


def split_arguments(operation: Operation) -> tuple[list[Property], list[Property]]:
    """What a method takes by position or by name, and what by name only, both in the order of its signature."""
    positional = [item for item in operation.parameters if item.location == "path"]
    keywords = [item for item in operation.parameters if item.location != "path"]
    if operation.body is not None:
        members = operation.body.model.properties
        positional += [item for item in members if item.shape.kind is Kind.FILE]
        keywords += [item for item in members if item.shape.kind is not Kind.FILE]
    keywords.sort(key=lambda item: not item.required or item.default is not None)
    if operation.answer.kind == "file":
        keywords.append(_TO)
    return positional, keywords


_TO = Property(
    "to",
    "to",
    Shape(Kind.ANY),
    required=False,
    description="a path, or a binary file to write to; without it the content is kept in memory",
)


def argument_type(item: Property) -> str:
    """The annotation of an argument; more welcoming than the model's attribute."""
    shape = item.shape
    if item is _TO:
        return "DownloadTarget"
    if shape.kind is Kind.FILE:
        return "FileInput"
    if shape.date == "request":
        return "str | date | datetime"
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        return f"Sequence[{python_type(shape.item)}]"
    if shape.kind is Kind.ENUM:
        return f"{shape.class_name} | str"
    return python_type(shape)


def argument_text(item: Property) -> str:
    """An argument as the signature shows it."""
    kind = argument_type(item)
    if always_given(item):
        default = "" if item.default is None else f" = {literal(item.default)}"
        return f"{item.name}: {kind}{' | None' if item.shape.nullable else ''}{default}"
    if item.shape.nullable:
        return f"{item.name}: {kind} | None | Unset = UNSET"
    return f"{item.name}: {kind} = None" if item is _TO else f"{item.name}: {kind} | None = None"


def always_given(item: Property) -> bool:
    """Whether an argument has a value of its own in every call."""
    return item.required or item.default is not None


def return_type(operation: Operation) -> str:
    """What a method gives back."""
    answer = operation.answer
    if answer.kind == "file":
        return "Download"
    return "None" if answer.shape is None else python_type(answer.shape)


def _docstring(operation: Operation, arguments: list[Property]) -> str:
    scopes = ", ".join(operation.scopes)
    known = _CONFIDENCE[operation.confidence] + (f" Scope: {scopes}." if scopes else "")
    listed = [f"    {item.name}: {_lower_first(sentence(item.description)) or 'not described.'}" for item in arguments]
    listed.append("    options: settings for this call.")
    errors = [
        f"    {error_classes()[status]}: {status}; {_lower_first(sentence(text))}"
        for status, text in operation.errors.items()
        if status not in {400, 401, 500}
    ]
    paragraphs = [
        sentence(operation.summary),
        operation.description,
        f"``{operation.http_method} {operation.path}``. {known}",
        "\n".join(["Args:", *listed]),
    ]
    if errors:
        paragraphs.append("\n".join(["Raises:", *errors]))
    return docstring(paragraphs, indent=8)


def _lower_first(text: str) -> str:
    """Argument descriptions begin with a small letter, unless the first word is a name or an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _lines(operation: Operation) -> list[str]:
    lines = []
    call = [operation.constant, _path(operation)]
    parameters = [item for item in operation.parameters if item.location == "query"]
    if parameters:
        pairs = ", ".join(f"({literal(item.wire_name)}, {item.name})" for item in parameters)
        lines.append(f"params = query({pairs})")
        call.append("params=params")
    if operation.body is None:
        verb = "download" if operation.answer.kind == "file" else "send"
    elif operation.body.encoding == "multipart":
        verb = "upload"
        lines_before, arguments = _form(operation)
        lines += lines_before
        call += arguments
    else:
        verb = "send"
        members = [item for item in operation.body.model.properties if not item.shape.nullable]
        pairs = ", ".join(f"({literal(item.wire_name)}, {_member(item)})" for item in members)
        lines.append(f"body = json_object({pairs})")
        for item in operation.body.model.properties:
            if item.shape.nullable:  # None is a value of its own, and sent as null
                line = f"body[{literal(item.wire_name)}] = {_member(item)}"
                lines += [line] if always_given(item) else [f"if {item.name} is not UNSET:", f"    {line}"]
        call.append("json=body")
    if verb == "download":
        call.append("to=to")
    call.append("options=options")
    invocation = f"await self._client.{verb}({', '.join(call)})"
    if verb == "download":
        return [*lines, f"return {invocation}"]
    shape = operation.answer.shape
    if shape is None:
        return [*lines, invocation]
    return [*lines, f"response = {invocation}", f"return {_decoded(operation, shape)}"]


def _path(operation: Operation) -> str:
    parameters = {item.wire_name: item for item in operation.parameters if item.location == "path"}
    parts = []
    rest = operation.path
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        argument = parameters[name].name
        parts += [literal(before)] if before else []
        parts.append(f"segment({argument}, {literal(argument)})")
    parts += [literal(rest)] if rest else []
    return " + ".join(parts)


def _form(operation: Operation) -> tuple[list[str], list[str]]:
    """The lines before, and the arguments of, a call that uploads a file."""
    assert operation.body is not None
    members = operation.body.model.properties
    file = next(item for item in members if item.shape.kind is Kind.FILE)
    fields = [item for item in members if item is not file]
    lines, arguments = [], []
    if fields:
        pairs = ", ".join(f"({literal(item.wire_name)}, {item.name})" for item in fields)
        lines.append(f"fields = query({pairs})")
        arguments.append("fields=fields")
    arguments += [f"file_field={literal(file.wire_name)}", f"file={file.name}"]
    if file.file_extensions:
        arguments.append(f"extensions={literal(file.file_extensions)}")
    return lines, arguments


def _member(item: Property) -> str:
    """An argument as a member of the JSON body; ``json_object`` leaves out what is None."""
    shape, name = item.shape, item.name
    if shape.kind is Kind.MODEL or (shape.item is not None and shape.item.kind is Kind.MODEL):
        helper = "items_as_json" if shape.kind is Kind.LIST else "as_json"
        return f"{helper}({name}, {literal(name)})"
    if shape.kind is Kind.LIST:
        return f"items({name}, {literal(name)})"
    if shape.date == "request":
        value = f"wire_date({name}, argument={literal(name)}, now=self._client.now())"
        return value if item.required and not shape.nullable else f"None if {name} is None else {value}"
    return name


def _decoded(operation: Operation, shape: Shape) -> str:
    if shape.kind is Kind.MODEL:
        return f"decode(response, {operation.constant}, {shape.class_name})"
    if shape.kind is Kind.LIST and shape.item is not None and shape.item.kind is Kind.MODEL:
        single = ", single_or_array=True" if operation.answer.single_or_array else ""
        return f"decode_list(response, {operation.constant}, {shape.item.class_name}{single})"
    return f"decode_text(response, {operation.constant})"


_HELPERS = {
    "_arguments": ("as_json", "items", "items_as_json", "json_object", "query", "segment"),
    "_codec": ("decode", "decode_list", "decode_text"),
}

_TYPE_IMPORTS = {
    "Any": "from typing import Any",
    "Sequence[": "from collections.abc import Sequence",
    "date | datetime": "from datetime import date, datetime",
    "DownloadTarget": "from securedsigning.downloads import Download, DownloadTarget",
    "FileInput": "from securedsigning.files import FileInput",
    "Unset": "from securedsigning._codec import Unset",
}


def imports(group: Group, methods: list[Method]) -> tuple[list[str], list[str]]:
    """The import lines of a group's module: what is needed when it runs, and what only type checkers need."""
    text = "\n".join(line for item in methods for line in item.lines)
    signatures = "\n".join(line for item in methods for line in (*item.arguments, item.returns))
    used = {module: [name for name in names if re.search(rf"\b{name}\(", text)] for module, names in _HELPERS.items()}
    if "UNSET" in signatures:
        used["_codec"].insert(0, "UNSET")
    running = [f"from securedsigning.{module} import {', '.join(names)}" for module, names in used.items() if names]
    if "wire_date(" in text:
        running.append("from securedsigning.dates import wire_date")
    typing: list[str] = []
    shapes = {shape.class_name: shape for item in group.operations for shape in _classes(item)}
    for name in sorted(shapes, key=lambda key: shapes[key].module):
        line = f"from securedsigning.models.{shapes[name].module} import {name}"
        (running if f"{name}(" in text or f" {name})" in text or f" {name}," in text else typing).append(line)
    constants = ", ".join(sorted(item.constant for item in group.operations))
    running.append(f"from securedsigning.operations import {constants}")
    for sign, line in _TYPE_IMPORTS.items():
        if sign in signatures:
            typing.append(line)
    return running, sorted(typing)


def _classes(operation: Operation) -> list[Shape]:
    body = operation.body
    found = [item.shape for item in operation.parameters]
    if body is not None:
        found += [item.shape for item in body.model.properties]
    if operation.answer.shape is not None:
        found.append(operation.answer.shape)
    inner = [shape.item if shape.item is not None else shape for shape in found]
    return [shape for shape in inner if shape.class_name]
