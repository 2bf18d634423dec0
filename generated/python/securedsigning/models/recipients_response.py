# Generated from spec/schemas/recipients.yaml#/RecipientsResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.notification_recipient import NotificationRecipient
from securedsigning.models.recipient import Recipient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class RecipientsResponse(Model):
    """The saved recipients.

    Attributes:
        notification_recipients: People who are notified of progress.
        completion_recipients: People who get completion emails.
    """

    notification_recipients: list[NotificationRecipient] | None = None
    completion_recipients: list[Recipient] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "NotificationRecipients": "list NotificationRecipient",
        "CompletionRecipients": "list Recipient",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("NotificationRecipients", None)
        self.notification_recipients = (
            None if value is None else [NotificationRecipient.decode_owned(item) for item in value]
        )
        value = take("CompletionRecipients", None)
        self.completion_recipients = None if value is None else [Recipient.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.notification_recipients is not None:
            data["NotificationRecipients"] = [item.to_dict() for item in self.notification_recipients]
        if self.completion_recipients is not None:
            data["CompletionRecipients"] = [item.to_dict() for item in self.completion_recipients]
        return data
