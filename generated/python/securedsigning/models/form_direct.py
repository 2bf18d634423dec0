# Generated from spec/schemas/form-direct.yaml#/FormDirect by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, as_integer, no_members
from securedsigning.models.form_direct_invitee import FormDirectInvitee

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class FormDirect(Model):
    """An online form, and how it is to be sent.

    Attributes:
        reference: Reference of the form.
        signers: Signers the form needs. Fill them in, and keep what came with them.
        name: Name of the form.
        form_type: Kind of the form, as a number. What the numbers mean is not published (inferred).
        embed_form: Whether the links to the form will be shown in an iframe.
        return_url: Page to which the browser goes after signing.
        notify_url: Address that the service calls when the state changes. What it sends is not documented: take a
            call as a hint and read the state.
        xml_data: Values to fill in beforehand: an XML document, as text. Its template comes from Secured Signing.
        employer_reference: Reference of the employer whose details are filled in, as ``forms.employers`` gives it.
        client_reference: Caller's own id for the document; the service echoes it.
    """

    reference: str
    signers: list[FormDirectInvitee]
    name: str | None = None
    form_type: int | None = None
    embed_form: bool | None = None
    return_url: str | None = None
    notify_url: str | None = None
    xml_data: str | None = None
    employer_reference: str | None = None
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {
        "FormType": "integer",
        "Signers": "list FormDirectInvitee",
        "EmbedForm": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.name = take("Name", None)
        value = take("FormType", None)
        self.form_type = None if value is None else value if value.__class__ is int else as_integer(value)
        self.reference = take("Reference")
        value = take("Signers", None)
        self.signers = [] if value is None else [FormDirectInvitee.decode_owned(item) for item in value]
        value = take("EmbedForm", None)
        self.embed_form = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.return_url = take("ReturnUrl", None)
        self.notify_url = take("NotifyUrl", None)
        self.xml_data = take("XMLData", None)
        self.employer_reference = take("EmployerReference", None)
        self.client_reference = take("ClientReference", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            data["Name"] = self.name
        if self.form_type is not None:
            data["FormType"] = self.form_type
        data["Reference"] = self.reference
        data["Signers"] = [item.to_dict() for item in self.signers]
        if self.embed_form is not None:
            data["EmbedForm"] = self.embed_form
        if self.return_url is not None:
            data["ReturnUrl"] = self.return_url
        if self.notify_url is not None:
            data["NotifyUrl"] = self.notify_url
        if self.xml_data is not None:
            data["XMLData"] = self.xml_data
        if self.employer_reference is not None:
            data["EmployerReference"] = self.employer_reference
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
