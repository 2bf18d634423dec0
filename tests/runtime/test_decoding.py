"""What cannot be read is told with what was expected, what was found, and where."""

from __future__ import annotations

import copy
import datetime
import threading
from typing import Any

import attrs
import httpx
import pytest
from securedsigning import DecodeError
from securedsigning._codec import UNSET, decode, decode_list, decode_text, unprinted
from securedsigning._json import loads
from securedsigning.models import (
    AccountInfo,
    AddAccountUserResponse,
    Document,
    DocumentFileInfo,
    FileType,
    FormField,
    InvoiceDetail,
    MembershipResponse,
    Signer,
)
from securedsigning.operation import Operation

OPERATION = Operation("ownCall", "own.call", "GET", "/Own")


def refusal(data: Any) -> str:
    with pytest.raises(ValueError) as caught:
        Document.from_dict(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"a": 1}, "an object"),
        ("x", "a text"),
        (True, "a boolean"),
        (7, "a number"),
        (7.5, "a number"),
        (datetime.date(2026, 1, 1), "date"),
    ],
)
def test_what_was_found_is_told_in_words_of_json(value: object, kind: str) -> None:
    """Or by the name of its class, where it is none of JSON's."""
    assert refusal({"Reference": "1", "Signers": value}) == f"Document: expected a list, found {kind} @ $.Signers"


def test_what_was_expected_is_told_in_words_of_json() -> None:
    least = {"Reference": "1", "Signers": []}
    assert refusal(least | {"Status": []}) == "Document: expected a text, found a list @ $.Status"
    assert refusal(least | {"Signers": [None]}) == "Document: expected an object, found null @ $.Signers[0]"
    assert (
        refusal(least | {"HasFileUploaded": "no"})
        == "Document: expected true or false, found a text @ $.HasFileUploaded"
    )
    with pytest.raises(ValueError) as caught:
        DocumentFileInfo.from_dict({"Name": "a", "FileType": None, "FileUrl": "b"})
    assert str(caught.value) == "DocumentFileInfo: expected a text, found null @ $.FileType"
    assert refusal(7) == "Document: expected an object, found a number @ $"
    assert refusal([{"Reference": "d1", "Name": "a"}]) == "Document: expected an object, found a list @ $"


@pytest.mark.parametrize(
    ("value", "kind"), [({}, "an object"), ([], "a list"), (True, "a boolean"), (1.5, "a number"), ("1.5", "a text")]
)
def test_a_whole_number_is_made_of_numbers_and_texts_only(value: object, kind: str) -> None:
    with pytest.raises(ValueError) as caught:
        AccountInfo.from_dict({"DocumentUsed": value})
    assert str(caught.value) == f"AccountInfo: expected a whole number, found {kind} @ $.DocumentUsed"


@pytest.mark.parametrize(("value", "kind"), [({}, "an object"), (True, "a boolean"), ("much", "a text")])
def test_a_number_is_made_of_numbers_and_texts_only(value: object, kind: str) -> None:
    with pytest.raises(ValueError) as caught:
        InvoiceDetail.from_dict({"Price": value})
    assert str(caught.value) == f"InvoiceDetail: expected a number, found {kind} @ $.Price"


def test_what_cannot_be_copied_is_told() -> None:
    """Though every member is as it should be."""
    data = {"Reference": "1", "Signers": [], "Own": threading.Lock()}
    assert refusal(data) == "Document: cannot pickle '_thread.lock' object @ $"


def problem(
    content: bytes, media_type: str | None, read: Any = lambda response: decode(response, OPERATION, Document)
) -> str:
    headers = {} if media_type is None else {"Content-Type": media_type}
    with pytest.raises(DecodeError) as caught:
        read(httpx.Response(200, headers=headers, content=content))
    return str(caught.value).removeprefix("ownCall: cannot read the answer: ")


def test_what_is_no_json_is_told_by_size_and_type() -> None:
    """Without what belongs to the type."""
    with pytest.raises(ValueError) as caught:
        loads(b"<p>")
    assert problem(b"<p>", "text/html; charset=utf-8") == f"it is no JSON ({caught.value}); 3 bytes, text/html @ $"
    assert problem(b"<p>", None) == f"it is no JSON ({caught.value}); 3 bytes, of no stated type @ $"
    assert problem(b"", "application/json") == "the body is empty @ $"


def test_which_item_of_a_list_it_is() -> None:
    def read(response: httpx.Response) -> object:
        return decode_list(response, OPERATION, Document)

    def single(response: httpx.Response) -> object:
        return decode_list(response, OPERATION, Document, single_or_array=True)

    least = '{"Reference": "1", "Signers": []}'
    assert problem(f"[{least}, {{}}, {{}}]".encode(), None, read) == "this member is missing @ $[1].Reference"
    assert problem(b"{}", None) == "this member is missing @ $.Reference"
    assert problem(b"[]", None) == "expected an object, found a list @ $"
    assert problem(b"{}", None, read) == "expected a list, found an object @ $"
    assert problem(b"7", None, single) == "expected an object, found a number @ $"
    assert problem(b"{}", None, single) == "this member is missing @ $.Reference"
    assert (
        problem(b"7", None, lambda response: decode_text(response, OPERATION)) == "expected a text, found a number @ $"
    )


def test_a_list_without_a_model_is_a_list_all_the_same() -> None:
    with pytest.raises(ValueError) as caught:
        FormField.from_dict({"ValueOptions": "abc"})
    assert str(caught.value) == "FormField: expected a list, found a text @ $.ValueOptions"


@pytest.mark.parametrize("value", [None, True, 1.5, b"pdf", [], {}])
def test_an_enum_is_made_of_texts_and_numbers_only(value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid FileType"):
        FileType(value)


def test_an_unknown_value_is_a_member_of_its_own() -> None:
    """Equal to its text, and called after it."""
    member = FileType("odt")
    assert (member, member.value, member.name, str(member), member.is_known) == ("odt", "odt", "odt", "odt", False)
    assert repr(member) == "<FileType.odt: 'odt'>"
    assert (FileType(7), FileType("pdf") is FileType.PDF) == ("7", True)


def test_what_is_not_given_is_one_object_that_counts_as_false() -> None:
    assert (bool(UNSET), repr(UNSET), copy.deepcopy(UNSET) is UNSET) == (False, "UNSET", True)


def test_only_what_is_named_is_not_printed() -> None:
    @attrs.define(field_transformer=unprinted("key"))
    class Person:
        key: str
        name: str

    assert repr(Person("s3cret", "Ana")).endswith("Person(name='Ana')")


@pytest.mark.parametrize(
    ("model", "member"),
    [
        (Signer, "SigningKey"),
        (AddAccountUserResponse, "ConnectKey"),
        (MembershipResponse, "MembershipCode"),
        (MembershipResponse, "UpdateKey"),
    ],
)
def test_a_key_is_kept_and_not_printed(model: Any, member: str) -> None:
    """Whoever logs what a call answered logs nothing by which others could sign or log in."""
    made = model.from_dict({member: "s3cret"})
    assert made.to_dict()[member] == "s3cret"
    assert "s3cret" not in repr(made)
    assert made != model.from_dict({member: "other"})
    document = Document.from_dict({"Reference": "1", "Signers": [{"SigningKey": "s3cret", "FirstName": "Ana"}]})
    assert "s3cret" not in repr(document) and "Ana" in repr(document)
