# Generated from spec/schemas/form-direct.yaml#/LinkRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.signer import Signer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class LinkRequest(Model):
    """Ask for a signer's link.

    Attributes:
        document_reference: Document reference.
        signer: Signer named by first name, last name and email.
        additional_properties: members that the spec does not know.
    """

    document_reference: str
    signer: Signer
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("DocumentReference", "Signer")
    _checked: ClassVar[Mapping[str, str]] = {"Signer": "Signer"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.document_reference = take("DocumentReference")
        value = take("Signer")
        self.signer = Signer.decode_owned(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["DocumentReference"] = self.document_reference
        data["Signer"] = self.signer.to_dict()
        return data
