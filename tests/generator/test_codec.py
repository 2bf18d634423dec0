"""The codec compiler: the lines for each kind of value, and that they work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator import codec
from generator.facts import Kind, Property, Shape

STRING = Shape(Kind.STRING)
MODEL = Shape(Kind.MODEL, "Signer", "signer")
ENUM = Shape(Kind.ENUM, "Folder", "folder")


def member(shape: Shape, *, required: bool = False) -> Property:
    """A property called X."""
    return Property("X", "x", shape, required)


class Target:
    """Stands in for a model."""

    x: Any


def run_decode(prop: Property, data: dict[str, Any], **names: Any) -> Any:
    """What the lines make of a JSON object."""
    target = Target()
    scope = {"self": target, "take": data.pop, "UNSET": "UNSET", **names}
    exec("\n".join(codec.decode_lines(prop)), scope)  # noqa: S102 - it is what is tested
    return target.x


def run_encode(prop: Property, value: Any) -> dict[str, Any]:
    """What the lines make of an attribute."""
    target = Target()
    target.x = value
    data: dict[str, Any] = {}
    exec("\n".join(codec.encode_lines(prop)), {"self": target, "data": data, "UNSET": "UNSET"})  # noqa: S102
    return data


class Signer:
    """A model that only wraps its data."""

    def __init__(self, data: Any) -> None:
        self.data = data

    @classmethod
    def decode_owned(cls, data: Any) -> Signer:
        return cls(data)

    def to_dict(self) -> Any:
        return self.data


def test_text_is_taken_as_it_is() -> None:
    """A text costs one line and no conversion."""
    assert codec.decode_lines(member(STRING)) == ["self.x = take('X', None)"]
    assert codec.decode_lines(member(STRING, required=True)) == ["self.x = take('X')"]


def test_a_missing_required_member_is_an_error() -> None:
    """What identifies a thing has to be there."""
    with pytest.raises(KeyError):
        run_decode(member(STRING, required=True), {})


def test_a_missing_required_list_is_empty() -> None:
    """The service leaves out what has no value, so a list that is not there has no items."""
    prop = member(Shape(Kind.LIST, item=MODEL), required=True)
    assert run_decode(prop, {}, Signer=Signer) == []
    assert run_decode(prop, {"X": None}, Signer=Signer) == []


def test_null_counts_as_missing_unless_it_is_a_value() -> None:
    """None stands for a missing member; where null is a value, a missing one is UNSET."""
    assert run_decode(member(ENUM), {"X": None}) is None
    nullable = member(Shape(Kind.BOOLEAN, nullable=True))
    assert run_decode(nullable, {"X": None}) is None
    assert run_decode(nullable, {}) == "UNSET"
    assert run_encode(nullable, None) == {"X": None}
    assert run_encode(nullable, "UNSET") == {}
    assert run_encode(member(Shape(Kind.BOOLEAN)), None) == {}


@pytest.mark.parametrize("shape", [MODEL, ENUM, Shape(Kind.LIST, item=MODEL), Shape(Kind.BOOLEAN)])
def test_null_is_a_value_of_what_has_to_be_there(shape: Shape) -> None:
    """What is required may be null, if the spec says so; a list that is null has no items."""
    prop = member(replace(shape, nullable=True), required=True)
    names = {"known_folder": {}.get, "Folder": pytest.fail, "Signer": Signer, "as_boolean": pytest.fail}
    assert run_decode(prop, {"X": None}, **names) == ([] if shape.kind is Kind.LIST else None)
    assert run_encode(prop, None) == {"X": None}


@pytest.mark.parametrize(
    ("kind", "good", "text"), [(Kind.BOOLEAN, True, "true"), (Kind.INTEGER, 3, "3"), (Kind.NUMBER, 1.5, "1.5")]
)
def test_numbers_and_booleans_are_lenient(kind: Kind, good: object, text: str) -> None:
    """A value of the right type passes as it is; any other goes to the lenient conversion."""
    name = {Kind.BOOLEAN: "as_boolean", Kind.INTEGER: "as_integer", Kind.NUMBER: "as_number"}[kind]
    refuse = {name: lambda value: pytest.fail("not needed")}
    assert run_decode(member(Shape(kind)), {"X": good}, **refuse) == good
    assert run_decode(member(Shape(kind)), {"X": text}, **{name: lambda value: ("lenient", value)}) == ("lenient", text)
    assert codec.helpers((member(Shape(kind)),)) == [name]


def test_models_and_lists_of_models_nest() -> None:
    """Each item is decoded and encoded by its class."""
    prop = member(Shape(Kind.LIST, item=MODEL))
    decoded = run_decode(prop, {"X": [1, 2]}, Signer=Signer)
    assert [item.data for item in decoded] == [1, 2]
    assert run_encode(prop, decoded) == {"X": [1, 2]}
    assert codec.checked(prop) == "list Signer"
    assert codec.annotation(prop) == "list[Signer] | None"


def test_a_list_of_texts_is_a_list() -> None:
    """A text in place of a list of texts is an error, not a list of letters."""
    prop = member(Shape(Kind.LIST, item=STRING))
    assert run_decode(prop, {"X": ["a"]}, as_list=pytest.fail) == ["a"]
    assert run_decode(prop, {"X": "ab"}, as_list=lambda value: ("refused", value)) == ("refused", "ab")
    assert codec.checked(prop) == "list"


def test_a_model_with_a_secret_says_so() -> None:
    """By the helper that keeps it from being printed."""
    assert codec.helpers((member(STRING), replace(member(STRING), secret=True))) == ["unprinted"]


def test_an_unknown_enum_value_reaches_the_class() -> None:
    """A known value is looked up, any other is left to the class to keep."""
    names = {"known_folder": {"InBox": "known"}.get, "Folder": lambda value: ("open", value)}
    assert run_decode(member(ENUM), {"X": "InBox"}, **names) == "known"
    assert run_decode(member(ENUM), {"X": "Else"}, **names) == ("open", "Else")


@pytest.mark.parametrize(
    "value", ['"', "'''", "\\", "\r\n", "\u2028", "\x00", "{x}", "é", None, True, 1, ("a",), {"b": "c"}]
)
def test_literals_survive(value: object) -> None:
    """A literal evaluates to the value it was made of, and is one line of ASCII."""
    text = codec.literal(value)
    assert eval(text) == value  # noqa: S307 - it is what is tested
    assert text.isascii()
    assert "\n" not in text
