# Generated from spec/schemas/documents.yaml#/SendReminderRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SendReminderRequest(Model):
    """Whom to remind.

    Attributes:
        document_reference: Document reference.
        signer_reference: Signer reference.
        additional_properties: members that the spec does not know.
    """

    document_reference: str
    signer_reference: str
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("DocumentReference", "SignerReference")

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.document_reference = take("DocumentReference")
        self.signer_reference = take("SignerReference")
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["DocumentReference"] = self.document_reference
        data["SignerReference"] = self.signer_reference
        return data
