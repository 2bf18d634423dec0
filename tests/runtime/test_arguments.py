"""Arguments of methods as what is sent, and what is refused before."""

from __future__ import annotations

from typing import Any

import pytest
from securedsigning._arguments import as_json, items, items_as_json, json_body, json_object, query, segment
from securedsigning._codec import UNSET
from securedsigning.errors import InputError
from securedsigning.models import DocumentReference, SmartTagInvitee

MODEL, JSON = DocumentReference(reference="r1"), {"Reference": "r1"}
DOTS = "document is empty or only dots; pass the reference as the service gave it."


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a-b_c.d~e", "a-b_c.d~e"), ("a/b?c#d e%", "a%2Fb%3Fc%23d%20e%25"), ("Ä", "%C3%84"), ("...", "...")],
)
def test_a_part_of_the_path_stays_one(value: str, expected: str) -> None:
    """Whatever would end it, or begin a query, is percent-encoded."""
    assert segment(value, "document") == expected


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("", DOTS),
        (" ", DOTS),
        (".", DOTS),
        (" .. ", DOTS),
        (None, "document is a NoneType; it is a text, as the service gave it."),
        (7, "document is a int; it is a text, as the service gave it."),
        (MODEL, "document is a DocumentReference; pass its reference, which is a text."),
    ],
)
def test_what_would_be_another_path_is_refused(value: object, problem: str) -> None:
    """Nothing, and the dots that mean a folder."""
    with pytest.raises(InputError) as caught:
        segment(value, "document")
    assert str(caught.value) == problem


def test_the_query_holds_what_has_a_value() -> None:
    """In order, booleans in small letters; neither null nor what was left out, but empty text and zero."""
    given: Any = [("a", True), ("b", False), ("c", 0), ("d", ""), ("e", None), ("f", UNSET), ("g", "x y")]
    assert query(*given) == [("a", "true"), ("b", "false"), ("c", "0"), ("d", ""), ("g", "x y")]


def test_a_body_holds_what_has_a_value() -> None:
    """All but None, in order."""
    given: Any = [("b", False), ("a", 0), ("n", None), ("l", [])]
    assert list(json_object(*given).items()) == [("b", False), ("a", 0), ("l", [])]


def test_lists() -> None:
    """Anything that can be gone through; None stays None."""
    assert items(None, "signers") is None
    assert items((each for each in "ab"), "signers") == ["a", "b"]
    for value, kind in (("text", "str"), (b"bytes", "bytes"), (MODEL, "DocumentReference")):
        with pytest.raises(InputError) as caught:
            items(value, "signers")  # type: ignore[arg-type]
        assert str(caught.value) == f"signers is one {kind}; pass a list, such as [signers]."
    with pytest.raises(InputError, match=r"^signers is a int; pass a list\.$"):
        items(7, "signers")  # type: ignore[arg-type]


def test_models() -> None:
    """A model is its JSON, alone and in a list; anything else is refused with its place."""
    of_a_dict = "pass an object of securedsigning.models. Its class makes one from a dict: from_dict."
    assert as_json(None, "signer") is None
    assert as_json(MODEL, "signer") == JSON
    assert items_as_json(None, "signers") is None
    assert items_as_json([], "signers") == []
    assert items_as_json(iter([MODEL, MODEL]), "signers") == [JSON, JSON]
    wrong: Any = {"Reference": "r1"}
    with pytest.raises(InputError) as caught:
        as_json(wrong, "signer")
    assert str(caught.value) == f"signer is a dict; {of_a_dict}"
    with pytest.raises(InputError) as caught:
        items_as_json([MODEL, wrong], "signers")
    assert str(caught.value) == f"signers[1] is a dict; {of_a_dict}"


def test_a_dict_within_a_model() -> None:
    """Where a model stands in a model, it is one too."""
    people: Any = [{"Email": "ben@example.com"}]
    ana = SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com", share_users=people)
    with pytest.raises(InputError) as caught:
        items_as_json([ana], "signers")
    assert str(caught.value) == (
        "signers[0]: the SmartTagInvitee cannot be sent: 'dict' object has no attribute 'to_dict'. Where it holds "
        "objects, they are of securedsigning.models too."
    )


def test_a_body_is_json() -> None:
    """What JSON has; anything else is refused with its place."""
    assert json_body({"a": [1, "M\u0101ori", None]}, "send") == '{"a":[1,"M\u0101ori",null]}'.encode()
    for body, place in (
        ({"a": 1, "File": b"x"}, "$.File"),
        ({"Signers": [{"Name": "Ana"}, {"Name": "Ben", "Size": {1, 2}}]}, "$.Signers[1].Size"),
        ({"Name": "\ud800"}, "$.Name"),
    ):
        with pytest.raises(InputError) as caught:
            json_body(body, "send")
        reason = str(caught.value.__cause__)
        hint = " The content of a file goes there in Base64." if place == "$.File" else ""
        assert str(caught.value) == f"send: {place} cannot be written as JSON: {reason}.{hint}"
