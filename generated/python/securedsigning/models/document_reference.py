# Generated from spec/schemas/documents.yaml#/DocumentReference by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class DocumentReference(Model):
    """Reference to a document.

    Attributes:
        reference: Reference of the document, which other calls take. Opaque text, 48 digits in samples; it may begin
            with zeros, so never read it as a number.
    """

    reference: str
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.reference = take("Reference")
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Reference"] = self.reference
        return data
