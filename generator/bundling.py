"""Many files into one self-contained OpenAPI document, in a stable order, every value still knowing its file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.findings import Finding, Place, SpecError
from generator.loading import LocatedDict, LocatedList, load_file

MAX_VALUES = 2_000_000
"""More values than this in the bundled document are refused: aliases that multiply are an attack or an accident."""

_COMPONENTS = ("schemas", "parameters", "responses", "requestBodies", "headers", "examples", "securitySchemes")


def bundle(root: Path) -> LocatedDict:
    """Join the spec into one document.

    References to entries of the root's ``components`` become ``#/components/...``, in whichever file the entry
    stands; every other reference (path items) is replaced by what it points at.

    Args:
        root: the root file, ``openapi.yaml``.

    Returns:
        The document. Components no operation needs are kept.

    Raises:
        SpecError: a file cannot be read, or references are dangling, circular or lead out of the spec's folder.
    """
    return _Bundling(root).document()


def as_json(document: Any) -> str:
    """The document as JSON text with a newline at the end, keys in their own order."""
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


class _Bundling:
    def __init__(self, root: Path) -> None:
        self._folder = root.parent.resolve()
        self._root = root.resolve()
        self._files: dict[Path, Any] = {}
        self._findings: list[Finding] = []
        self._components: dict[tuple[Path, str], str] = {}  # where a component stands -> its reference in the bundle
        self._values = 0

    def document(self) -> LocatedDict:
        root = self._file(self._root)
        if not isinstance(root, LocatedDict):
            place = Place(self._name(self._root), 1)
            raise SpecError([Finding(place, "file", "This is no mapping.", "Begin with `openapi: 3.1.0`.", "root")])
        components = root.get("components")
        components = components if isinstance(components, LocatedDict) else {}
        for kind in _COMPONENTS:
            entries = components.get(kind)
            for name, entry in entries.items() if isinstance(entries, LocatedDict) else ():
                reference = f"#/components/{kind}/{_escape(name)}"
                self._components[self._root, reference[1:]] = reference
                if isinstance(entry, dict) and set(entry) == {"$ref"}:
                    target = self._locate(entry, self._root)
                    if target is not None:
                        self._components[target] = reference
        result = self._copy(root, self._root, ())
        if self._findings:
            raise SpecError(self._findings)
        assert isinstance(result, LocatedDict)
        return result

    def _name(self, path: Path) -> str:
        return f"{self._folder.name}/{path.relative_to(self._folder).as_posix()}"

    def _file(self, path: Path) -> Any:
        if path not in self._files:
            self._files[path] = load_file(path, self._name(path))
        return self._files[path]

    def _locate(self, holder: dict[str, Any], base: Path) -> tuple[Path, str] | None:
        """The file and JSON pointer a reference names, or None with a finding."""
        reference = holder["$ref"]
        place = holder.place_of("$ref") if isinstance(holder, LocatedDict) else Place(self._name(base), 1)
        if not isinstance(reference, str):
            self._find(place, "reference", "$ref is not text.", "Write it as a string such as '#/components/...'.")
            return None
        file, _, pointer = reference.partition("#")
        if "://" in file or file.startswith("//"):
            self._find(place, f"reference {reference}", "It leads to the network.", "Keep the target in the spec.")
            return None
        path = (base.parent / file).resolve() if file else base
        if not path.is_relative_to(self._folder):
            self._find(place, f"reference {reference}", "It leads out of the spec's folder.", "Move the target inside.")
            return None
        return path, pointer

    def _find(self, place: Place, subject: str, problem: str, remedy: str) -> None:
        self._findings.append(Finding(place, subject, problem, remedy, "references"))

    def _target(self, path: Path, pointer: str, place: Place, reference: str) -> Any:
        if not path.is_file():
            self._find(place, f"reference {reference}", "There is no such file.", "Correct the file name.")
            return None
        value = self._file(path)
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and key in value:
                value = value[key]
            elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
                value = value[int(key)]
            else:
                self._find(place, f"reference {reference}", f"{self._name(path)} has no {pointer}.", "Correct it.")
                return None
        return value

    def _copy(self, value: Any, base: Path, trail: tuple[tuple[Path, str], ...]) -> Any:
        self._values += 1
        if self._values > MAX_VALUES:
            raise SpecError(
                [Finding(Place(self._name(base), 1), "file", "The spec is too large.", "Split it.", "size")]
            )
        if isinstance(value, LocatedList):
            return LocatedList([self._copy(item, base, trail) for item in value], value.place, value.places)
        if not isinstance(value, LocatedDict):
            return value
        if "$ref" in value and isinstance(value["$ref"], str):
            return self._resolved(value, base, trail)
        items = [(key, self._copy(item, base, trail)) for key, item in value.items()]
        return LocatedDict(items, value.place, value.places)

    def _resolved(self, holder: LocatedDict, base: Path, trail: tuple[tuple[Path, str], ...]) -> Any:
        target = self._locate(holder, base)
        if target is None:
            return holder
        reference, place = holder["$ref"], holder.place_of("$ref")
        component = self._components.get(target)
        # The root's list of components is where such an entry is written out; everywhere else it stays a reference.
        if component is not None and not self._is_declaration(holder, component):
            if self._target(*target, place, reference) is None:
                return holder
            siblings = [(key, self._copy(item, base, trail)) for key, item in holder.items() if key != "$ref"]
            return LocatedDict([("$ref", component), *siblings], holder.place, holder.places)
        if target in trail:
            self._find(place, f"reference {reference}", "It leads back to itself.", "Make the target a component.")
            return holder
        found = self._target(*target, place, reference)
        return holder if found is None else self._copy(found, target[0], (*trail, target))

    def _is_declaration(self, holder: LocatedDict, component: str) -> bool:
        _, _, kind, name = component.split("/")
        declared = self._file(self._root)["components"][kind].get(name.replace("~1", "/").replace("~0", "~"))
        return declared is holder


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
