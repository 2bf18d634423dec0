"""The package as such: what it offers, what importing it costs, and what type checkers find in it."""

from __future__ import annotations

import ast
import builtins
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import securedsigning
from securedsigning import models

PACKAGE = Path(securedsigning.__file__).parent
OFFERING: tuple[ModuleType, ...] = (securedsigning, models)
MODULES = sorted(
    ".".join(("securedsigning", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)


def tree_of(name: str) -> ast.Module:
    """The module as it was imported, parsed."""
    spec = import_module(name).__spec__
    assert spec and spec.loader
    return ast.parse(spec.loader.get_source(name))  # type: ignore[attr-defined]  # every loader of sources has it


def for_type_checkers(tree: ast.Module) -> list[ast.stmt]:
    """What only type checkers read."""
    return [
        statement
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
    ]


def imported(statements: list[ast.stmt]) -> Iterator[tuple[str, str, str]]:
    """Module, name there, and name here."""
    for node in statements:
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.module or "", alias.name, alias.asname or alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, "", (alias.asname or alias.name).partition(".")[0]


def defined(statements: list[ast.stmt]) -> Iterator[str]:
    """The names that statements give a meaning to, whatever stands around them."""
    yield from (here for _, _, here in imported(statements))
    for node in statements:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        for target in getattr(node, "targets", []):
            yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        if isinstance(node, ast.If):
            yield from defined(node.body)
        if isinstance(node, ast.Try):
            yield from defined([*node.body, *node.orelse])


def named_for_type_checkers(tree: ast.Module) -> set[str]:
    """The names that annotations and casts are made of."""
    found: set[str] = set()
    for node in ast.walk(tree):
        read = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "cast":
            kind = node.args[0]
            quoted = isinstance(kind, ast.Constant) and isinstance(kind.value, str)
            read += [node.func, ast.parse(kind.value).body[0] if quoted else kind]  # type: ignore[attr-defined]  # quoted
        parts = [part for expression in read if expression is not None for part in ast.walk(expression)]
        found |= {part.id for part in parts if isinstance(part, ast.Name)}
    return found


def constants_in_annotations(tree: ast.Module) -> list[object]:
    """The values that annotations name: None, and texts of ``Literal``."""
    annotations = [
        getattr(node, name)
        for node in ast.walk(tree)
        for name in ("annotation", "returns")
        if getattr(node, name, None)
    ]
    parts = [part for annotation in annotations for part in ast.walk(annotation)]
    return [part.value for part in parts if isinstance(part, ast.Constant) and part.value is not ...]


def test_a_type_checker_finds_every_name() -> None:
    """What annotations name is imported or defined, and what is imported for them is there."""
    for name in MODULES:
        tree = tree_of(name)
        known = {*defined(tree.body), *vars(builtins)}
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        known |= {each for node in classes for each in defined(node.body)}

        assert getattr(import_module(name), "TYPE_CHECKING", False) is False, name
        assert named_for_type_checkers(tree) - known == set(), name
        assert [each for each in constants_in_annotations(tree) if not isinstance(each, str | None)] == [], name
        for module, there, _ in imported(for_type_checkers(tree)):
            assert not there or hasattr(import_module(module), there), (name, module, there)


def test_type_checkers_are_told_what_there_is() -> None:
    """The names that they see are those of ``__all__``, from the modules that they are loaded from."""
    for module in OFFERING:
        seen = {
            here: there.removeprefix(f"{models.__name__}.") if module is models else there
            for there, _, here in imported(for_type_checkers(tree_of(module.__name__)))
        }

        assert seen == module._MODULES
        assert {*module.__all__} - {"__version__"} == seen.keys()
        assert len(module.__all__) == len({*module.__all__})


def test_public_names_are_there() -> None:
    """Each name of ``__all__`` can be had, is listed by ``dir``, and is looked up once."""
    for module in OFFERING:
        assert set(module.__all__) <= set(dir(module))
        assert dir(module) == sorted(dir(module))
        for name in module.__all__:
            found = getattr(module, name)
            assert name in vars(module)
            if hasattr(found, "__name__"):
                assert found.__name__ == name
            else:
                assert found is not None


def test_what_is_not_there_is_named() -> None:
    """As for any module."""
    for module in OFFERING:
        with pytest.raises(AttributeError, match=f"^module '{module.__name__}' has no attribute 'Nothing'$"):
            module.Nothing  # noqa: B018 - reading it is what is tested


def test_importing_loads_nothing() -> None:
    """``import securedsigning`` loads neither httpx nor attrs nor any module of its own."""
    script = "import sys; before = set(sys.modules); import securedsigning; print(sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert run.stdout.strip() in {"['__future__', 'securedsigning']", "['securedsigning']"}


def test_a_module_is_loaded_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing what lists the others loads none of them."""

    def loaded() -> list[str]:
        return sorted(each for each in sys.modules if each.partition(".")[0] == "securedsigning")

    for each in loaded():
        monkeypatch.delitem(sys.modules, each)
    for name in ("securedsigning", "securedsigning.models", "securedsigning._async.groups"):
        import_module(name)
        parts = name.split(".")
        assert loaded() == [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
        for each in loaded():
            del sys.modules[each]


def test_one_module_imports_httpx() -> None:
    """Moving to its successor is one line."""
    importing = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(line.startswith(("import httpx", "from httpx")) for line in path.read_text("utf-8").splitlines())
    ]
    assert importing == ["_http.py"]
