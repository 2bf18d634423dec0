"""A side of the comparison: a spec in a folder, in a file or in a git revision, read and described."""

from __future__ import annotations

import hashlib
import io
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import engine, pipeline
from generator.bundling import bundle
from generator.describing import describe
from generator.facts import Api
from generator.findings import Finding, Place, SpecError, raise_on
from generator.loading import LocatedDict
from generator.rules import findings


class SourceError(Exception):
    """There is no spec to read; the message says what to do."""


@dataclass(frozen=True)
class Side:
    """One spec.

    Attributes:
        name: where it was read from.
        document: all of it in one piece.
        api: the facts.
        examples: a hash of each file below ``examples/``.
        findings: what is wrong with it; it can be compared all the same.
    """

    name: str
    document: LocatedDict
    api: Api
    examples: Mapping[str, str]
    findings: Sequence[Finding] = ()


def read(source: str, repository: Path = pipeline.ROOT) -> Side:
    """Read a spec.

    Args:
        source: a folder with ``openapi.yaml`` (or with ``spec/openapi.yaml``), such a file, or a git revision.
        repository: where revisions are looked up, and what folders are relative to if they are not found as given.

    Raises:
        SourceError: there is no such thing, or no spec in it.
        SpecError: no facts can be had of the spec.
    """
    path = Path(source)
    if path.exists():
        return _read_folder(path, source)
    with tempfile.TemporaryDirectory() as scratch:
        extract(source, "spec", repository, Path(scratch))
        return _read_folder(Path(scratch), source)


def member_places(side: Side, schema_name: str) -> dict[str, Place]:
    """Where each property of a schema stands, those of ``allOf`` included."""
    schemas = side.document["components"]["schemas"]

    def walk(schema: LocatedDict) -> Iterator[tuple[str, Place]]:
        if "$ref" in schema:
            yield from walk(schemas[schema["$ref"].rpartition("/")[2]])
        for part in schema.get("allOf", ()):
            yield from walk(part)
        members = schema.get("properties")
        if isinstance(members, LocatedDict):
            yield from ((name, members.place_of(name)) for name in members)

    return dict(walk(schemas[schema_name])) if schema_name in schemas else {}


def last_release(repository: Path = pipeline.ROOT, besides: str = "") -> str:
    """The newest tag ``v*`` that the working tree descends from, or ``HEAD`` if there is none.

    Args:
        repository: where to look.
        besides: a tag that does not count, since it is the one of the release that is being made.
    """
    exclude = ["--exclude", besides] if besides else []
    result = _git(repository, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", *exclude)
    return result.stdout.decode().strip() if result.returncode == 0 else "HEAD"


def released_version(source: str, declared: str, repository: Path = pipeline.ROOT) -> str:
    """The version of the last release up to a source.

    Args:
        source: as for ``read``.
        declared: the version in ``pyproject.toml`` now, which counts for a folder or a file, and where nothing else is known.
        repository: where revisions are looked up.
    """
    if Path(source).exists() or source.startswith("-"):
        return declared
    tag = _git(repository, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", source)
    if tag.returncode == 0:
        return tag.stdout.decode().strip().removeprefix("v")
    text = _git(repository, "show", f"{source}:pyproject.toml").stdout.decode()
    settings = tomllib.loads(text).get("tool", {}).get("securedsigning-generator", {})
    return str(settings.get("version", declared))


def _read_folder(path: Path, name: str) -> Side:
    candidates = [path] if path.is_file() else [path / "openapi.yaml", path / "spec" / "openapi.yaml"]
    root = next((each for each in candidates if each.is_file()), None)
    if root is None:
        raise SourceError(f"{name}:1  There is no spec here.\n  Name a folder with openapi.yaml, or that file.")
    return described(name, bundle(root), root.parent)


def described(name: str, document: LocatedDict, folder: Path) -> Side:
    """A side from a bundled document.

    What only a curated spec needs, such as a description for each property, is not asked for: an older spec may lack it, and
    one that is being edited.

    Args:
        name: where it comes from.
        document: the document.
        folder: the folder of the spec, whose ``examples`` belong to it.

    Raises:
        SpecError: no facts can be had of it.
    """
    found = findings(document, folder, thorough=False)
    raise_on(each for each in found if each.rule == "shape")  # nobody can read such a document
    try:
        api = describe(document, engine.parse(document, pipeline.Layout().templates))
    except SpecError as error:
        raise SpecError([*found, *error.findings]) from None
    except (AttributeError, LookupError, StopIteration, TypeError, ValueError):
        raise_on(found)  # with findings a document may be anything
        raise
    examples = {
        each.relative_to(folder / "examples").as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted((folder / "examples").rglob("*"))
        if each.is_file()
    }
    return Side(name, document, api, examples, found)


def extract(revision: str, folder: str, repository: Path, target: Path) -> None:
    """Put a folder of a git revision into another folder, below its own path.

    Raises:
        SourceError: there is no such revision, or it has no such folder.
    """
    if revision.startswith("-") or _git(repository, "rev-parse", "--verify", "-q", revision + "^{commit}").returncode:
        raise SourceError(
            f"{revision}  There is no such folder, file or git revision.\n"
            "  Correct it; `git tag` and `git log --oneline` list revisions. A shallow clone needs `git fetch --tags`."
        )
    result = _git(repository, "archive", "--format=tar", revision, folder)
    if result.returncode:
        raise SourceError(f"{revision}:{folder}  This revision has no folder {folder}/.\n  Name one that has.")
    with tarfile.open(fileobj=io.BytesIO(result.stdout)) as archive:
        archive.extractall(target, filter="data")


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=False)
