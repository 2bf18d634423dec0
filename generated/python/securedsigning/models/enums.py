# Generated from spec/schemas/ by enums.py.jinja; do not edit.
"""Known values of the API's texts. Values that are not listed are kept as they come."""

from __future__ import annotations

from securedsigning._codec import OpenEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class AccountStatus(OpenEnum):
    """State of an account. OnHold waits for a payment."""

    FREE_WAY = "FreeWay"
    PAID = "Paid"
    ON_HOLD = "OnHold"
    INACTIVE = "Inactive"
    CANCELLED = "Cancelled"
    EXPIRED = "Expired"
    DISABLED = "Disabled"


class AuthInfoDataType(OpenEnum):
    """Kind of an answer."""

    TEXT = "text"
    DATE = "date"
    EMAIL = "email"


class SignedStatus(OpenEnum):
    """State of a signer."""

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


class DocumentStatus(OpenEnum):
    """State of a document: one of the known words, or a text that tells the progress, such as 1 of 3 Signed."""

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


class Folder(OpenEnum):
    """Folder that documents lie in."""

    IN_BOX = "InBox"
    PROGRESS = "Progress"
    SIGNED = "Signed"


class FileType(OpenEnum):
    """Type of a file that the service can fetch. Uploads take more."""

    PDF = "pdf"
    DOC = "doc"
    DOCX = "docx"
    RTF = "rtf"


class MailMergeListFileType(OpenEnum):
    """Type of a list for mail merge."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"


class HTMLElementType(OpenEnum):
    """Kind of a field."""

    TEXT = "Text"
    MULTI_LINE_TEXT = "MultiLineText"
    CHECK_BOX = "CheckBox"
    RADIO_BUTTON = "RadioButton"
    DROP_DOWN_LIST = "DropDownList"
    DATE_INPUT = "DateInput"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {0: "Text", 1: "MultiLineText", 3: "CheckBox", 4: "RadioButton", 5: "DropDownList", 6: "DateInput"}


class InvoiceType(OpenEnum):
    """What an invoice or a line of it is for."""

    NONE = "None"
    BUY_SMS = "BuySMS"
    BUY_ID_CHECK = "BuyIdCheck"
    ACCOUNT = "Account"
    MEMBERSHIP_ACCOUNT = "MembershipAccount"
    MEMBERSHIP = "Membership"
    PARTNER = "Partner"
    BUY_DOCUMENT_NEGOTIATION = "BuyDocumentNegotiation"
    SENDER = "Sender"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {
            0: "None",
            1: "BuySMS",
            2: "BuyIdCheck",
            3: "Account",
            4: "MembershipAccount",
            5: "Membership",
            6: "Partner",
            7: "BuyDocumentNegotiation",
            8: "Sender",
        }


class FormDataFileType(OpenEnum):
    """Format of exported form data."""

    XML = "xml"
    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"


class ENotaryJournalDataType(OpenEnum):
    """Format of the journal of a notary."""

    PDF = "pdf"
    JSON = "json"
    XLSX = "xlsx"


class IDVerificationDataType(OpenEnum):
    """Format of a report on verified identities."""

    PDF = "pdf"
    JSON = "json"


class UserAuthenticationType(OpenEnum):
    """Way of signing in: AccountPassword with a password, AAD with Azure Active Directory."""

    ACCOUNT_PASSWORD = "AccountPassword"
    AAD = "AAD"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {1: "AccountPassword", 16: "AAD"}


class CombineRequestFolder(OpenEnum):
    """Known values."""

    IN_BOX = "InBox"
