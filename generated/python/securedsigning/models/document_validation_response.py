# Generated from spec/schemas/documents.yaml#/DocumentValidationResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.verify_signature import VerifySignature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class DocumentValidationResponse(Model):
    """What was found when the digital signatures of a document were checked.

    Attributes:
        signatures: One entry for each signature.
        document_url: Web address of the document; URL is in capitals.
        document_name: File name of the document.
    """

    signatures: list[VerifySignature] | None = None
    document_url: str | None = None
    document_name: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"Signatures": "list VerifySignature"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("Signatures", None)
        self.signatures = None if value is None else [VerifySignature.decode_owned(item) for item in value]
        self.document_url = take("DocumentURL", None)
        self.document_name = take("DocumentName", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.signatures is not None:
            data["Signatures"] = [item.to_dict() for item in self.signatures]
        if self.document_url is not None:
            data["DocumentURL"] = self.document_url
        if self.document_name is not None:
            data["DocumentName"] = self.document_name
        return data
