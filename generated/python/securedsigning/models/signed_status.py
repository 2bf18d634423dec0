# Generated from spec/schemas/people.yaml#/SignedStatus by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from collections.abc import Mapping

from securedsigning._codec import OpenEnum


class SignedStatus(OpenEnum):
    """State of a signer.

    Other values are kept as they come.
    """

    INITIALIZED = "Initialized"
    INVITATION = "Invitation"
    REMINDER_1 = "Reminder1"
    REMINDER_2 = "Reminder2"
    AUTO_EXTEND = "AutoExtend"
    EXPIRED = "Expired"
    SIGNED = "Signed"
    COMPLETE = "Complete"
    ARCHIVED = "Archived"
    PENDING = "Pending"
    DELETED = "Deleted"
    REJECTED = "Rejected"
    DECLINED = "Declined"
    REMINDER = "Reminder"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {
            0: "Initialized",
            1: "Invitation",
            2: "Reminder1",
            3: "Reminder2",
            4: "AutoExtend",
            5: "Expired",
            6: "Signed",
            7: "Complete",
            8: "Archived",
            9: "Pending",
            10: "Deleted",
            11: "Rejected",
            12: "Declined",
            13: "Reminder",
        }
