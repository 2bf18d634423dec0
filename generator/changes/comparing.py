"""All changes between two specs, in the order of their place."""

from __future__ import annotations

from generator import methods
from generator.changes.arguments import Arguments
from generator.changes.change import Change, Kind, Rename
from generator.changes.classes import class_names, compare_classes
from generator.changes.matching import like_operations, pair
from generator.changes.remainder import compare_remainder
from generator.changes.report import Report
from generator.changes.service import compare_service
from generator.changes.sources import Side, member_places
from generator.facts import Operation
from generator.findings import Place


def changes(old: Side, new: Side) -> list[Change]:
    """Everything that changed for users of the SDK.

    Args:
        old: the spec before.
        new: the spec now.

    Returns:
        The changes, breaking ones first, each kind in the order of files and lines.
    """
    report = Report()
    names = class_names(old.api, new.api)
    _compare_groups(report, old, new)
    _compare_operations(report, old, new, names)
    compare_classes(report, old, new, names)
    compare_service(report, old, new)
    compare_remainder(report, old, new)
    order = list(Kind)
    return sorted(report.found, key=lambda each: (order.index(each.kind), each.place, each.text))


def _compare_groups(report: Report, old: Side, new: Side) -> None:
    keys = (lambda group: group.tag, lambda group: group.attribute)
    pairs, gone, added = pair(old.api.groups, new.api.groups, keys, lambda a, b: 0.0)
    for group in gone:
        report.add("group-removed", group.place, f"`client.{group.attribute}` is gone.", f"client.{group.attribute}")
    for group in added:
        report.add("group-added", group.place, f"There is `client.{group.attribute}`.", "", f"client.{group.attribute}")
    for a, b in pairs:
        if a.attribute != b.attribute:
            before, now = f"client.{a.attribute}", f"client.{b.attribute}"
            rename = Rename("group", "", a.attribute, b.attribute)
            report.add("group-renamed", b.place, f"`{before}` was renamed to `{now}`.", before, now, rename)


def _compare_operations(report: Report, old: Side, new: Side, names: dict[str, str]) -> None:
    groups = {}
    for side in (old, new):
        for group in side.api.groups:
            for operation in group.operations:
                groups[id(operation)] = group
    keys = (lambda item: item.id, lambda item: (item.http_method, item.path))
    pairs, gone, added = pair(old.api.operations, new.api.operations, keys, like_operations)
    for item in gone:
        call = f"client.{groups[id(item)].attribute}.{item.name}"
        report.add("method-removed", item.place, f"`{call}` is gone.", _signature(call, item))
    for item in added:
        call = f"client.{groups[id(item)].attribute}.{item.name}"
        report.add("method-added", item.place, f"There is a new call, `{call}`.", "", _signature(call, item))
    for a, b in pairs:
        before, now = groups[id(a)], groups[id(b)]
        method = f"{before.attribute}.{a.name}"
        call = f"client.{now.attribute}.{b.name}"
        # A call that moved because its whole group was renamed is told once, for the group.
        if a.name != b.name or (before.tag != now.tag and before.attribute != now.attribute):
            moved_to = b.name if before.tag == now.tag else f"{now.attribute}.{b.name}"
            rename = Rename("method", before.attribute, a.name, moved_to)
            text = f"`client.{method}` was renamed to `{call}`."
            report.add("method-renamed", b.place, text, f"client.{method}", call, rename)
        places = _places(new, b), _places(old, a)
        Arguments(report, method, call, names).compare(a, b, *places)
        _compare_operation(report, a, b, call, names)


def _compare_operation(report: Report, a: Operation, b: Operation, call: str, names: dict[str, str]) -> None:
    def add(rule: str, what: str, before: str = "", now: str = "", rename: Rename | None = None) -> None:
        report.add(rule, b.place, f"`{call}` {what}.", before, now, rename)

    if a.constant != b.constant:
        line = "from securedsigning.operations import {}"
        rename = Rename("constant", "", a.constant, b.constant)
        add("constant-renamed", "has another constant", line.format(a.constant), line.format(b.constant), rename)
    if a.path != b.path:
        add("address", f"now calls {b.path}", a.path, b.path)
    if a.http_method != b.http_method:
        add("http-method", f"now sends {b.http_method}", a.http_method, b.http_method)
    if a.body and b.body and a.body.media_type != b.body.media_type:
        add("encoding", f"now sends {b.body.media_type}", a.body.media_type, b.body.media_type)
    before, now = methods.return_type(a), methods.return_type(b)
    expected = before
    for name, other in names.items():
        expected = expected.replace(f"[{name}]", f"[{other}]") if "[" in expected else expected
    expected = names.get(before, expected)
    if expected != now:
        add("returns", f"returns `{now}`, no longer `{before}`", before, now)
    if a.answer.kind == b.answer.kind == "file":
        lost, more = set(a.answer.media_types) - set(b.answer.media_types), set(b.answer.media_types)
        more -= set(a.answer.media_types)
        types = ", ".join(a.answer.media_types), ", ".join(b.answer.media_types)
        if lost:
            add("answer-media-removed", "no longer gives " + ", ".join(sorted(lost)), *types)
        elif more:
            add("answer-media-added", "may also give " + ", ".join(sorted(more)), *types)
    if a.answer.single_or_array != b.answer.single_or_array:
        add("single-or-array", "is answered with a list or with one object; a list is returned either way")
    if a.errors.keys() != b.errors.keys():
        before, now = (", ".join(map(str, sorted(each.errors))) for each in (a, b))
        add("error-statuses", "documents other errors", before, now)
    for scope in sorted(set(b.scopes) - set(a.scopes)):
        add("scope-added", f"needs a token with the scope {scope}", ", ".join(a.scopes), ", ".join(b.scopes))
    for scope in sorted(set(a.scopes) - set(b.scopes)):
        add("scope-removed", f"no longer needs the scope {scope}", ", ".join(a.scopes), ", ".join(b.scopes))
    if a.signed != b.signed:
        add("signature-required" if b.signed else "signature-optional", "is looked at differently by the service")
    if a.deprecated != b.deprecated:
        rule = "method-deprecated" if b.deprecated else "method-undeprecated"
        add(rule, "is deprecated" if b.deprecated else "is no longer deprecated")


def _signature(call: str, operation: Operation) -> str:
    emitted = methods.method(operation)
    listed = [item for item in emitted.arguments if not item.startswith("options:")]
    return f"{call}({', '.join(listed[:-1] if listed[-1:] == ['*'] else listed)}) -> {emitted.returns}"


def _places(side: Side, operation: Operation) -> dict[str, Place]:
    item = side.document["paths"][operation.path]
    listed = [*item.get("parameters", ()), *item[operation.http_method.lower()].get("parameters", ())]
    found = {each["name"]: each.place for each in listed if "name" in each}
    if operation.body is not None:
        found |= member_places(side, operation.body.model.schema_name)
    return found
