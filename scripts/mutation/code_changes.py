"""Every small change to a Python module: one operator at one place.

mutmut and cosmic-ray were looked at and do not fit: both start a test run of its own for each mutant, in a copy of the tree or
over the real file, where here a fork of a warm process takes a tenth of a second; and neither knows which of 9000 tests to run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
Change = tuple[str, ast.AST, str]
"""Kind, the node that is replaced, the text in its place."""


@dataclass(frozen=True)
class CodeMutant:
    """A change to a module.

    Attributes:
        kind: which operator made it.
        path: the module's file, below ``generated/python``.
        line: where it begins, from 1.
        column: where it begins in the line, in bytes from 0.
        before: the source that goes.
        after: the source in its place.
        function: whether it lies in a function, so that it runs when one is called.
        owner: the class that it lies in; empty if none.
    """

    kind: str
    path: str
    line: int
    column: int
    before: str
    after: str
    function: bool
    owner: str

    @property
    def id(self) -> str:
        """A name that no other mutant has."""
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        return f"{self.kind} {self.path}:{self.line}:{self.column}: {before} -> {after}"

    def apply(self, source: str) -> str:
        """The module's source after the change."""
        lines = source.encode().splitlines(keepends=True)
        start = sum(map(len, lines[: self.line - 1])) + self.column
        whole, old = b"".join(lines), self.before.encode()
        assert whole[start : start + len(old)] == old, self.id
        return (whole[:start] + self.after.encode() + whole[start + len(old) :]).decode()


def code_mutants(path: str, source: str) -> Iterator[CodeMutant]:
    """Every change to a module. Docstrings, annotations and what only type checkers read are left as they are.

    Args:
        path: what the module is called in the mutants.
        source: its text.
    """
    tree = ast.parse(source)
    seen: set[tuple[int, int, str, str]] = set()
    for node, in_function, owner in _walked(tree, False, ""):
        for kind, place, after in _changes(node):
            before = ast.get_source_segment(source, place)
            key = (place.lineno, place.col_offset, before or "", after)  # type: ignore[attr-defined]  # every statement has a place
            if before and key not in seen:
                seen.add(key)
                yield CodeMutant(kind, path, key[0], key[1], before, after, in_function, owner)


def _walked(node: ast.AST, in_function: bool, owner: str) -> Iterator[tuple[ast.AST, bool, str]]:
    """Each node that is run, whether in a function, and the name of its class."""
    owner = node.name if isinstance(node, ast.ClassDef) else owner
    body = getattr(node, "body", None)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr):  # has no exact places before 3.12
                continue
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue  # a docstring
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "cast" and child is node.args[0]:
                continue
            if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
                continue
            if isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) in ("TYPE_CHECKING", "__slots__"):
                continue
            inside = in_function or (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body is value)
            yield child, inside, owner
            yield from _walked(child, inside, owner)


def _text(node: ast.AST) -> str:
    return f"({ast.unparse(node)})"


def _changes(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.expr):
        yield from _expression_changes(node)
    match node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "return-value", value, "None"
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.Raise() | ast.AugAssign() | ast.Delete():
            yield "statement-removed", node, "pass"
        case ast.Assign(value=value) if not isinstance(value, ast.Constant):
            yield "value-none", value, "None"
        case ast.If(test=test) | ast.While(test=test):
            yield "condition-negated", test, f"not {_text(test)}"
        case ast.ExceptHandler(type=ast.expr() as caught):
            yield "exception-type", caught, "ZeroDivisionError"
        case ast.Break():
            yield "statement-removed", node, "pass"
        case ast.Continue():
            yield "statement-removed", node, "break"


def _expression_changes(node: ast.expr) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[operator]):
            for other in COMPARISONS[type(operator)]:
                yield "comparison", node, _text(ast.Compare(node.left, [other()], node.comparators))
        case ast.BoolOp(values=values):
            other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
            yield "boolean", node, _text(ast.BoolOp(other, values))
            for index in range(len(values)):
                rest = values[:index] + values[index + 1 :]
                yield "operand-removed", node, _text(rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "boolean", node, _text(operand)
        case ast.BinOp(op=operator) if type(operator) in ARITHMETIC:
            yield "arithmetic", node, _text(ast.BinOp(node.left, ARITHMETIC[type(operator)](), node.right))
        case ast.IfExp(test=test):
            yield "condition-negated", test, f"not {_text(test)}"
        case ast.Constant(value=bool() as value):
            yield "constant", node, repr(not value)
        case ast.Constant(value=int() | float() as value):
            yield "constant", node, f"({value + 1!r})"
        case ast.Constant(value=str() | bytes() as value):
            yield "string", node, f"({value + (b'X' if isinstance(value, bytes) else 'X')!r})"  # type: ignore[operator]  # bytes with bytes, text with text
        case ast.Call(keywords=keywords) if any(each.arg for each in keywords):
            for index in [i for i, each in enumerate(keywords) if each.arg]:
                rest_of = keywords[:index] + keywords[index + 1 :]
                yield "keyword-removed", node, _text(ast.Call(node.func, node.args, rest_of))
        case ast.Await() | ast.Call():
            return
