"""The codec compiler: from a property to the lines of Python that decode and encode it.

Plain Python rather than template macros, since it is what makes the emitted models fast: no call and no copy per member,
and a test for each kind of value. The emitted ``decode_owned`` takes members out of a dict of its own with
``take = data.pop``; what is left in the end are the members nobody knows.

    kind       decoded                                      encoded
    string     as it is                                     as it is
    integer    as it is if it is one, else leniently        as it is
    enum       the known member, else one of its own        its text
    model      ``Class.decode_owned``                            ``to_dict``
    list       each item likewise; anything else fails      each item likewise
    map, any   as it is                                     as it is

A missing member is ``None``; only where null is a value of its own, a missing one is ``UNSET``. A missing list that must be
there is empty: the service leaves out what has no value.
"""

from __future__ import annotations

import re

from generator.facts import Kind, Property, Shape

_PYTHON_TYPES = {
    Kind.STRING: "str",
    Kind.INTEGER: "int",
    Kind.NUMBER: "float",
    Kind.BOOLEAN: "bool",
    Kind.MAP: "dict[str, Any]",
    Kind.ANY: "Any",
    Kind.FILE: "str",
}
_LENIENT = {
    Kind.BOOLEAN: "{value} if {value}.__class__ is bool else as_boolean({value})",
    Kind.INTEGER: "{value} if {value}.__class__ is int else as_integer({value})",
    Kind.NUMBER: "{value} if {value}.__class__ is float or {value}.__class__ is int else as_number({value})",
}


def python_type(shape: Shape) -> str:
    """The type of a value, null left aside."""
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        return f"list[{python_type(shape.item)}]"
    return shape.class_name or _PYTHON_TYPES[shape.kind]


def annotation(member: Property) -> str:
    """The annotation of a model's attribute."""
    kind = python_type(member.shape)
    if kind == "Any":
        return kind
    if member.shape.nullable:
        kind += " | None"
        return kind if member.required else f"{kind} | Unset"
    return kind if member.required else f"{kind} | None"


def default(member: Property) -> str:
    """The default of a model's attribute, empty if it has to be given."""
    if member.required:
        return ""
    return "UNSET" if member.shape.nullable else "None"


def decode_lines(member: Property) -> list[str]:
    """The lines that set an attribute from the JSON object ``take`` takes from."""
    shape, target = member.shape, f"self.{member.name}"
    wire_name = literal(member.wire_name)
    if member.required and shape.kind is not Kind.LIST:
        source = f"take({wire_name})"
    else:
        source = f"take({wire_name}, {'UNSET' if shape.nullable and not member.required else 'None'})"
    expression = _decoded(shape, "value")
    if member.required and shape.kind is Kind.LIST:
        return [f"value = {source}", f"{target} = [] if value is None else {expression}"]
    if expression == "value":
        return [f"{target} = {source}"]
    if shape.nullable:
        nothing = f"value if value is None{'' if member.required else ' or value is UNSET'} else "
    else:
        nothing = "" if member.required else "None if value is None else "
    return [f"value = {source}", f"{target} = {nothing}{expression}"]


def _decoded(shape: Shape, value: str) -> str:
    if shape.kind is Kind.MODEL:
        return f"{shape.class_name}.decode_owned({value})"
    if shape.kind is Kind.ENUM:
        return f"{lookup(shape)}({value}) or {shape.class_name}({value})"
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        item = _decoded(shape.item, "item")
        if item == "item":
            return f"{value} if {value}.__class__ is list else as_list({value})"
        return f"[{item} for item in {value}]"
    return _LENIENT.get(shape.kind, "{value}").format(value=value)


def lookup(shape: Shape) -> str:
    """The name under which a model's module has the fast look-up of an enum's members."""
    return f"known_{re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', shape.class_name).lower()}"


def encode_lines(member: Property) -> list[str]:
    """The lines that put an attribute into the JSON object ``data``."""
    shape, source = member.shape, f"self.{member.name}"
    wire_name = literal(member.wire_name)
    expression = _encoded(shape, source)
    if shape.nullable and expression != source:
        expression = f"None if {source} is None else {expression}"
    if member.required:
        return [f"data[{wire_name}] = {expression}"]
    return [f"if {source} is not {default(member)}:", f"    data[{wire_name}] = {expression}"]


def _encoded(shape: Shape, source: str) -> str:
    if shape.kind is Kind.MODEL:
        return f"{source}.to_dict()"
    if shape.kind is Kind.ENUM:
        return f"str({source})"
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        item = _encoded(shape.item, "item")
        return source if item == "item" else f"[{item} for item in {source}]"
    return source


def checked(member: Property) -> str:
    """What the slow second pass looks for in this member, empty if it cannot fail: ``list Signer``, ``boolean``."""
    return _checked(member.shape)


def _checked(shape: Shape) -> str:
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        return f"list {_checked(shape.item)}".strip()
    if shape.kind in {Kind.MODEL, Kind.ENUM}:
        return shape.class_name
    return shape.kind.value if shape.kind in _LENIENT else ""


def helpers(members: tuple[Property, ...]) -> list[str]:
    """Names from ``_codec`` that a model's code uses, sorted."""
    text = "\n".join(line for member in members for line in [*decode_lines(member), *encode_lines(member)])
    used = [name for name in ("UNSET", "as_boolean", "as_integer", "as_list", "as_number") if name in text]
    return [*used, "unprinted"] if any(member.secret for member in members) else used


def classes(members: tuple[Property, ...]) -> list[Shape]:
    """Models and enums that a model's code uses, each once, sorted by module."""
    found: dict[str, Shape] = {}
    for member in members:
        shape = member.shape
        while shape.item is not None:
            shape = shape.item
        if shape.class_name:
            found[shape.class_name] = shape
    return sorted(found.values(), key=lambda shape: (shape.module, shape.class_name))


def literal(value: object) -> str:
    """A Python literal for a value of the spec: in ASCII, so that no character of it can end the literal or the line."""
    if value is None or isinstance(value, (bool, int, float)):
        return repr(value)
    if isinstance(value, (list, tuple)):
        inner = ", ".join(literal(item) for item in value)
        return f"({inner}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    return ascii(str(value))
