"""All changes between two specs, in the order of their place."""

from __future__ import annotations

import re

from generator import methods, pipeline
from generator.changes.aligning import paired_operations
from generator.changes.arguments import Arguments
from generator.changes.change import Change, Kind, Rename
from generator.changes.classes import class_names, compare_classes
from generator.changes.credentials import compare_credentials
from generator.changes.matching import like_groups, like_properties, pair
from generator.changes.migration import extra_methods
from generator.changes.remainder import compare_remainder
from generator.changes.report import Report
from generator.changes.service import compare_service
from generator.changes.sources import Side, member_places
from generator.facts import Group, Operation
from generator.findings import Place
from generator.loading import LocatedDict


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
    groups = _compare_groups(report, old, new)
    _compare_operations(report, old, new, names, groups)
    compare_classes(report, old, new, names)
    compare_service(report, old, new)
    compare_remainder(report, old, new, names)
    order = list(Kind)
    return sorted(report.found, key=lambda each: (order.index(each.kind), each.place, each.text))


def _compare_groups(report: Report, old: Side, new: Side) -> dict[str, str]:
    """Write down how groups changed; returns the attributes of the client now by those before."""
    keys = (lambda group: group.tag, lambda group: group.attribute)
    pairs, gone, added = pair(old.api.groups, new.api.groups, keys, like_groups)
    for group in gone:
        report.add("group-removed", group.place, f"`client.{group.attribute}` is gone.", f"client.{group.attribute}")
    for group in added:
        report.add("group-added", group.place, f"There is `client.{group.attribute}`.", "", f"client.{group.attribute}")
    for a, b in pairs:
        if a.attribute != b.attribute:
            before, now = f"client.{a.attribute}", f"client.{b.attribute}"
            rename = Rename("group", "", a.attribute, b.attribute)
            report.add("group-renamed", b.place, f"`{before}` was renamed to `{now}`.", before, now, rename)
            _compare_extras(report, a, b)
    return {a.attribute: b.attribute for a, b in pairs}


def _compare_extras(report: Report, old: Group, new: Group) -> None:
    """What is written by hand extends the group that its file is named after."""
    written = list(extra_methods(pipeline.Layout().runtime))
    if any(group == new.attribute for group, _, _ in written):
        return
    for group, method, _ in written:
        if group == old.attribute and method not in {item.name for item in new.operations}:
            text = f"`client.{new.attribute}.{method}` is not there unless _async/extras/{group}.py is renamed too."
            report.add("method-removed", new.place, text, f"client.{group}.{method}(...)")


def _compare_operations(
    report: Report, old: Side, new: Side, names: dict[str, str], renamed_groups: dict[str, str]
) -> None:
    groups = {}
    for side in (old, new):
        for group in side.api.groups:
            for operation in group.operations:
                groups[id(operation)] = group
    pairs, gone, added = paired_operations(old.api.operations, new.api.operations)
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
        moved = renamed_groups.get(before.attribute) != now.attribute
        if a.name != b.name or moved:
            moved_to = f"{now.attribute}.{b.name}" if moved else b.name
            rename = Rename("method", before.attribute, a.name, moved_to)
            text = f"`client.{method}` was renamed to `{call}`."
            report.add("method-renamed", b.place, text, f"client.{method}", call, rename)
        places = _places(new, b), _places(old, a)
        with report.about(("paths", b.path, b.http_method.lower()), *_body(b)):
            Arguments(report, method, call, names).compare(a, b, *places)
        _compare_operation(report, a, b, call, names)
        _compare_documents(report, old, new, a, b, call)
        compare_credentials(report, old, new, a, b, call)


def _body(operation: Operation) -> list[tuple[str, ...]]:
    return [("components", "schemas", operation.body.model.schema_name)] if operation.body else []


def _compare_operation(report: Report, a: Operation, b: Operation, call: str, names: dict[str, str]) -> None:
    def add(rule: str, what: str, before: str = "", now: str = "", rename: Rename | None = None) -> None:
        report.add(rule, b.place, f"`{call}` {what}.", before, now, rename)

    if a.constant != b.constant:
        line = "from securedsigning.operations import {}"
        rename = Rename("constant", "", a.constant, b.constant)
        add("constant-renamed", "has another constant", line.format(a.constant), line.format(b.constant), rename)
    if _with_new_names(a, b) != b.path:
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
    if a.deprecated != b.deprecated:
        rule = "method-deprecated" if b.deprecated else "method-undeprecated"
        add(rule, "is deprecated" if b.deprecated else "is no longer deprecated")


def _compare_documents(report: Report, old: Side, new: Side, a: Operation, b: Operation, call: str) -> None:
    """What the facts do not hold of an operation: its successful statuses, its server, the client's options."""
    before, now = (side.document["paths"][each.path][each.http_method.lower()] for side, each in ((old, a), (new, b)))
    was, is_ = (", ".join(sorted(each for each in raw["responses"] if each < "3")) for raw in (before, now))
    if was != is_ and methods.return_type(a) == methods.return_type(b):
        place = now.place_of("responses")
        report.add("answer-status", place, f"`{call}` succeeds with another status.", was, is_)
    was, is_ = (", ".join(server["url"] for server in raw.get("servers", ())) for raw in (before, now))
    if was != is_:
        report.add("address", now.place_of("servers"), f"`{call}` is called at another server.", was, is_)
    takes = _takes_sender(new, now)
    if takes != _takes_sender(old, before):
        text = f"`{call}` is {'' if takes else 'not '}known to look at the option `sender`."
        report.add("sender-looked-at" if takes else "sender-ignored", now.place_of("parameters"), text)


def _takes_sender(side: Side, operation: LocatedDict) -> bool:
    declared = side.document["components"].get("parameters", {})
    listed = [
        declared.get(item["$ref"].rpartition("/")[2], {}) for item in operation.get("parameters", ()) if "$ref" in item
    ]
    return any(item.get("x-client-option") == "sender" for item in listed)


def _with_new_names(old: Operation, new: Operation) -> str:
    """The old path with the new names of its parameters; these are never sent."""
    before, now = ([item for item in each.parameters if item.location == "path"] for each in (old, new))
    pairs, _, _ = pair(before, now, (lambda item: item.wire_name, lambda item: item.name), like_properties)
    names = {a.wire_name: b.wire_name for a, b in pairs}
    return re.sub(r"\{([^}]*)\}", lambda found: f"{{{names.get(found[1], found[1])}}}", old.path)


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
