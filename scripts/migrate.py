# /// script
# requires-python = ">=3.11"
# dependencies = ["libcst>=1.5"]
# ///
"""Moves a program to another version of the securedsigning package: ``migrate.py MIGRATION.json... PATH...``.

A migration file (``docs/migrations/<version>.json``) holds the names that changed and what calls return, so this file and that
one are all that is needed: ``uv run migrate.py 0.2.0.json src/``. Only names that are surely ours are changed, byte by byte in
place; what might be ours is listed with file and line. What was moved before stays as it is, unless a name is both old and new; this
is said.

What is ours is followed from imports through assignments, annotations, parameters, loops, ``with``, calls and the attributes of
classes in the same file, and in tests from the sandbox's fixture ``secured_signing``. All assignments of a name count, whatever
their order.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import errno
import io
import json
import os
import re
import shutil
import sys
import tempfile
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst
from libcst import metadata

Type = tuple[object, ...]
"""Its first item is the kind: client, group, method, object, class, group-class, list, map, tuple, module, user, user-class,
function, foreign (surely not ours), library (of the standard library or attrs, and may hold or hand on what is ours) or unknown."""

Types = frozenset[Type]
FOREIGN: Types = frozenset({("foreign",)})
UNKNOWN: Types = frozenset({("unknown",)})
LIBRARY: Types = frozenset({("library",)})
UNSURE = UNKNOWN | LIBRARY
STANDARD = FOREIGN | LIBRARY
NOTHING: Types = frozenset()

_CLIENTS = {"SecuredSigning", "AsyncSecuredSigning"}
_FIXTURE = "SecuredSigningFixture"
"""What the sandbox's pytest plugin gives as ``secured_signing``: a client and an asynchronous one."""

_SAME = {
    "copy",
    "deepcopy",
    "closing",
    "aclosing",
    "nullcontext",
    "enter_context",
    "enter_async_context",
    "create_task",
}
_SAME |= {"ensure_future", "wait_for", "shield", "evolve", "replace", "run"}
_LISTS = {"list", "sorted", "reversed", "tuple", "set", "frozenset", "iter", "aiter", "as_completed", "islice", "chain"}
_ITEMS = {"next", "anext", "choice", "max", "min"}
_LIBRARIES = {
    "abc", "asyncio", "attr", "attrs", "collections", "concurrent", "contextlib", "contextvars", "copy", "dataclasses",
    "functools", "heapq", "importlib", "itertools", "multiprocessing", "operator", "pickle", "queue", "random",
    "shelve", "threading", "types", "typing", "typing_extensions", "unittest", "weakref",
}  # fmt: skip
"""What of the standard library, and of attrs, keeps objects of others or gives them back."""

_HAND_ON = {"dict", "vars", "getattr", "globals", "locals", "eval", "type", "super"}
"""Builtins that may give what is ours."""

_DEPTH = 3000
"""How deeply expressions may be nested, in calls of Python; a chain of ``elif`` nests too."""

_ROUNDS = 8
"""How often what depends on itself is inferred again at most."""

_CALLERS = {"to_thread": 0, "partial": 0, "run_in_executor": 1, "submit": 0}
_MANY = {
    "list",
    "sequence",
    "iterable",
    "iterator",
    "asynciterator",
    "asynciterable",
    "generator",
    "asyncgenerator",
    "set",
}
_MANY |= {"frozenset", "collection", "deque", "tuple", "mutablesequence", "abstractset"}
_TAIL = re.compile(r"(\r?\n[ \t\f]*(#[^\r\n]*)?)+\Z")
_SKIPPED = {"site-packages", "node_modules", "__pycache__", "build", "dist"}


class MigrationError(Exception):
    """A migration file cannot be read; the message says what to do."""


@dataclass
class Migration:
    """What a migration file holds, ready for look-ups by old names."""

    package: str
    groups: Mapping[str, str]
    methods: Mapping[str, str]
    classes: Mapping[str, Mapping[str, str]]
    renames: dict[tuple[str, str, str], str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Migration:
        """Read a file that ``scripts/diff --write`` made.

        Raises:
            MigrationError: there is none, or it is something else.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            renames = {(each["what"], each["owner"], each["old"]): each["new"] for each in data["renames"]}
            return cls(data["package"], data["groups"], data["methods"], data["classes"], renames)
        except OSError as error:
            raise MigrationError(f"{path}  {error.strerror}. Name a file of docs/migrations.") from error
        except (ValueError, KeyError, TypeError) as error:
            raise MigrationError(f"{path}  This is no migration file. Name a .json file of docs/migrations.") from error

    def __post_init__(self) -> None:
        self._before = {(what, owner, new): old for (what, owner, old), new in self.renames.items()}
        self.names = {old for what, _, old in self.renames if what not in {"argument", "module"}}
        self.quoted = {old for what, _, old in self.renames if what in {"class", "constant", "module"}}
        self.exchanged = sorted(
            {new for (what, owner, _), new in self.renames.items() if (what, owner, new) in self.renames}
        )
        """Names that are both new and old ones, so that a second run cannot tell what the first one did."""
        self.keywords: dict[str, set[str]] = {}
        for what, owner, old in self.renames:
            if what in {"argument", "attribute"}:
                self.keywords.setdefault(owner.rpartition(".")[2], set()).add(old)

    def has_keyword(self, name: str, keyword: str) -> bool:
        """Whether a method or class of this name, or a class under a name of somebody's own, takes a renamed argument."""
        is_class = name[:1].isupper()
        return (
            keyword in self.keywords.get(name, ())
            or is_class
            and any(what == "attribute" and keyword == old for what, _, old in self.renames)
        )

    def new(self, what: str, owner: str, name: str) -> str | None:
        """The new name of something, None if it keeps its name."""
        return self.renames.get((what, owner, name))

    def old(self, what: str, owner: str, name: str) -> str:
        """The old name, by which types are known, of something that may have been renamed before."""
        return name if (what, owner, name) in self.renames else self._before.get((what, owner, name), name)

    def type_of(self, text: str) -> Types:
        """The types that a text such as ``list[Document]`` stands for."""
        if text.startswith("list["):
            return frozenset({("list", self.type_of(text[5:-1]))})
        return frozenset({("object", text)}) if text else FOREIGN


@dataclass
class Result:
    """A file after the migration."""

    data: bytes
    unsure: list[tuple[int, str]]


def migrate(data: bytes, migration: Migration) -> Result:
    """Change a source file.

    Args:
        data: the file as it is, in any encoding that Python reads.
        migration: what to change.

    Raises:
        SyntaxError: the file cannot be parsed.
    """
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        mark = b"\xef\xbb\xbf" if encoding == "utf-8-sig" else b""
        encoding = "utf-8" if mark else encoding
        text = data[len(mark) :].decode(encoding)
        finder = _visited(_parsed(text), migration)
    except (cst.ParserSyntaxError, UnicodeDecodeError, LookupError) as error:
        line = getattr(error, "raw_line", 1)
        raise SyntaxError(str(getattr(error, "message", error)), (None, line, 0, None)) from error
    except RecursionError:
        raise SyntaxError("It is nested too deeply to be followed.", (None, 1, 0, None)) from None
    if text.encode(encoding) != data[len(mark) :]:
        raise SyntaxError(f"Some of its bytes mean the same in {encoding}; it is left alone.", (None, 1, 0, None))
    source = text.encode("utf-8")
    for start, (old, new) in sorted(finder.edits.items(), reverse=True):
        assert source[start : start + len(old)] == old.encode(), "positions and text disagree"
        source = source[:start] + new.encode() + source[start + len(old) :]
    lines = sorted({(text.encode("utf-8")[:start].count(b"\n") + 1, told) for start, told in finder.unsure})
    return Result(mark + source.decode("utf-8").encode(encoding), lines)


def _visited(module: cst.Module, migration: Migration) -> _Finder:
    wrapper = metadata.MetadataWrapper(module, unsafe_skip_copy=True)
    finder = _Finder(migration, wrapper)
    wrapper.module.visit(finder)
    return finder


def _parsed(text: str) -> cst.Module:
    """The tree of a source, of which the tree's positions hold; what follows the last statement may be missing."""
    module = cst.parse_module(text)
    if module.code != text:  # LibCST joins blank lines at the end of a file if one of them holds blanks
        module = cst.parse_module(_TAIL.sub("\n", text))
    if not text.startswith(module.code.rstrip()):
        raise SyntaxError("The parser does not keep this file as it is; it is left alone.", (None, 1, 0, None))
    return module


class _Inference:
    """What an expression is, as far as one file tells."""

    def __init__(self, migration: Migration, wrapper: metadata.MetadataWrapper) -> None:
        self.migration = migration
        self.scopes = wrapper.resolve(metadata.ScopeProvider)
        self.parents = wrapper.resolve(metadata.ParentNodeProvider)
        self._known: dict[object, Types] = {}
        self._final: set[object] = set()
        self._seen: set[object] = set()
        self._grown = False
        self._quoted: dict[cst.SimpleString, cst.CSTNode] = {}
        self._strings: dict[cst.CSTNode, cst.CSTNode] = {}
        self._classes: dict[cst.ClassDef, dict[str, list[cst.CSTNode]]] = {}
        functions = [each for each in _walk(wrapper.module) if isinstance(each, cst.FunctionDef)]
        self._fixtures = {each.name.value: each for each in functions if _has_decorator(each, "fixture")}
        self.stars = {
            _dotted(node.module)
            for node in _walk(wrapper.module)
            if isinstance(node, cst.ImportFrom) and isinstance(node.names, cst.ImportStar)
        }

    def of(self, node: cst.CSTNode | None) -> Types:
        """The types that an expression may have; NOTHING for None and for what depends on itself alone."""
        return NOTHING if node is None else self._found(node, lambda: self._infer(node))

    def _found(self, key: object, infer: Callable[[], Types]) -> Types:
        """Types that may depend on themselves: from none at all, inferred again until no more are found."""
        if key in self._final or key in self._seen:
            return self._known.get(key, NOTHING)
        is_first = not self._seen
        for _ in range(_ROUNDS):
            self._seen.add(key)
            types = infer() | self._known.get(key, NOTHING)
            self._grown |= types != self._known.get(key, NOTHING)
            self._known[key] = types
            if not is_first:
                return types
            grown, self._grown = self._grown, False
            seen, self._seen = self._seen, set()
            if not grown:
                self._final |= seen
                return types
        self._known[key] = UNKNOWN  # a list that holds itself has no type that ends
        self._final.add(key)
        return UNKNOWN

    def up(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around one, from the inside."""
        node = self._strings.get(node, node)
        while not isinstance(node, cst.Module):
            node = (
                self._strings.get(self.parents[node], self.parents[node])
                if node in self.parents
                else self._strings[node]
            )
            yield node

    def _infer(self, node: cst.CSTNode) -> Types:
        match node:
            case cst.Name(value="None"):
                return NOTHING
            case cst.Name():
                return self._name(node)
            case cst.Attribute():
                return _joined(self.attribute(each, node.attr.value) for each in self.of(node.value))
            case cst.Call():
                return self._call(node)
            case cst.Await():
                return self.of(node.expression)
            case cst.NamedExpr() | cst.Arg() | cst.StarredElement() | cst.Element():
                return self.of(node.value)
            case cst.IfExp():
                return self.of(node.body) | self.of(node.orelse)
            case cst.BooleanOperation():
                return self.of(node.left) | self.of(node.right)
            case cst.BinaryOperation(operator=cst.Add() | cst.BitOr() | cst.BitAnd() | cst.Subtract()):
                return self.of(node.left) | self.of(node.right)
            case cst.BinaryOperation(operator=cst.Multiply()):
                return (self.of(node.left) | self.of(node.right)) - FOREIGN or FOREIGN
            case cst.Tuple() if not any(isinstance(each, cst.StarredElement) for each in node.elements):
                return frozenset({("tuple", *(self.of(each) for each in node.elements))})
            case cst.List() | cst.Set() | cst.Tuple():
                return _list(_joined(self._element(each) for each in node.elements))
            case cst.ListComp() | cst.SetComp() | cst.GeneratorExp():
                return _list(self.of(node.elt))
            case cst.Dict():
                return frozenset({("map", _joined(self._value(each) for each in node.elements))})
            case cst.DictComp():
                return frozenset({("map", self.of(node.value))})
            case cst.Subscript():
                return self._subscript(node)
            case cst.Lambda():
                return frozenset({("function", node)})
            case cst.Yield():
                return UNKNOWN
        return FOREIGN

    def _value(self, node: cst.BaseDictElement) -> Types:
        types = self.of(node.value)
        if isinstance(node, cst.DictElement):
            return types
        return _joined(_types(each[1]) if each[0] == "map" else UNKNOWN for each in types)

    def _element(self, node: cst.BaseElement) -> Types:
        return self.item(self.of(node.value)) if isinstance(node, cst.StarredElement) else self.of(node.value)

    def _subscript(self, node: cst.Subscript) -> Types:
        index = node.slice[0].slice
        found = NOTHING
        for each in self.of(node.value):
            if isinstance(index, cst.Slice):
                found |= frozenset({each})
            elif each[0] == "tuple" and isinstance(index, cst.Index) and isinstance(index.value, cst.Integer):
                number = int(index.value.evaluated_value)
                found |= _types(each[1 + number]) if number + 1 < len(each) else UNKNOWN
            elif each[0] == "map":
                found |= _types(each[1])
            else:
                found |= self.item(frozenset({each}))
        return found

    def item(self, types: Types) -> Types:
        """What iterating over something gives."""
        found = NOTHING
        for each in types:
            match each:
                case ("list", inner):
                    found |= _types(inner)
                case ("tuple", *inner):
                    found |= _joined(_types(one) for one in inner)
                case ("object", str(name)):
                    found |= self.migration.type_of(self.migration.classes.get(name, {}).get("[]", ""))
                case ("class", str(name)):
                    found |= frozenset({("object", name)})
                case ("unknown",) | ("library",) | ("user", _) | ("user-class", _):
                    found |= UNKNOWN
                case _:
                    found |= FOREIGN
        return found

    def attribute(self, owner: Type, name: str) -> Types:
        """What ``owner.name`` is."""
        known = self.migration
        match owner:
            case ("client",):
                old = known.old("group", "", name)
                return frozenset({("group", old)}) if old in known.groups else FOREIGN
            case ("group", str(group)):
                old = known.old("method", group, name)
                return frozenset({("method", f"{group}.{old}")})
            case ("object", kind) if kind == _FIXTURE and name in {"client", "async_client"}:
                return frozenset({("client",)})
            case ("object", str(class_name)) if name in {"__init__", "__class__"}:
                return frozenset({("class", class_name)})
            case ("user", cst.ClassDef() as node) if name == "__class__":
                return frozenset({("user-class", node)})
            case ("object", str(class_name)):
                attributes = known.classes.get(class_name, {})
                return known.type_of(attributes.get(known.old("attribute", class_name, name), ""))
            case ("class", str(class_name)):
                return frozenset({("object", class_name)}) if name != "decode" else frozenset({owner})
            case ("module", str(module)):
                return self.imported(module, name)
            case ("list", inner):
                return {"pop": frozenset({("gives", inner)}), "copy": frozenset({("gives", frozenset({owner}))})}.get(
                    name, UNKNOWN
                )
            case ("map", inner):
                rows = frozenset({("tuple", FOREIGN, inner)})
                gives = {"values": _list(_types(inner)), "items": _list(rows), "copy": frozenset({owner})}
                gives |= dict.fromkeys(("get", "pop", "setdefault"), _types(inner))
                return frozenset({("gives", gives[name])}) if name in gives else UNKNOWN
            case ("user", cst.ClassDef() as node) | ("user-class", cst.ClassDef() as node):
                own = self.own_attribute(node, name)
                if own is None and "__getattr__" in self.members(node):
                    return UNKNOWN
                return own if own is not None else _joined(self.attribute(each, name) for each in self.bases(node))
            case ("library",):
                return LIBRARY
            case ("unknown",) | ("function", _) | ("method", _):
                return UNKNOWN
        return FOREIGN

    def is_unclear(self, types: Types, name: str) -> bool:
        """Whether an attribute of one of the types may be anybody's."""
        return not types or any(self._may_have(each, name) for each in types)

    def _may_have(self, owner: Type, name: str) -> bool:
        match owner:
            case ("user", cst.ClassDef() as node) | ("user-class", cst.ClassDef() as node):
                if self.own_attribute(node, name) is not None:
                    return False
                return "__getattr__" in self.members(node) or any(
                    self._may_have(each, name) for each in self.bases(node)
                )
        return owner in UNSURE

    def bases(self, node: cst.ClassDef) -> Types:
        """Instances of what a class is derived from; not of itself, if an import has its name too."""
        return frozenset(each for each in self._bases(node) if each[0] != "user" or node not in self._lineage(each[1]))

    def _bases(self, node: cst.ClassDef) -> Types:
        return _joined(self.instance(self.of(each.value)) for each in node.bases)

    def _lineage(self, node: object) -> set[object]:
        found: set[object] = set()
        waiting = [node]
        while waiting:
            each = waiting.pop()
            if isinstance(each, cst.ClassDef) and each not in found:
                found.add(each)
                waiting += [base[1] for base in self._bases(each) if base[0] == "user"]
        return found

    def own_attribute(self, node: cst.ClassDef, name: str) -> Types | None:
        """What a class of the file says about an attribute; None if it says nothing."""
        sources = self.members(node).get(name)
        if sources is None:
            return None
        return self._found((node, name), lambda: _joined(self._member(each) for each in sources))

    def members(self, node: cst.ClassDef) -> dict[str, list[cst.CSTNode]]:
        """Where each attribute of a class is defined: methods, annotations, assignments, also those to ``self``."""
        if node not in self._classes:
            found: dict[str, list[cst.CSTNode]] = {}
            for each in _walk(node):
                target = getattr(each, "name" if isinstance(each, cst.FunctionDef | cst.AsName) else "target", None)
                if not isinstance(each, cst.FunctionDef | cst.AnnAssign | cst.AssignTarget | cst.AsName):
                    continue
                match target:
                    case cst.Name(value=name) if self._class_of(each) is node:
                        found.setdefault(name, []).append(each)
                    case cst.Attribute(value=cst.Name(value="self"), attr=cst.Name(value=name)):
                        found.setdefault(name, []).append(each)
            self._classes[node] = found
        return self._classes[node]

    def _member(self, node: cst.CSTNode) -> Types:
        around = self.parents[node]
        match node:
            case cst.FunctionDef():
                is_property = any(_last(item.decorator).endswith("property") for item in node.decorators)
                return self.returned(node) if is_property else frozenset({("function", node)})
            case cst.AnnAssign():
                return self.annotated(node.annotation.annotation)
        return self.of(around.value) if isinstance(around, cst.Assign) else self._entered(around)

    def _class_of(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The class in whose body something stands directly."""
        for each in self.up(node):
            if isinstance(each, cst.FunctionDef | cst.Lambda):
                return None
            if isinstance(each, cst.ClassDef):
                return each
        return None

    def instance(self, types: Types) -> Types:
        """What calling a class, or annotating with it, gives."""
        found = NOTHING
        for each in types:
            match each:
                case ("class", str(name)):
                    found |= frozenset({("client",) if name in _CLIENTS else ("object", name)})
                case ("group-class", name):
                    found |= frozenset({("group", name)})
                case ("user-class", node):
                    found |= frozenset({("user", node)})
                case ("foreign",):
                    found |= FOREIGN
                case _:
                    found |= UNKNOWN
        return found

    def _name(self, node: cst.Name) -> Types:
        scope = self.scopes.get(self._strings.get(node, node))
        if scope is None:
            return UNKNOWN
        narrowed = self._narrowed(node)
        if narrowed is not None:
            return narrowed
        assignments = scope[node.value]
        if not assignments:
            for module in self.stars:
                if module.partition(".")[0] == self.migration.package and self.imported(module, node.value) != FOREIGN:
                    return self.imported(module, node.value)
            return UNKNOWN
        key = frozenset(assignments)
        return self._found(key, lambda: _joined(self._assigned(each, node.value) for each in assignments))

    def _narrowed(self, node: cst.Name) -> Types | None:
        """What a test around a name, or a pattern that binds it, says of it."""
        inside: cst.CSTNode = node
        for each in self.up(node):
            if isinstance(each, cst.MatchCase):
                found = self._matched(each, node.value)
                if found is not None:
                    return found
            if isinstance(each, cst.If | cst.IfExp) and inside is each.body:
                match each.test:
                    case cst.Call(func=cst.Name(value="isinstance"), args=[first, second]):
                        if isinstance(first.value, cst.Name) and first.value.value == node.value:
                            return self.annotated(second.value)
            if isinstance(each, cst.FunctionDef):
                return None
            inside = each
        return None

    def _matched(self, case: cst.MatchCase, name: str) -> Types | None:
        match = self.parents[case]
        assert isinstance(match, cst.Match)
        if (
            isinstance(match.subject, cst.Name)
            and match.subject.value == name
            and isinstance(case.pattern, cst.MatchClass)
        ):
            return self.instance(self.of(case.pattern.cls))
        for each in _walk(case.pattern):
            if isinstance(each, cst.MatchAs) and each.name is not None and each.name.value == name:
                around = self.parents[each]
                if isinstance(each.pattern, cst.MatchClass):
                    return self.instance(self.of(each.pattern.cls))
                if isinstance(around, cst.MatchKeywordElement):
                    holder = self.parents[around]
                    assert isinstance(holder, cst.MatchClass)
                    owners = self.instance(self.of(holder.cls))
                    return _joined(self.attribute(owner, around.key.value) for owner in owners)
                return self.of(match.subject) if around is case and each.pattern is None else UNKNOWN
            if isinstance(each, cst.MatchStar) and each.name is not None and each.name.value == name:
                return UNKNOWN
        return None

    def _assigned(self, assignment: metadata.BaseAssignment, name: str) -> Types:
        if not isinstance(assignment, metadata.Assignment):
            return FOREIGN  # a builtin
        node = assignment.node
        match node:
            case cst.Import() | cst.ImportFrom():
                return self._from_import(node, name)
            case cst.FunctionDef():
                return frozenset({("function", node)})
            case cst.ClassDef():
                return frozenset({("user-class", node)})
            case cst.Param():
                return self._parameter(node)
            case cst.MatchAs(pattern=cst.MatchClass() as pattern):
                return self.instance(self.of(pattern.cls))
        return self._target(node)

    def _from_import(self, node: cst.Import | cst.ImportFrom, name: str) -> Types:
        if isinstance(node.names, cst.ImportStar):
            return UNKNOWN
        for each in node.names:
            local = each.asname.name.value if each.asname and isinstance(each.asname.name, cst.Name) else ""
            dotted = _dotted(each.name)
            if isinstance(node, cst.Import) and name in {local, "" if local else dotted.partition(".")[0]}:
                module = dotted if local else name
                return self.imported(*module.rpartition(".")[::2]) if "." in module else self._module(module)
            if isinstance(node, cst.ImportFrom) and name == (local or dotted):
                return UNKNOWN if node.relative else self.imported(_dotted(node.module), dotted)
        return UNKNOWN

    def _module(self, name: str) -> Types:
        if name == self.migration.package:
            return frozenset({("module", name)})
        top = name.partition(".")[0]
        if top in _LIBRARIES:
            return LIBRARY
        return FOREIGN if top in sys.stdlib_module_names else UNKNOWN

    def imported(self, module: str, name: str) -> Types:
        """What ``from module import name`` gives."""
        known = self.migration
        if (module, name) == (f"{known.package}_sandbox.pytest_plugin", _FIXTURE):
            return frozenset({("class", name)})
        if module.partition(".")[0] != known.package:
            return self._module(module)
        old = known.old("class", "", name)
        if old in known.classes or name in _CLIENTS:
            return frozenset({("class", old)})
        for group, class_name in known.groups.items():
            if (
                ".groups" in module + "."
                and name in {class_name, f"Async{class_name}"}
                and module.endswith(f".{group}")
            ):
                return frozenset({("group-class", group)})
        return frozenset({("module", f"{module}.{name}")}) if name[:1].islower() or name[:1] == "_" else FOREIGN

    def _target(self, node: cst.CSTNode) -> Types:
        """What is assigned to a name, from the statement around it."""
        steps: list[cst.CSTNode] = [node]
        for each in self.up(node):
            match each:
                case cst.Assign():
                    return self._unpacked(self.of(each.value), steps)
                case cst.AnnAssign():
                    return self.annotated(each.annotation.annotation)
                case cst.NamedExpr():
                    return self.of(each.value)
                case cst.For() | cst.CompFor():
                    return self._unpacked(self.item(self.of(each.iter)), steps)
                case cst.WithItem():
                    return self._unpacked(self._entered(each), steps)
                case cst.ExceptHandler() | cst.ExceptStarHandler() | cst.AugAssign():
                    return FOREIGN
                case cst.BaseStatement():
                    return UNKNOWN
            steps.append(each)
        return UNKNOWN

    def _unpacked(self, types: Types, steps: Sequence[cst.CSTNode]) -> Types:
        for holder, inner in zip(reversed(steps), reversed(steps[:-1]), strict=False):
            if isinstance(holder, cst.Tuple | cst.List):
                found = NOTHING
                at = next(number for number, each in enumerate(holder.elements) if each is inner)
                for each in types:
                    if isinstance(inner, cst.StarredElement):
                        found |= _list(self.item(frozenset({each})))
                    elif each[0] == "tuple":
                        found |= _types(each[1 + at]) if at + 1 < len(each) else UNKNOWN
                    else:
                        found |= self.item(frozenset({each}))
                types = found
        return types

    def _entered(self, node: cst.CSTNode) -> Types:
        types = self.of(node.item) if isinstance(node, cst.WithItem) else UNKNOWN
        # Only a function with contextlib's decorator gives, as a list, what is entered.
        return _joined(self.item(frozenset({each})) if each[0] == "list" else frozenset({each}) for each in types)

    def _parameter(self, node: cst.Param) -> Types:
        around = list(self.up(node))
        function = next(each for each in around if isinstance(each, cst.FunctionDef | cst.Lambda))
        if node.annotation is not None:
            found = self.annotated(node.annotation.annotation)
            return {"*": _list(found), "**": frozenset({("map", found)})}.get(str(node.star), found)
        if isinstance(function, cst.Lambda):
            return self._lambda_parameter(function)
        holder = self._class_of(function)
        is_static = _has_decorator(function, "staticmethod")
        if isinstance(holder, cst.ClassDef) and not is_static and function.params.params[:1] == (node,):
            is_class = _has_decorator(function, "classmethod") or function.name.value == "__new__"
            return frozenset({("user-class" if is_class else "user", holder)})
        fixture = self._fixtures.get(node.name.value)
        if fixture is not None and fixture is not function:
            return self.returned(fixture)
        requested = function.name.value.startswith("test") or _has_decorator(function, "fixture")
        if requested and node.name.value == "secured_signing":
            return frozenset({("object", _FIXTURE)})
        return UNKNOWN

    def _lambda_parameter(self, function: cst.Lambda) -> Types:
        call = next((each for each in self.up(function) if isinstance(each, cst.Call)), None)
        if call is None:
            return UNKNOWN
        name = _last(call.func)
        if name == "sort" and isinstance(call.func, cst.Attribute):
            return self.item(self.of(call.func.value))
        if not self.of(call.func) <= STANDARD:
            return UNKNOWN
        if name in {"sorted", "max", "min"}:
            return self.item(self.of(call.args[0].value))
        if name in {"map", "filter"} and len(call.args) > 1:
            return self.item(self.of(call.args[1].value))
        return UNKNOWN

    def annotated(self, node: cst.CSTNode) -> Types:
        """The types that an annotation stands for."""
        match node:
            case cst.Name(value="None"):
                return NOTHING
            case cst.Name(value="Any" | "object"):
                return UNKNOWN
            case cst.Name() | cst.Attribute():
                alias = self._alias(node)
                if alias is None:
                    return self.instance(self.of(node))
                return self._found((alias, "type"), lambda: self.annotated(alias))
            case cst.SimpleString():
                return self.annotated(self.quoted(node)) if self.quoted(node) is not node else UNKNOWN
            case cst.BinaryOperation():
                return self.annotated(node.left) | self.annotated(node.right)
            case cst.Tuple():
                return _joined(self.annotated(each.value) for each in node.elements)
            case cst.Subscript():
                inner = [each.slice.value for each in node.slice if isinstance(each.slice, cst.Index)]
                name = _last(node.value).lower()
                parts = [self.annotated(each) for each in inner if not isinstance(each, cst.Ellipsis)]
                if name in {"optional", "union", "final", "classvar", "required", "notrequired"}:
                    return _joined(parts)
                if name in {
                    "annotated",
                    "awaitable",
                    "contextmanager",
                    "abstractcontextmanager",
                    "abstractasynccontextmanager",
                }:
                    return parts[0]
                if name == "coroutine":
                    return parts[-1]
                if name == "tuple" and len(inner) == len(parts):
                    return frozenset({("tuple", *parts)})
                if name in _MANY:
                    return _list(parts[0])
                if name in {"dict", "mapping", "mutablemapping", "defaultdict"}:
                    return frozenset({("map", parts[-1])})
                if name == "type":
                    return self.of(inner[0])
        return UNKNOWN

    def _alias(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The type that a name of the file stands for, None if it is no such name."""
        scope = self.scopes.get(self._strings.get(node, node)) if isinstance(node, cst.Name) else None
        found = list(scope[node.value]) if scope is not None and isinstance(node, cst.Name) else []
        if len(found) != 1 or not isinstance(found[0], metadata.Assignment):
            return None
        match self.parents.get(found[0].node):
            case cst.AssignTarget() as target:
                statement = self.parents[target]
                value = statement.value if isinstance(statement, cst.Assign) else None
            case cst.AnnAssign(annotation=cst.Annotation(annotation=kind), value=value) if _last(kind) == "TypeAlias":
                pass
            case cst.TypeAlias(value=value):
                pass
            case _:
                return None
        plain = isinstance(value, cst.Name | cst.Attribute | cst.Subscript | cst.BinaryOperation | cst.SimpleString)
        return value if plain else None

    def quoted(self, node: cst.SimpleString) -> cst.CSTNode:
        """The expression in a quoted annotation, the text itself if it is none."""
        if node not in self._quoted:
            try:
                self._quoted[node] = cst.parse_expression(str(node.evaluated_value))
            except (cst.ParserSyntaxError, ValueError):
                self._quoted[node] = node
            else:
                self._strings |= dict.fromkeys(_walk(self._quoted[node]), node)
        return self._quoted[node]

    def returned(self, function: cst.FunctionDef | cst.Lambda) -> Types:
        """What a function of the file gives when it is called, awaited or entered."""
        return self._found((function, "result"), lambda: self._returned(function))

    def _returned(self, function: cst.FunctionDef | cst.Lambda) -> Types:
        if isinstance(function, cst.Lambda):
            return self.of(function.body)
        is_fixture = _has_decorator(function, "fixture")
        if function.returns is not None:
            found = self.annotated(function.returns.annotation)
            return self.item(found) if is_fixture and any(each[0] == "list" for each in found) else found
        results = NOTHING
        for node in _walk(function.body, into_functions=False):
            if isinstance(node, cst.Return):
                results |= self.of(node.value)
            elif isinstance(node, cst.Yield) and not isinstance(node.value, cst.From):
                found = self.of(node.value)
                results |= found if is_fixture else _list(found)
        wrapped = any(self.of(each.decorator) & UNKNOWN for each in function.decorators)
        is_known = is_fixture or any(_last(each.decorator).endswith("property") for each in function.decorators)
        return results | UNKNOWN if wrapped and not is_known else results

    def original(self, node: cst.CSTNode) -> str:
        """The last name of an expression; that before ``as``, if it was imported under another one."""
        name, scope = _last(node), self.scopes.get(self._strings.get(node, node))
        for each in scope[name] if isinstance(node, cst.Name) and scope is not None else ():
            source = each.node if isinstance(each, metadata.Assignment) else None
            if isinstance(source, cst.ImportFrom) and not isinstance(source.names, cst.ImportStar):
                for alias in source.names:
                    if alias.asname and isinstance(alias.asname.name, cst.Name) and alias.asname.name.value == name:
                        return _dotted(alias.name)
        return name

    def _call(self, node: cst.Call) -> Types:
        name, values = _last(node.func), [each.value for each in node.args]
        called = self.of(node.func)
        if not called:
            return UNKNOWN
        if not called <= STANDARD:
            return _joined(self.called(each) for each in called)
        first = self.of(values[0]) if values else UNKNOWN
        if name == "super":
            holder = next((each for each in self.up(node) if isinstance(each, cst.ClassDef)), None)
            return self.bases(holder) if holder else UNKNOWN
        if name == "cast" and len(values) == 2:
            return self.annotated(values[0])
        if name in _SAME and values:
            return first
        if name in _LISTS and values:
            return _list(self.item(first))
        if name == "filter" and len(values) == 2:
            return _list(self.item(self.of(values[1])))
        if name == "map" and len(values) > 1:
            return _list(_joined(self.called(each) for each in first))
        if name in _ITEMS and values:
            return self.item(first)
        if name == "enumerate" and values:
            return _list(frozenset({("tuple", FOREIGN, self.item(first))}))
        if name == "zip":
            return _list(frozenset({("tuple", *(self.item(self.of(each)) for each in values))}))
        if name == "gather":
            parts = [self.item(self.of(each.value)) if each.star else self.of(each.value) for each in node.args]
            return _list(parts[0]) if node.args and node.args[0].star else frozenset({("tuple", *parts)})
        if name == "getattr" and len(values) > 1 and isinstance(values[1], cst.SimpleString):
            return _joined(self.attribute(each, str(values[1].evaluated_value)) for each in first)
        if name in _CALLERS and len(values) > _CALLERS[name] and name in {"to_thread", "run_in_executor"}:
            return _joined(self.called(each) for each in self.of(values[_CALLERS[name]]))
        if name == "type" and len(values) == 1:
            return _joined(self.attribute(each, "__class__") for each in first)
        return UNKNOWN if name in _HAND_ON and isinstance(node.func, cst.Name) else called

    def called(self, callee: Type) -> Types:
        """What a call gives."""
        match callee:
            case ("method", str(method)):
                return self.migration.type_of(self.migration.methods.get(method, ""))
            case ("gives", inner):
                return _types(inner)
            case ("function", cst.FunctionDef() | cst.Lambda() as function):
                return self.returned(function)
            case ("class", _) | ("group-class", _) | ("user-class", _):
                return self.instance(frozenset({callee}))
            case ("foreign",):
                return FOREIGN
            case ("library",):
                return LIBRARY
        return UNKNOWN


class _Finder(cst.CSTVisitor):
    """Walks over a file and notes edits by position, and what it is not sure about."""

    def __init__(self, migration: Migration, wrapper: metadata.MetadataWrapper) -> None:
        super().__init__()
        self.edits: dict[int, tuple[str, str]] = {}
        self.unsure: list[tuple[int, str]] = []
        self._migration = migration
        self._types = _Inference(migration, wrapper)
        self._spans = wrapper.resolve(metadata.ByteSpanPositionProvider)
        self._bound: dict[str, list[cst.CSTNode]] = {}
        for scope in {each for each in self._types.scopes.values() if each is not None}:
            for item in scope.assignments:
                source = item.node if isinstance(item, metadata.Assignment) else cst.Pass()
                self._bound.setdefault(item.name, []).append(source)
        self._exported = {
            text.evaluated_value
            for node in _walk(wrapper.module)
            if isinstance(node, cst.Assign | cst.AnnAssign | cst.AugAssign) and "__all__" in _targets(node)
            for text in _walk(node)
            if isinstance(text, cst.SimpleString)
        }
        self._types_in_texts: set[cst.SimpleString] = set()
        self._told_texts: set[cst.CSTNode] = set()

    def _edit(self, node: cst.Name, new: str) -> None:
        self.edits.setdefault(self._spans[node].start, (node.value, new))

    def _ask(self, node: cst.CSTNode, text: str) -> None:
        self.unsure.append((self._spans[node].start, text))

    def visit_Attribute(self, node: cst.Attribute) -> None:
        name, types = node.attr.value, self._types.of(node.value)
        found = {self._renamed(each, name) for each in types}
        new = next(iter(found)) if len(found) == 1 else None
        if new is not None:
            group, _, method = new.rpartition(".")
            if group and isinstance(node.value, cst.Attribute) and self._of_client(node.value):
                self.edits[self._spans[node.value.attr].start] = node.value.attr.value, group
            elif group:
                self._ask(node, f"`{name}` moved to `client.{new}`; the group comes from elsewhere.")
                return
            self._edit(node.attr, method)
        elif (
            len(found) > 1 and found != {None} or name in self._migration.names and self._types.is_unclear(types, name)
        ):
            self._ask(node.attr, f"`.{name}` was renamed, but it is not clear whether this one is meant.")

    def _of_client(self, node: cst.Attribute) -> bool:
        """Whether a group is written as an attribute of a client, so that another one can take its place."""
        return all(
            each == ("client",)
            or (isinstance(each[-1], cst.ClassDef) and self._types.own_attribute(each[-1], node.attr.value) is None)
            for each in self._types.of(node.value)
        )

    def _renamed(self, owner: Type, name: str) -> str | None:
        known = self._migration
        match owner:
            case ("client",):
                return known.new("group", "", name)
            case ("group", str(group)):
                return known.new("method", group, name)
            case ("object", str(class_name)):
                return known.new("attribute", class_name, name) or known.new("member", class_name, name)
            case ("class", str(class_name)):
                return known.new("member", class_name, name) or known.new("attribute", class_name, name)
            case ("module", str(module)):
                return self._renamed_import(module, name)
            case ("user", cst.ClassDef() as node) | ("user-class", cst.ClassDef() as node):
                if self._types.own_attribute(node, name) is None:
                    found = {self._renamed(each, name) for each in self._types.bases(node)}
                    return next(iter(found)) if len(found) == 1 else None
        return None

    def _renamed_import(self, module: str, name: str) -> str | None:
        known = self._migration
        if module.endswith(".operations"):
            return known.new("constant", "", name)
        if module == f"{known.package}.models" and (new := known.new("module", "", name)) is not None:
            return new
        return known.new("class", "", name) if module.startswith(f"{known.package}.models") else None

    def visit_Call(self, node: cst.Call) -> None:
        types = self._types
        name, values = _last(node.func), [each.value for each in node.args]
        callees = types.of(node.func)
        maybe: set[object] = set()
        if not callees or callees & UNSURE:
            given = {owner[1] for value in values for owner in types.of(value) if owner[0] == "class"}
            maybe = {types.original(node.func), *(given if callees & LIBRARY else ())}
        if name in {"evolve", "replace"} and values and callees and callees <= STANDARD:
            callees = frozenset(("class", *each[1:]) for each in types.of(values[0]) if each[0] == "object") or callees
        elif name in _CALLERS and len(values) > _CALLERS[name]:
            callees = types.of(values[_CALLERS[name]])
        owners = {owner for each in callees for owner in self._keyword_owners(each)}
        for each in node.args:
            if each.keyword is not None:
                self._keyword(each.keyword, owners, maybe)
            elif each.star == "**" and any(owner for owner in owners if owner and self._has_keywords(*owner)):
                self._ask(each, f"Arguments of `{name}` were renamed; look at what `**` passes.")
        self._texts(node, name, values)
        for number, each in enumerate(node.args):
            if name == "cast" and number == 0 or name in {"TypeVar", "NewType"} and (number or each.keyword):
                self._types_in_texts.update(item for item in _walk(each.value) if isinstance(item, cst.SimpleString))

    def _keyword(self, keyword: cst.Name, owners: set[tuple[str, str] | None], maybe: set[object]) -> None:
        """Rename the name of an argument; ``maybe`` are methods and classes that may be meant."""
        found = {self._migration.new(*owner, keyword.value) if owner else None for owner in owners}
        if len(found) == 1 and (new := next(iter(found))) is not None:
            self._edit(keyword, new)
        elif any(found) or any(self._migration.has_keyword(str(each), keyword.value) for each in maybe):
            self._ask(
                keyword, f"The argument `{keyword.value}` was renamed, but it is not clear whether this call is meant."
            )

    def _has_keywords(self, what: str, owner: str) -> bool:
        return any(each[:2] == (what, owner) for each in self._migration.renames)

    def _keyword_owners(self, callee: Type) -> Iterator[tuple[str, str] | None]:
        match callee:
            case ("method", str(method)):
                yield "argument", method
            case ("class", str(class_name)):
                yield "attribute", class_name
            case ("user-class", cst.ClassDef() as node) if self._types.own_attribute(node, "__init__") is None:
                for each in self._types.bases(node):
                    yield ("attribute", str(each[1])) if each[0] == "object" else None
            case _:
                yield None

    def _texts(self, node: cst.Call, name: str, values: Sequence[cst.BaseExpression]) -> None:
        """Names in texts, as getattr and mocks take them, are never changed."""
        if name in {"asdict", "fields_dict"} and values:
            owners = {str(each[1]) for each in self._types.of(values[0]) if each[0] in {"object", "class"}}
            if any(self._has_keywords("attribute", each) for each in owners):
                self._ask(node, f"`{name}` gives names of attributes, some of which were renamed.")
        if name not in {"getattr", "setattr", "hasattr", "delattr", "attrgetter", "methodcaller", "object", "patch"}:
            return
        for each in values:
            if isinstance(each, cst.SimpleString) and isinstance(each.evaluated_value, str):
                text = each.evaluated_value
                known = FOREIGN if name in {"attrgetter", "methodcaller", "patch"} else self._types.of(values[0])
                if self._migration.names & set(text.split(".")) and (known != FOREIGN or name not in {"getattr"}):
                    self._ask(each, f"`{text}` holds a name that was renamed.")
                    self._told_texts.add(each)

    def visit_MatchClass(self, node: cst.MatchClass) -> None:
        for each in node.kwds:
            found = {
                self._migration.new(*owner, each.key.value) if owner else None
                for callee in self._types.of(node.cls)
                for owner in self._keyword_owners(callee)
            }
            types = self._types.of(node.cls)
            maybe = self._migration.has_keyword(self._types.original(node.cls), each.key.value)
            if len(found) == 1 and (new := next(iter(found))) is not None:
                self._edit(each.key, new)
            elif any(found) or maybe and (not types or types & UNSURE):
                self._ask(each.key, f"`{each.key.value}` was renamed, but it is not clear whether this class is meant.")

    def visit_Subscript(self, node: cst.Subscript) -> None:
        """Members of an enum by their names."""
        index = node.slice[0].slice
        if isinstance(index, cst.Index) and isinstance(index.value, cst.SimpleString):
            text = str(index.value.evaluated_value)
            if any(self._migration.new("member", str(each[1]), text) for each in self._of_class(node.value)):
                self._ask(index.value, f"`{text}` holds a name that was renamed.")

    def _of_class(self, node: cst.CSTNode) -> list[Type]:
        return [each for each in self._types.of(node) if each[0] == "class"]

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        """What overrides a renamed method or attribute would no longer do so."""
        bases = self._types.bases(node)
        for name, sources in self._types.members(node).items():
            if any(self._renamed(each, name) is not None for each in bases):
                self._ask(sources[0], f"`{name}` overrides what was renamed.")

    def visit_Import(self, node: cst.Import) -> None:
        for each in node.names:
            self._module_name(each.name)

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        module = _dotted(node.module)
        names = () if isinstance(node.names, cst.ImportStar) else node.names
        ours = module.partition(".")[0] == self._migration.package and not node.relative
        if ours and node.module is not None:
            self._module_name(node.module)
        for each in names:
            name = each.name
            if not isinstance(name, cst.Name):
                continue
            new = self._renamed_import(module, name.value) if ours else None
            if new is not None:
                kept = each.asname is None and self._is_kept(name.value, new)
                self._edit(name, f"{new} as {name.value}" if kept else new)
            elif not ours and ("class", "", name.value) in self._migration.renames:
                self._ask(name, f"The class `{name.value}` was renamed, but it is not clear whether this one is meant.")

    def _module_name(self, node: cst.BaseExpression) -> None:
        if isinstance(node, cst.Attribute) and _dotted(node.value) == f"{self._migration.package}.models":
            new = self._migration.new("module", "", node.attr.value)
            if new is not None:
                self._edit(node.attr, new)

    def _is_kept(self, name: str, new: str) -> bool:
        """Whether an imported name stays: the new one is taken, others import it from this file, or it has other meanings here."""
        return (
            new in self._bound
            or name in self._exported
            or any(
                not isinstance(each, cst.ImportFrom)
                or each.relative
                or _dotted(each.module).partition(".")[0] != self._migration.package
                for each in self._bound.get(name, ())
            )
        )

    def visit_Name(self, node: cst.Name) -> None:
        """A name that an import without ``as`` binds."""
        scope = self._types.scopes.get(node)
        new = self._new_reference(node, scope)
        if new is not None:
            self._edit(node, new)
        elif (
            ("class", "", node.value) in self._migration.renames
            and scope is not None
            and not scope[node.value]
            and self._types.stars
        ):
            self._ask(node, f"The class `{node.value}` was renamed, but it is not clear whether this one is meant.")

    def _new_reference(self, node: cst.Name, scope: metadata.Scope | None) -> str | None:
        known = self._migration
        what = next((each for each in ("class", "constant", "module") if (each, "", node.value) in known.renames), None)
        if what is None or scope is None or self._is_kept(node.value, known.renames[what, "", node.value]):
            return None
        for each in scope[node.value]:
            source = each.node if isinstance(each, metadata.Assignment) else None
            if not isinstance(source, cst.ImportFrom) or isinstance(source.names, cst.ImportStar) or source.relative:
                return None
            plain = any(_dotted(alias.name) == node.value and alias.asname is None for alias in source.names)
            new = self._renamed_import(_dotted(source.module), node.value)
            return new if plain else None
        starred = [each for each in self._types.stars if self._renamed_import(each, node.value)]
        return known.renames[what, "", node.value] if starred else None

    def visit_Annotation(self, node: cst.Annotation) -> None:
        for each in _walk(node.annotation):
            if isinstance(each, cst.SimpleString):
                self._types_in_texts.add(each)

    def visit_TypeAlias(self, node: cst.TypeAlias) -> None:
        self._types_in_texts.update(each for each in _walk(node.value) if isinstance(each, cst.SimpleString))

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        if node.value is not None and _last(node.annotation.annotation) == "TypeAlias":
            self._types_in_texts.update(each for each in _walk(node.value) if isinstance(each, cst.SimpleString))

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        """A type in quotes is renamed like any other; other texts that hold one of our names are told."""
        parsed = self._types.quoted(node) if any(each in node.value for each in self._migration.quoted) else node
        if not isinstance(parsed, cst.BaseExpression) or parsed is node or node in self._told_texts:
            return
        start = self._spans[node].start + len(node.prefix) + len(node.quote)
        wrapper = metadata.MetadataWrapper(
            cst.Module([cst.SimpleStatementLine([cst.Expr(parsed)])]), unsafe_skip_copy=True
        )
        spans = wrapper.resolve(metadata.ByteSpanPositionProvider)
        owners = {each.attr: each.value for each in _walk(parsed) if isinstance(each, cst.Attribute)}
        for each in _walk(parsed):
            if not isinstance(each, cst.Name):
                continue
            types = self._types.of(owners[each]) if each in owners else NOTHING
            found = {self._renamed(owner, each.value) for owner in types}
            if each not in owners:
                found = {self._new_reference(each, self._types.scopes.get(node))}
            new = found.pop() if len(found) == 1 else None
            if new is not None and node in self._types_in_texts:
                self.edits.setdefault(start + spans[each].start, (each.value, new))
            elif new is not None or found or types & UNSURE and each.value in self._migration.quoted:
                self._ask(node, f"`{each.value}` stands in a text; it was renamed.")


def _targets(node: cst.Assign | cst.AnnAssign | cst.AugAssign) -> set[str]:
    targets = [each.target for each in node.targets] if isinstance(node, cst.Assign) else [node.target]
    return {_dotted(each) for each in targets}


def _walk(node: cst.CSTNode, *, into_functions: bool = True) -> Iterator[cst.CSTNode]:
    """A node and all below it, in the order of the source."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        for child in reversed(node.children):
            if into_functions or not isinstance(child, cst.FunctionDef | cst.Lambda | cst.ClassDef):
                waiting.append(child)


def _has_decorator(function: cst.FunctionDef, name: str) -> bool:
    return any(_last(each.decorator) == name for each in function.decorators)


def _joined(types: Iterable[Types]) -> Types:
    return frozenset().union(*types)


def _types(value: object) -> Types:
    assert isinstance(value, frozenset)
    return value


def _list(item: Types) -> Types:
    return frozenset({("list", item)})


def _dotted(node: cst.CSTNode | None) -> str:
    match node:
        case cst.Name():
            return node.value
        case cst.Attribute():
            return f"{_dotted(node.value)}.{node.attr.value}"
    return ""


def _last(node: cst.CSTNode) -> str:
    """The last name of an expression such as ``pytest.fixture(scope="module")``."""
    match node:
        case cst.Call():
            return _last(node.func)
        case cst.Attribute():
            return node.attr.value
        case cst.Name():
            return node.value
    return ""


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """The Python files that paths stand for, each once; folders without hidden ones and installed packages."""
    found: set[Path] = set()
    for path in paths:
        for each in [path] if not path.is_dir() else sorted([*path.rglob("*.py"), *path.rglob("*.pyi")]):
            if each.resolve() in found or path.is_dir() and (not each.is_file() or skipped_folder(path, each)):
                continue
            found.add(each.resolve())
            yield each


def skipped_folder(path: Path, file: Path) -> Path | None:
    """The folder below a path for which a file is left out, None if it is not: hidden, installed or built by its name."""
    for folder in [*reversed(file.relative_to(path).parents)][1:]:
        is_environment = (path / folder / "pyvenv.cfg").exists()
        if folder.name in _SKIPPED or folder.name.startswith(".") or is_environment:
            return path / folder
    return file if file.name.startswith(".") else None


def built_folders(path: Path) -> Iterator[Path]:
    """Folders that are left out only because of their names, and may be somebody's source."""
    for file in path.rglob("*.py"):
        folder = skipped_folder(path, file)
        if folder is not None and folder.name in {"build", "dist"}:
            yield folder


def write(path: Path, data: bytes) -> None:
    """Put other content into a file, all of it or, if something stops this, nothing; links and permissions stay.

    Raises:
        OSError: the file is read-only, or its folder cannot be written.
    """
    target = path.resolve()
    state = target.stat()
    if not state.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "It is read-only.")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".migrate-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(name, state.st_uid, state.st_gid)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def main(arguments: Sequence[str] | None = None) -> int:
    """Migrate files.

    Returns:
        0; with ``--check`` 1 if a file would change; 2 if a file cannot be read or parsed, the others are migrated all the same.
    """
    parser = argparse.ArgumentParser(
        prog="migrate", description="Moves a program to another version of securedsigning."
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="migration files (.json), then files and folders"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a file would change")
    parser.add_argument("--diff", action="store_true", help="write nothing; print the edits as a unified diff")
    options = parser.parse_args(arguments)
    files = [path for path in options.paths if path.suffix == ".json"]
    paths = [path for path in options.paths if path.suffix != ".json"]
    if not files or not paths:
        parser.error("name at least one migration file (.json) and one file or folder to migrate")
    try:
        migrations = [Migration.read(path) for path in files]
    except MigrationError as error:
        print(error, file=sys.stderr)
        return 2
    for path, migration in zip(files, migrations, strict=True):
        if migration.exchanged:
            names = ", ".join(f"`{each}`" for each in migration.exchanged)
            print(
                f"{path}  It exchanges names ({names}): run it once, a second run would exchange them again.",
                file=sys.stderr,
            )
    for folder in sorted({each for path in paths if path.is_dir() for each in built_folders(path)}):
        print(
            f"{folder}  Not looked at, since a folder of this name holds what is built; else name it.", file=sys.stderr
        )
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _DEPTH))
    changed = unsure = failed = 0
    for path in sources(paths):
        try:
            before = now = path.read_bytes()
            told: list[tuple[int, str]] = []
            for migration in migrations:
                result = migrate(now, migration)
                now, told = result.data, [*told, *result.unsure]
            if now != before and not options.check and not options.diff:
                write(path, now)
        except (OSError, SyntaxError) as error:
            line = error.lineno if isinstance(error, SyntaxError) and error.lineno else 1
            reason = error.strerror if isinstance(error, OSError) else error.msg
            print(f"{path}:{line}  Skipped: {reason or error}", file=sys.stderr)
            failed += 1
            continue
        for line, text in told:
            print(f"{path}:{line}  {text}")
        unsure += len(told)
        if now != before:
            changed += 1
            if options.diff:
                sys.stdout.writelines(_diff(path, before, now))
    verb = "would change" if options.check or options.diff else "changed"
    print(f"{changed} files {verb}; {unsure} places to look at; {failed} files skipped.", file=sys.stderr)
    return 2 if failed else int(options.check and changed > 0)


def _diff(path: Path, before: bytes, now: bytes) -> Iterator[str]:
    old, new = (each.decode("utf-8", "replace").splitlines(keepends=True) for each in (before, now))
    for line in difflib.unified_diff(old, new, str(path), str(path)):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


if __name__ == "__main__":
    sys.exit(main())
