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

@define(kw_only=True, field_transformer=unprinted('signing_key'))
class Signer(Model):
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

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, first_name: str | None=None, last_name: str | None=None, email: str | None=None, mobile_number: str | None=None, mobile_country: str | None=None, share_users: list[ShareUser] | None=None, client_reference: str | None=None, is_face_to_face_signing: bool | None=None, signer_reference: str | None=None, signing_key: str | None=None, has_signed: bool | None=None, editable: bool | None=None, signed_status: SignedStatus | None=None, declined_reason: str | None=None, id_check_status: str | None=None, id_verification_status: str | None=None, id_verification_result: str | None=None, id_verification_face_match_result: str | None=None, id_verification_liveness_result: str | None=None, signer_type: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
