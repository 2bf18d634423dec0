"""The spec as these tests read it: from the files in ``spec/``, by a reader of its own.

It shares nothing with the generator. What both understand alike is the bundle, one document with every ``$ref`` inside;
``test_spec.py`` holds the two against each other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs
import yaml

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec"
HTTP_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@cache
def _file(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def _follow(document: Any, pointer: str) -> Any:
    for part in pointer.lstrip("/").split("/"):
        document = document[unquote(part).replace("~1", "/").replace("~0", "~")]
    return document


@cache
def bundle() -> dict[str, Any]:
    """All files in one document: components keep their names, everything else is put where it is referred to."""
    home = SPEC / "openapi.yaml"
    root = _file(home)
    names = {
        _target(reference["$ref"], home): f"#/components/{kind}/{name}"
        for kind, members in root["components"].items()
        for name, reference in members.items()
        if set(reference) == {"$ref"}
    }

    def component(reference: str, where: Path) -> str | None:
        path, pointer = target = _target(reference, where)
        if path == home and pointer.startswith("/components/"):
            return "#" + pointer
        return names.get(target)

    def expand(node: Any, where: Path) -> Any:
        if isinstance(node, list):
            return [expand(item, where) for item in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if not isinstance(reference, str):
            return {str(key): expand(value, where) for key, value in node.items()}
        others = {key: expand(value, where) for key, value in node.items() if key != "$ref"}
        name = component(reference, where)
        if name:
            return {"$ref": name, **others}
        assert not others, f"{where}: {reference} has neighbours"
        path, pointer = _target(reference, where)
        return expand(_follow(_file(path), pointer), path)

    result = {key: expand(value, home) for key, value in root.items() if key != "components"}
    result["components"] = {}
    for kind, members in root["components"].items():
        result["components"][kind] = {}
        for name, member in members.items():
            path = home
            while set(member) == {"$ref"}:
                path, pointer = _target(member["$ref"], path)
                member = _follow(_file(path), pointer)
            result["components"][kind][name] = expand(member, path)
    return result


def _target(reference: str, where: Path) -> tuple[Path, str]:
    path, _, pointer = reference.partition("#")
    return ((where.parent / path).resolve() if path else where), pointer


def resolve(node: Any) -> Any:
    """The node that a reference stands for; its neighbours win."""
    while isinstance(node, dict) and "$ref" in node:
        others = {key: value for key, value in node.items() if key != "$ref"}
        node = {**_follow(bundle(), node["$ref"][1:]), **others}
    return node


def schemas() -> dict[str, Any]:
    """The named schemas."""
    return bundle()["components"]["schemas"]  # type: ignore[no-any-return]


def schema_name(schema: Any) -> str | None:
    """The name of the schema that is referred to, if it is a reference."""
    reference = schema.get("$ref", "")
    prefix = "#/components/schemas/"
    return reference[len(prefix) :] if reference.startswith(prefix) else None


def properties(schema: Any) -> dict[str, Any]:
    """The properties of an object schema, those of the parts of ``allOf`` included; the last one wins."""
    schema = resolve(schema)
    found: dict[str, Any] = {}
    for part in schema.get("allOf", ()):
        found.update(properties(part))
    return {**found, **schema.get("properties", {})}


def required(schema: Any) -> set[str]:
    """The names of the properties that an object must have, whatever else it has."""
    schema = resolve(schema)
    found = set(schema.get("required", ()))
    for part in schema.get("allOf", ()):
        if "if" not in part:
            found |= required(part)
    return found


def own_name(name: str) -> str:
    """The name of the schema behind one that only gives another a second name."""
    node = schemas()[name]
    (*others, last) = node.get("allOf", [{}])
    target = schema_name(last)
    return own_name(target) if target and not others and not properties({**node, "allOf": []}) else name


def is_object(schema: Any) -> bool:
    """Whether it describes JSON objects with properties."""
    return bool(properties(schema))


@dataclass(frozen=True)
class Operation:
    """One operation of the spec."""

    id: str
    path: str
    method: str
    node: Any
    path_item: Any

    @property
    def tag(self) -> Any:
        return next(tag for tag in bundle()["tags"] if tag["name"] == self.node["tags"][0])

    @property
    def generated(self) -> bool:
        """False if the client has it as part of its hand-written runtime."""
        return self.tag.get("x-implementation") != "runtime"

    @property
    def server(self) -> str:
        for level in (self.node, self.path_item, bundle()):
            if "servers" in level:
                return level["servers"][0]["url"]  # type: ignore[no-any-return]
        raise AssertionError("no server")

    @property
    def security(self) -> list[dict[str, list[str]]]:
        return self.node.get("security", bundle().get("security", []))  # type: ignore[no-any-return]

    @property
    def parameters(self) -> list[Any]:
        return [resolve(item) for item in [*self.path_item.get("parameters", ()), *self.node.get("parameters", ())]]

    @property
    def body(self) -> tuple[str, Any] | None:
        """Media type and schema of the request body."""
        content = resolve(self.node.get("requestBody", {})).get("content")
        if not content:
            return None
        ((media_type, media),) = content.items()
        return media_type, media["schema"]

    @property
    def responses(self) -> dict[str, Any]:
        return {status: resolve(response) for status, response in self.node["responses"].items()}

    @property
    def success(self) -> dict[str, Any]:
        """Media types and schemas of all answers below 300."""
        return {
            media_type: media["schema"]
            for status, response in self.responses.items()
            if status.startswith("2")
            for media_type, media in response.get("content", {}).items()
        }

    def __str__(self) -> str:
        return self.id


@cache
def operations() -> tuple[Operation, ...]:
    """Every operation."""
    return tuple(
        Operation(node["operationId"], path, method.upper(), node, item)
        for path, item in bundle()["paths"].items()
        for method, node in item.items()
        if method in HTTP_METHODS
    )


def operation(name: str) -> Operation:
    """The operation of this id."""
    return next(each for each in operations() if each.id == name)


def generated_operations() -> tuple[Operation, ...]:
    """Those that the generator makes methods of."""
    return tuple(each for each in operations() if each.generated)


def closed(schema: Any) -> dict[str, Any]:
    """The schema with all it refers to, to be used on its own."""
    return {**schema, "components": {"schemas": schemas()}}


@cache
def _validator(text: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(closed(json.loads(text)), validate_formats=True)


def faults(schema: Any, value: Any) -> list[str]:
    """What is wrong with a value according to its schema."""
    validator = _validator(json.dumps(schema, sort_keys=True))
    return [f"{error.message} @ {'/'.join(map(str, error.instance_path))}" for error in validator.iter_errors(value)]


def undeclared(schema: Any, value: Any, where: str = "$") -> list[str]:
    """Members of a value that its schema does not name, at any depth."""
    schema = resolve(schema)
    if isinstance(value, list):
        return [
            name for i, item in enumerate(value) for name in undeclared(schema.get("items", {}), item, f"{where}[{i}]")
        ]
    if not isinstance(value, dict) or "additionalProperties" in schema:
        return []
    for option in schema.get("anyOf", ()):
        if is_object(option):
            schema = resolve(option)
    known = properties(schema)
    found = [f"{where}.{name}" for name in value if name not in known]
    for name, item in value.items():
        found += undeclared(known.get(name, {"additionalProperties": True}), item, f"{where}.{name}")
    return found
