# /// script
# requires-python = ">=3.11"
# dependencies = ["libcst>=1.5"]
# ///
"""Moves a program to another version of the securedsigning package: ``migrate.py MIGRATION.json... PATH...``.

A migration file (``docs/migrations/<version>.json``) holds the names that changed and what calls return, so this file and that
one are all that is needed: ``uv run migrate.py 0.2.0.json src/``. Only names that are surely ours are changed, byte by byte in
place; what might be ours is listed with file and line. What was moved before stays as it is.

What is ours is followed from imports through assignments, annotations, parameters, loops, ``with``, calls and the attributes of
classes in the same file, and in tests from the sandbox's fixture ``secured_signing``. All assignments of a name count, whatever
their order.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst
from libcst import metadata

Type = tuple[object, ...]
"""Its first item is the kind: client, group, method, object, class, group-class, list, map, tuple, module, user, user-class,
function, foreign (surely not ours) or unknown."""

Types = frozenset[Type]
FOREIGN: Types = frozenset({("foreign",)})
UNKNOWN: Types = frozenset({("unknown",)})
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
        self.names = {old for what, _, old in self.renames if what in {"group", "method", "attribute", "member"}}
        self.methods_with_arguments: dict[str, set[str]] = {}
        for what, owner, old in self.renames:
            if what == "argument":
                self.methods_with_arguments.setdefault(owner.rpartition(".")[2], set()).add(old)

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
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    mark = b"\xef\xbb\xbf" if encoding == "utf-8-sig" else b""
    try:
        text = data[len(mark) :].decode("utf-8" if mark else encoding)
        module = _parsed(text)
    except (cst.ParserSyntaxError, UnicodeDecodeError) as error:
        line = getattr(error, "raw_line", 1)
        raise SyntaxError(str(getattr(error, "message", error)), (None, line, 0, None)) from error
    wrapper = metadata.MetadataWrapper(module, unsafe_skip_copy=True)
    finder = _Finder(migration, wrapper)
    wrapper.module.visit(finder)
    source = text.encode("utf-8")
    for start, (old, new) in sorted(finder.edits.items(), reverse=True):
        assert source[start : start + len(old)] == old.encode(), "positions and text disagree"
        source = source[:start] + new.encode() + source[start + len(old) :]
    lines = sorted({(text.encode("utf-8")[:start].count(b"\n") + 1, told) for start, told in finder.unsure})
    return Result(mark + source.decode("utf-8").encode("utf-8" if mark else encoding), lines)


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
        self._known: dict[cst.CSTNode, Types] = {}
        self._strings: dict[cst.CSTNode, cst.CSTNode] = {}
        self._classes: dict[cst.ClassDef, dict[str, list[cst.CSTNode]]] = {}
        self._attributes: dict[tuple[cst.ClassDef, str], Types] = {}
        self._results: dict[cst.CSTNode, Types] = {}
        functions = [each for each in _walk(wrapper.module) if isinstance(each, cst.FunctionDef)]
        self._fixtures = {each.name.value: each for each in functions if _has_decorator(each, "fixture")}
        self.stars = {
            _dotted(node.module)
            for node in _walk(wrapper.module)
            if isinstance(node, cst.ImportFrom) and isinstance(node.names, cst.ImportStar)
        }

    def of(self, node: cst.CSTNode | None) -> Types:
        """The types that an expression may have; NOTHING for None and for what depends on itself."""
        if node is None:
            return NOTHING
        if node not in self._known:
            self._known[node] = NOTHING
            self._known[node] = self._infer(node)
        return self._known[node]

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
            case cst.BinaryOperation(operator=cst.Add()):
                return self.of(node.left) | self.of(node.right)
            case cst.Tuple() if not any(isinstance(each, cst.StarredElement) for each in node.elements):
                return frozenset({("tuple", *(self.of(each) for each in node.elements))})
            case cst.List() | cst.Set() | cst.Tuple():
                return _list(_joined(self._element(each) for each in node.elements))
            case cst.ListComp() | cst.SetComp() | cst.GeneratorExp():
                return _list(self.of(node.elt))
            case cst.Dict():
                return frozenset({("map", _joined(self.of(each.value) for each in node.elements))})
            case cst.DictComp():
                return frozenset({("map", self.of(node.value))})
            case cst.Subscript():
                return self._subscript(node)
            case cst.Lambda():
                return frozenset({("function", node)})
        return FOREIGN

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
                case ("unknown",):
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
            case ("object", str(class_name)):
                attributes = known.classes.get(class_name, {})
                return known.type_of(attributes.get(known.old("attribute", class_name, name), ""))
            case ("class", str(class_name)):
                return frozenset({("object", class_name)}) if name != "decode" else frozenset({owner})
            case ("module", str(module)):
                return self.imported(module, name)
            case ("list", inner):
                return {"pop": frozenset({("gives", inner)}), "copy": frozenset({("gives", frozenset({owner}))})}.get(
                    name, FOREIGN
                )
            case ("map", inner):
                rows = frozenset({("tuple", FOREIGN, inner)})
                gives = {"values": _list(_types(inner)), "items": _list(rows), "copy": frozenset({owner})}
                gives |= dict.fromkeys(("get", "pop", "setdefault"), _types(inner))
                return frozenset({("gives", gives[name])}) if name in gives else FOREIGN
            case ("user", cst.ClassDef() as node) | ("user-class", cst.ClassDef() as node):
                own = self.own_attribute(node, name)
                return own if own is not None else _joined(self.attribute(each, name) for each in self.bases(node))
            case ("unknown",) | ("function", _):
                return UNKNOWN
        return FOREIGN

    def bases(self, node: cst.ClassDef) -> Types:
        """Instances of what a class is derived from."""
        return _joined(self.instance(self.of(each.value)) for each in node.bases)

    def own_attribute(self, node: cst.ClassDef, name: str) -> Types | None:
        """What a class of the file says about an attribute; None if it says nothing."""
        sources = self._members(node).get(name)
        if sources is None:
            return None
        if (node, name) not in self._attributes:
            self._attributes[node, name] = NOTHING
            self._attributes[node, name] = _joined(self._member(each) for each in sources)
        return self._attributes[node, name]

    def _members(self, node: cst.ClassDef) -> dict[str, list[cst.CSTNode]]:
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
        return _joined(self._assigned(each, node.value) for each in assignments)

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
        return FOREIGN if name.partition(".")[0] in sys.stdlib_module_names else UNKNOWN

    def imported(self, module: str, name: str) -> Types:
        """What ``from module import name`` gives."""
        known = self.migration
        if (module, name) == (f"{known.package}_sandbox.pytest_plugin", _FIXTURE):
            return frozenset({("class", name)})
        if module.partition(".")[0] != known.package:
            anything = module in {"typing", "typing_extensions"} and name == "Any"
            return UNKNOWN if anything else self._module(module)
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
            return frozenset({("user", holder)})
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
        if name in {"sorted", "max", "min"}:
            return self.item(self.of(call.args[0].value))
        if name in {"map", "filter"} and len(call.args) > 1:
            return self.item(self.of(call.args[1].value))
        if name == "sort" and isinstance(call.func, cst.Attribute):
            return self.item(self.of(call.func.value))
        return UNKNOWN

    def annotated(self, node: cst.CSTNode) -> Types:
        """The types that an annotation stands for."""
        match node:
            case cst.Name(value="None"):
                return NOTHING
            case cst.Name(value="Any" | "object"):
                return UNKNOWN
            case cst.Name() | cst.Attribute():
                return self.instance(self.of(node))
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

    def quoted(self, node: cst.SimpleString) -> cst.CSTNode:
        """The expression in a quoted annotation, the text itself if it is none."""
        try:
            parsed = cst.parse_expression(str(node.evaluated_value))
        except (cst.ParserSyntaxError, ValueError):
            return node
        for each in _walk(parsed):
            self._strings[each] = node
        return parsed

    def returned(self, function: cst.FunctionDef | cst.Lambda) -> Types:
        """What a function of the file gives when it is called, awaited or entered."""
        if function not in self._results:
            self._results[function] = NOTHING
            self._results[function] = self._returned(function)
        return self._results[function]

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
        return results

    def _call(self, node: cst.Call) -> Types:
        name, values = _last(node.func), [each.value for each in node.args]
        called = self.of(node.func)
        if any(each[0] not in {"foreign", "unknown"} for each in called):
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
        return called or UNKNOWN

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
        scopes = {each for each in self._types.scopes.values() if each is not None}
        self._bound = {each.name for scope in scopes for each in scope.assignments}
        self._kept: set[str] = set()

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
        elif len(found) > 1 and found != {None} or name in self._migration.names and ("unknown",) in types:
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
        if name in {"evolve", "replace"} and values:
            callees = frozenset(("class", *each[1:]) for each in types.of(values[0]) if each[0] == "object") or callees
        elif name in _CALLERS and len(values) > _CALLERS[name]:
            callees = types.of(values[_CALLERS[name]])
        owners = {owner for each in callees for owner in self._keyword_owners(each)}
        for each in node.args:
            if each.keyword is not None:
                self._keyword(each.keyword, owners, name, callees)
            elif each.star == "**" and any(owner for owner in owners if owner and self._has_keywords(*owner)):
                self._ask(each, f"Arguments of `{name}` were renamed; look at what `**` passes.")
        self._texts(node, name, values)

    def _keyword(self, keyword: cst.Name, owners: set[tuple[str, str] | None], name: str, callees: Types) -> None:
        found = {self._migration.new(*owner, keyword.value) if owner else None for owner in owners}
        if len(found) == 1 and (new := found.pop()) is not None:
            self._edit(keyword, new)
        elif any(found) or (
            ("unknown",) in callees and keyword.value in self._migration.methods_with_arguments.get(name, ())
        ):
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
        if name not in {"getattr", "setattr", "hasattr", "delattr", "attrgetter", "methodcaller", "object", "patch"}:
            return
        for each in values:
            if isinstance(each, cst.SimpleString) and isinstance(each.evaluated_value, str):
                text = each.evaluated_value
                known = FOREIGN if name in {"attrgetter", "methodcaller", "patch"} else self._types.of(values[0])
                if text.rpartition(".")[2] in self._migration.names and (known != FOREIGN or name not in {"getattr"}):
                    self._ask(each, f"`{text}` holds a name that was renamed.")

    def visit_MatchClass(self, node: cst.MatchClass) -> None:
        for each in node.kwds:
            found = {
                self._migration.new(*owner, each.key.value) if owner else None
                for callee in self._types.of(node.cls)
                for owner in self._keyword_owners(callee)
            }
            if len(found) == 1 and (new := found.pop()) is not None:
                self._edit(each.key, new)

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
            if new is not None and each.asname is None and new in self._bound:
                self._kept.add(name.value)
                self._edit(name, f"{new} as {name.value}")
            elif new is not None:
                self._edit(name, new)
            elif not ours and ("class", "", name.value) in self._migration.renames:
                self._ask(name, f"The class `{name.value}` was renamed, but it is not clear whether this one is meant.")

    def _module_name(self, node: cst.BaseExpression) -> None:
        if isinstance(node, cst.Attribute) and _dotted(node.value) == f"{self._migration.package}.models":
            new = self._migration.new("module", "", node.attr.value)
            if new is not None:
                self._edit(node.attr, new)

    def visit_Name(self, node: cst.Name) -> None:
        self._reference(node, node)

    def _reference(self, node: cst.Name, at: cst.CSTNode) -> None:
        """A name that an import without ``as`` binds."""
        new = self._new_reference(node)
        if new is not None:
            assert isinstance(at, cst.Name)
            self._edit(at, new)

    def _new_reference(self, node: cst.Name) -> str | None:
        known, scope = self._migration, self._types.scopes.get(node)
        what = next((each for each in ("class", "constant", "module") if (each, "", node.value) in known.renames), None)
        if what is None or scope is None or node.value in self._kept:
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
                self._quoted(each)

    def _quoted(self, node: cst.SimpleString) -> None:
        parsed = self._types.quoted(node)
        start = self._spans[node].start + len(node.prefix) + len(node.quote)
        if parsed is node or not isinstance(parsed, cst.BaseExpression):
            return
        wrapper = metadata.MetadataWrapper(
            cst.Module([cst.SimpleStatementLine([cst.Expr(parsed)])]), unsafe_skip_copy=True
        )
        spans = wrapper.resolve(metadata.ByteSpanPositionProvider)
        scope = self._types.scopes.get(node)
        for each in _walk(parsed):
            if isinstance(each, cst.Name) and scope is not None:
                new = self._new_reference_in(each, scope)
                if new is not None:
                    self.edits.setdefault(start + spans[each].start, (each.value, new))

    def _new_reference_in(self, node: cst.Name, scope: metadata.Scope) -> str | None:
        self._types.scopes = {**self._types.scopes, node: scope}
        return self._new_reference(node)


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
    """The Python files that paths stand for; folders without hidden ones and installed packages."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for each in sorted([*path.rglob("*.py"), *path.rglob("*.pyi")]):
            parts = each.relative_to(path).parts
            if not any(part in _SKIPPED or part.startswith(".") for part in parts):
                yield each


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
    changed = unsure = failed = 0
    for path in sources(paths):
        try:
            before = now = path.read_bytes()
            told: list[tuple[int, str]] = []
            for migration in migrations:
                result = migrate(now, migration)
                now, told = result.data, [*told, *result.unsure]
        except (OSError, SyntaxError) as error:
            line = error.lineno if isinstance(error, SyntaxError) and error.lineno else 1
            print(f"{path}:{line}  Skipped: {getattr(error, 'msg', None) or error}", file=sys.stderr)
            failed += 1
            continue
        for line, text in told:
            print(f"{path}:{line}  {text}")
        unsure += len(told)
        if now != before:
            changed += 1
            if options.diff:
                sys.stdout.writelines(_diff(path, before, now))
            if not options.check and not options.diff:
                path.write_bytes(now)
    verb = "would change" if options.check or options.diff else "changed"
    print(f"{changed} files {verb}; {unsure} places to look at; {failed} files skipped.", file=sys.stderr)
    return 2 if failed else int(options.check and changed > 0)


def _diff(path: Path, before: bytes, now: bytes) -> Iterator[str]:
    old, new = (each.decode("utf-8", "replace").splitlines(keepends=True) for each in (before, now))
    for line in difflib.unified_diff(old, new, str(path), str(path)):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


if __name__ == "__main__":
    sys.exit(main())
