# Generated from spec/schemas/form-filler.yaml#/FormFillerTemplate by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.form_filler_field import FormFillerField
from securedsigning.models.form_filler_signer import FormFillerSigner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class FormFillerTemplate(Model):
    """A template, and how it is filled.

    Attributes:
        reference: Reference of the template.
        signers: Signer slots, or the signers who fill them.
        fields: Fields that can be filled. In a request only those that are filled are needed, each told by its ID.
        name: Name of the template.
        client_reference: Caller's own id for the document; the service echoes it.
    """

    reference: str
    signers: list[FormFillerSigner]
    fields: list[FormFillerField]
    name: str | None = None
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {"Signers": "list FormFillerSigner", "Fields": "list FormFillerField"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.name = take("Name", None)
        self.reference = take("Reference")
        value = take("Signers", None)
        self.signers = [] if value is None else [FormFillerSigner.decode_owned(item) for item in value]
        value = take("Fields", None)
        self.fields = [] if value is None else [FormFillerField.decode_owned(item) for item in value]
        self.client_reference = take("ClientReference", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            data["Name"] = self.name
        data["Reference"] = self.reference
        data["Signers"] = [item.to_dict() for item in self.signers]
        data["Fields"] = [item.to_dict() for item in self.fields]
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
