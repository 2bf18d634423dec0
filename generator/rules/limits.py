"""Rules for what the engine parses and OpenAPI allows, but the emitted client would send or read wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.engine import python_name
from generator.findings import Finding
from generator.loading import LocatedDict
from generator.rules.reading import Operation, Spec, listed

_SCALARS = {"string", "integer", "number", "boolean"}
_FORM = "multipart/form-data"
_TYPE_NAMES = {"list", "str", "int", "float", "bool", "dict"}
SAFE_NONCE = 16
"""Hexadecimal digits, 64 bits of chance, below which two calls could draw the same nonce."""

HELPERS = frozenset(
    [
        "wire_date",
        "as_json",
        "decode",
        "decode_list",
        "decode_text",
        "items",
        "items_as_json",
        "json_object",
        "query",
        "segment",
    ]
)
"""Functions that the methods of a group call, see ``generator/methods.py``; an argument would hide them."""

ATTRIBUTES = frozenset({"decode_owned", "explain", "field"})
"""Further names that the classes of models use, see ``templates/python/securedsigning/models/model.py.jinja``."""


def findings(spec: Spec) -> Iterator[Finding]:
    """What the client cannot do."""
    if "webhooks" in spec.document:
        place = spec.document.place_of("webhooks")
        problem = "It has webhooks, for which nothing is generated."
        yield Finding(place, "document", problem, "Describe in schemas what arrives.", "webhooks")
    for operation in spec.operations:
        yield from _path(operation)
        if operation.generated:
            yield from _names(spec, operation)
            yield from _sending(spec, operation)
            yield from _parameters(spec, operation)
            yield from _body(spec, operation)
            yield from _answer(spec, operation)
    yield from _request_dates(spec)
    yield from _attributes(spec)
    yield from _nonce(spec)


def _path(operation: Operation) -> Iterator[Finding]:
    if not operation.path.startswith("/") or set("?#") & set(operation.path):
        problem = f"The path {operation.path} cannot be appended to a server's address."
        yield operation.finding(
            operation.place, problem, "Begin it with a slash; list what is in its query as parameters.", "path"
        )


def _names(spec: Spec, operation: Operation) -> Iterator[Finding]:
    name = operation.raw.get("x-method-name", "")
    if re.search("[A-Z]", name) or name in _TYPE_NAMES:
        problem = f"x-method-name {name} is not in snake case, or hides a type that the group's methods use."
        yield operation.finding(
            "x-method-name", problem, "Write words in small letters, for instance list_all.", "method-name"
        )
    if not re.fullmatch("[a-z][A-Za-z0-9]*", operation.id or "a"):
        problem = f"operationId {operation.id} is not in camelCase."
        yield operation.finding(
            "operationId", problem, "Write it as the others are, for instance uploadDocument.", "operation-id"
        )
    body = operation.raw.get("requestBody")
    content = spec.resolve(body)["content"] if body is not None else {}
    taken = {item["name"]: place for item, place in spec.parameters(operation) if "x-client-option" not in item}
    for media in content.values():
        taken |= {key: place for key, (_, place) in spec.properties(media["schema"]).items()}
    for wire_name, place in taken.items():
        if python_name(wire_name) in HELPERS:
            problem = (
                f"{wire_name} would be the argument {python_name(wire_name)}, which hides a function of the method."
            )
            remedy = "Call that function something else, in generator/methods.py and the runtime."
            yield operation.finding(place, problem, remedy, "arguments")


def _sending(spec: Spec, operation: Operation) -> Iterator[Finding]:
    """Everything that is generated goes signed to one server, and says which scope it takes."""
    for holder in (operation.raw, operation.item):
        if "servers" in holder:
            problem = "It has a server of its own, but the client sends everything to one."
            remedy = "Remove it, or use a tag with x-implementation: runtime."
            yield operation.finding(holder.place_of("servers"), problem, remedy, "own-server")
    if not spec.is_signed(operation):
        remedy = f"Add {spec.signature_scheme or 'the signature'} to its security."
        yield operation.finding("security", "It is not signed, but the client signs every call.", remedy, "unsigned")
    needs = [
        choice["oauth2"] for choice in operation.raw.get("security", spec.document["security"]) if "oauth2" in choice
    ]
    provenance = operation.raw.get("x-provenance", {})
    if any(not scopes for scopes in needs) and "token" not in provenance:
        problem = "It takes a token, but neither a scope nor which token is stated."
        yield operation.finding("security", problem, "Name the scope, or write x-provenance.token.", "scopes")
    if any(needs) and "scope-basis" not in provenance:
        problem = "It needs a scope, but does not say how sure that is."
        yield operation.finding("x-provenance", problem, "Add scope-basis: documented, sdk-only or inferred.", "scopes")


def _parameters(spec: Spec, operation: Operation) -> Iterator[Finding]:
    for item, place in spec.parameters(operation):
        name, schema = item["name"], spec.resolve(item["schema"])
        for key in ("style", "explode", "allowReserved", "content"):
            if key in item:
                problem = f"The parameter {name} has {key}, but the client writes parameters in one way only."
                yield operation.finding(item.place_of(key), problem, "Remove it.", "parameter-style")
        if "x-date" in schema:
            problem = f"The parameter {name} is a date, but only members of a JSON body are written as dates."
            yield operation.finding(place, problem, "Leave x-date out, and describe the format.", "date")
        if item["in"] == "path" and _kinds(schema) != {"string"}:
            problem = f"The path parameter {name} is no text."
            yield operation.finding(place, problem, "Write type: string.", "path-parameters")


def _body(spec: Spec, operation: Operation) -> Iterator[Finding]:
    if "requestBody" not in operation.raw:
        return
    content = spec.resolve(operation.raw["requestBody"])["content"]
    for media_type, media in content.items():
        members = spec.properties(media["schema"])
        files = [place for item, place in members.values() if item.get("format") == "binary"]
        if media_type == _FORM and len(files) != 1:
            problem = f"Its form has {len(files) or 'no'} files; the client sends exactly one."
            yield operation.finding(content.place_of(media_type), problem, "Mark one with format: binary.", "form")
        elif media_type != _FORM and files:
            problem = "Its JSON holds a file."
            yield operation.finding(files[0], problem, f"Use {_FORM}, or text in Base64 (contentEncoding).", "form")
        for name, (item, place) in members.items() if media_type == _FORM else ():
            if not _kinds(spec.resolve(item)) <= _SCALARS:
                problem = f"{name} is a list or an object, which a form has no way of writing."
                yield operation.finding(place, problem, "Make it a text, number or boolean, or send JSON.", "form")


def _answer(spec: Spec, operation: Operation) -> Iterator[Finding]:
    responses = operation.raw["responses"]
    answers = {status: spec.resolve(item).get("content") for status, item in responses.items() if status[0] == "2"}
    filled = {status: content for status, content in answers.items() if content}
    if len(filled) > 1:
        problem = f"It is answered with content for {' and '.join(filled)}; the client reads that of one only."
        yield operation.finding("responses", problem, "Keep one of them.", "answer")
    if not answers:
        problem = "It documents no status 2xx; the client takes anything else for an error."
        yield operation.finding("responses", problem, "Add 200 with what is answered, or 204.", "success")
    for status, content in list(filled.items())[:1]:
        for media_type, media in content.items():
            if media["schema"].get("format") == "binary":
                continue
            if media_type != "application/json" or not _readable(spec, media["schema"]):
                problem = f"Its answer {status} as {media_type} is no object, list of objects, text or file."
                remedy = "Refer to an object schema, or write {type: string, format: binary}."
                yield operation.finding(content.place_of(media_type), problem, remedy, "answer")


def _readable(spec: Spec, schema: LocatedDict) -> bool:
    """Whether there is a function that decodes it."""
    target = spec.resolve(schema)
    if target.get("type") == "array":
        target = spec.resolve(target.get("items", {}))
        return bool(spec.properties(target))
    return target.get("type") == "string" or bool(spec.properties(target))


def _request_dates(spec: Spec) -> Iterator[Finding]:
    """``x-date: request`` means a date argument, and only the members of a JSON body become arguments that are written so."""
    written = {
        id(item)
        for operation in spec.operations
        for media_type, media in spec.resolve(operation.raw.get("requestBody", {})).get("content", {}).items()
        if media_type == "application/json"
        for item, _ in spec.properties(media["schema"]).values()
    }
    for name, schema in spec.schemas.items():
        for part in (schema, *schema.get("allOf", ())):
            for key, item in part.get("properties", {}).items():
                if item.get("x-date") == "request" and id(item) not in written:
                    problem = f"{key} is a date to be sent, but stands deeper than the members of a request's body."
                    remedy = "Use x-date: answer, or leave it out and describe the format."
                    yield Finding(item.place_of("x-date"), f"schema {name}", problem, remedy, "date")


def _attributes(spec: Spec) -> Iterator[Finding]:
    generated = spec.reached(
        *[holder for operation in spec.operations if operation.generated for holder in spec.generated(operation)]
    )
    for name in spec.schemas:
        members = spec.properties(spec.schemas[name]) if name in generated else {}
        parsed = {
            f"{python_name(key)}_parsed": key for key, (item, _) in members.items() if item.get("x-date") == "answer"
        }
        for key, (item, place) in members.items():
            attribute, subject = python_name(key), f"schema {name}"
            if attribute in ATTRIBUTES:
                problem = f"The property {key} hides {attribute}, which every model uses."
                yield Finding(place, subject, problem, "Leave it out: it is kept as an additional one.", "attribute")
            if attribute in parsed:
                problem = f"The property {key} and the parsed date of {parsed[attribute]} are both {attribute}."
                yield Finding(place, subject, problem, "Leave it out: it is kept as an additional one.", "attribute")
            yield from _items(item, subject, key)


def _kinds(schema: LocatedDict) -> set[str]:
    """The types that a schema names."""
    kinds = schema.get("type", ())
    return {kinds} if isinstance(kinds, str) else set(kinds)


def _items(item: Any, subject: str, key: str) -> Iterator[Finding]:
    inner = item.get("items")
    while isinstance(inner, LocatedDict):
        if "null" in _kinds(inner) or "anyOf" in inner:
            problem = f"The list {key} may hold null, which the client takes for an object."
            yield Finding(
                inner.place,
                subject,
                problem,
                f"Describe what it holds as one of {listed(sorted(_SCALARS))} or a $ref.",
                "items",
            )
        inner = inner.get("items")


def _nonce(spec: Spec) -> Iterator[Finding]:
    for name, scheme in spec.security_schemes.items():
        nonce = scheme.get("x-hmac-signature", {}).get("nonce", {"max-length": SAFE_NONCE})
        if nonce["max-length"] < SAFE_NONCE:
            problem = f"max-length is {nonce['max-length']}: nonces would soon repeat."
            remedy = f"Allow {SAFE_NONCE} characters at least."
            yield Finding(nonce.place_of("max-length"), f"security scheme {name}", problem, remedy, "signature")
