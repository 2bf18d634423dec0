"""What was sent: the documents of one send and the package they form, and documents as references."""

from __future__ import annotations

from typing import Any

import pytest
from securedsigning.errors import InputError
from securedsigning.models import Document, DocumentReference, PackageResponse
from securedsigning.sent import SentDocuments, references


def documents(*packages: str | None) -> list[Any]:
    """Documents of these packages: d0, d1, and so on."""
    return [
        Document.from_dict({"Reference": f"d{index}"} | ({"PackageReference": package} if package else {}))
        for index, package in enumerate(packages)
    ]


def test_it_is_a_sequence_in_the_order_of_the_request() -> None:
    """Length, index, slice and iteration as with a list."""
    first, second = listed = documents(None, None)
    sent = SentDocuments(listed)
    assert (len(sent), sent[0], sent[-1], sent[:1], list(sent), sent.documents) == (
        2,
        first,
        second,
        [first],
        listed,
        listed,
    )


@pytest.mark.parametrize(
    ("of_documents", "package", "reference", "name"),
    [
        ((None, None), None, None, None),
        ((), None, None, None),
        ((None, "p1", "p2"), None, "p1", None),
        (("p1",), PackageResponse(package_reference="p9", package_name="Lease"), "p9", "Lease"),
        (("p1",), PackageResponse(), "p1", None),
        ((None,), PackageResponse(package_name="Lease"), None, "Lease"),
    ],
)
def test_its_package(
    of_documents: tuple[str | None, ...], package: PackageResponse | None, reference: str | None, name: str | None
) -> None:
    """As the service says of the package, else as the first document says that says it."""
    sent = SentDocuments(documents(*of_documents), package)
    assert (sent.package_reference, sent.package_name) == (reference, name)


def test_its_repr() -> None:
    """Shows references, no content."""
    assert repr(SentDocuments(documents("p1", None))) == "SentDocuments(['d0', 'd1'], package=p1)"


def test_references_of_documents_in_any_form() -> None:
    """Text is a reference already; a document or its reference has one."""
    (document,) = documents(None)
    assert references(["a", document, DocumentReference(reference="b")]) == ["a", "d0", "b"]
    with pytest.raises(InputError, match=r"^documents is one str; pass a list, such as \[documents\]\.$"):
        references("abc")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (DocumentReference(reference="b"), "documents is one DocumentReference; pass a list, such as [documents]."),
        (None, "documents is a NoneType; pass a list."),
        (7, "documents is a int; pass a list."),
        (["a", 7], "documents[1] is a int; pass an uploaded document or its reference."),
        ([["a"]], "documents[0] is a list; pass an uploaded document or its reference."),
    ],
)
def test_what_is_no_list_of_documents(given: Any, problem: str) -> None:
    """A single document is what people pass first."""
    with pytest.raises(InputError) as caught:
        references(given)
    assert str(caught.value) == problem
