# Generated from spec/schemas/form-filler.yaml#/SendFormFillerRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.form_filler_template import FormFillerTemplate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SendFormFillerRequest(Model):
    """Send templates to invitees.

    Attributes:
        templates: Templates with signers and prefilled fields.
        due_date: Sign by this date; 14 days ahead when left out.
        gmt: UTC offset in minutes.
        embedded: Embedded signing.
        return_url: Return address.
        sequential: Signers sign one after another in template order.
        notify_url: Callback address.
        additional_properties: members that the spec does not know.
    """

    templates: list[FormFillerTemplate]
    due_date: str | None = None
    gmt: str | None = None
    embedded: bool | None = None
    return_url: str | None = None
    sequential: bool | None = None
    notify_url: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "Templates": "list FormFillerTemplate",
        "Embedded": "boolean",
        "Sequential": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("Templates", None)
        self.templates = [] if value is None else [FormFillerTemplate.decode_owned(item) for item in value]
        self.due_date = take("DueDate", None)
        self.gmt = take("GMT", None)
        value = take("Embedded", None)
        self.embedded = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.return_url = take("ReturnUrl", None)
        value = take("Sequential", None)
        self.sequential = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.notify_url = take("NotifyUrl", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Templates"] = [item.to_dict() for item in self.templates]
        if self.due_date is not None:
            data["DueDate"] = self.due_date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        if self.embedded is not None:
            data["Embedded"] = self.embedded
        if self.return_url is not None:
            data["ReturnUrl"] = self.return_url
        if self.sequential is not None:
            data["Sequential"] = self.sequential
        if self.notify_url is not None:
            data["NotifyUrl"] = self.notify_url
        return data
