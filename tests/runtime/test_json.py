"""JSON in and out: the same with orjson and with the standard library in its place."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

import pytest
import securedsigning


def imported(monkeypatch: pytest.MonkeyPatch, *, orjson: bool) -> ModuleType:
    """The module as it is imported where orjson is installed, or where it is not."""
    name = "securedsigning._json"
    monkeypatch.setattr(securedsigning, "_json", import_module(name))
    monkeypatch.delitem(sys.modules, name)
    if orjson:
        pytest.importorskip("orjson")
    else:
        monkeypatch.setitem(sys.modules, "orjson", None)
    return import_module(name)


@pytest.fixture(params=["orjson", "standard library"])
def json(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return imported(monkeypatch, orjson=request.param == "orjson")


def test_what_is_sent_is_short_and_in_utf_8(json: ModuleType) -> None:
    """No blanks, no escapes for what UTF-8 can hold, members in their order."""
    value = {"Name": "Māori €", "Count": 1, "List": [True, None, 1.5]}
    assert json.dumps(value) == '{"Name":"Māori €","Count":1,"List":[true,null,1.5]}'.encode()


@pytest.mark.parametrize(
    ("text", "value"),
    [('{"a": [1, "ä", null, false]}', {"a": [1, "ä", None, False]}), ('"text"', "text"), (" [] ", [])],
)
def test_what_is_read(json: ModuleType, text: str, value: object) -> None:
    """Any JSON value, in UTF-8."""
    assert json.loads(text.encode()) == value


@pytest.mark.parametrize("text", [b"", b"{", b"<html>", b"\xff", b"[" * 200_000])
def test_what_is_no_json_is_a_value_error(json: ModuleType, text: bytes) -> None:
    """Also what is nested so deeply that it cannot be read."""
    with pytest.raises(ValueError):
        json.loads(text)


def test_the_standard_library_says_what_it_cannot_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Depth is named in words; a number that JSON does not have is not sent."""
    json = imported(monkeypatch, orjson=False)
    with pytest.raises(ValueError, match="^nested too deeply$"):
        json.loads(b"[" * 200_000)
    with pytest.raises(ValueError, match="JSON"):
        json.dumps(float("nan"))
