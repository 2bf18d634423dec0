# Generated from spec/schemas/smart-tags.yaml#/SmartTagInvitee by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import UNSET, Model, as_boolean, as_list, no_members
from securedsigning.models.share_user import ShareUser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self

    from securedsigning._codec import Unset


@define(kw_only=True)
class SmartTagInvitee(Model):
    """A signer of a Smart Tag document. What is given here overrides the text of the tag.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        mobile_number: Mobile number for codes by SMS, in its national form with the prefix of the carrier: 04 in
            Australia, 021 or 027 in New Zealand.
        mobile_country: International dialling code of the mobile number without plus sign, such as 61 or 64.
        share_users: People who get a copy along with this signer.
        client_reference: Caller's own id for the signer; the service echoes it.
        is_face_to_face_signing: Whether this person signs face to face.
        embedded: Whether this signer signs in a page of your own, whatever the others do.
        return_url: Page to which the browser of this signer goes after embedded signing.
        attachments: References of the attachments that this signer gets.
        email_template_reference: Obsolete name of InvitationEmailTemplateReference. Obsolete.
        invitation_email_template_reference: Reference of the template for the invitation of this signer.
        completion_email_template_reference: Reference of the template for the completion email of this signer.
        is_personal_message: True if InvitationText is a message that goes into the invitation, false if it is the
            whole text of it.
        invitation_text: Message to the signer, or the whole text of the invitation.
        email_subject: Subject of the invitation.
    """

    first_name: str
    last_name: str
    email: str
    mobile_number: str | None = None
    mobile_country: str | None = None
    share_users: list[ShareUser] | None = None
    client_reference: str | None = None
    is_face_to_face_signing: bool | None = None
    embedded: bool | None | Unset = UNSET
    return_url: str | None = None
    attachments: list[str] | None = None
    email_template_reference: str | None = None
    invitation_email_template_reference: str | None = None
    completion_email_template_reference: str | None = None
    is_personal_message: bool | None = None
    invitation_text: str | None = None
    email_subject: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("FirstName", "LastName", "Email")
    _checked: ClassVar[Mapping[str, str]] = {
        "ShareUsers": "list ShareUser",
        "IsFaceToFaceSigning": "boolean",
        "Embedded": "boolean",
        "Attachments": "list",
        "IsPersonalMessage": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName")
        self.last_name = take("LastName")
        self.email = take("Email")
        self.mobile_number = take("MobileNumber", None)
        self.mobile_country = take("MobileCountry", None)
        value = take("ShareUsers", None)
        self.share_users = None if value is None else [ShareUser.decode_owned(item) for item in value]
        self.client_reference = take("ClientReference", None)
        value = take("IsFaceToFaceSigning", None)
        self.is_face_to_face_signing = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("Embedded", UNSET)
        self.embedded = (
            value if value is None or value is UNSET else value if value.__class__ is bool else as_boolean(value)
        )
        self.return_url = take("ReturnUrl", None)
        value = take("Attachments", None)
        self.attachments = None if value is None else value if value.__class__ is list else as_list(value)
        self.email_template_reference = take("EmailTemplateReference", None)
        self.invitation_email_template_reference = take("InvitationEmailTemplateReference", None)
        self.completion_email_template_reference = take("CompletionEmailTemplateReference", None)
        value = take("IsPersonalMessage", None)
        self.is_personal_message = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.invitation_text = take("InvitationText", None)
        self.email_subject = take("EmailSubject", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["FirstName"] = self.first_name
        data["LastName"] = self.last_name
        data["Email"] = self.email
        if self.mobile_number is not None:
            data["MobileNumber"] = self.mobile_number
        if self.mobile_country is not None:
            data["MobileCountry"] = self.mobile_country
        if self.share_users is not None:
            data["ShareUsers"] = [item.to_dict() for item in self.share_users]
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        if self.is_face_to_face_signing is not None:
            data["IsFaceToFaceSigning"] = self.is_face_to_face_signing
        if self.embedded is not UNSET:
            data["Embedded"] = self.embedded
        if self.return_url is not None:
            data["ReturnUrl"] = self.return_url
        if self.attachments is not None:
            data["Attachments"] = self.attachments
        if self.email_template_reference is not None:
            data["EmailTemplateReference"] = self.email_template_reference
        if self.invitation_email_template_reference is not None:
            data["InvitationEmailTemplateReference"] = self.invitation_email_template_reference
        if self.completion_email_template_reference is not None:
            data["CompletionEmailTemplateReference"] = self.completion_email_template_reference
        if self.is_personal_message is not None:
            data["IsPersonalMessage"] = self.is_personal_message
        if self.invitation_text is not None:
            data["InvitationText"] = self.invitation_text
        if self.email_subject is not None:
            data["EmailSubject"] = self.email_subject
        return data
