# Generated from spec/schemas/documents.yaml#/SignerRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.signer import Signer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SignerRequest(Model):
    """Corrected signer details.

    Attributes:
        document_reference: Document reference.
        signers: Signers with their new details; identify each by SignerReference.
        additional_properties: members that the spec does not know.
    """

    document_reference: str
    signers: list[Signer]
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("DocumentReference",)
    _checked: ClassVar[Mapping[str, str]] = {"Signers": "list Signer"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.document_reference = take("DocumentReference")
        value = take("Signers", None)
        self.signers = [] if value is None else [Signer.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["DocumentReference"] = self.document_reference
        data["Signers"] = [item.to_dict() for item in self.signers]
        return data
