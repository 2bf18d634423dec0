"""Rules for examples: each operation has some, and what they send and are answered fits the spec."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.examples import FILES, Example, load_examples
from generator.findings import Finding, Place, SpecError
from generator.loading import LocatedDict, LocatedList
from generator.rules.official import located
from generator.rules.reading import Operation, Spec


def findings(spec: Spec, folder: Path) -> Iterator[Finding]:
    """What is wrong with the examples below ``folder``, the spec's folder."""
    examples = folder / "examples"
    try:
        loaded = load_examples(examples)
    except SpecError as error:
        yield from error.findings
        return
    operations = {operation.id: operation for operation in spec.operations}
    folders = sorted(path.name for path in examples.iterdir() if path.is_dir()) if examples.is_dir() else []
    for name in folders:
        if name not in operations and name != FILES:
            place = Place(f"{folder.name}/examples/{name}", 1)
            problem = "The folder names no operation."
            yield Finding(
                place, f"examples of {name}", problem, "Rename it after an operationId, or remove it.", "examples"
            )
    for operation in spec.operations:
        if operation.id not in loaded:
            remedy = f"Add {folder.name}/examples/{operation.id}/minimal.json."
            yield operation.finding("operationId", "It has no example.", remedy, "examples")
    judge = _Judge(spec, examples)
    for name, found in loaded.items():
        for example in found:
            if name in operations:
                yield from judge.example(example, operations[name])


class _Judge:
    def __init__(self, spec: Spec, folder: Path) -> None:
        # It takes a while to import, which only thorough runs shall pay.
        from jsonschema import Draft202012Validator
        from referencing import Registry

        self._spec = spec
        self._folder = folder.resolve()
        # A registry of its own, so that nothing is fetched, whatever a schema asks for.
        self._kind = Draft202012Validator
        self._registry: Registry[Any] = Registry()
        self._validators: dict[int, Any] = {}

    def example(self, example: Example, operation: Operation) -> Iterator[Finding]:
        """One example."""
        yield from self._parameters(example, operation)
        yield from self._body(example, operation)
        yield from self._answer(example, operation)
        if not example.summary.endswith("."):
            place = example.source.place_of("summary")
            yield Finding(place, example.subject, "Its summary is no sentence.", "End it with a full stop.", "examples")

    def _parameters(self, example: Example, operation: Operation) -> Iterator[Finding]:
        request = example.source["request"]
        given = request.get("parameters", LocatedDict([], request.place, {}))
        declared = {item["name"]: item for item, _ in self._spec.parameters(operation)}
        for name, value in given.items():
            if name not in declared:
                problem = f"The operation has no parameter {name}."
                yield Finding(given.place_of(name), example.subject, problem, "Correct or remove it.", "examples")
            else:
                # A value's own errors have no path, and then stand where the parameter does.
                yield from self._errors(value, declared[name]["schema"], given.place_of(name), example, name)
        for name, parameter in declared.items():
            if parameter["required"] and name not in given:
                problem = f"The parameter {name} is missing."
                yield Finding(given.place, example.subject, problem, "Add it to the request.", "examples")

    def _body(self, example: Example, operation: Operation) -> Iterator[Finding]:
        request = example.source["request"]
        place = request.place_of("body")
        body = self._spec.resolve(operation.raw.get("requestBody"))
        if body is None:
            if "body" in request:
                problem = "It sends a body, but the operation takes none."
                yield Finding(place, example.subject, problem, "Remove it.", "examples")
            return
        if "body" not in request:
            if body.get("required"):
                yield Finding(place, example.subject, "It sends no body.", "Add it to the request.", "examples")
            return
        yield from self._files(example.body, place, example)
        for media in body["content"].values():
            yield from self._errors(example.body, media["schema"], place, example, "body")

    def _answer(self, example: Example, operation: Operation) -> Iterator[Finding]:
        answer = example.source["response"]
        place = answer.place_of("status")
        response = self._spec.resolve(operation.raw["responses"].get(str(example.status)))
        if response is None:
            problem = f"It is answered with {example.status}, which the operation does not document."
            remedy = "Document the status, or correct it here."
            yield Finding(place, example.subject, problem, remedy, "examples")
            return
        yield from self._files(example.response_body, answer.place_of("body"), example)
        content = response.get("content", {})
        if "application/json" in content and "body" in answer:
            schema = content["application/json"]["schema"]
            yield from self._errors(example.response_body, schema, answer.place_of("body"), example, "body")
        if example.media_type is not None and example.media_type not in content:
            problem = f"It is answered with {example.media_type}, which the operation does not document."
            remedy = f"Write one of {', '.join(content)}." if content else "Remove it."
            yield Finding(answer.place_of("media-type"), example.subject, problem, remedy, "examples")

    def _files(self, value: Any, place: Place, example: Example) -> Iterator[Finding]:
        """Files that are named exist, and below the folder of examples only."""
        if isinstance(value, LocatedDict) and "$file" in value:
            place, name = value.place_of("$file"), value["$file"]
            path = self._folder / str(name)
            if not isinstance(name, str) or not path.resolve().is_relative_to(self._folder):
                problem = f"$file {name} leads out of the examples."
                yield Finding(place, example.subject, problem, f"Put the file into examples/{FILES}.", "example-files")
            elif not path.is_file():
                problem = f"$file {name} does not exist."
                yield Finding(place, example.subject, problem, "Add the file, or correct its name.", "example-files")
        elif isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                yield from self._files(item, place, example)

    def _errors(self, value: Any, schema: LocatedDict, place: Place, example: Example, name: str) -> Iterator[Finding]:
        for error in self._validator(schema).iter_errors(_plain(value)):
            path = [name, *error.absolute_path]
            where = located(LocatedDict([(name, value)], place, {name: place}), path)[0]
            spelt = ".".join(map(str, path))
            problem = f"{spelt} does not fit: {_shortened(error.message)}."
            yield Finding(where, example.subject, problem, "Correct the example or the schema.", "examples")
        for holder, member in self._unknown(schema, value):
            problem = f"{member} is no member that the schema of {name} knows."
            yield Finding(holder.place_of(member), example.subject, problem, "Correct one of them.", "examples")

    def _unknown(self, schema: Any, value: Any) -> Iterator[tuple[LocatedDict, str]]:
        """Members that a schema does not know, at any depth, each with what holds it; maps may have any."""
        schema = self._spec.resolve(schema)
        for option in schema.get("anyOf", ()):
            yield from self._unknown(option, value) if "$ref" in option else ()
        if isinstance(value, LocatedDict) and "$file" not in value:
            known = self._spec.properties(schema)
            for name, item in value.items() if known else ():
                if name in known:
                    yield from self._unknown(known[name][0], item)
                else:
                    yield value, name
        elif isinstance(value, LocatedList):
            for item in value:
                yield from self._unknown(schema.get("items", {}), item)

    def _validator(self, schema: LocatedDict) -> Any:
        if id(schema) not in self._validators:
            # References lead to "#/components/schemas/...", so the schema stands beside them.
            whole = {**schema, "components": {"schemas": self._spec.schemas}}
            checker = self._kind.FORMAT_CHECKER
            self._validators[id(schema)] = self._kind(whole, format_checker=checker, registry=self._registry)
        return self._validators[id(schema)]


def _plain(value: Any) -> Any:
    """The value as it is sent; the content of a file is some text."""
    if isinstance(value, dict):
        return "" if "$file" in value else {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _shortened(text: str) -> str:
    text = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"') if "\n" in text else text
    return text if len(text) <= 200 else f"{text[:200]}..."
