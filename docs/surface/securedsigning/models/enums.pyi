from __future__ import annotations
from securedsigning._codec import OpenEnum
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

class AccountStatus(OpenEnum):
    FREE_WAY = 'FreeWay'
    PAID = 'Paid'
    ON_HOLD = 'OnHold'
    INACTIVE = 'Inactive'
    CANCELLED = 'Cancelled'
    EXPIRED = 'Expired'
    DISABLED = 'Disabled'

class AuthInfoDataType(OpenEnum):
    TEXT = 'text'
    DATE = 'date'
    EMAIL = 'email'

class SignedStatus(OpenEnum):
    INITIALIZED = 'Initialized'
    INVITATION = 'Invitation'
    REMINDER_1 = 'Reminder1'
    REMINDER_2 = 'Reminder2'
    AUTO_EXTEND = 'AutoExtend'
    EXPIRED = 'Expired'
    SIGNED = 'Signed'
    COMPLETE = 'Complete'
    ARCHIVED = 'Archived'
    PENDING = 'Pending'
    DELETED = 'Deleted'
    REJECTED = 'Rejected'
    DECLINED = 'Declined'
    REMINDER = 'Reminder'

class DocumentStatus(OpenEnum):
    COMPLETE = 'Complete'
    DECLINED = 'Declined'
    EXPIRED = 'Expired'
    REJECTED = 'Rejected'
    SIGNED = 'Signed'
    FILLING = 'Filling'
    FILLING_FORM = 'Filling Form'
    IN_PROGRESS = 'InProgress'
    SIGNING = 'Signing'
    NOT_START = 'NotStart'
    INITIALIZED = 'Initialized'
    INVITATION = 'Invitation'
    REMINDER_1 = 'Reminder1'
    REMINDER_2 = 'Reminder2'
    AUTO_EXTEND = 'AutoExtend'
    ARCHIVED = 'Archived'
    PENDING = 'Pending'
    DELETED = 'Deleted'
    REMINDER = 'Reminder'

class Folder(OpenEnum):
    IN_BOX = 'InBox'
    PROGRESS = 'Progress'
    SIGNED = 'Signed'

class FileType(OpenEnum):
    PDF = 'pdf'
    DOC = 'doc'
    DOCX = 'docx'
    RTF = 'rtf'

class MailMergeListFileType(OpenEnum):
    CSV = 'csv'
    XLSX = 'xlsx'
    XLS = 'xls'

class HTMLElementType(OpenEnum):
    TEXT = 'Text'
    MULTI_LINE_TEXT = 'MultiLineText'
    CHECK_BOX = 'CheckBox'
    RADIO_BUTTON = 'RadioButton'
    DROP_DOWN_LIST = 'DropDownList'
    DATE_INPUT = 'DateInput'

class InvoiceType(OpenEnum):
    NONE = 'None'
    BUY_SMS = 'BuySMS'
    BUY_ID_CHECK = 'BuyIdCheck'
    ACCOUNT = 'Account'
    MEMBERSHIP_ACCOUNT = 'MembershipAccount'
    MEMBERSHIP = 'Membership'
    PARTNER = 'Partner'
    BUY_DOCUMENT_NEGOTIATION = 'BuyDocumentNegotiation'
    SENDER = 'Sender'

class FormDataFileType(OpenEnum):
    XML = 'xml'
    CSV = 'csv'
    XLSX = 'xlsx'
    XLS = 'xls'

class ENotaryJournalDataType(OpenEnum):
    PDF = 'pdf'
    JSON = 'json'
    XLSX = 'xlsx'

class IDVerificationDataType(OpenEnum):
    PDF = 'pdf'
    JSON = 'json'

class UserAuthenticationType(OpenEnum):
    ACCOUNT_PASSWORD = 'AccountPassword'
    AAD = 'AAD'

class CombineRequestFolder(OpenEnum):
    IN_BOX = 'InBox'
