"""What was sent, in one form whichever call sent it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from securedsigning._arguments import items
from securedsigning.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.models.document import Document
    from securedsigning.models.document_reference import DocumentReference
    from securedsigning.models.package_response import PackageResponse


class SentDocuments(Sequence["Document"]):
    """The documents of one send, as a sequence, with the package they form.

    Attributes:
        documents: the documents, in the order of the request.
        package_reference: reference of the package; None if they form none.
        package_name: its name, if the service said it.
    """

    def __init__(self, documents: list[Document], package: PackageResponse | None = None) -> None:
        self.documents = documents
        named = [document.package_reference for document in documents if document.package_reference]
        self.package_reference = (package and package.package_reference) or (named[0] if named else None)
        self.package_name = package.package_name if package else None

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> list[Document]: ...
    def __getitem__(self, index: int | slice) -> Document | list[Document]:
        return self.documents[index]

    def __len__(self) -> int:
        return len(self.documents)

    def __repr__(self) -> str:
        return f"SentDocuments({[document.reference for document in self.documents]}, package={self.package_reference})"


def references(documents: Sequence[str | Document | DocumentReference]) -> list[str]:
    """The references behind documents that may be given as such.

    Raises:
        InputError: it is no list, or an item is no document.
    """
    given = items(documents, "documents")
    if given is None:
        raise InputError("documents is a NoneType; pass a list.")
    found: list[str] = []
    for index, item in enumerate(given):
        reference = item if isinstance(item, str) else getattr(item, "reference", None)
        if not isinstance(reference, str):
            raise InputError(
                f"documents[{index}] is a {type(item).__name__}; pass an uploaded document or its reference."
            )
        found.append(reference)
    return found
