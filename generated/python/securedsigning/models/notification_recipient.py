# Generated from spec/schemas/recipients.yaml#/NotificationRecipient by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class NotificationRecipient(Model):
    """A person who is notified of progress, and who may be a reviewer.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        recipient_reference: Reference of the recipient.
        is_default: Whether this recipient is used when nothing else is chosen.
        is_reviewer: Whether this person reviews documents.
        is_default_reviewer: Whether this person is the reviewer when no other is chosen.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    recipient_reference: str | None = None
    is_default: bool | None = None
    is_reviewer: bool | None = None
    is_default_reviewer: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "IsDefault": "boolean",
        "IsReviewer": "boolean",
        "IsDefaultReviewer": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName", None)
        self.last_name = take("LastName", None)
        self.email = take("Email", None)
        self.recipient_reference = take("RecipientReference", None)
        value = take("IsDefault", None)
        self.is_default = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("IsReviewer", None)
        self.is_reviewer = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("IsDefaultReviewer", None)
        self.is_default_reviewer = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.first_name is not None:
            data["FirstName"] = self.first_name
        if self.last_name is not None:
            data["LastName"] = self.last_name
        if self.email is not None:
            data["Email"] = self.email
        if self.recipient_reference is not None:
            data["RecipientReference"] = self.recipient_reference
        if self.is_default is not None:
            data["IsDefault"] = self.is_default
        if self.is_reviewer is not None:
            data["IsReviewer"] = self.is_reviewer
        if self.is_default_reviewer is not None:
            data["IsDefaultReviewer"] = self.is_default_reviewer
        return data
