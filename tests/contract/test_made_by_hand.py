"""Models that a caller makes from JSON: what cannot be read is named, dates are understood, texts stand for other kinds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import securedsigning.models

from contract import calling, drawing, spec
from contract.test_decode_errors import json_path, places, put, wrong
from contract.test_models import MODELS, attributes, reference

TRUE, FALSE = ("true", "True", "1", 1), ("false", "False", "0", 0)


@pytest.mark.parametrize("name", MODELS)
def test_a_wrong_member_is_named(name: str) -> None:
    model, value = getattr(securedsigning.models, name), drawing.full(reference(name))
    for place, node in places(reference(name), value):
        part = wrong(node)
        if part is None:
            continue
        with pytest.raises(ValueError, match="found") as caught:
            model.from_dict(put(value, place, part))
        assert str(caught.value).startswith(f"{name}: expected ")
        assert str(caught.value).endswith(f" @ {json_path(place)}")


@pytest.mark.parametrize("name", MODELS)
def test_what_a_model_is_made_of_stays_as_it_was(name: str) -> None:
    value = drawing.full(reference(name))

    made = getattr(securedsigning.models, name).from_dict(value)
    for member in spec.properties(reference(name)):
        if isinstance(value[member], list):
            getattr(made, calling.snake_case(member)).clear()

    assert value == drawing.full(reference(name))


@pytest.mark.parametrize("name", MODELS)
def test_dates_are_understood(name: str) -> None:
    model, value = getattr(securedsigning.models, name), drawing.full(reference(name))
    members = spec.properties(reference(name))
    for attribute, member in attributes(name).items():
        if spec.resolve(members[member]).get("x-date") != "answer":
            continue
        made = model.from_dict({**value, member: "2031-03-31T10:59:59Z"})
        assert getattr(made, f"{attribute}_parsed") == datetime(2031, 3, 31, 10, 59, 59, tzinfo=UTC)
        setattr(made, attribute, "some day")
        assert getattr(made, f"{attribute}_parsed") is None
        setattr(made, attribute, None)
        assert getattr(made, f"{attribute}_parsed") is None


def converted(name: str, kind: str, given: Any) -> list[Any]:
    """What each member of this type becomes when it is given so."""
    members = spec.properties(reference(name))
    chosen = {a: m for a, m in attributes(name).items() if spec.resolve(members[m]).get("type") == kind}
    made = getattr(securedsigning.models, name).from_dict(
        {**drawing.full(reference(name)), **dict.fromkeys(chosen.values(), given)}
    )
    return [getattr(made, attribute) for attribute in chosen]


@pytest.mark.parametrize("name", MODELS)
def test_every_word_for_true_and_false_is_understood(name: str) -> None:
    for words, meant in ((TRUE, True), (FALSE, False)):
        for word in words:
            assert [each for each in converted(name, "boolean", word) if each is not meant] == []


@pytest.mark.parametrize("name", MODELS)
def test_numbers_may_be_written_otherwise(name: str) -> None:
    for kind, given, meant in (
        ("integer", "-12", -12),
        ("integer", 3.0, 3),
        ("number", "2.5", 2.5),
        ("number", 3, 3),
    ):
        for each in converted(name, kind, given):
            assert (each, isinstance(each, str)) == (meant, False)
            assert kind != "integer" or type(each) is int
