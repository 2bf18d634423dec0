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

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, first_name: str, last_name: str, email: str, mobile_number: str | None=None, mobile_country: str | None=None, share_users: list[ShareUser] | None=None, client_reference: str | None=None, is_face_to_face_signing: bool | None=None, embedded: bool | None | Unset=UNSET, return_url: str | None=None, attachments: list[str] | None=None, email_template_reference: str | None=None, invitation_email_template_reference: str | None=None, completion_email_template_reference: str | None=None, is_personal_message: bool | None=None, invitation_text: str | None=None, email_subject: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
