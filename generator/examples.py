"""Examples: calls and answers, one a file, ``spec/examples/<operation id>/<name>.json``.

The sandbox answers from them and tests send them; the generator only makes sure that they fit the spec.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.findings import Finding, Place, SpecError
from generator.loading import LocatedDict, load_file

FILES = "files"
"""The folder of what examples name by ``{"$file": "files/x"}``; it holds no examples itself."""

_MEMBERS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    # A ! marks what has to be there. No types: any value.
    "example": {"summary!": (str,), "request!": (dict,), "response!": (dict,)},
    "request": {"parameters": (dict,), "body": ()},
    "response": {"status!": (int,), "media-type": (str,), "headers": (dict,), "body": ()},
}
_WORDS = {str: "text", int: "a whole number", dict: "a mapping"}


@dataclass(frozen=True)
class Example:
    """A call and its answer.

    Attributes:
        operation_id: the operation that is called.
        name: the file's name without its ending.
        file: what findings call the file, relative to the folder that holds the spec's folder.
        summary: what happens, a sentence.
        parameters: values by the parameters' names.
        body: the body of the request, or None.
        status: of the answer.
        media_type: of the answer's body, or None where the spec leaves no choice.
        headers: of the answer.
        response_body: the body of the answer; None if there is none. A ``$file`` stands as it is written.
        source: the whole file, whose values know their lines.
    """

    operation_id: str
    name: str
    file: str
    summary: str
    parameters: Mapping[str, Any]
    body: Any
    status: int
    media_type: str | None
    headers: Mapping[str, str]
    response_body: Any
    source: LocatedDict

    @property
    def subject(self) -> str:
        """What findings call it."""
        return f"example {self.operation_id}/{self.name}"


def load_examples(folder: Path) -> dict[str, list[Example]]:
    """Read every example.

    Args:
        folder: ``spec/examples``.

    Returns:
        Examples by operation id, in the order of their names.

    Raises:
        SpecError: files cannot be read or are no examples; with all of them.
    """
    found: dict[str, list[Example]] = {}
    problems: list[Finding] = []
    for path in sorted(folder.glob("*/*.json")):
        if path.parent.name == FILES:
            continue
        name = f"{folder.parent.name}/{folder.name}/{path.parent.name}/{path.name}"
        try:
            source = load_file(path, name)
        except SpecError as error:
            problems += error.findings
            continue
        subject = f"example {path.parent.name}/{path.stem}"
        wrong = list(_misshapen(source, subject, name))
        problems += wrong
        if not wrong:
            found.setdefault(path.parent.name, []).append(_example(source, path, name))
    if problems:
        raise SpecError(problems)
    return found


def _misshapen(source: Any, subject: str, name: str) -> Iterator[Finding]:
    if not isinstance(source, LocatedDict):
        problem, remedy = "This is no mapping.", 'Begin with {"summary": ...}.'
        yield Finding(Place(name, 1), subject, problem, remedy, "example-shape")
        return
    for part, holder in (("example", source), *((key, source.get(key)) for key in ("request", "response"))):
        if not isinstance(holder, LocatedDict):
            continue  # said below, as a member of the whole
        known = {key.removesuffix("!"): types for key, types in _MEMBERS[part].items()}
        for key, value in holder.items():
            types = known.get(key)
            if types is None:
                problem = f"The {part} has {key}, which no example has."
                yield Finding(holder.place_of(key), subject, problem, f"Write {', '.join(known)}.", "example-shape")
            elif types and (not isinstance(value, types) or isinstance(value, bool)):
                problem = f"{key} is not {_WORDS[types[0]]}."
                yield Finding(holder.place_of(key), subject, problem, f"Write {_WORDS[types[0]]}.", "example-shape")
        for key in _MEMBERS[part]:
            if key.endswith("!") and key[:-1] not in holder:
                problem = f"The {part} has no {key[:-1]}."
                yield Finding(holder.place, subject, problem, f"Add {key[:-1]}.", "example-shape")


def _example(source: LocatedDict, path: Path, name: str) -> Example:
    request, response = source["request"], source["response"]
    return Example(
        operation_id=path.parent.name,
        name=path.stem,
        file=name,
        summary=source["summary"],
        parameters=request.get("parameters", {}),
        body=request.get("body"),
        status=response["status"],
        media_type=response.get("media-type"),
        headers=response.get("headers", {}),
        response_body=response.get("body"),
        source=source,
    )
