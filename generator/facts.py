"""What the generator knows of an API, in its own words; templates and the codec compiler see nothing else.

The engine fills in what it parses (names, types, merged schemas); ``describing.py`` puts beside it what the engine
cannot see (security, scopes, provenance, our extensions).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.findings import Place


class Kind(StrEnum):
    """How a value travels and what it is in Python."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ENUM = "enum"
    MODEL = "model"
    LIST = "list"
    MAP = "map"
    ANY = "any"
    FILE = "file"


@dataclass(frozen=True)
class Shape:
    """The type of a value.

    Attributes:
        kind: how it travels.
        class_name: class of a model or an enum, else empty.
        module: module of that class below ``models``, else empty.
        item: the type of a list's items.
        nullable: whether null is a value of its own.
        date: ``request`` or ``answer`` for text that is a date, else empty.
    """

    kind: Kind
    class_name: str = ""
    module: str = ""
    item: Shape | None = None
    nullable: bool = False
    date: str = ""


@dataclass(frozen=True)
class Property:
    """A member of a model, or a parameter.

    Attributes:
        wire_name: its name in JSON, in the query, in the path, in a header or in a form.
        name: its name in Python.
        shape: its type.
        required: whether it must be there.
        description: what it is.
        deprecated: whether the service calls it obsolete.
        location: ``path``, ``query`` or ``header`` for a parameter, else empty.
        default: the spec's default, or None.
        file_extensions: what the service accepts for an uploaded file, without dots; empty if nothing is known.
        secret: whether whoever knows it may act in somebody's name, so that it is not printed.
    """

    wire_name: str
    name: str
    shape: Shape
    required: bool
    description: str = ""
    deprecated: bool = False
    location: str = ""
    default: Any = None
    file_extensions: tuple[str, ...] = ()
    secret: bool = False


@dataclass(frozen=True)
class Model:
    """An object of the API. ``notes`` is what sources disagree about."""

    schema_name: str
    class_name: str
    module: str
    description: str
    properties: tuple[Property, ...]
    confidence: str
    notes: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class EnumMember:
    """A known value: its name in Python, its text on the wire, and the number that may stand for it."""

    name: str
    value: str
    number: int | None


@dataclass(frozen=True)
class Enum:
    """A set of known values."""

    schema_name: str
    class_name: str
    module: str
    description: str
    members: tuple[EnumMember, ...]
    place: Place


@dataclass(frozen=True)
class Body:
    """What an operation sends: ``encoding`` is ``json`` or ``multipart``."""

    encoding: str
    media_type: str
    model: Model


@dataclass(frozen=True)
class Answer:
    """What an operation answers with on success.

    Attributes:
        kind: ``json``, ``file`` or ``empty``.
        shape: the type of a JSON answer.
        media_types: what may come.
        single_or_array: whether one object may come where a list is expected.
        description: what it holds.
    """

    kind: str
    shape: Shape | None
    media_types: tuple[str, ...]
    single_or_array: bool
    description: str


@dataclass(frozen=True)
class Operation:
    """One call of the API."""

    id: str
    name: str
    constant: str
    http_method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Property, ...]
    body: Body | None
    answer: Answer
    errors: Mapping[int, str]
    scopes: tuple[str, ...]
    signed: bool
    confidence: str
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    deprecated: bool
    place: Place


@dataclass(frozen=True)
class Group:
    """The operations of one tag; a class of the client."""

    tag: str
    attribute: str
    class_name: str
    description: str
    operations: tuple[Operation, ...]
    place: Place


@dataclass(frozen=True)
class Signing:
    """How requests are signed: the security schemes and ``x-hmac-signature``."""

    algorithm: str
    encoding: str
    separator: str
    parts: tuple[str, ...]
    time_unit: str
    nonce_length: int
    key_header: str
    time_header: str
    nonce_header: str
    signature_header: str
    access_url_header: str


@dataclass(frozen=True)
class OAuth:
    """Where tokens come from. Paths are below ``server``."""

    server: str
    authorize_path: str
    token_path: str
    revoke_path: str
    revoke_method: str
    scopes: tuple[str, ...]
    partner_features: tuple[str, ...]


@dataclass(frozen=True)
class Api:
    """Everything that is generated from."""

    title: str
    version: str
    description: str
    servers: tuple[str, ...]
    signing: Signing
    oauth: OAuth
    sender_header: str
    groups: tuple[Group, ...]
    oauth_operations: tuple[Operation, ...]
    models: tuple[Model, ...]
    enums: tuple[Enum, ...]

    @property
    def operations(self) -> tuple[Operation, ...]:
        """All generated operations, in the order of groups."""
        return tuple(operation for group in self.groups for operation in group.operations)
