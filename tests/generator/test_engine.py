"""What we rely on in the engine, and that nothing it cannot handle is dropped silently."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest

from generator import engine, pipeline
from generator.bundling import bundle
from generator.findings import SpecError
from generator.loading import LocatedDict


def edited(edit: Callable[[Any], None]) -> LocatedDict:
    """The real spec with an edit."""
    document = bundle(pipeline.Layout().spec)
    edit(document)
    return document


def problem(edit: Callable[[Any], None]) -> str:
    """What the engine's module says of an edited spec."""
    with pytest.raises(SpecError) as caught:
        engine.parse(edited(edit), pipeline.Layout().templates)
    return str(caught.value)


def test_the_engine_is_the_one_we_know() -> None:
    """Its Python API may change with any release; moving to another one is a decision."""
    assert version("openapi-python-client") == "0.29.1"


def test_every_operation_and_schema_arrives() -> None:
    """Nothing of the real spec is lost on the way through the engine."""
    document = edited(lambda _: None)
    parsed = engine.parse(document, pipeline.Layout().templates)
    by_hand = {"oauthAuthorize", "oauthToken", "oauthRevoke"}
    ids = {
        operation["operationId"]
        for item in document["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and "operationId" in operation
    }
    assert set(parsed.operations) == ids - by_hand


def test_a_body_of_another_media_type_is_an_error() -> None:
    """The engine would drop the whole operation with a warning."""

    def edit(document: Any) -> None:
        content = document["paths"]["/Document/Combine"]["post"]["requestBody"]["content"]
        content["application/xml"] = content.pop("application/json")

    said = problem(edit)
    assert "operation combineDocuments\n  It takes application/xml" in said
    assert "spec/paths/documents.yaml" in said


def test_an_answer_of_several_types_is_an_error() -> None:
    """A union of models would be decoded as whichever member fits first."""

    def edit(document: Any) -> None:
        schema = document["components"]["schemas"]["PackageResponse"]["properties"]["PackageName"]
        schema.pop("type")
        schema["oneOf"] = [{"type": "string"}, {"type": "integer"}]

    assert "'PackageName' may be one of several types" in problem(edit)


def test_a_cookie_parameter_is_an_error() -> None:
    """The client sends no cookies."""

    def edit(document: Any) -> None:
        document["paths"]["/Account/Info"]["get"]["parameters"].append(
            {"name": "session", "in": "cookie", "required": False, "schema": {"type": "string"}}
        )

    assert "operation getAccountInfo" in problem(edit)


def test_a_strict_date_is_an_error() -> None:
    """Dates of the service have no stated format; the engine would parse them strictly."""

    def edit(document: Any) -> None:
        document["components"]["schemas"]["AccountInfo"]["properties"]["GMT"]["format"] = "date-time"

    assert "'GMT' is a DateTimeProperty" in problem(edit)


def test_clashing_enum_members_are_an_error() -> None:
    """The engine raises a bare ValueError for these."""

    def edit(document: Any) -> None:
        document["components"]["schemas"]["Folder"]["enum"] += ["in_box", "InBox_"]

    assert "Duplicate key" in problem(edit)


def test_paths_that_do_not_match_their_parameters_are_an_error() -> None:
    """The engine would drop the operation with a warning."""

    def edit(document: Any) -> None:
        document["paths"]["/Document/Log/{Other}"] = document["paths"].pop("/Document/Log/{DocumentReference}")

    assert "Path parameters do not match" in problem(edit)
