# Generated from spec/schemas/documents.yaml#/DocumentStatus by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class DocumentStatus(OpenEnum):
    """State of a document: one of the known words, or a text that tells the progress, such as 1 of 3 Signed.

    Other values are kept as they come.
    """

    COMPLETE = "Complete"
    DECLINED = "Declined"
    EXPIRED = "Expired"
    REJECTED = "Rejected"
    SIGNED = "Signed"
    FILLING = "Filling"
    FILLING_FORM = "Filling Form"
    IN_PROGRESS = "InProgress"
    SIGNING = "Signing"
    NOT_START = "NotStart"
    INITIALIZED = "Initialized"
    INVITATION = "Invitation"
    REMINDER_1 = "Reminder1"
    REMINDER_2 = "Reminder2"
    AUTO_EXTEND = "AutoExtend"
    ARCHIVED = "Archived"
    PENDING = "Pending"
    DELETED = "Deleted"
    REMINDER = "Reminder"
