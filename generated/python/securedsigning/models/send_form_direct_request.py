# Generated from spec/schemas/form-direct.yaml#/SendFormDirectRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.drop_down_list_item import DropDownListItem
from securedsigning.models.form_direct import FormDirect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SendFormDirectRequest(Model):
    """Send a set of forms (server base name SendFormDirectRequestBase).

    Attributes:
        forms: Forms to send.
        due_date: Sign by this date; 14 days ahead when left out.
        gmt: UTC offset in minutes.
        invitation_email_template_reference: Invitation template.
        list_items: Options for drop-down fields.
        additional_properties: members that the spec does not know.
    """

    forms: list[FormDirect]
    due_date: str | None = None
    gmt: str | None = None
    invitation_email_template_reference: str | None = None
    list_items: list[DropDownListItem] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"Forms": "list FormDirect", "ListItems": "list DropDownListItem"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("Forms", None)
        self.forms = [] if value is None else [FormDirect.decode_owned(item) for item in value]
        self.due_date = take("DueDate", None)
        self.gmt = take("GMT", None)
        self.invitation_email_template_reference = take("InvitationEmailTemplateReference", None)
        value = take("ListItems", None)
        self.list_items = None if value is None else [DropDownListItem.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Forms"] = [item.to_dict() for item in self.forms]
        if self.due_date is not None:
            data["DueDate"] = self.due_date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        if self.invitation_email_template_reference is not None:
            data["InvitationEmailTemplateReference"] = self.invitation_email_template_reference
        if self.list_items is not None:
            data["ListItems"] = [item.to_dict() for item in self.list_items]
        return data
