# Generated from spec/schemas/account.yaml#/AccountInfo by model.py.jinja; do not edit.
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
    """Profile, plan and settings of a user.

    Attributes:
        email: Email address of the user.
        name: Name of the user.
        plan_name: Name of the price plan.
        plan_type: Kind of the price plan.
        document_remain: Documents that are left in the plan; without meaning for pay-as-you-go and global membership
            plans.
        document_used: Documents that have been used.
        document_left: Documents that can still be used: the figure to look at before an upload.
        default_due_date: Days until a document is due when the sender names no date.
        max_due_date: Most days until a document can be due. The web portal shows weeks.
        date_format: Pattern of the dates printed in signatures. It says nothing about dates in answers.
        gmt: Offset from UTC that the user has set, in minutes.
        upgrade: Key to hand to the user when the plan must be upgraded.
        max_upload_size: Size of the largest file that can be uploaded. The unit is not stated, presumably bytes.
        actived: Whether the account is activated; misspelt in the API.
        locked: Whether the account is locked.
        account_status: State of the account.
        user_id: Reference of the user.
        in_default_plan: For use by the service itself.
        is_admin: Whether the user administers the account.
        enabled_face_to_face_signing: Whether signing face to face is switched on.
        enabled_video_confirmation: Whether video confirmation before signing is switched on.
        enabled_doc_negotiation: Whether negotiating about documents is switched on.
        enabled_review_before_signing: Whether a review before signing is switched on.
        notary_enabled: Whether the user is set up as a notary.
    """

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

    _checked: ClassVar[Mapping[str, str]] = {
        "DocumentRemain": "integer",
        "DocumentUsed": "integer",
        "DocumentLeft": "integer",
        "DefaultDueDate": "integer",
        "MaxDueDate": "integer",
        "MaxUploadSize": "integer",
        "Actived": "boolean",
        "Locked": "boolean",
        "AccountStatus": "AccountStatus",
        "InDefaultPlan": "boolean",
        "IsAdmin": "boolean",
        "EnabledFaceToFaceSigning": "boolean",
        "EnabledVideoConfirmation": "boolean",
        "EnabledDocNegotiation": "boolean",
        "EnabledReviewBeforeSigning": "boolean",
        "NotaryEnabled": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.email = take("Email", None)
        self.name = take("Name", None)
        self.plan_name = take("PlanName", None)
        self.plan_type = take("PlanType", None)
        value = take("DocumentRemain", None)
        self.document_remain = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("DocumentUsed", None)
        self.document_used = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("DocumentLeft", None)
        self.document_left = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("DefaultDueDate", None)
        self.default_due_date = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("MaxDueDate", None)
        self.max_due_date = None if value is None else value if value.__class__ is int else as_integer(value)
        self.date_format = take("DateFormat", None)
        self.gmt = take("GMT", None)
        self.upgrade = take("Upgrade", None)
        value = take("MaxUploadSize", None)
        self.max_upload_size = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("Actived", None)
        self.actived = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("Locked", None)
        self.locked = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("AccountStatus", None)
        self.account_status = None if value is None else known_account_status(value) or AccountStatus(value)
        self.user_id = take("UserId", None)
        value = take("InDefaultPlan", None)
        self.in_default_plan = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("IsAdmin", None)
        self.is_admin = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("EnabledFaceToFaceSigning", None)
        self.enabled_face_to_face_signing = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("EnabledVideoConfirmation", None)
        self.enabled_video_confirmation = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("EnabledDocNegotiation", None)
        self.enabled_doc_negotiation = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("EnabledReviewBeforeSigning", None)
        self.enabled_review_before_signing = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("NotaryEnabled", None)
        self.notary_enabled = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.email is not None:
            data["Email"] = self.email
        if self.name is not None:
            data["Name"] = self.name
        if self.plan_name is not None:
            data["PlanName"] = self.plan_name
        if self.plan_type is not None:
            data["PlanType"] = self.plan_type
        if self.document_remain is not None:
            data["DocumentRemain"] = self.document_remain
        if self.document_used is not None:
            data["DocumentUsed"] = self.document_used
        if self.document_left is not None:
            data["DocumentLeft"] = self.document_left
        if self.default_due_date is not None:
            data["DefaultDueDate"] = self.default_due_date
        if self.max_due_date is not None:
            data["MaxDueDate"] = self.max_due_date
        if self.date_format is not None:
            data["DateFormat"] = self.date_format
        if self.gmt is not None:
            data["GMT"] = self.gmt
        if self.upgrade is not None:
            data["Upgrade"] = self.upgrade
        if self.max_upload_size is not None:
            data["MaxUploadSize"] = self.max_upload_size
        if self.actived is not None:
            data["Actived"] = self.actived
        if self.locked is not None:
            data["Locked"] = self.locked
        if self.account_status is not None:
            data["AccountStatus"] = str(self.account_status)
        if self.user_id is not None:
            data["UserId"] = self.user_id
        if self.in_default_plan is not None:
            data["InDefaultPlan"] = self.in_default_plan
        if self.is_admin is not None:
            data["IsAdmin"] = self.is_admin
        if self.enabled_face_to_face_signing is not None:
            data["EnabledFaceToFaceSigning"] = self.enabled_face_to_face_signing
        if self.enabled_video_confirmation is not None:
            data["EnabledVideoConfirmation"] = self.enabled_video_confirmation
        if self.enabled_doc_negotiation is not None:
            data["EnabledDocNegotiation"] = self.enabled_doc_negotiation
        if self.enabled_review_before_signing is not None:
            data["EnabledReviewBeforeSigning"] = self.enabled_review_before_signing
        if self.notary_enabled is not None:
            data["NotaryEnabled"] = self.notary_enabled
        return data
