"""The facts of an API: what the engine parsed, and beside it what the engine cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator import engine
from generator.engine_document import METHODS
from generator.facts import (
    Answer,
    Api,
    Body,
    Enum,
    EnumMember,
    Group,
    Model,
    OAuth,
    Operation,
    Property,
    Signing,
)
from generator.findings import Place
from generator.loading import LocatedDict


def describe(document: LocatedDict, parsed: engine.Parsed) -> Api:
    """Put everything that is generated from into one value.

    Args:
        document: the bundled document, free of findings.
        parsed: what the engine made of it.
    """
    return _Description(document, parsed).api()


class _Description:
    def __init__(self, document: LocatedDict, parsed: engine.Parsed) -> None:
        self._document = document
        self._parsed = parsed
        self._schemas: dict[str, Any] = document["components"]["schemas"]
        self._methods = dict(self._methods_by_id())
        self._by_class = {engine.class_name(name): name for name in self._schemas}
        self._models = {name: self._model(item) for name, item in parsed.models.items()}

    def api(self) -> Api:
        document = self._document
        by_hand = [tag["name"] for tag in document["tags"] if tag.get("x-implementation") == "runtime"]
        by_tag: dict[str, list[Operation]] = {tag["name"]: [] for tag in document["tags"]}
        for path, method, operation in self._operations():
            by_tag[operation["tags"][0]].append(self._operation(path, method, operation))
        groups = tuple(self._group(tag, by_tag) for tag in document["tags"] if tag["name"] not in by_hand)
        return Api(
            title=document["info"]["title"],
            version=document["info"]["version"],
            description=document["info"].get("description", ""),
            servers=tuple(server["url"] for server in document["servers"]),
            signing=self._signing(),
            oauth=self._oauth(),
            sender_header=self._sender_header(),
            groups=tuple(group for group in groups if group.operations),
            oauth_operations=tuple(operation for name in by_hand for operation in by_tag[name]),
            models=tuple(self._models.values()),
            enums=tuple(self._enum(item) for item in self._parsed.enums.values()),
        )

    def _operations(self) -> Iterator[tuple[str, str, LocatedDict]]:
        for path, item in self._document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def _methods_by_id(self) -> Iterator[tuple[str, str]]:
        """What each operation of a group is called in Python, by its operationId."""
        attributes = {tag["name"]: tag["x-attribute"] for tag in self._document["tags"] if "x-attribute" in tag}
        for _, _, operation in self._operations():
            if operation["tags"][0] in attributes:
                yield operation["operationId"], f"{attributes[operation['tags'][0]]}.{operation['x-method-name']}"

    def _in_python(self, text: str) -> str:
        """The text with methods in place of operationIds, by which nobody can call them.

        An id of small letters alone may be a word like any other, and stays.
        """

        def method(found: re.Match[str]) -> str:
            name = found[0]
            return f"``{self._methods[name]}``" if name in self._methods and not name.islower() else name

        return re.sub(r"\w+", method, text)

    def _group(self, tag: LocatedDict, by_tag: dict[str, list[Operation]]) -> Group:
        attribute = tag["x-attribute"]
        return Group(
            tag=tag["name"],
            attribute=attribute,
            class_name="".join(word.capitalize() for word in attribute.split("_")),
            description=self._in_python(tag["description"]),
            operations=tuple(by_tag[tag["name"]]),
            place=tag.place,
        )

    def _operation(self, path: str, method: str, operation: LocatedDict) -> Operation:
        identifier = operation["operationId"]
        parsed = self._parsed.operations.get(identifier)
        security = operation.get("security", self._document["security"])
        scopes = next((choice["oauth2"] for choice in security if "oauth2" in choice), ())
        signing_scheme = self._signature_scheme()
        provenance = operation["x-provenance"]
        return Operation(
            id=identifier,
            name=operation["x-method-name"],
            constant=engine.python_name(identifier).upper(),
            http_method=method.upper(),
            path=path,
            summary=self._in_python(operation["summary"]),
            description=self._in_python(operation.get("description", "")),
            parameters=tuple(self._parameters(path, operation, parsed)) if parsed else (),
            body=self._body(operation, parsed) if parsed else None,
            answer=self._answer(operation, parsed),
            errors={
                int(status): self._in_python(self._resolve(response)["description"])
                for status, response in operation["responses"].items()
                if status >= "4"
            },
            scopes=tuple(scopes),
            signed=any(signing_scheme in choice for choice in security),
            confidence=provenance["confidence"],
            sources=tuple(provenance["sources"]),
            notes=_notes(provenance),
            deprecated=operation.get("deprecated", False),
            place=operation.place,
        )

    def _parameters(self, path: str, operation: LocatedDict, parsed: engine.ParsedOperation) -> Iterator[Property]:
        listed = [*operation.get("parameters", ()), *self._document["paths"][path].get("parameters", ())]
        raw = {(item["in"], item["name"]): item for item in map(self._resolve, listed)}
        for item in parsed.parameters:
            parameter = raw[item.location, item.wire_name]
            yield replace(
                item,
                description=self._in_python(_sentence(parameter.get("description", ""), parameter)),
                deprecated=parameter.get("deprecated", False),
            )

    def _body(self, operation: LocatedDict, parsed: engine.ParsedOperation) -> Body | None:
        if parsed.body is None:
            return None
        media_type = next(iter(operation["requestBody"]["content"]))
        encoding = "multipart" if media_type == "multipart/form-data" else "json"
        return Body(encoding, media_type, self._models[parsed.body.class_name])

    def _answer(self, operation: LocatedDict, parsed: engine.ParsedOperation | None) -> Answer:
        for status, response in operation["responses"].items():
            content = self._resolve(response).get("content", {})
            if not status.startswith("2") or not content:
                continue
            shape = parsed.answers.get(status) if parsed else None
            media = content.get("application/json")
            single_or_array = bool(media and media["schema"].get("x-single-or-array"))
            kind = "json" if media and media["schema"].get("format") != "binary" else "file"
            description = self._in_python(response["description"])
            return Answer(kind, shape, tuple(content), single_or_array, description)
        return Answer("empty", None, (), False, "")

    def _model(self, item: engine.ParsedClass) -> Model:
        name = self._by_class.get(item.class_name, "")
        schema = self._schemas.get(name, self._document)
        members = dict(self._members(schema))
        provenance = schema.get("x-provenance", {"confidence": "inferred"})
        # An object without a name of its own is a finding, but scripts/diff can tell it all the same.
        members |= {each.wire_name: self._document for each in item.properties if each.wire_name not in members}
        position = {wire_name: index for index, wire_name in enumerate(members)}
        ordered = sorted(item.properties, key=lambda member: position[member.wire_name])
        return Model(
            schema_name=name,
            class_name=item.class_name,
            module=item.module,
            description=self._in_python(schema.get("description", "")),
            properties=tuple(self._property(member, members[member.wire_name]) for member in ordered),
            confidence=provenance["confidence"],
            notes=_notes(provenance),
            place=schema.place,
        )

    def _members(self, schema: LocatedDict) -> Iterator[tuple[str, LocatedDict]]:
        """Every property of a schema with what ``allOf`` brings in, the later winning."""
        schema = self._resolve(schema)
        for part in schema.get("allOf", ()):
            yield from self._members(part)
        yield from schema.get("properties", {}).items()

    def _property(self, member: Property, raw: LocatedDict) -> Property:
        target = self._resolve(raw)
        shape = member.shape
        if "x-date" in raw:
            shape = replace(shape, date=raw["x-date"])
        return replace(
            member,
            shape=shape,
            description=self._in_python(_sentence(raw.get("description") or target.get("description", ""), raw)),
            deprecated=raw.get("deprecated", False),
            file_extensions=tuple(raw.get("x-file-extensions", ())),
            secret=raw.get("x-secret", False),
        )

    def _enum(self, item: engine.ParsedClass) -> Enum:
        name = self._by_class.get(item.class_name, "")
        schema = self._schemas.get(name, {})
        numbers = schema.get("x-enum-numbers", {})
        return Enum(
            schema_name=name,
            class_name=item.class_name,
            module=item.module,
            description=self._in_python(schema.get("description", "Known values.")),
            members=tuple(EnumMember(key, value, numbers.get(value)) for key, value in item.values),
            place=schema.place if isinstance(schema, LocatedDict) else self._place_within(item.class_name),
        )

    def _place_within(self, class_name: str) -> Place:
        """Where an enum stands that is written out in a parameter, a property or the items of one."""
        for holder, members in self._holders():
            for name, schema in members:
                inner = schema.get("items", schema) if isinstance(schema, LocatedDict) else schema
                for text in (f"{holder}{name}", f"{holder}{name}_item"):
                    if engine.class_name(text) == class_name and isinstance(inner, LocatedDict):
                        return inner.place
        return Place(self._document.place.file, 1)

    def _holders(self) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
        yield "", list(self._schemas.items())
        for name, schema in self._schemas.items():
            yield f"{name}_", list(self._members(schema))
        for _, _, operation in self._operations():
            listed = [self._resolve(item) for item in operation.get("parameters", ())]
            yield f"{operation['operationId']}_", [(item["name"], item["schema"]) for item in listed]

    def _resolve(self, value: Any) -> Any:
        while isinstance(value, dict) and "$ref" in value:
            _, _, kind, name = value["$ref"].split("/")
            value = self._document["components"][kind][name.replace("~1", "/").replace("~0", "~")]
        return value

    def _sender_header(self) -> str:
        """The header of the client option ``sender``; the other one, ``format``, is never sent (docs/adr/0008)."""
        declared = self._document["components"].get("parameters", {}).values()
        return next((str(item["name"]) for item in declared if item.get("x-client-option") == "sender"), "")

    def _signature_scheme(self) -> str:
        schemes = self._document["components"]["securitySchemes"]
        return next(str(name) for name, scheme in schemes.items() if "x-hmac-signature" in scheme)

    def _signing(self) -> Signing:
        schemes = self._document["components"]["securitySchemes"]
        name = self._signature_scheme()
        signature = schemes[name]["x-hmac-signature"]
        time, nonce = signature["time"]["scheme"], signature["nonce"]["scheme"]
        roles = {time: "timestamp", nonce: "nonce"}
        key = next(part for part in signature["parts"] if part not in roles)
        roles[key] = "api_key"
        return Signing(
            algorithm=signature["algorithm"].replace("-", "").lower(),
            encoding=signature["encoding"],
            separator=signature["separator"],
            parts=tuple(roles[part] for part in signature["parts"]),
            time_unit=signature["time"]["unit"],
            nonce_length=signature["nonce"]["max-length"],
            key_header=schemes[key]["name"],
            time_header=schemes[time]["name"],
            nonce_header=schemes[nonce]["name"],
            signature_header=schemes[name]["name"],
            access_url_header=schemes["accessUrl"]["name"],
        )

    def _oauth(self) -> OAuth:
        scheme = self._document["components"]["securitySchemes"]["oauth2"]
        flow = scheme["flows"]["authorizationCode"]
        server = flow["tokenUrl"].rpartition("/")[0]
        revoke_path = scheme["x-revocation-url"].removeprefix(server)
        token_path = flow["tokenUrl"].removeprefix(server)
        paths = self._document["paths"]
        return OAuth(
            server=server,
            authorize_path=flow["authorizationUrl"].removeprefix(server),
            token_path=token_path,
            revoke_path=revoke_path,
            revoke_method=next((each for each in METHODS if each in paths.get(revoke_path, ())), "get").upper(),
            scopes=tuple(flow["scopes"]),
            partner_features=self._partner_features(token_path),
        )

    def _partner_features(self, token_path: str) -> tuple[str, ...]:
        """The values of the field ``feature`` of a token request."""
        operation = self._document["paths"].get(token_path, {}).get("post", {})
        forms = [media["schema"] for media in operation.get("requestBody", {}).get("content", {}).values()]
        fields = [self._resolve(form).get("properties", {}).get("feature", {}) for form in forms]
        return tuple(value for field in fields for value in self._resolve(field).get("enum", ()))


def _notes(provenance: dict[str, Any]) -> tuple[str, ...]:
    note = provenance.get("notes")
    return (*provenance.get("conflicts", ()), *((note,) if note else ()))


def _sentence(description: str, holder: dict[str, Any]) -> str:
    return f"{description.rstrip('.')} (inferred)" if holder.get("x-inferred") else description
