from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_boolean, as_integer, no_members
from securedsigning.models.enums import AccountStatus
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self
known_account_status = AccountStatus.member_lookup()

@define(kw_only=True)
class AccountInfo(Model):
    email: str | None = None
    name: str | None = None
    plan_name: str | None = None
    plan_type: str | None = None
    document_remain: int | None = None
    document_used: int | None = None
    document_left: int | None = None
    default_due_date: int | None = None
    max_due_date: int | None = None
    date_format: str | None = None
    gmt: str | None = None
    upgrade: str | None = None
    max_upload_size: int | None = None
    actived: bool | None = None
    locked: bool | None = None
    account_status: AccountStatus | None = None
    user_id: str | None = None
    in_default_plan: bool | None = None
    is_admin: bool | None = None
    enabled_face_to_face_signing: bool | None = None
    enabled_video_confirmation: bool | None = None
    enabled_doc_negotiation: bool | None = None
    enabled_review_before_signing: bool | None = None
    notary_enabled: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, email: str | None=None, name: str | None=None, plan_name: str | None=None, plan_type: str | None=None, document_remain: int | None=None, document_used: int | None=None, document_left: int | None=None, default_due_date: int | None=None, max_due_date: int | None=None, date_format: str | None=None, gmt: str | None=None, upgrade: str | None=None, max_upload_size: int | None=None, actived: bool | None=None, locked: bool | None=None, account_status: AccountStatus | None=None, user_id: str | None=None, in_default_plan: bool | None=None, is_admin: bool | None=None, enabled_face_to_face_signing: bool | None=None, enabled_video_confirmation: bool | None=None, enabled_doc_negotiation: bool | None=None, enabled_review_before_signing: bool | None=None, notary_enabled: bool | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
