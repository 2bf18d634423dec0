"""Arguments of a method, before and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator import methods
from generator.changes.change import Rename
from generator.changes.matching import like_properties, pair
from generator.changes.report import Report
from generator.changes.shapes import renamed, taken
from generator.facts import Kind, Operation, Property
from generator.findings import Place

_Argument = Property


class Arguments:
    """Compares the arguments of one method."""

    def __init__(self, report: Report, method: str, call: str, classes: Mapping[str, str]) -> None:
        self._report = report
        self._method = method
        self._call = call
        self._classes = classes

    def compare(
        self, old: Operation, new: Operation, places: Mapping[str, Place], old_places: Mapping[str, Place]
    ) -> None:
        """Write down how the arguments changed."""
        old_by_position, old_by_name = methods.split_arguments(old)
        new_by_position, new_by_name = methods.split_arguments(new)
        before, now = [*old_by_position, *old_by_name], [*new_by_position, *new_by_name]
        pairs, gone, added = pair(before, now, (lambda item: item.wire_name, lambda item: item.name), like_properties)
        for item in gone:
            if item.name != "to" or item.shape.kind is not Kind.ANY:  # it comes and goes with the answer's kind
                place = old_places.get(item.wire_name, old.place)
                self._add("argument-removed", place, f"lost the argument `{item.name}`", _text(item), "")
        for item in added:
            if item.name == "to" and item.shape.kind is Kind.ANY:
                continue
            needed = _needed(item)
            rule, what = ("argument-added-required", "needs") if needed else ("argument-added", "gained an optional")
            noun = "a new argument" if needed else "argument"
            self._add(rule, places.get(item.wire_name, new.place), f"{what} {noun} `{item.name}`", "", _text(item))
        for a, b in pairs:
            place = places.get(b.wire_name, new.place)
            self._one(a, b, place)
            self._position(a in old_by_position, b in new_by_position, b, place)
        self._order("argument-order", old_by_position, new_by_position, pairs, new.place)
        place = new.place if new.body is None else new.body.model.place
        self._order("argument-order-by-name", old_by_name, new_by_name, pairs, place)

    def _add(self, rule: str, place: Place, what: str, old: str, new: str, rename: Rename | None = None) -> None:
        self._report.add(rule, place, f"`{self._call}` {what}.", old, new, rename)

    def _one(self, a: _Argument, b: _Argument, place: Place) -> None:
        old, new = _text(a), _text(b)
        if a.name != b.name:
            rename = Rename("argument", self._method, a.name, b.name)
            self._add("argument-renamed", place, f"renamed its argument `{a.name}` to `{b.name}`", old, new, rename)
        elif a.wire_name != b.wire_name:
            what = f"sends `{b.name}` as `{b.wire_name}`, no longer as `{a.wire_name}`"
            self._add("argument-wire-name", place, what, a.wire_name, b.wire_name)
        if renamed(a.shape, self._classes) != renamed(b.shape, {}):
            self._retyped(a, b, place, old, new)
        if _needed(b) and not _needed(a):
            self._add("argument-now-required", place, f"now needs its argument `{b.name}`", old, new)
        elif _needed(a) and not _needed(b):
            self._add("argument-now-optional", place, f"can be called without `{b.name}`", old, new)
        elif a.default != b.default:
            self._add("argument-default", place, f"has another default for `{b.name}`", old, new)
        if a.location != b.location:
            where = f"sends `{b.name}` in the {b.location or 'body'}, no longer in the {a.location or 'body'}"
            self._add("argument-location", place, where, a.location or "body", b.location or "body")
        if set(a.file_extensions) != set(b.file_extensions):
            lost = set(a.file_extensions) - set(b.file_extensions) if b.file_extensions else set()
            tighter = bool(lost) or not a.file_extensions
            rule = "argument-files" if tighter else "argument-more-files"
            endings = ", ".join(a.file_extensions) or "any", ", ".join(b.file_extensions) or "any"
            self._add(rule, place, f"takes other endings of file names in `{b.name}`", *endings)
        if b.deprecated and not a.deprecated:
            self._add("argument-deprecated", place, f"calls its argument `{b.name}` deprecated", old, new)

    def _retyped(self, a: _Argument, b: _Argument, place: Place, old: str, new: str) -> None:
        lost, gained = a.shape.nullable and not b.shape.nullable, b.shape.nullable and not a.shape.nullable
        always = methods.always_given(a) and methods.always_given(b)  # so None only ever is the null that is sent
        if not methods.always_given(a) and not methods.always_given(b) and (lost or gained):
            rule = "argument-nullable" if b.shape.nullable else "argument-not-nullable"
            what = "distinguishes None from UNSET in" if b.shape.nullable else "no longer knows UNSET in"
            self._add(rule, place, f"{what} `{b.name}`", old, new)
        before, now = renamed(a.shape, self._classes), renamed(b.shape, {})
        if not taken(before, now) or always and lost:
            self._add("argument-retyped", place, f"takes another type in `{b.name}`", old, new)
        elif (before.kind, now.kind) == (Kind.STRING, Kind.ENUM):
            self._add("argument-narrowed", place, f"has known values for `{b.name}`, and perhaps no others", old, new)
        elif not taken(now, before) or always and gained:
            self._add("argument-widened", place, f"takes more in `{b.name}`", old, new)
        elif (before.kind, before.class_name) != (now.kind, now.class_name):
            self._add("argument-widened", place, f"names other known values in `{b.name}`", old, new)

    def _position(self, before: bool, now: bool, item: _Argument, place: Place) -> None:
        if before and not now:
            self._add(
                "argument-keyword-only", place, f"takes `{item.name}` by name only", item.name, f"{item.name}=..."
            )
        elif now and not before:
            what = f"takes `{item.name}` by position too"
            self._add("argument-by-position-too", place, what, f"{item.name}=...", item.name)

    def _order(
        self,
        rule: str,
        old: Sequence[_Argument],
        new: Sequence[_Argument],
        pairs: Sequence[tuple[_Argument, _Argument]],
        place: Place,
    ) -> None:
        by_position = rule == "argument-order"
        # By name, what has to be given comes first; what only moved for that is told already.
        names = {a.name: b.name for a, b in pairs if by_position or _needed(a) == _needed(b)}
        now = [item.name for item in new]
        kept = [names[item.name] for item in old if names.get(item.name) in now]
        # One more in front moves those that are passed by position, but not those that are passed by name.
        seen = now[: len(kept)] if by_position else [name for name in now if name in kept]
        if kept and seen != kept:
            before = ", ".join(item.name for item in old)
            self._add(rule, place, "takes its arguments in another order", before, ", ".join(now))


def _needed(item: _Argument) -> bool:
    return item.required and item.default is None


def _text(item: _Argument) -> str:
    return methods.argument_text(item)
