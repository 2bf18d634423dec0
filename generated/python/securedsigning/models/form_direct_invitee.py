# Generated from spec/schemas/form-direct.yaml#/FormDirectInvitee by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.auth_info import AuthInfo
from securedsigning.models.share_user import ShareUser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class FormDirectInvitee(Model):
    """A signer of an online form.

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
        signer_type: Role of the signer; the form sets it, so keep it as it came.
        use_id_data: Whether the signer is identified by questions instead of a mobile phone.
        id_data: Questions by which the signer is identified.
        enabled_face_to_face_signing: Whether the signer signs face to face.
        optional: Whether this signer is left out, where the form allows it.
        video_confirmation: Whether the signer confirms by video.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    mobile_number: str | None = None
    mobile_country: str | None = None
    share_users: list[ShareUser] | None = None
    client_reference: str | None = None
    is_face_to_face_signing: bool | None = None
    signer_type: str | None = None
    use_id_data: bool | None = None
    id_data: list[AuthInfo] | None = None
    enabled_face_to_face_signing: bool | None = None
    optional: bool | None = None
    video_confirmation: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "ShareUsers": "list ShareUser",
        "IsFaceToFaceSigning": "boolean",
        "UseIDData": "boolean",
        "IDData": "list AuthInfo",
        "EnabledFaceToFaceSigning": "boolean",
        "Optional": "boolean",
        "VideoConfirmation": "boolean",
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
        self.signer_type = take("SignerType", None)
        value = take("UseIDData", None)
        self.use_id_data = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("IDData", None)
        self.id_data = None if value is None else [AuthInfo.decode_owned(item) for item in value]
        value = take("EnabledFaceToFaceSigning", None)
        self.enabled_face_to_face_signing = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("Optional", None)
        self.optional = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("VideoConfirmation", None)
        self.video_confirmation = None if value is None else value if value.__class__ is bool else as_boolean(value)
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
        if self.signer_type is not None:
            data["SignerType"] = self.signer_type
        if self.use_id_data is not None:
            data["UseIDData"] = self.use_id_data
        if self.id_data is not None:
            data["IDData"] = [item.to_dict() for item in self.id_data]
        if self.enabled_face_to_face_signing is not None:
            data["EnabledFaceToFaceSigning"] = self.enabled_face_to_face_signing
        if self.optional is not None:
            data["Optional"] = self.optional
        if self.video_confirmation is not None:
            data["VideoConfirmation"] = self.video_confirmation
        return data
