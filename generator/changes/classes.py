"""Models and enums, before and now. Whether a class is sent, answered or both decides what a new mark breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator import codec
from generator.changes.change import Rename
from generator.changes.matching import like_enums, like_members, like_models, like_properties, pair
from generator.changes.report import Report
from generator.changes.shapes import assigned, given, renamed, taken
from generator.changes.sources import Side, member_places
from generator.facts import Api, Enum, Model, Property
from generator.findings import Place
from generator.rendering import directions, needed_classes


def emitted(api: Api) -> tuple[list[Model], list[Enum]]:
    """The classes that the package has."""
    needed = needed_classes(api)
    return [m for m in api.models if m.class_name in needed], [e for e in api.enums if e.class_name in needed]


def class_names(old: Api, new: Api) -> dict[str, str]:
    """New names of classes by their old ones, for all that both have."""
    (old_models, old_enums), (new_models, new_enums) = emitted(old), emitted(new)
    models, _, _ = pair(old_models, new_models, (lambda item: item.class_name,), like_models)
    enums, _, _ = pair(old_enums, new_enums, (lambda item: item.class_name,), like_enums)
    names = {a.class_name: b.class_name for a, b in models}
    return names | {a.class_name: b.class_name for a, b in enums}


def compare_classes(report: Report, old_side: Side, new_side: Side, names: Mapping[str, str]) -> None:
    """Write down how models and enums changed."""
    old, new = old_side.api, new_side.api
    (old_models, old_enums), (new_models, new_enums) = emitted(old), emitted(new)
    sent, answered = directions(new)
    before, now = _by_class(old_models, old_enums), _by_class(new_models, new_enums)
    for name, item in before.items():
        if names.get(name) not in now:
            report.add("class-removed", item.place, f"The class `{name}` is gone.", f"class {name}")
    for name, item in now.items():
        if name not in names.values():
            report.add("class-added", item.place, f"There is a new class `{name}`.", "", f"class {name}")
    for name, other in names.items():
        a, b = before[name], now[other]
        if name != other:
            line = "from securedsigning.models import {}"
            rename = Rename("class", "", name, other)
            text = f"The class `{name}` was renamed to `{other}`."
            report.add("class-renamed", b.place, text, line.format(name), line.format(other), rename)
        if isinstance(a, Model) and isinstance(b, Model):
            places = member_places(old_side, a.schema_name), member_places(new_side, b.schema_name)
            with report.about(("components", "schemas", b.schema_name)):
                _Members(report, a, b, names, places, sent=other in sent, answered=other in answered).compare()
        elif isinstance(a, Enum) and isinstance(b, Enum):
            _compare_enums(report, a, b)


def _by_class(models: list[Model], enums: list[Enum]) -> dict[str, Model | Enum]:
    found: dict[str, Model | Enum] = {item.class_name: item for item in models}
    return found | {item.class_name: item for item in enums}


class _Members:
    def __init__(
        self,
        report: Report,
        old: Model,
        new: Model,
        names: Mapping[str, str],
        places: tuple[Mapping[str, Place], Mapping[str, Place]],
        *,
        sent: bool,
        answered: bool,
    ) -> None:
        self._old_places, self._places = places
        self._report, self._old, self._new, self._names = report, old, new, names
        self._sent, self._answered = sent, answered

    def compare(self) -> None:
        old, new, report = self._old, self._new, self._report
        keys = (lambda item: item.wire_name, lambda item: item.name)
        pairs, gone, added = pair(old.properties, new.properties, keys, like_properties)
        for item in gone:
            place = self._old_places.get(item.wire_name, old.place)
            report.add("attribute-removed", place, f"`{old.class_name}.{item.name}` is gone.", _line(item))
        for item in added:
            needed = item.required
            rule = "attribute-added-required" if needed else "attribute-added"
            text = f"`{new.class_name}` {'needs a new' if needed else 'gained the'} attribute `{item.name}`."
            report.add(rule, self._places.get(item.wire_name, new.place), text, "", _line(item))
        for a, b in pairs:
            self._one(a, b)
        if [b.name for _, b in pairs] != [b.name for a, b in sorted(pairs, key=lambda p: old.properties.index(p[0]))]:
            order = ", ".join(item.name for item in old.properties), ", ".join(item.name for item in new.properties)
            report.add(
                "attribute-order", new.place, f"`{new.class_name}` lists its attributes in another order.", *order
            )

    def _add(self, rule: str, item: Property, what: str, old: Property, rename: Rename | None = None) -> None:
        text = f"`{self._new.class_name}.{item.name}` {what}."
        place = self._places.get(item.wire_name, self._new.place)
        self._report.add(rule, place, text, _line(old), _line(item), rename)

    def _one(self, a: Property, b: Property) -> None:
        if a.name != b.name:
            rename = Rename("attribute", self._old.class_name, a.name, b.name)
            text = f"`{self._old.class_name}.{a.name}` was renamed to `{self._new.class_name}.{b.name}`."
            place = self._places.get(b.wire_name, self._new.place)
            self._report.add("attribute-renamed", place, text, _line(a), _line(b), rename)
        elif a.wire_name != b.wire_name:
            self._add("attribute-wire-name", b, f"travels as `{b.wire_name}`, no longer as `{a.wire_name}`", a)
        before, now = renamed(a.shape, self._names), renamed(b.shape, {})
        always = a.required and b.required  # so None only ever is the null that travels
        lost, gained = before.nullable and not now.nullable, now.nullable and not before.nullable
        if (lost or gained) and not always:
            rule = "attribute-nullable" if gained else "attribute-not-nullable"
            self._add(rule, b, "may be null" if gained else "is no longer null", a)
        typed = replace(before, nullable=now.nullable, module=now.module) != now
        if typed or always and (lost or gained):
            sends = taken(before, now) and assigned(before, now) and not (always and lost)
            gives = given(before, now) and not (always and gained)
            fits = (not self._sent or sends) and (not self._answered or gives)
            rule = "attribute-refined" if fits else "attribute-retyped"
            if replace(before, nullable=now.nullable, date=now.date) == now and "answer" in {before.date, now.date}:
                self._parsed_twin(rule, a, b)
            else:
                self._add(rule, b, "has another type", a)
        if b.required and not a.required:
            if self._sent:
                self._add("attribute-now-required", b, "has to be given", a)
            else:
                self._add("attribute-always-there", b, "is always there", a)
        elif a.required and not b.required:
            rule = "attribute-may-be-missing" if self._answered else "attribute-now-optional"
            self._add(rule, b, "may be missing" if self._answered else "can be left out", a)
        if a.default != b.default and self._sent:
            self._add("attribute-default", b, "stands for another value where it is left out", a)
        if b.deprecated and not a.deprecated:
            self._add("attribute-deprecated", b, "is deprecated", a)

    def _parsed_twin(self, rule: str, old: Property, new: Property) -> None:
        """The attribute that holds the same date as a datetime came or went."""
        lost = old.shape.date == "answer"
        name = f"{(old if lost else new).name}_parsed"
        text = f"`{self._new.class_name}.{name}` {'is gone' if lost else 'is there'}."
        place = self._places.get(new.wire_name, self._new.place)
        line = f"{name}: datetime | None"
        self._report.add(rule, place, text, line if lost else "", "" if lost else line)


def _line(item: Property) -> str:
    default = codec.default(item)
    return f"{item.name}: {codec.annotation(item)}" + (f" = {default}" if default else "")


def _compare_enums(report: Report, old: Enum, new: Enum) -> None:
    pairs, gone, added = pair(old.members, new.members, (lambda m: m.value, lambda m: m.name), like_members)
    name, place = new.class_name, new.place
    for item in gone:
        report.add("member-removed", place, f"`{old.class_name}.{item.name}` is gone.", f'{item.name} = "{item.value}"')
    for item in added:
        text = f"`{name}` knows one more value, `{item.name}`."
        report.add("member-added", place, text, "", f'{item.name} = "{item.value}"')
    for a, b in pairs:
        line = f'{a.name} = "{a.value}"', f'{b.name} = "{b.value}"'
        if a.name != b.name:
            rename = Rename("member", old.class_name, a.name, b.name)
            text = f"`{old.class_name}.{a.name}` was renamed to `{name}.{b.name}`."
            report.add("member-renamed", place, text, *line, rename)
        elif a.value != b.value:
            report.add("member-value", place, f"`{name}.{b.name}` is another text.", *line)
        if a.number != b.number:
            report.add("member-number", place, f"`{name}.{b.name}` has another number.", str(a.number), str(b.number))
    if [b for _, b in pairs] != [b for _, b in sorted(pairs, key=lambda each: old.members.index(each[0]))]:
        report.add("member-order", place, f"`{name}` lists its values in another order.")
