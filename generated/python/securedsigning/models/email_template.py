# Generated from spec/schemas/email-templates.yaml#/EmailTemplate by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class EmailTemplate(Model):
    """A wording for emails.

    Attributes:
        reference: Reference of the template.
        name: Name of the template.
        is_default: Whether the template is used when a call names none.
        subject: Subject of the email.
        template: Text of the email.
    """

    reference: str
    name: str | None = None
    is_default: bool | None = None
    subject: str | None = None
    template: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {"IsDefault": "boolean"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.reference = take("Reference")
        self.name = take("Name", None)
        value = take("IsDefault", None)
        self.is_default = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.subject = take("Subject", None)
        self.template = take("Template", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Reference"] = self.reference
        if self.name is not None:
            data["Name"] = self.name
        if self.is_default is not None:
            data["IsDefault"] = self.is_default
        if self.subject is not None:
            data["Subject"] = self.subject
        if self.template is not None:
            data["Template"] = self.template
        return data
