# Generated from spec/schemas/form-filler.yaml#/FormFillerSigner by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.share_user import ShareUser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class FormFillerSigner(Model):
    """A signer slot of a template, and the signer who fills it.

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
        signer_reference: Reference of the slot, as ``form_filler.template_signers`` gives it.
        video_confirmation_enabled: Whether the signer confirms by video.
        video_confirmation_deepfake_enabled: Whether faked pictures are looked for during the video confirmation.
        review_before_signing_enabled: Whether a review comes before signing.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    mobile_number: str | None = None
    mobile_country: str | None = None
    share_users: list[ShareUser] | None = None
    client_reference: str | None = None
    is_face_to_face_signing: bool | None = None
    signer_reference: str | None = None
    video_confirmation_enabled: bool | None = None
    video_confirmation_deepfake_enabled: bool | None = None
    review_before_signing_enabled: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "ShareUsers": "list ShareUser",
        "IsFaceToFaceSigning": "boolean",
        "VideoConfirmationEnabled": "boolean",
        "VideoConfirmationDeepfakeEnabled": "boolean",
        "ReviewBeforeSigningEnabled": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName", None)
        self.last_name = take("LastName", None)
        self.email = take("Email", None)
        self.mobile_number = take("MobileNumber", None)
        self.mobile_country = take("MobileCountry", None)
        value = take("ShareUsers", None)
        self.share_users = None if value is None else [ShareUser.decode_owned(item) for item in value]
        self.client_reference = take("ClientReference", None)
        value = take("IsFaceToFaceSigning", None)
        self.is_face_to_face_signing = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        self.signer_reference = take("SignerReference", None)
        value = take("VideoConfirmationEnabled", None)
        self.video_confirmation_enabled = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("VideoConfirmationDeepfakeEnabled", None)
        self.video_confirmation_deepfake_enabled = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("ReviewBeforeSigningEnabled", None)
        self.review_before_signing_enabled = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
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
        if self.signer_reference is not None:
            data["SignerReference"] = self.signer_reference
        if self.video_confirmation_enabled is not None:
            data["VideoConfirmationEnabled"] = self.video_confirmation_enabled
        if self.video_confirmation_deepfake_enabled is not None:
            data["VideoConfirmationDeepfakeEnabled"] = self.video_confirmation_deepfake_enabled
        if self.review_before_signing_enabled is not None:
            data["ReviewBeforeSigningEnabled"] = self.review_before_signing_enabled
        return data
