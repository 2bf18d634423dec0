"""The public surface of the package: stubs of the last release, and what of it is broken now.

``scripts/diff`` knows what an edit of the spec breaks; this also sees edits of templates and of hand-written modules. The stubs lie
in ``docs/surface``, so that a clone without tags can compare. The release writes them; ``scripts/check`` compares.
"""

from __future__ import annotations

import ast
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import griffe

from generator import pipeline, publishing
from generator.changes.change import Change, Kind
from generator.changes.versions import next_version, parts
from generator.findings import Place
from generator.rendering import PACKAGE

STORED = pipeline.ROOT / "docs" / "surface"
_VERSION_FILE = "VERSION"
_WIRE_ONLY = {f"{PACKAGE}.operations"}
"""Modules whose values tell of the service; only their names are Python's."""


def write_surface(package: Path | None = None, target: Path = STORED, version: str | None = None) -> None:
    """Store the surface of a release.

    Args:
        package: folder of the package; by default that below ``generated/``.
        target: folder of the stubs; replaced as a whole.
        version: the version that is released; by default that of pyproject.toml.
    """
    publishing.write(surface_files(package, version), target)


def surface_files(package: Path | None = None, version: str | None = None) -> dict[str, str]:
    """The texts of the stubs, and of the file that says which version they are of, by path; arguments as ``write_surface``."""
    source = package or pipeline.Layout().output / "python" / PACKAGE
    stubs = {
        f"{PACKAGE}/{path.relative_to(source).with_suffix('.pyi').as_posix()}": stub(path.read_text(encoding="utf-8"))
        for path in sorted(source.rglob("*.py"))
    }
    return {**stubs, _VERSION_FILE: f"{version or pipeline.distribution().version}\n"}


def stub(source: str) -> str:
    """A module without docstrings, bodies and private functions; classes of attrs with the ``__init__`` that they get."""
    tree = ast.parse(source)
    tree.body = list(_kept(tree.body))
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _kept(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not name.startswith("_") or name.startswith("__"):
                    node.body = [ast.Expr(ast.Constant(...))]
                    yield node
            case ast.ClassDef():
                inner = list(_kept(node.body))
                node.body = [*inner, *_initializer(node)] or [ast.Pass()]
                yield node
            case ast.Expr(value=ast.Constant()):
                pass
            case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Import() | ast.ImportFrom():
                yield node
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if not name.startswith("_") or name in {"_MODULES", "__all__", "__version__"}:
                    yield node


def _initializer(node: ast.ClassDef) -> Iterator[ast.stmt]:
    if not any(isinstance(each, ast.Call) and ast.unparse(each.func) == "define" for each in node.decorator_list):
        return
    fields = [
        each for each in node.body if isinstance(each, ast.AnnAssign) and "ClassVar" not in ast.unparse(each.annotation)
    ]
    arguments = [
        f"{ast.unparse(each.target)}: {ast.unparse(each.annotation)}"
        + (f" = {ast.unparse(each.value)}" if each.value else "")
        for each in fields
    ]
    star = ", *, " if arguments else ""
    yield from ast.parse(f"def __init__(self{star}{', '.join(arguments)}) -> None: ...").body


def breakages(stored: Path = STORED, package: Path | None = None) -> list[str]:
    """What of the stored surface is broken now, a sentence for each; both sides are read as stubs."""
    with tempfile.TemporaryDirectory() as scratch:
        now = Path(scratch, "now")
        write_surface(package, now, "0.0.0")
        old, new = (griffe.load(PACKAGE, search_paths=[each], allow_inspection=False) for each in (stored, now))
        return list(dict.fromkeys(_explained(each) for path in _public(old) for each in _compared(old, new, path)))


def _public(package: griffe.Object | griffe.Alias) -> Iterator[str]:
    """Paths below the package. griffe does not follow ``client.documents`` to a class of a private module, so groups are named."""
    root = package.canonical_path + "."
    exports = package["__all__"].value
    names = set(ast.literal_eval(str(exports))) if exports is not None else set()
    modules = ast.literal_eval(str(package["_MODULES"].value))
    yield from (f"{modules[name].removeprefix(root)}.{name}" for name in sorted(names) if name in modules)
    yield from ("models", "operations")
    for name, module in package["models"].modules.items():  # beside the classes there is only what decodes them
        yield from (f"models.{name}.{each}" for each in module.classes)
    for side in ("_sync", "_async"):
        yield f"{side}.groups"
        for folder in ("groups", "extras"):
            yield from (f"{side}.{folder}.{name}" for name in package[side][folder].modules)


def _compared(
    old: griffe.Object | griffe.Alias, new: griffe.Object | griffe.Alias, path: str
) -> Iterator[griffe.Breakage | str]:
    try:
        after = new[path]
    except KeyError:
        yield f"{PACKAGE}.{path} is gone"
        return
    for each in griffe.find_breaking_changes(old[path], after):
        wire_only = each.kind is griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE and each.obj.parent is not None
        if not (wire_only and each.obj.parent is not None and each.obj.parent.canonical_path in _WIRE_ONLY):
            yield each


def _explained(found: griffe.Breakage | str) -> str:
    if isinstance(found, str):
        return found
    told = re.sub(r"\x1b\[[0-9;]*m", "", found.explain(griffe.ExplanationStyle.ONE_LINE))
    what = told.partition(": ")[2]
    return f"{found.obj.canonical_path}: {what or told}"


def problem(stored: Path = STORED, package: Path | None = None, version: str | None = None) -> str:
    """What is wrong, with what to do; empty if nothing is broken or the version says so."""
    if not (stored / _VERSION_FILE).exists():
        return f"{stored}  There is no surface of a release.\n  Restore it from git, or run scripts/surface write."
    released = (stored / _VERSION_FILE).read_text(encoding="utf-8").strip()
    current = version or pipeline.distribution().version
    broken = breakages(stored, package)
    needed = next_version(released, [Change("surface", Kind.BREAKING, "", "", Place("", 1))])
    if not broken or parts(current) >= parts(needed):
        return ""
    lines = [f"The public surface of {released} is broken in {len(broken)} places, and the version is {current}:"]
    lines += [f"  {each}" for each in broken]
    lines += [
        "Keep the old form working, or raise the version to "
        f"{needed} in [tool.securedsigning-generator] of pyproject.toml and tell users (scripts/diff --write).",
        f"If {released} was never published: scripts/surface write makes this the surface to compare with.",
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """``check`` (status 1 if something is broken without the version) or ``write``."""
    if arguments == ["write"]:
        write_surface()
        print(f"Wrote {STORED.relative_to(pipeline.ROOT)}.")
        return 0
    if arguments not in ([], ["check"]):
        print("usage: scripts/surface [check | write]", file=sys.stderr)
        return 2
    found = problem()
    print(
        found or "The public surface breaks nothing that the version does not say.",
        file=sys.stderr if found else sys.stdout,
    )
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
