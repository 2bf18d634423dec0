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

class SentDocuments(Sequence['Document']):

    def __init__(self, documents: list[Document], package: PackageResponse | None=None) -> None:
        ...

    @overload
    def __getitem__(self, index: int) -> Document:
        ...

    @overload
    def __getitem__(self, index: slice) -> list[Document]:
        ...

    def __getitem__(self, index: int | slice) -> Document | list[Document]:
        ...

    def __len__(self) -> int:
        ...

    def __repr__(self) -> str:
        ...

def references(documents: Sequence[str | Document | DocumentReference]) -> list[str]:
    ...
