"""What is told of an API, in words that a Python programmer can follow."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from generator import engine, pipeline
from generator.bundling import bundle
from generator.describing import describe
from generator.facts import Api


@cache
def built() -> tuple[Any, engine.Parsed]:
    """The bundled spec and what the engine makes of it."""
    layout = pipeline.Layout()
    document = bundle(layout.spec)
    return document, engine.parse(document, layout.templates)


def words(api: Api) -> str:
    """Every text that becomes part of a docstring."""
    operations = [operation for group in api.groups for operation in group.operations]
    bodies = [item.body.model for item in operations if item.body]
    models = [*api.models, *bodies]
    texts = [item.description for item in (*api.groups, *operations, *models, *api.enums)]
    texts += [item.summary for item in operations]
    texts += [text for item in operations for text in item.errors.values()]
    texts += [member.description for item in operations for member in item.parameters]
    texts += [member.description for model in models for member in model.properties]
    return "\n".join([*texts, *(item.answer.description for item in operations)])


def test_methods_stand_in_place_of_operation_ids() -> None:
    """Nobody can call an id; and whoever hovers over a method finds the next one by its name."""
    api = describe(*built())
    text = words(api)
    ids = {operation.id for group in api.groups for operation in group.operations}
    assert [name for name in re.findall(r"\w+", text) if name in ids] == []
    assert "follow them with ``smart_tags.mail_merge_documents``" in text


@pytest.mark.parametrize(
    ("identifier", "described"),
    [
        ("listForms", "See ``forms.list_all``, relistForms and listForms2."),
        ("see", "See see, relistForms and listForms2."),
    ],
)
def test_only_whole_ids_are_replaced(identifier: str, described: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a part of another word nor an id that is a word like any other."""
    document, parsed = built()
    operation = document["paths"]["/FormDirect/GetFormList"]["get"]
    monkeypatch.setitem(operation, "operationId", identifier)
    monkeypatch.setitem(operation, "description", f"See {identifier}, relistForms and listForms2.")
    found = [each for group in describe(document, parsed).groups for each in group.operations if each.id == identifier]
    assert [each.description for each in found] == [described]
