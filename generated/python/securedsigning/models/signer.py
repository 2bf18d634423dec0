# Generated from spec/schemas/people.yaml#/Signer by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members, unprinted
from securedsigning.models.enums import SignedStatus
from securedsigning.models.share_user import ShareUser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


known_signed_status = SignedStatus.member_lookup()


@define(kw_only=True, field_transformer=unprinted("signing_key"))
class Signer(Model):
    """A signer of a document, and how far they are. Also sent to correct a signer or to ask for a signing link.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        mobile_number: Mobile number for codes by SMS, in its national form with the prefix of the carrier: 04 in
            Australia, 021 or 027 in New Zealand.
        mobile_country: International dialling code of the mobile number without plus sign, such as 61 or 64.
        share_users: People who get a copy along with this signer.
        client_reference: Caller's own id for the signer.
        is_face_to_face_signing: Whether this person signs face to face.
        signer_reference: Reference of the signer.
        signing_key: Key that opens the signing page of this signer when signing is embedded. Opaque text: hand it to
            the browser script, or exchange it for a token.
        has_signed: Whether the signer has signed.
        editable: Whether name and email address of the signer can still be corrected.
        signed_status: State of the signer.
        declined_reason: Why the signer declined; only if they did.
        id_check_status: State of the ID check. Its values are not published.
        id_verification_status: State of the ID verification. Its values are not published.
        id_verification_result: Outcome of the ID verification. Its values are not published.
        id_verification_face_match_result: Outcome of comparing the face, as text. Its values are not published.
        id_verification_liveness_result: Outcome of the test for a living person, as text. Its values are not
            published.
        signer_type: Role of the signer in a form of Form Direct.
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
    signing_key: str | None = None
    has_signed: bool | None = None
    editable: bool | None = None
    signed_status: SignedStatus | None = None
    declined_reason: str | None = None
    id_check_status: str | None = None
    id_verification_status: str | None = None
    id_verification_result: str | None = None
    id_verification_face_match_result: str | None = None
    id_verification_liveness_result: str | None = None
    signer_type: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "ShareUsers": "list ShareUser",
        "IsFaceToFaceSigning": "boolean",
        "HasSigned": "boolean",
        "Editable": "boolean",
        "SignedStatus": "SignedStatus",
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
        self.signing_key = take("SigningKey", None)
        value = take("HasSigned", None)
        self.has_signed = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("Editable", None)
        self.editable = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("SignedStatus", None)
        self.signed_status = None if value is None else known_signed_status(value) or SignedStatus(value)
        self.declined_reason = take("DeclinedReason", None)
        self.id_check_status = take("IDCheckStatus", None)
        self.id_verification_status = take("IDVerificationStatus", None)
        self.id_verification_result = take("IDVerificationResult", None)
        self.id_verification_face_match_result = take("IDVerificationFaceMatchResult", None)
        self.id_verification_liveness_result = take("IDVerificationLivenessResult", None)
        self.signer_type = take("SignerType", None)
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
        if self.signing_key is not None:
            data["SigningKey"] = self.signing_key
        if self.has_signed is not None:
            data["HasSigned"] = self.has_signed
        if self.editable is not None:
            data["Editable"] = self.editable
        if self.signed_status is not None:
            data["SignedStatus"] = str(self.signed_status)
        if self.declined_reason is not None:
            data["DeclinedReason"] = self.declined_reason
        if self.id_check_status is not None:
            data["IDCheckStatus"] = self.id_check_status
        if self.id_verification_status is not None:
            data["IDVerificationStatus"] = self.id_verification_status
        if self.id_verification_result is not None:
            data["IDVerificationResult"] = self.id_verification_result
        if self.id_verification_face_match_result is not None:
            data["IDVerificationFaceMatchResult"] = self.id_verification_face_match_result
        if self.id_verification_liveness_result is not None:
            data["IDVerificationLivenessResult"] = self.id_verification_liveness_result
        if self.signer_type is not None:
            data["SignerType"] = self.signer_type
        return data
