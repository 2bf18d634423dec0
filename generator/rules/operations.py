"""Rules for operations: names, tag, security, provenance, answers. What they take is in ``inputs.py``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import iskeyword

from generator.engine import python_name
from generator.error_classes import error_classes
from generator.findings import Finding
from generator.loading import LocatedDict, LocatedList
from generator.rules.reading import Operation, Spec, listed

METHODS = ("get", "post", "put", "patch", "delete")
CONFIDENCES = ("documented", "sdk-only", "inferred")
SIGNED_ERRORS = ("400", "401", "404", "500")
"""What every signed call may be answered with."""


def findings(spec: Spec) -> Iterator[Finding]:
    """What is wrong with operations."""
    yield from _unique(spec)
    for operation in spec.operations:
        yield from _method(operation)
        yield from _names(operation)
        yield from _tag(spec, operation)
        yield from _texts(operation)
        yield from _security(spec, operation)
        yield from _provenance(operation)
        yield from _answers(spec, operation)


def _unique(spec: Spec) -> Iterator[Finding]:
    identifiers: dict[str, Operation] = {}
    methods: dict[tuple[str, str], Operation] = {}
    for operation in spec.operations:
        if operation.id:
            first = identifiers.setdefault(python_name(operation.id), operation)
            if first is not operation:
                same = first.id == operation.id
                problem = (
                    f"Its operationId belongs to {first.method.upper()} {first.path} already."
                    if same
                    else f"operationId {operation.id} and {first.id} are both {python_name(operation.id)} in Python."
                )
                yield operation.finding("operationId", problem, "Choose another one.", "operation-id")
        for tag in operation.raw.get("tags", ()):
            name = operation.raw.get("x-method-name")
            first = methods.setdefault((tag, name), operation) if name else operation
            if first is not operation:
                problem = f"x-method-name {name} belongs to {first.subject} of the tag {tag} already."
                yield operation.finding("x-method-name", problem, "Choose another one.", "method-name")


def _method(operation: Operation) -> Iterator[Finding]:
    if operation.method not in METHODS:
        problem = f"The client does not send {operation.method.upper()} requests."
        yield operation.finding(operation.place, problem, f"Use {listed(METHODS)}.", "method")
    if "callbacks" in operation.raw:
        problem = "It has callbacks, for which nothing is generated."
        yield operation.finding("callbacks", problem, "Remove them.", "callbacks")


def _names(operation: Operation) -> Iterator[Finding]:
    if not operation.id:
        problem = "It has no operationId."
        yield operation.finding("operationId", problem, "Add one, for instance uploadDocument.", "operation-id")
    elif not operation.id.isidentifier():
        problem = f"operationId {operation.id!r} is no identifier."
        yield operation.finding("operationId", problem, "Use letters, digits and underscores.", "operation-id")
    name = operation.raw.get("x-method-name")
    if not name:
        remedy = "Add the name of its method, for instance upload."
        yield operation.finding("x-method-name", "It has no x-method-name.", remedy, "method-name")
    elif not name.isidentifier() or iskeyword(name) or name.startswith("_"):
        problem = f"x-method-name {name!r} cannot be the name of a method."
        remedy = "Choose a Python identifier that is no keyword and begins with a letter."
        yield operation.finding("x-method-name", problem, remedy, "method-name")


def _tag(spec: Spec, operation: Operation) -> Iterator[Finding]:
    tags = operation.raw.get("tags", ())
    if len(tags) != 1:
        problem = f"It has {len(tags) or 'no'} tags; its method belongs to exactly one group."
        yield operation.finding("tags", problem, "Write exactly one tag.", "operation-tag")
    declared = {tag["name"] for tag in spec.document["tags"]}
    for tag in tags:
        if tag not in declared:
            problem = f"The tag {tag} is not declared."
            remedy = f"Add it to tags in {spec.document.place.file}, or correct it."
            yield operation.finding("tags", problem, remedy, "operation-tag")


def _texts(operation: Operation) -> Iterator[Finding]:
    summary = operation.raw.get("summary", "")
    if not summary:
        remedy = "Add one sentence that says what the call does."
        yield operation.finding("summary", "It has no summary.", remedy, "summary")
    elif not summary.endswith("."):
        yield operation.finding("summary", "Its summary is no sentence.", "End it with a full stop.", "summary")


def _security(spec: Spec, operation: Operation) -> Iterator[Finding]:
    # Without security of its own an operation has that of the root; that the root has some, the shape guarantees.
    choices = operation.raw.get("security", ())
    for choice in choices:
        for scheme, scopes in choice.items():
            place = choice.place_of(scheme)
            if scheme not in spec.security_schemes:
                problem = f"It names the security scheme {scheme}, which does not exist."
                yield operation.finding(place, problem, f"Use {listed(spec.security_schemes)}.", "security")
                continue
            yield from _scopes(spec, operation, scheme, scopes)


def _scopes(spec: Spec, operation: Operation, scheme: str, scopes: LocatedList) -> Iterator[Finding]:
    known = spec.scopes(scheme)
    for scope, place in zip(scopes, scopes.places, strict=True):
        if scope not in known:
            problem = f"It needs the scope {scope}, which {scheme} does not have."
            remedy = f"Use {listed(known)}." if known else "Remove it."
            yield operation.finding(place, problem, remedy, "scopes")


def _provenance(operation: Operation) -> Iterator[Finding]:
    provenance = operation.raw.get("x-provenance")
    if provenance is None:
        remedy = "Add confidence and sources."
        yield operation.finding("x-provenance", "It has no x-provenance.", remedy, "provenance")
        return
    confidence = provenance.get("confidence")
    if confidence not in CONFIDENCES:
        place = provenance.place_of("confidence")
        problem = "x-provenance has no confidence." if confidence is None else f"Its confidence is {confidence!r}."
        yield operation.finding(place, problem, f"Write {listed(CONFIDENCES)}.", "provenance")
    if not provenance.get("sources"):
        place = provenance.place_of("sources")
        problem = "x-provenance names no sources."
        yield operation.finding(place, problem, "Say where the operation is known from.", "provenance")


def _is_file(response: LocatedDict) -> bool:
    content = response.get("content", {})
    schema = content.get("application/json", {"schema": {"format": "binary"}})["schema"]
    return bool(content) and schema.get("format") == "binary"


def _answers(spec: Spec, operation: Operation) -> Iterator[Finding]:
    responses = operation.raw["responses"]
    for status in responses:
        place = responses.place_of(status)
        if not re.fullmatch(r"[1-5][0-9][0-9]", status):
            problem = f"It documents status {status}, which is no number of three digits."
            yield operation.finding(place, problem, "List each status by its number.", "status")
        elif status >= "4" and int(status) not in error_classes():
            problem = f"It documents status {status}, but no error class is known for it."
            remedy = f"Add {status} to templates/python/runtime/errors.py, or remove it here."
            yield operation.finding(place, problem, remedy, "error-class")
        elif status.startswith("2") and "requestBody" in operation.raw and operation.generated:
            if _is_file(spec.resolve(responses[status])):
                problem = f"It has a body, and answers {status} with a file; only calls without a body fetch files."
                yield operation.finding(
                    place, problem, "Let `send` and `upload` of the client do so first.", "file-answer"
                )
    if not any(status.startswith("2") or status == "302" for status in responses):
        remedy = "Add 200 with what is answered, or 204."
        yield operation.finding("responses", "It documents no success.", remedy, "success")
    if spec.is_signed(operation):
        missing = [status for status in SIGNED_ERRORS if status not in responses]
        if missing:
            problem = f"It is signed, but does not document {', '.join(missing)}."
            yield operation.finding("responses", problem, "Add the shared answers of the root.", "signed-errors")
