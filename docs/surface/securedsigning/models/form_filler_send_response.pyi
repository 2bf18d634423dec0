from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, no_members
from securedsigning.models.document import Document
from securedsigning.models.signer import Signer
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class FormFillerSendResponse(Model):
    url: str | None = None
    documents: list[Document] | None = None
    signers: list[Signer] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, url: str | None=None, documents: list[Document] | None=None, signers: list[Signer] | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
