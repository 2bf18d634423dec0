"""The only module that knows openapi-python-client: what it is given, what it gives back, and its template environment.

Its Python API is not covered by its versioning, so it is pinned exactly; ``tests/generator/test_engine.py`` holds what
we rely on. It does not raise what it cannot handle, it drops it; here every such warning becomes a finding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser import openapi as engine_parser
from openapi_python_client.parser.bodies import BodyType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import (
    AnyProperty,
    EnumProperty,
    ModelProperty,
)
from openapi_python_client.parser.properties import (
    Property as EngineProperty,
)
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import ClassName, PythonIdentifier, snake_case

from generator.engine_document import binary_media_types, engine_document, generated_operations
from generator.facts import Kind, Property, Shape
from generator.findings import Finding, SpecError
from generator.loading import LocatedDict

_Value = TypeVar("_Value")

ENUMS_MODULE = "enums"
"""The module of all enums; they are small and few, and a file each would be mostly file."""

_PREFIX = "field_"
_SCALARS = {
    StringProperty: Kind.STRING,
    IntProperty: Kind.INTEGER,
    FloatProperty: Kind.NUMBER,
    BooleanProperty: Kind.BOOLEAN,
    FileProperty: Kind.FILE,
    AnyProperty: Kind.ANY,
}


@dataclass(frozen=True)
class ParsedClass:
    """A model or an enum as the engine sees it: ``properties`` of a model, ``values`` of an enum."""

    class_name: str
    module: str
    properties: tuple[Property, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ParsedOperation:
    """An operation as the engine sees it. ``answers`` holds the success answers with content, by status."""

    parameters: tuple[Property, ...]
    body: Shape | None
    answers: Mapping[str, Shape]


@dataclass(frozen=True)
class Parsed:
    """What the engine made of a document; operations by operation id, classes by class name."""

    operations: Mapping[str, ParsedOperation]
    models: Mapping[str, ParsedClass]
    enums: Mapping[str, ParsedClass]
    environment: Environment


@cache
def class_name(schema_name: str) -> str:
    """The class the engine makes of a schema."""
    return str(ClassName(schema_name, _PREFIX))


@cache
def python_name(name: str) -> str:
    """The identifier the engine makes of a name."""
    return str(PythonIdentifier(name, _PREFIX))


def member_name(value: str) -> str:
    """The member of an enum that the engine makes of a value."""
    return snake_case(value).upper()


def parse(document: LocatedDict, templates: Path) -> Parsed:
    """Run the engine.

    Args:
        document: the bundled document, already free of findings.
        templates: our templates; they win over the engine's.

    Returns:
        Names, types and merged schemas in our own terms, and the engine's Jinja environment.

    Raises:
        SpecError: the engine would drop or cannot parse something; one finding for each.
    """
    names = {python_name(operation["operationId"]): operation for _, _, operation in generated_operations(document)}
    config = Config.from_sources(
        ConfigFile(post_hooks=[], content_type_overrides=binary_media_types(document)),
        MetaType.NONE,
        Path("openapi.json"),
        "utf-8",
        True,
        Path("generated"),
    )
    try:
        with _shared_endpoints():
            data = GeneratorData.from_dict(engine_document(document, member_name), config=config)
    except (ValueError, RecursionError) as error:
        # The engine raises these bare, for instance where two enum values get one name.
        raise SpecError([_finding(document, "spec", str(error) or type(error).__name__)]) from error
    if isinstance(data, GeneratorError):
        raise SpecError([_finding(document, "spec", f"{data.header}: {data.detail}")])
    project = Project(openapi=data, config=config, custom_template_path=templates)
    problems = [
        _finding(document, _subject(error), _flat(f"{error.header} {error.detail or ''}"))
        for error in project._get_errors()
    ]
    # Objects without members of their own are dicts in Python. Asked of the classes, since what refers to one of them
    # holds a copy from before its members were known.
    reader = _Reader({str(model.class_info.name) for model in data.models if not _members(model)})
    operations = {}
    for collection in data.endpoint_collections_by_tag.values():
        for endpoint in collection.endpoints:
            located = names.get(str(endpoint.name))
            if located is None:
                continue
            subject = f"operation {located['operationId']}"
            try:
                operations[located["operationId"]] = reader.operation(endpoint)
            except _UnsupportedError as error:
                problems.append(Finding(located.place, subject, str(error), _REMEDY, "engine"))
    for identifier, located in ((item["operationId"], item) for item in names.values()):
        if identifier not in operations and not problems:
            problems.append(
                Finding(located.place, f"operation {identifier}", "The engine dropped it.", _REMEDY, "engine")
            )
    models, enums = {}, {}
    for model in data.models:
        if not _members(model):
            continue
        try:
            models[str(model.class_info.name)] = ParsedClass(
                str(model.class_info.name),
                str(model.class_info.module_name),
                properties=tuple(reader.property(item) for item in _members(model)),
            )
        except _UnsupportedError as error:
            problems.append(_finding(document, f"schema {model.class_info.name}", str(error)))
    for enum in data.enums:
        assert isinstance(enum, EnumProperty)
        values = tuple((key, _literal_value(value)) for key, value in enum.values.items())
        enums[str(enum.class_info.name)] = ParsedClass(str(enum.class_info.name), ENUMS_MODULE, values=values)
    if problems:
        raise SpecError(problems)
    return Parsed(operations, models, enums, project.env)


_REMEDY = "Write it in a form the engine can parse; what it can, generator/engine.py and docs/adr tell."


class _UnsupportedError(Exception):
    """The engine parsed something for which we emit no code."""


@contextmanager
def _shared_endpoints() -> Iterator[None]:
    """Spare the engine's deep copies of every endpoint: more than half of its time, and nobody keeps the originals."""
    original = getattr(engine_parser, "deepcopy")  # noqa: B009 - likewise
    setattr(engine_parser, "deepcopy", _same)  # noqa: B010 - a name the engine does not export
    try:
        yield
    finally:
        setattr(engine_parser, "deepcopy", original)  # noqa: B010


def _same(value: _Value) -> _Value:
    return value


def _members(model: ModelProperty) -> list[EngineProperty]:
    return [*(model.required_properties or ()), *(model.optional_properties or ())]


class _Reader:
    """The engine's classes in our own terms."""

    def __init__(self, free_form: set[str]) -> None:
        self._free_form = free_form

    def operation(self, endpoint: Any) -> ParsedOperation:
        parameters = [
            self.property(item, location)
            for location, items in (
                ("path", endpoint.path_parameters),
                ("query", endpoint.query_parameters),
                ("header", endpoint.header_parameters),
            )
            for item in items
        ]
        if endpoint.cookie_parameters:
            raise _UnsupportedError("It has a cookie parameter; the client sends no cookies.")
        if len(endpoint.bodies) > 1:
            raise _UnsupportedError("It takes several media types in its body; only one can be chosen for it.")
        for body in endpoint.bodies:
            if body.body_type not in {BodyType.JSON, BodyType.FILES}:
                media_type = body.content_type.get_untrusted_value()
                raise _UnsupportedError(f"It takes {media_type}; the client sends JSON and multipart forms.")
        answers = {
            response.status_code.pattern: self.shape(response.prop)
            for response in endpoint.responses.patterns
            if response.source["attribute"] != "None"
        }
        return ParsedOperation(
            tuple(parameters), self.shape(endpoint.bodies[0].prop) if endpoint.bodies else None, answers
        )

    def property(self, item: EngineProperty, location: str = "") -> Property:
        default = item.default.raw_value if item.default is not None else None
        return Property(
            wire_name=item.name.get_untrusted_value(),
            name=str(item.python_name),
            shape=self.shape(item),
            required=item.required,
            location=location,
            default=default,
        )

    def shape(self, item: EngineProperty | PropertyProtocol) -> Shape:
        for engine_class, kind in _SCALARS.items():
            if isinstance(item, engine_class):
                return Shape(kind)
        if isinstance(item, EnumProperty):
            if item.value_type is not str:
                raise _UnsupportedError(
                    f"{item.name.get_untrusted_value()!r} is an enum of numbers; only texts are known."
                )
            return Shape(Kind.ENUM, str(item.class_info.name), ENUMS_MODULE)
        if isinstance(item, ModelProperty):
            if item.class_info.name in self._free_form:
                return Shape(Kind.MAP)
            return Shape(Kind.MODEL, str(item.class_info.name), str(item.class_info.module_name))
        if isinstance(item, ListProperty):
            return Shape(Kind.LIST, item=self.shape(item.inner_property))
        if isinstance(item, UnionProperty):
            members = [member for member in item.inner_properties if not isinstance(member, NoneProperty)]
            if len(members) == 1 and len(item.inner_properties) == 2:
                inner = self.shape(members[0])
                return Shape(inner.kind, inner.class_name, inner.module, inner.item, nullable=True)
            raise _UnsupportedError(
                f"{item.name.get_untrusted_value()!r} may be one of several types; only a type or null is known."
            )
        raise _UnsupportedError(
            f"{item.name.get_untrusted_value()!r} is a {type(item).__name__}, for which no code is known."
        )


def _literal_value(escaped: str | int) -> str:
    """The text behind the literal the engine made of an enum value."""
    return str(json.loads(f'"{escaped}"')) if isinstance(escaped, str) else str(escaped)


def _subject(error: GeneratorError) -> str:
    match = re.search(r"parsing ([A-Z]+ \S+)", error.header)
    return f"operation {match[1]}" if match else "schemas"


def _flat(text: str) -> str:
    return " ".join(text.split()) + ("" if text.rstrip().endswith(".") else ".")


def _finding(document: LocatedDict, subject: str, problem: str) -> Finding:
    place = document.place
    method, _, path = subject.removeprefix("operation ").partition(" ")
    item = document["paths"].get(path)
    if isinstance(item, LocatedDict) and method.lower() in item:
        place = item.place_of(method.lower())
    schema = document.get("components", {}).get("schemas", {}).get(subject.removeprefix("schema "))
    if isinstance(schema, LocatedDict):
        place = schema.place
    return Finding(place, subject, problem, _REMEDY, "engine")
