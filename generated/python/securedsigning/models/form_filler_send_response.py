# Generated from spec/schemas/form-filler.yaml#/FormFillerSendResponse by model.py.jinja; do not edit.
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
    """What came of sending templates.

    Attributes:
        url: Web address of a document. Whether it is ever filled is not known.
        documents: Documents that were made.
        signers: Signers; when signing is embedded, each with a SigningKey.
    """

    url: str | None = None
    documents: list[Document] | None = None
    signers: list[Signer] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"Documents": "list Document", "Signers": "list Signer"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.url = take("Url", None)
        value = take("Documents", None)
        self.documents = None if value is None else [Document.decode_owned(item) for item in value]
        value = take("Signers", None)
        self.signers = None if value is None else [Signer.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.url is not None:
            data["Url"] = self.url
        if self.documents is not None:
            data["Documents"] = [item.to_dict() for item in self.documents]
        if self.signers is not None:
            data["Signers"] = [item.to_dict() for item in self.signers]
        return data
