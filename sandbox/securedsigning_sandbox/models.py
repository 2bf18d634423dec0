# Made by scripts/sandbox-models from the bundled spec; not to be edited.

from __future__ import annotations

from pydantic import BaseModel, Field, RootModel, StrictBool, StrictFloat, StrictInt, StrictStr, constr
from typing import Annotated, Any
from enum import StrEnum


class ResponseError(BaseModel):
    ErrorCode: Annotated[StrictStr | None, Field(description="Short code of the rule that is broken.")] = None
    FieldName: Annotated[StrictStr | None, Field(description="Name of the member.")] = None
    Message: Annotated[StrictStr | None, Field(description="The fault in words.")] = None
    Meta: Annotated[dict[str, Any] | None, Field(description="Further details, by name.")] = None


class OAuth2Error(BaseModel):
    error: Annotated[StrictStr, Field(description="Code of the refusal, for instance invalid_grant.")]
    error_description: Annotated[StrictStr | None, Field(description="The refusal in words.")] = None


class OAuth2TokenResponse(BaseModel):
    access_token: Annotated[StrictStr, Field(description="Bearer token for calls.")]
    refresh_token: Annotated[
        StrictStr | None,
        Field(
            description="Token with which access is renewed. May be missing from the answer to a refresh; the one before stays valid then."
        ),
    ] = None
    expires_in: Annotated[
        StrictInt | constr(pattern=r"^\d+$", strict=True),
        Field(description="Lifetime of the access token in seconds, 86400 in samples; as a number or as text."),
    ]
    token_type: Annotated[StrictStr, Field(description="Always Bearer.")]
    scope: Annotated[
        StrictStr | None,
        Field(description="Scopes that were granted, separated by blanks; may be fewer than were asked for."),
    ] = None
    error: Annotated[StrictStr | None, Field(description="Code of the refusal, should one come with status 200.")] = (
        None
    )


class OAuth2GrantType(StrEnum):
    authorization_code = "authorization_code"
    refresh_token = "refresh_token"
    client_credentials = "client_credentials"


class OAuth2ClientCredentialType(StrEnum):
    special_feature = "special_feature"
    membership_authentication = "membership_authentication"
    user_profile = "user_profile"
    signing_key = "signing_key"


class PartnerApiFeature(StrEnum):
    MembershipManagement = "MembershipManagement"
    AccountManagement = "AccountManagement"


class AccountStatus(StrEnum):
    FreeWay = "FreeWay"
    Paid = "Paid"
    OnHold = "OnHold"
    Inactive = "Inactive"
    Cancelled = "Cancelled"
    Expired = "Expired"
    Disabled = "Disabled"


class UserReferenceResponse(BaseModel):
    Reference: Annotated[StrictStr, Field(description="Reference of the sender, for the client option sender.")]


class UserInfo(BaseModel):
    FirstName: Annotated[StrictStr | None, Field(description="First name.")] = None
    LastName: Annotated[StrictStr | None, Field(description="Last name.")] = None
    Email: Annotated[StrictStr | None, Field(description="Email address.")] = None


class UserDetails(UserInfo):
    MiddleName: Annotated[StrictStr | None, Field(description="Middle name.")] = None
    JobTitle: Annotated[StrictStr | None, Field(description="Job title.")] = None
    CompanyName: Annotated[StrictStr | None, Field(description="Name of the company the person works for.")] = None
    LegalName: Annotated[StrictStr | None, Field(description="Legal name.")] = None
    Website: Annotated[StrictStr | None, Field(description="Web site of the company.")] = None
    Industry: Annotated[StrictStr | None, Field(description="Industry of the company.")] = None
    Employees: Annotated[StrictStr | None, Field(description="Number of employees of the company, as text.")] = None
    Street: Annotated[StrictStr | None, Field(description="Street and number.")] = None
    Suburb: Annotated[StrictStr | None, Field(description="Suburb.")] = None
    City: Annotated[StrictStr | None, Field(description="City.")] = None
    Postcode: Annotated[StrictStr | None, Field(description="Postcode.")] = None
    Country: Annotated[StrictStr | None, Field(description="Country by its full name, not a code.")] = None
    State: Annotated[StrictStr | None, Field(description="State or region.")] = None
    PhoneCountry: Annotated[
        StrictStr | None, Field(description="International dialling code of the telephone number.")
    ] = None
    PhoneArea: Annotated[StrictStr | None, Field(description="Area code of the telephone number.")] = None
    PhoneNumber: Annotated[StrictStr | None, Field(description="Telephone number without its codes.")] = None
    Title: Annotated[StrictStr | None, Field(description="Form of address, such as Mr or Dr.")] = None
    FirstName: Annotated[StrictStr, Field(description="First name.")]
    LastName: Annotated[StrictStr, Field(description="Last name.")]
    Email: Annotated[StrictStr, Field(description="Email address.")]


class SaveSenderRequest(BaseModel):
    User: Annotated[UserDetails, Field(description="The sender. First name, last name and email address are needed.")]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer."
        ),
    ] = None
    ClientReference: Annotated[StrictStr | None, Field(description="Caller's own id for the sender.")] = None


class ShareUser(UserInfo):
    IsDefault: Annotated[StrictBool | None, Field(description="Whether this person is shared with by default.")] = None
    IsOwner: Annotated[
        StrictBool | None, Field(description="Whether this person counts as an owner of the document.")
    ] = None
    FirstName: Annotated[StrictStr, Field(description="First name.")]
    LastName: Annotated[StrictStr, Field(description="Last name.")]
    Email: Annotated[StrictStr, Field(description="Email address.")]


class Invitee(UserInfo):
    MobileNumber: Annotated[
        StrictStr | None,
        Field(
            description="Mobile number for codes by SMS, in its national form with the prefix of the carrier: 04 in Australia, 021 or 027 in New Zealand."
        ),
    ] = None
    MobileCountry: Annotated[
        StrictStr | None,
        Field(description="International dialling code of the mobile number without plus sign, such as 61 or 64."),
    ] = None
    ShareUsers: Annotated[
        list[ShareUser] | None, Field(description="People who get a copy along with this signer.")
    ] = None
    ClientReference: Annotated[
        StrictStr | None, Field(description="Caller's own id for the signer; the service echoes it.")
    ] = None
    IsFaceToFaceSigning: Annotated[StrictBool | None, Field(description="Whether this person signs face to face.")] = (
        None
    )


class AuthInfoDataType(StrEnum):
    text = "text"
    date = "date"
    email = "email"


class SmartTagInvitee(Invitee):
    Embedded: Annotated[
        StrictBool | None, Field(description="Whether this signer signs in a page of your own, whatever the others do.")
    ] = None
    ReturnUrl: Annotated[
        StrictStr | None, Field(description="Page to which the browser of this signer goes after embedded signing.")
    ] = None
    Attachments: Annotated[
        list[StrictStr] | None, Field(description="References of the attachments that this signer gets.")
    ] = None
    EmailTemplateReference: Annotated[
        StrictStr | None, Field(deprecated=True, description="Obsolete name of InvitationEmailTemplateReference.")
    ] = None
    InvitationEmailTemplateReference: Annotated[
        StrictStr | None, Field(description="Reference of the template for the invitation of this signer.")
    ] = None
    CompletionEmailTemplateReference: Annotated[
        StrictStr | None, Field(description="Reference of the template for the completion email of this signer.")
    ] = None
    IsPersonalMessage: Annotated[
        StrictBool | None,
        Field(
            description="True if InvitationText is a message that goes into the invitation, false if it is the whole text of it."
        ),
    ] = None
    InvitationText: Annotated[
        StrictStr | None, Field(description="Message to the signer, or the whole text of the invitation.")
    ] = None
    EmailSubject: Annotated[StrictStr | None, Field(description="Subject of the invitation.")] = None
    FirstName: Annotated[StrictStr, Field(description="First name.")]
    LastName: Annotated[StrictStr, Field(description="Last name.")]
    Email: Annotated[StrictStr, Field(description="Email address.")]


class FormFillerSigner(Invitee):
    SignerReference: Annotated[
        StrictStr | None, Field(description="Reference of the slot, as getFormFillerSigners gives it.")
    ] = None
    IsFaceToFaceSigning: Annotated[StrictBool | None, Field(description="Whether this person signs face to face.")] = (
        None
    )
    VideoConfirmationEnabled: Annotated[
        StrictBool | None, Field(description="Whether the signer confirms by video.")
    ] = None
    VideoConfirmationDeepfakeEnabled: Annotated[
        StrictBool | None, Field(description="Whether faked pictures are looked for during the video confirmation.")
    ] = None
    ReviewBeforeSigningEnabled: Annotated[
        StrictBool | None, Field(description="Whether a review comes before signing.")
    ] = None


class SignedStatus(StrEnum):
    Initialized = "Initialized"
    Invitation = "Invitation"
    Reminder1 = "Reminder1"
    Reminder2 = "Reminder2"
    AutoExtend = "AutoExtend"
    Expired = "Expired"
    Signed = "Signed"
    Complete = "Complete"
    Archived = "Archived"
    Pending = "Pending"
    Deleted = "Deleted"
    Rejected = "Rejected"
    Declined = "Declined"
    Reminder = "Reminder"


class DocumentReference(BaseModel):
    Reference: Annotated[
        StrictStr,
        Field(
            description="Reference of the document, which other calls take. Opaque text, 48 digits in samples; it may begin with zeros, so never read it as a number."
        ),
    ]


class DocumentStatus(RootModel[StrictStr]):
    root: Annotated[
        StrictStr,
        Field(
            description="State of a document: one of the known words, or a text that tells the progress, such as 1 of 3 Signed."
        ),
    ]


class Folder(StrEnum):
    InBox = "InBox"
    Progress = "Progress"
    Signed = "Signed"


class DocumentLog(BaseModel):
    Name: Annotated[StrictStr | None, Field(description="Name of the person who acted.")] = None
    Email: Annotated[StrictStr | None, Field(description="Email address of the person who acted.")] = None
    Action: Annotated[StrictStr | None, Field(description="What was done, in words.")] = None
    Date: Annotated[
        StrictStr | None,
        Field(
            description="When it was done, as text whose format is not stated; probably ISO 8601 or /Date(milliseconds)/."
        ),
    ] = None
    GMT: Annotated[StrictStr | None, Field(description="Offset from UTC, in minutes, that goes with Date.")] = None


class DocumentUrl(BaseModel):
    Url: Annotated[StrictStr, Field(description="Web address from which the document can be downloaded.")]


class VerifiedSigner(BaseModel):
    FirstName: Annotated[StrictStr | None, Field(description="First name.")] = None
    LastName: Annotated[StrictStr | None, Field(description="Last name.")] = None
    Email: Annotated[StrictStr | None, Field(description="Email address.")] = None
    SignerType: Annotated[StrictStr | None, Field(description="Role of the signer.")] = None
    MobileNumber: Annotated[StrictStr | None, Field(description="Mobile number.")] = None
    MobileCountry: Annotated[
        StrictStr | None, Field(description="International dialling code of the mobile number.")
    ] = None
    HasSigned: Annotated[StrictBool | None, Field(description="Whether the signer has signed.")] = None
    Title: Annotated[StrictStr | None, Field(description="Title of the signer.")] = None
    Reason: Annotated[StrictStr | None, Field(description="Reason that was given for signing.")] = None
    Company: Annotated[StrictStr | None, Field(description="Company of the signer.")] = None


class SigningCompletionCertificate(BaseModel):
    CertificateReference: Annotated[
        StrictStr, Field(description="Reference of the certificate, which downloadSigningCompletionCertificate takes.")
    ]
    SigningDate: Annotated[
        StrictStr | None,
        Field(
            description="When it was signed, as text whose format is not stated; probably ISO 8601 or /Date(milliseconds)/."
        ),
    ] = None
    Status: Annotated[
        StrictStr | None, Field(description="State of the certificate. Its values are not published.")
    ] = None
    DownloadURL: Annotated[
        StrictStr | None, Field(description="Web address from which the certificate can be downloaded.")
    ] = None


class ExtendRequest(BaseModel):
    DocumentReference: Annotated[StrictStr, Field(description="Reference of the document.")]
    DueDate: Annotated[
        StrictStr,
        Field(
            description="New last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer. The setting of the user applies when left out; 0 when DueDate is given in UTC."
        ),
    ] = None


class PackageExtendRequest(BaseModel):
    PackageReference: Annotated[StrictStr, Field(description="Reference of the package.")]
    DueDate: Annotated[
        StrictStr,
        Field(
            description="New last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer. The setting of the user applies when left out; 0 when DueDate is given in UTC."
        ),
    ] = None


class RescheduleRequest(BaseModel):
    DocumentReference: Annotated[StrictStr, Field(description="Reference of the document.")]
    ScheduleDate: Annotated[
        StrictStr,
        Field(
            description="New time of the meeting. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer. The setting of the user applies when left out; 0 when ScheduleDate is given in UTC."
        ),
    ] = None


class FileType(StrEnum):
    pdf = "pdf"
    doc = "doc"
    docx = "docx"
    rtf = "rtf"


class DocumentFileForm(BaseModel):
    file: Annotated[StrictStr, Field(description="The document, with its file name.")]


class DocumentUploadForm(BaseModel):
    file: Annotated[
        StrictStr,
        Field(description="The document, with its file name. The name of the form part appears not to matter."),
    ]
    ClientReference: Annotated[
        StrictStr | None, Field(description="Caller's own id for the document; the service echoes it.")
    ] = None


class FileValidationForm(BaseModel):
    file: Annotated[StrictStr, Field(description="The signed file, with its file name.")]


class SendReminderRequest(BaseModel):
    DocumentReference: Annotated[StrictStr, Field(description="Reference of the document.")]
    SignerReference: Annotated[StrictStr, Field(description="Reference of the signer to remind.")]


class Folder1(StrEnum):
    InBox = "InBox"


class CombineRequest(BaseModel):
    DocumentReferences: Annotated[
        list[StrictStr], Field(description="References of the documents, in the order in which they are merged.")
    ]
    CombinedDocumentName: Annotated[StrictStr, Field(description="Name of the merged document.")]
    ClientReference: Annotated[
        StrictStr | None, Field(description="Caller's own id for the merged document; the service echoes it.")
    ] = None
    Folder: Annotated[
        Folder1 | None,
        Field(
            description="Only InBox is accepted: the merged document is charged and shows in the web portal. When left out it stays in a hidden, temporary place that only calls can reach."
        ),
    ] = None


class DropDownListItem(BaseModel):
    ClientField: Annotated[StrictStr, Field(description="Name of the field on the caller's side.")]
    Item: Annotated[StrictStr, Field(description="Text that is shown.")]
    Value: Annotated[StrictStr, Field(description="Value that is stored when it is chosen.")]


class MailMergeListFileType(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    xls = "xls"


class EmailTemplate(BaseModel):
    Reference: Annotated[StrictStr, Field(description="Reference of the template.")]
    Name: Annotated[StrictStr | None, Field(description="Name of the template.")] = None
    IsDefault: Annotated[
        StrictBool | None, Field(description="Whether the template is used when a call names none.")
    ] = None
    Subject: Annotated[StrictStr | None, Field(description="Subject of the email.")] = None
    Template: Annotated[StrictStr | None, Field(description="Text of the email.")] = None


class Workflow(BaseModel):
    Reference: Annotated[StrictStr, Field(description="Reference of the workflow.")]
    Name: Annotated[StrictStr | None, Field(description="Name of the workflow.")] = None


class HTMLElementType(StrEnum):
    Text = "Text"
    MultiLineText = "MultiLineText"
    CheckBox = "CheckBox"
    RadioButton = "RadioButton"
    DropDownList = "DropDownList"
    DateInput = "DateInput"


class SuperFundInfo(BaseModel):
    ABN: Annotated[StrictStr | None, Field(description="Australian Business Number.")] = None
    BusinessName: Annotated[StrictStr | None, Field(description="Name of the business.")] = None
    SuperFundName: Annotated[StrictStr | None, Field(description="Name of the superannuation fund.")] = None
    USI: Annotated[StrictStr | None, Field(description="Unique Superannuation Identifier of the fund.")] = None
    Phone: Annotated[StrictStr | None, Field(description="Telephone number.")] = None
    SuperFundWebsite: Annotated[StrictStr | None, Field(description="Web site of the fund.")] = None
    Reference: Annotated[StrictStr, Field(description="Reference of the employer, for FormDirect.EmployerReference.")]
    Name: Annotated[StrictStr | None, Field(description="Name by which to tell employers apart.")] = None


class TFNInfo(BaseModel):
    ABN: Annotated[StrictStr | None, Field(description="Australian Business Number.")] = None
    BusinessName: Annotated[StrictStr | None, Field(description="Name of the business.")] = None
    BusinessAddress: Annotated[StrictStr | None, Field(description="Street and number.")] = None
    BusinessSuburb: Annotated[StrictStr | None, Field(description="Suburb.")] = None
    BusinessState: Annotated[StrictStr | None, Field(description="State or territory.")] = None
    BusinessPostcode: Annotated[StrictStr | None, Field(description="Postcode.")] = None
    ContactPerson: Annotated[StrictStr | None, Field(description="Name of the person to turn to.")] = None
    ContactPhone: Annotated[StrictStr | None, Field(description="Telephone number of that person.")] = None
    Reference: Annotated[StrictStr, Field(description="Reference of the employer, for FormDirect.EmployerReference.")]
    Name: Annotated[StrictStr | None, Field(description="Name by which to tell employers apart.")] = None


class AccClaimsHistoryInfo(BaseModel):
    OrganisationName: Annotated[StrictStr | None, Field(description="Name of the organisation.")] = None
    ContactPersonName: Annotated[StrictStr | None, Field(description="Name of the person to turn to.")] = None
    ContactPersonPhone: Annotated[StrictStr | None, Field(description="Telephone number of that person.")] = None
    ContactPersonEmail: Annotated[StrictStr | None, Field(description="Email address of that person.")] = None
    Reference: Annotated[StrictStr, Field(description="Reference of the employer, for FormDirect.EmployerReference.")]
    Name: Annotated[StrictStr | None, Field(description="Name by which to tell employers apart.")] = None
    IsDefault: Annotated[
        StrictBool | None, Field(description="Whether this employer is used when a form names none.")
    ] = None


class UpdateEmployerRequest(BaseModel):
    SuperFund: Annotated[list[SuperFundInfo] | None, Field(description="For Australian superannuation forms.")] = None
    TFN: Annotated[list[TFNInfo] | None, Field(description="For Australian tax file number declarations.")] = None
    AccClaimsHistory: Annotated[
        list[AccClaimsHistoryInfo] | None, Field(description="For New Zealand ACC claims history forms.")
    ] = None


class FormFillerField(BaseModel):
    Label: Annotated[StrictStr | None, Field(description="Text that is shown beside the field.")] = None
    Value: Annotated[StrictStr | None, Field(description="Value of the field.")] = None
    FieldType: Annotated[HTMLElementType | None, Field(description="Kind of the field.")] = None
    IsRequired: Annotated[StrictBool | None, Field(description="Whether the field must be filled.")] = None
    ID: Annotated[StrictStr | None, Field(description="Identifier of the field.")] = None
    ReadOnly: Annotated[StrictBool | None, Field(description="Whether the signer cannot change the field.")] = None
    ClientField: Annotated[StrictStr | None, Field(description="Name of the field on the caller's side.")] = None


class AttachmentUploadForm(BaseModel):
    file: Annotated[StrictStr, Field(description="The attachment, with its file name.")]
    Number: Annotated[
        StrictStr | None, Field(description="Number of the attachment, digits only.", pattern="^\\d+$")
    ] = None
    Category: Annotated[StrictStr | None, Field(description="Category of the attachment.")] = None


class Recipient(UserInfo):
    RecipientReference: Annotated[StrictStr | None, Field(description="Reference of the recipient.")] = None
    IsDefault: Annotated[
        StrictBool | None, Field(description="Whether this recipient is used when nothing else is chosen.")
    ] = None


class NotificationRecipient(Recipient):
    IsReviewer: Annotated[StrictBool | None, Field(description="Whether this person reviews documents.")] = None
    IsDefaultReviewer: Annotated[
        StrictBool | None, Field(description="Whether this person is the reviewer when no other is chosen.")
    ] = None


class CompletionRecipient(Recipient):
    pass


class RecipientsResponse(BaseModel):
    NotificationRecipients: Annotated[
        list[NotificationRecipient] | None, Field(description="People who are notified of progress.")
    ] = None
    CompletionRecipients: Annotated[
        list[CompletionRecipient] | None, Field(description="People who get completion emails.")
    ] = None


class IDCheckDetailItem(BaseModel):
    ServiceName: Annotated[StrictStr | None, Field(description="Name of the service.")] = None
    Count: Annotated[StrictInt | None, Field(description="Number of checks.")] = None


class InvoiceType(StrEnum):
    None_ = "None"
    BuySMS = "BuySMS"
    BuyIdCheck = "BuyIdCheck"
    Account = "Account"
    MembershipAccount = "MembershipAccount"
    Membership = "Membership"
    Partner = "Partner"
    BuyDocumentNegotiation = "BuyDocumentNegotiation"
    Sender = "Sender"


class FormDataFileType(StrEnum):
    xml = "xml"
    csv = "csv"
    xlsx = "xlsx"
    xls = "xls"


class ENotaryJournalDataType(StrEnum):
    pdf = "pdf"
    json = "json"
    xlsx = "xlsx"


class IDVerificationDataType(StrEnum):
    pdf = "pdf"
    json = "json"


class UserAuthenticationType(StrEnum):
    AccountPassword = "AccountPassword"
    AAD = "AAD"


class Company(BaseModel):
    CompanyName: Annotated[StrictStr | None, Field(description="Name of the company.")] = None
    StreetAddress: Annotated[StrictStr | None, Field(description="Street and number.")] = None
    City: Annotated[StrictStr | None, Field(description="City.")] = None
    Country: Annotated[StrictStr | None, Field(description="Country by its full name.")] = None
    CountryCode: Annotated[StrictStr | None, Field(description="Country by its code of two letters.")] = None
    PhoneNumber: Annotated[StrictStr | None, Field(description="Telephone number.")] = None
    ContactFirstName: Annotated[StrictStr | None, Field(description="First name of the first administrator.")] = None
    ContactLastName: Annotated[StrictStr | None, Field(description="Last name of the first administrator.")] = None
    ContactEmail: Annotated[StrictStr | None, Field(description="Email address of the first administrator.")] = None
    GMTOffset: Annotated[
        StrictInt | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer."
        ),
    ] = None


class MembershipResponse(BaseModel):
    MembershipCode: Annotated[
        StrictStr | None, Field(description="Code of the company, which the token request takes.")
    ] = None
    Reference: Annotated[
        StrictStr | None, Field(description="Reference of the company, which the token request takes.")
    ] = None
    UpdateKey: Annotated[StrictStr | None, Field(description="Key for updates. What it is for is not published.")] = (
        None
    )
    Result: Annotated[StrictStr | None, Field(description="Outcome, in words.")] = None


class PartnerUserDetails(UserInfo):
    JobTitle: Annotated[StrictStr | None, Field(description="Job title.")] = None
    CompanyName: Annotated[StrictStr | None, Field(description="Name of the company the person works for.")] = None
    LegalName: Annotated[StrictStr | None, Field(description="Legal name.")] = None
    Website: Annotated[StrictStr | None, Field(description="Web site of the company.")] = None
    Industry: Annotated[StrictStr | None, Field(description="Industry of the company.")] = None
    Employees: Annotated[StrictStr | None, Field(description="Number of employees of the company, as text.")] = None
    Street: Annotated[StrictStr | None, Field(description="Street and number.")] = None
    Suburb: Annotated[StrictStr | None, Field(description="Suburb.")] = None
    City: Annotated[StrictStr | None, Field(description="City.")] = None
    Postcode: Annotated[StrictStr | None, Field(description="Postcode.")] = None
    Country: Annotated[StrictStr | None, Field(description="Country by its full name, not a code.")] = None
    State: Annotated[StrictStr | None, Field(description="State or region.")] = None
    PhoneCountry: Annotated[
        StrictStr | None, Field(description="International dialling code of the telephone number.")
    ] = None
    PhoneArea: Annotated[StrictStr | None, Field(description="Area code of the telephone number.")] = None
    PhoneNumber: Annotated[StrictStr | None, Field(description="Telephone number without its codes.")] = None
    Title: Annotated[StrictStr | None, Field(description="Form of address, such as Mr or Dr.")] = None
    FirstName: Annotated[StrictStr, Field(description="First name.")]
    LastName: Annotated[StrictStr, Field(description="Last name.")]
    Email: Annotated[StrictStr, Field(description="Email address.")]


class AddMembershipUserRequest(BaseModel):
    User: Annotated[
        PartnerUserDetails, Field(description="The user. First name, last name and email address are needed.")
    ]
    ClientReference: Annotated[
        StrictStr | None, Field(description="Partner's own id for the user, which must never change.")
    ] = None


class UpdateMembershipUserDetailRequest(BaseModel):
    FirstName: Annotated[StrictStr | None, Field(description="First name.")] = None
    LastName: Annotated[StrictStr | None, Field(description="Last name.")] = None
    Email: Annotated[StrictStr | None, Field(description="Email address.")] = None
    JobTitle: Annotated[StrictStr | None, Field(description="Job title.")] = None
    ClientReference: Annotated[
        StrictStr | None, Field(description="Partner's own id for the user; probably what tells which user is meant.")
    ] = None


class RemoveMembershipUserRequest(BaseModel):
    UserID: Annotated[StrictStr, Field(description="Reference of the user, as AccountInfo.UserId gives it.")]
    ForceRemove: Annotated[
        StrictBool | None, Field(description="Whether the user is removed even if work is pending.")
    ] = None
    TransferTo: Annotated[StrictStr | None, Field(description="User who takes over what the removed one leaves.")] = (
        None
    )


class PlanResponse(BaseModel):
    PlanName: Annotated[StrictStr | None, Field(description="Name of the plan.")] = None
    PlanType: Annotated[StrictStr | None, Field(description="Kind of the plan.")] = None
    PlanUsers: Annotated[StrictInt | None, Field(description="Users that the plan includes.")] = None
    PlanDocuments: Annotated[StrictInt | None, Field(description="Documents that the plan includes.")] = None
    DocumentPrice: Annotated[StrictStr | None, Field(description="Price of a document, as text.")] = None
    PlanPrice: Annotated[StrictStr | None, Field(description="Price of the plan, as text.")] = None
    AccountPrice: Annotated[StrictStr | None, Field(description="Price of an account, as text.")] = None
    Paid: Annotated[StrictBool | None, Field(description="Whether the plan is paid for.")] = None
    BaseDocumentPrice: Annotated[StrictStr | None, Field(description="Base price of a document, as text.")] = None
    BaseUserPrice: Annotated[StrictStr | None, Field(description="Base price of a user, as text.")] = None
    PlanExpiryDate: Annotated[
        StrictStr | None, Field(description="When the plan ends, as text whose format is not stated.")
    ] = None
    BillingBalance: Annotated[StrictStr | None, Field(description="Balance, as text.")] = None
    BillingDate: Annotated[
        StrictStr | None, Field(description="When the plan is billed, as text whose format is not stated.")
    ] = None
    BillingStatus: Annotated[StrictStr | None, Field(description="State of billing. Its values are not published.")] = (
        None
    )
    TotalAccountsUsed: Annotated[StrictInt | None, Field(description="Accounts that are used.")] = None
    TotalDocumentsUsed: Annotated[StrictInt | None, Field(description="Documents that have been used.")] = None
    BillingBalanceAmount: Annotated[StrictFloat | None, Field(description="Balance, as a number.")] = None


class PlanDetails(BaseModel):
    PlanUsers: Annotated[StrictInt | None, Field(description="Users that the plan includes.")] = None
    PlanDocuments: Annotated[StrictInt | None, Field(description="Documents that the plan includes.")] = None


class AddAccountRequest(BaseModel):
    User: Annotated[
        PartnerUserDetails,
        Field(description="First administrator. First name, last name and email address are needed."),
    ]
    Plan: Annotated[PlanDetails, Field(description="Size of the plan.")]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer."
        ),
    ] = None


class AddUserRequest(BaseModel):
    User: Annotated[
        PartnerUserDetails, Field(description="The user. First name, last name and email address are needed.")
    ]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer."
        ),
    ] = None


class RemoveUserRequest(BaseModel):
    UserID: Annotated[StrictStr, Field(description="Reference of the user, as AccountInfo.UserId gives it.")]


class AddAccountUserResponse(BaseModel):
    Result: Annotated[StrictStr | None, Field(description="OK on success.")] = None
    ConnectKey: Annotated[
        StrictStr | None,
        Field(description="Key for the key parameter of the authorize endpoint, which leads to a token."),
    ] = None


class UiResource(BaseModel):
    Name: Annotated[StrictStr | None, Field(description="Title of the page.")] = None
    Url: Annotated[StrictStr | None, Field(description="Web address to load in the iframe.")] = None


class ResponseStatus(BaseModel):
    ErrorCode: Annotated[
        StrictStr | None,
        Field(description="Short code for programs, normally the name of an exception or of an HTTP status."),
    ] = None
    Message: Annotated[StrictStr | None, Field(description="The failure in words.")] = None
    StackTrace: Annotated[
        StrictStr | None, Field(description="Where the failure arose in the service; only when it runs in debug mode.")
    ] = None
    Errors: Annotated[
        list[ResponseError] | None, Field(description="What is wrong with single members of the request.")
    ] = None
    Meta: Annotated[dict[str, Any] | None, Field(description="Further details, by name.")] = None


class OAuth2TokenRequest(BaseModel):
    grant_type: Annotated[
        OAuth2GrantType,
        Field(description="What is exchanged for the token. client_credentials is known from the official SDKs only."),
    ]
    client_id: Annotated[StrictStr, Field(description="API key.")]
    client_secret: Annotated[StrictStr, Field(description="API secret.")]
    redirect_uri: Annotated[
        StrictStr | None,
        Field(
            description="Callback (access) URL that is registered for the API key. Needed for authorization_code; the official SDK sends it with every grant."
        ),
    ] = None
    code: Annotated[
        StrictStr | None,
        Field(description="The code that the callback received, just as it came. For authorization_code."),
    ] = None
    refresh_token: Annotated[
        StrictStr | None, Field(description="The refresh token of an earlier answer. For refresh_token.")
    ] = None
    scope: Annotated[
        StrictStr | None,
        Field(
            description="Scopes, separated by blanks; case matters. For client_credentials; needed with user_profile and signing_key."
        ),
    ] = None
    client_credential_type: Annotated[
        OAuth2ClientCredentialType | None, Field(description="For whom the token is. For client_credentials.")
    ] = None
    feature: Annotated[
        PartnerApiFeature | None, Field(description="What the token of a partner is for. With special_feature.")
    ] = None
    membership_code: Annotated[
        StrictStr | None, Field(description="Code of the company. With membership_authentication.")
    ] = None
    membership_reference: Annotated[
        StrictStr | None, Field(description="Reference of the company. With membership_authentication.")
    ] = None
    firstname: Annotated[StrictStr | None, Field(description="First name of the person. With user_profile.")] = None
    lastname: Annotated[StrictStr | None, Field(description="Last name of the person. With user_profile.")] = None
    email: Annotated[StrictStr | None, Field(description="Email address of the person. With user_profile.")] = None
    signing_key: Annotated[
        StrictStr | None,
        Field(description="Signing key of an invited signer, from Signer.SigningKey. With signing_key."),
    ] = None
    code_verifier: Annotated[
        StrictStr | None,
        Field(
            description="Verifier of PKCE (RFC 7636) that goes with the code_challenge of the authorize request. For authorization_code. The documentation mentions the mechanism without naming parameters."
        ),
    ] = None


class AccountInfo(BaseModel):
    Email: Annotated[StrictStr | None, Field(description="Email address of the user.")] = None
    Name: Annotated[StrictStr | None, Field(description="Name of the user.")] = None
    PlanName: Annotated[StrictStr | None, Field(description="Name of the price plan.")] = None
    PlanType: Annotated[StrictStr | None, Field(description="Kind of the price plan.")] = None
    DocumentRemain: Annotated[
        StrictInt | None,
        Field(
            description="Documents that are left in the plan; without meaning for pay-as-you-go and global membership plans."
        ),
    ] = None
    DocumentUsed: Annotated[StrictInt | None, Field(description="Documents that have been used.")] = None
    DocumentLeft: Annotated[
        StrictInt | None, Field(description="Documents that can still be used: the figure to look at before an upload.")
    ] = None
    DefaultDueDate: Annotated[
        StrictInt | None, Field(description="Days until a document is due when the sender names no date.")
    ] = None
    MaxDueDate: Annotated[
        StrictInt | None, Field(description="Most days until a document can be due. The web portal shows weeks.")
    ] = None
    DateFormat: Annotated[
        StrictStr | None,
        Field(description="Pattern of the dates printed in signatures. It says nothing about dates in answers."),
    ] = None
    GMT: Annotated[StrictStr | None, Field(description="Offset from UTC that the user has set, in minutes.")] = None
    Upgrade: Annotated[
        StrictStr | None, Field(description="Key to hand to the user when the plan must be upgraded.")
    ] = None
    MaxUploadSize: Annotated[
        StrictInt | None,
        Field(description="Size of the largest file that can be uploaded. The unit is not stated, presumably bytes."),
    ] = None
    Actived: Annotated[
        StrictBool | None, Field(description="Whether the account is activated; misspelt in the API.")
    ] = None
    Locked: Annotated[StrictBool | None, Field(description="Whether the account is locked.")] = None
    AccountStatus_1: Annotated[
        AccountStatus | None, Field(alias="AccountStatus", description="State of the account.")
    ] = None
    UserId: Annotated[StrictStr | None, Field(description="Reference of the user.")] = None
    InDefaultPlan: Annotated[StrictBool | None, Field(description="For use by the service itself.")] = None
    IsAdmin: Annotated[StrictBool | None, Field(description="Whether the user administers the account.")] = None
    EnabledFaceToFaceSigning: Annotated[
        StrictBool | None, Field(description="Whether signing face to face is switched on.")
    ] = None
    EnabledVideoConfirmation: Annotated[
        StrictBool | None, Field(description="Whether video confirmation before signing is switched on.")
    ] = None
    EnabledDocNegotiation: Annotated[
        StrictBool | None, Field(description="Whether negotiating about documents is switched on.")
    ] = None
    EnabledReviewBeforeSigning: Annotated[
        StrictBool | None, Field(description="Whether a review before signing is switched on.")
    ] = None
    NotaryEnabled: Annotated[StrictBool | None, Field(description="Whether the user is set up as a notary.")] = None


class AuthInfo(BaseModel):
    Label: Annotated[StrictStr | None, Field(description="The question.")] = None
    Value: Annotated[StrictStr | None, Field(description="The answer that is expected.")] = None
    DataType: Annotated[AuthInfoDataType | None, Field(description="Kind of the answer.")] = None


class Signer(Invitee):
    SignerReference: Annotated[StrictStr | None, Field(description="Reference of the signer.")] = None
    SigningKey: Annotated[
        StrictStr | None,
        Field(
            description="Key that opens the signing page of this signer when signing is embedded. Opaque text: hand it to the browser script, or exchange it for a token."
        ),
    ] = None
    HasSigned: Annotated[StrictBool | None, Field(description="Whether the signer has signed.")] = None
    Editable: Annotated[
        StrictBool | None, Field(description="Whether name and email address of the signer can still be corrected.")
    ] = None
    SignedStatus_1: Annotated[SignedStatus | None, Field(alias="SignedStatus", description="State of the signer.")] = (
        None
    )
    DeclinedReason: Annotated[StrictStr | None, Field(description="Why the signer declined; only if they did.")] = None
    ClientReference: Annotated[StrictStr | None, Field(description="Caller's own id for the signer.")] = None
    IDCheckStatus: Annotated[
        StrictStr | None, Field(description="State of the ID check. Its values are not published.")
    ] = None
    IDVerificationStatus: Annotated[
        StrictStr | None, Field(description="State of the ID verification. Its values are not published.")
    ] = None
    IDVerificationResult: Annotated[
        StrictStr | None, Field(description="Outcome of the ID verification. Its values are not published.")
    ] = None
    IDVerificationFaceMatchResult: Annotated[
        StrictStr | None, Field(description="Outcome of comparing the face, as text. Its values are not published.")
    ] = None
    IDVerificationLivenessResult: Annotated[
        StrictStr | None,
        Field(description="Outcome of the test for a living person, as text. Its values are not published."),
    ] = None
    SignerType: Annotated[StrictStr | None, Field(description="Role of the signer in a form of Form Direct.")] = None


class Document(DocumentReference):
    Name: Annotated[StrictStr | None, Field(description="File name of the document.")] = None
    FormDirectReference: Annotated[
        StrictStr | None, Field(description="Reference of the form that the document came from; Form Direct only.")
    ] = None
    Signers: Annotated[list[Signer], Field(description="Signers of the document.")]
    Status: Annotated[
        DocumentStatus | None,
        Field(description="State of the document: a word, or a text that tells the progress, such as 1 of 3 Signed."),
    ] = None
    DueDate: Annotated[StrictStr | None, Field(description="Last day to sign, as text whose format is not stated.")] = (
        None
    )
    GMT: Annotated[StrictStr | None, Field(description="Offset from UTC, in minutes, that goes with DueDate.")] = None
    LastSignedDate: Annotated[
        StrictStr | None, Field(description="When the latest signature was made, as text whose format is not stated.")
    ] = None
    Folder_1: Annotated[Folder | None, Field(alias="Folder", description="Folder the document lies in.")] = None
    Logs: Annotated[
        list[DocumentLog] | None,
        Field(description="Entries of the activity log; only when the call asked for them with DocumentLog."),
    ] = None
    HasFileUploaded: Annotated[
        StrictBool | None,
        Field(description="Whether invitees uploaded files while signing, which downloadUploadedFiles fetches."),
    ] = None
    PackageReference: Annotated[
        StrictStr | None, Field(description="Reference of the package the document belongs to.")
    ] = None
    ClientReference: Annotated[StrictStr | None, Field(description="Caller's own id, as given on upload.")] = None
    EditUrl: Annotated[StrictStr | None, Field(description="Web address at which the document can be edited.")] = None
    IDVerificationRequested: Annotated[
        StrictBool | None, Field(description="Whether signers are asked to verify their identity.")
    ] = None
    MatterNumber: Annotated[
        StrictStr | None, Field(description="Number of the matter or file that the document belongs to.")
    ] = None
    DocumentUrl: Annotated[
        StrictStr | None, Field(description="Web address from which the document can be downloaded.")
    ] = None


class VerifySignature(BaseModel):
    isValid: Annotated[
        StrictBool | None, Field(description="Whether the signature is valid; begins with a small letter.")
    ] = None
    SignatureTime: Annotated[
        StrictStr | None, Field(description="When the signature was made, as text whose format is not stated.")
    ] = None
    User: Annotated[StrictStr | None, Field(description="Who signed, in one text.")] = None
    Signer: Annotated[VerifiedSigner | None, Field(description="Who signed, in detail.")] = None


class PackageResponse(BaseModel):
    QueueReference: Annotated[
        StrictStr | None,
        Field(description="Reference of a send that waits in a queue. No call that takes it is known."),
    ] = None
    PackageReference: Annotated[StrictStr | None, Field(description="Reference of the package.")] = None
    PackageName: Annotated[StrictStr | None, Field(description="Name of the package.")] = None
    PackageStatus: Annotated[
        StrictStr | None,
        Field(
            description="State of the package as text. Its values are not published; those of a document are likely."
        ),
    ] = None
    Documents: Annotated[list[Document] | None, Field(description="Documents of the package.")] = None


class SignerRequest(BaseModel):
    DocumentReference: Annotated[StrictStr, Field(description="Reference of the document.")]
    Signers: Annotated[list[Signer], Field(description="Signers as they should be, each with its SignerReference.")]


class FileInfo(BaseModel):
    Name: Annotated[StrictStr | None, Field(description="File name.")] = None
    FileType_1: Annotated[FileType | None, Field(alias="FileType", description="Type of the file.")] = None
    FileUrl: Annotated[StrictStr | None, Field(description="Web address from which the service fetches the file.")] = (
        None
    )


class DocumentFileInfo(FileInfo):
    ClientReference: Annotated[
        StrictStr | None, Field(description="Caller's own id for the document; the service echoes it.")
    ] = None
    Name: Annotated[StrictStr, Field(description="File name.")]
    FileType_1: Annotated[FileType, Field(alias="FileType", description="Type of the file.")]
    FileUrl: Annotated[StrictStr, Field(description="Web address from which the service fetches the file.")]


class UploadRequest(BaseModel):
    File: Annotated[DocumentFileInfo, Field(description="Where the document is, and what it is called.")]


class SmartTagRequest(BaseModel):
    QueueReference: Annotated[
        StrictStr | None,
        Field(description="Reference of a send that waits in a queue. No call that makes one is known."),
    ] = None
    DocumentReferences: Annotated[list[StrictStr], Field(description="References of the uploaded documents.")]
    Embedded: Annotated[
        StrictBool | None,
        Field(description="Whether all signers sign in a page of your own instead of being invited by email."),
    ] = None
    DueDate: Annotated[
        StrictStr,
        Field(
            description="Last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ]
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer. The setting of the user applies when left out; 0 when DueDate is given in UTC."
        ),
    ] = None
    EmailTemplateReference: Annotated[
        StrictStr | None, Field(deprecated=True, description="Obsolete name of InvitationEmailTemplateReference.")
    ] = None
    InvitationEmailTemplateReference: Annotated[
        StrictStr | None,
        Field(description="Reference of the template for the invitation email; the default of the user when left out."),
    ] = None
    CompletionEmailTemplateReference: Annotated[
        StrictStr | None,
        Field(description="Reference of the template for the completion email; the default of the user when left out."),
    ] = None
    WorkflowReference: Annotated[StrictStr | None, Field(description="Reference of the Smart Tag workflow to run.")] = (
        None
    )
    ReturnUrl: Annotated[
        StrictStr | None,
        Field(
            description="Page to which the browser goes after embedded signing. That it is reached proves nothing; read the state."
        ),
    ] = None
    Signers: Annotated[
        list[SmartTagInvitee] | None,
        Field(
            description="Details of the signers. They override those in the text of the documents, and stand in for what a tag leaves blank."
        ),
    ] = None
    ListItems: Annotated[
        list[DropDownListItem] | None,
        Field(description="Choices of drop-down tags, matched by the client field that the tag names."),
    ] = None
    NoPackage: Annotated[
        StrictBool | None,
        Field(description="Whether several documents are sent separately. They form a package otherwise."),
    ] = None
    SingleDocumentAsPackage: Annotated[
        StrictBool | None, Field(description="Whether a single document forms a package too.")
    ] = None
    NotifyUrl: Annotated[
        StrictStr | None,
        Field(
            description="Address that the service calls when the state changes. What it sends is not documented: take a call as a hint and read the state."
        ),
    ] = None
    PackageName: Annotated[
        StrictStr | None,
        Field(description="Name of the package; the name of the document when left out for a single one."),
    ] = None
    ShareUsers: Annotated[
        list[ShareUser] | None, Field(description="People who get a copy, if the documents name none.")
    ] = None
    NoInvitationEmailTemplate: Annotated[
        StrictBool | None,
        Field(description="Whether the service's own text is used for invitations, whatever templates are set."),
    ] = None
    NoCompletionEmailTemplate: Annotated[
        StrictBool | None,
        Field(description="Whether the service's own text is used for completion emails, whatever templates are set."),
    ] = None
    Supervising: Annotated[StrictBool | None, Field(description="A switch whose meaning is not published.")] = None


class MailMergeRequest(BaseModel):
    DocumentReference: Annotated[
        StrictStr, Field(description="Reference of the uploaded document to merge the list into.")
    ]
    MailMergeListFileType_1: Annotated[
        MailMergeListFileType, Field(alias="MailMergeListFileType", description="Type of the list.")
    ]
    MailMergeListFileData: Annotated[
        StrictStr,
        Field(description="Content of the list: a file in Base64.", json_schema_extra={"contentEncoding": "base64"}),
    ]
    DueDate: Annotated[
        StrictStr,
        Field(
            description="Last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ]
    EmailTemplateReference: Annotated[
        StrictStr | None,
        Field(description="Reference of the template for the invitation email; the default of the user when left out."),
    ] = None
    Embedded: Annotated[
        StrictBool | None,
        Field(description="Whether all signers sign in a page of your own instead of being invited by email."),
    ] = None
    ReturnUrl: Annotated[
        StrictStr | None,
        Field(
            description="Page to which the browser goes after embedded signing. That it is reached proves nothing; read the state."
        ),
    ] = None


class ProcessDocument(BaseModel):
    Reference: Annotated[StrictStr, Field(description="Reference of the process, which getMailMergeDocuments takes.")]
    ProcessingStatus: Annotated[
        StrictStr | None, Field(description="State of the process as text. Its values are not published.")
    ] = None
    Documents: Annotated[list[Document], Field(description="Documents that have been made so far.")]


class LinkRequest(BaseModel):
    DocumentReference: Annotated[StrictStr, Field(description="Reference of the document.")]
    Signer_1: Annotated[
        Signer, Field(alias="Signer", description="The signer, told by first name, last name and email address.")
    ]


class FormField(BaseModel):
    FieldName: Annotated[StrictStr | None, Field(description="Name of the field.")] = None
    DisplayName: Annotated[StrictStr | None, Field(description="Name that is shown.")] = None
    FieldType: Annotated[HTMLElementType | None, Field(description="Kind of the field.")] = None
    FiledValue: Annotated[StrictStr | None, Field(description="Value of the field; misspelt in the API.")] = None
    ValueOptions: Annotated[list[StrictStr] | None, Field(description="Values that can be chosen.")] = None
    ClientField: Annotated[StrictStr | None, Field(description="Name of the field on the caller's side.")] = None
    ClientMapping: Annotated[
        StrictInt | None,
        Field(
            description="How the field is mapped to ClientField, as a number. What the numbers mean is not published."
        ),
    ] = None


class Employers(BaseModel):
    SuperFund: Annotated[list[SuperFundInfo] | None, Field(description="For Australian superannuation forms.")] = None
    TFN: Annotated[list[TFNInfo] | None, Field(description="For Australian tax file number declarations.")] = None
    AccClaimsHistory: Annotated[
        list[AccClaimsHistoryInfo] | None, Field(description="For New Zealand ACC claims history forms.")
    ] = None


class FormFillerTemplate(BaseModel):
    Name: Annotated[StrictStr | None, Field(description="Name of the template.")] = None
    Reference: Annotated[StrictStr, Field(description="Reference of the template.")]
    Signers: Annotated[list[FormFillerSigner], Field(description="Signer slots, or the signers who fill them.")]
    Fields: Annotated[
        list[FormFillerField],
        Field(
            description="Fields that can be filled. In a request only those that are filled are needed, each told by its ID."
        ),
    ]
    ClientReference: Annotated[
        StrictStr | None, Field(description="Caller's own id for the document; the service echoes it.")
    ] = None


class SendFormFillerRequest(BaseModel):
    Templates: Annotated[
        list[FormFillerTemplate],
        Field(description="Templates with their signers, and with the fields that are filled."),
    ]
    DueDate: Annotated[
        StrictStr | None,
        Field(
            description="Last day to sign; 14 days ahead when left out. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ] = None
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer. The setting of the user applies when left out; 0 when DueDate is given in UTC."
        ),
    ] = None
    Embedded: Annotated[
        StrictBool | None,
        Field(description="Whether all signers sign in a page of your own instead of being invited by email."),
    ] = None
    ReturnUrl: Annotated[
        StrictStr | None,
        Field(
            description="Page to which the browser goes after embedded signing. That it is reached proves nothing; read the state."
        ),
    ] = None
    Sequential: Annotated[
        StrictBool | None,
        Field(description="Whether the signers sign one after another, in the order of the template."),
    ] = None
    NotifyUrl: Annotated[
        StrictStr | None,
        Field(
            description="Address that the service calls when the state changes. What it sends is not documented: take a call as a hint and read the state."
        ),
    ] = None


class FormFillerSendResponse(BaseModel):
    Url: Annotated[
        StrictStr | None, Field(description="Web address of a document. Whether it is ever filled is not known.")
    ] = None
    Documents: Annotated[list[Document] | None, Field(description="Documents that were made.")] = None
    Signers: Annotated[
        list[Signer] | None, Field(description="Signers; when signing is embedded, each with a SigningKey.")
    ] = None


class AttachmentFileInfo(FileInfo):
    Number: Annotated[
        StrictStr | None, Field(description="Number of the attachment, digits only.", pattern="^\\d+$")
    ] = None
    Category: Annotated[StrictStr | None, Field(description="Category of the attachment.")] = None


class AttachmentUploadRequest(BaseModel):
    File: Annotated[AttachmentFileInfo, Field(description="Where the attachment is, and what it is called.")]


class AttachmentResponse(AttachmentFileInfo):
    Reference: Annotated[
        StrictStr, Field(description="Reference of the attachment, which SmartTagInvitee.Attachments takes.")
    ]


class InvoiceInfo(BaseModel):
    InvoiceReference: Annotated[StrictStr, Field(description="Reference of the invoice.")]
    InvoiceNO: Annotated[StrictStr | None, Field(description="Number of the invoice; NO is in capitals.")] = None
    InvoiceDate: Annotated[
        StrictStr | None, Field(description="Date of the invoice, as text whose format is not stated.")
    ] = None
    InvoiceTimezone: Annotated[StrictStr | None, Field(description="Time zone of InvoiceDate.")] = None
    Description: Annotated[StrictStr | None, Field(description="What the invoice is about, in words.")] = None
    Amount: Annotated[StrictFloat | None, Field(description="Amount; the currency is not stated.")] = None
    InvoiceType_1: Annotated[InvoiceType | None, Field(alias="InvoiceType", description="What the invoice is for.")] = (
        None
    )


class InvoiceDetail(BaseModel):
    InvoiceNO: Annotated[StrictStr | None, Field(description="Number of the invoice; NO is in capitals.")] = None
    Description: Annotated[StrictStr | None, Field(description="What the line is about, in words.")] = None
    InvoiceType_1: Annotated[InvoiceType | None, Field(alias="InvoiceType", description="What the line is for.")] = None
    StartDate: Annotated[
        StrictStr | None, Field(description="First day of the time that is billed, as text whose format is not stated.")
    ] = None
    StartDateTimezone: Annotated[StrictStr | None, Field(description="Time zone of StartDate.")] = None
    EndDate: Annotated[
        StrictStr | None, Field(description="Last day of the time that is billed, as text whose format is not stated.")
    ] = None
    EndDateTimezone: Annotated[StrictStr | None, Field(description="Time zone of EndDate.")] = None
    InvoiceUser: Annotated[StrictStr | None, Field(description="User who is billed.")] = None
    InvoiceMembership: Annotated[StrictStr | None, Field(description="Company (membership) that is billed.")] = None
    InvoicePartner: Annotated[StrictStr | None, Field(description="Partner who is billed.")] = None
    Price: Annotated[StrictFloat | None, Field(description="Price of one unit; the currency is not stated.")] = None
    Quantity: Annotated[StrictInt | None, Field(description="Number of units.")] = None
    Devices: Annotated[StrictInt | None, Field(description="Number of devices.")] = None
    TotalDocuments: Annotated[StrictInt | None, Field(description="Number of documents.")] = None
    NumberOfSMS: Annotated[StrictInt | None, Field(description="Number of SMS that were sent.")] = None
    IDCheckCost: Annotated[
        StrictFloat | None, Field(description="Cost of the ID checks; the currency is not stated.")
    ] = None
    NumberOfNegotiation: Annotated[
        StrictInt | None, Field(description="Number of documents that were negotiated about.")
    ] = None
    IDCheckDetails: Annotated[
        list[IDCheckDetailItem] | None, Field(description="ID checks, by the service that made them.")
    ] = None


class MembershipUserAuthenticationOptions(BaseModel):
    UserAuthenticationType_1: Annotated[
        UserAuthenticationType | None, Field(alias="UserAuthenticationType", description="Way of signing in.")
    ] = UserAuthenticationType.AccountPassword
    Options: Annotated[StrictStr | None, Field(description="Settings of that way of signing in, as text.")] = None


class ErrorResponse(BaseModel):
    ResponseStatus_1: Annotated[ResponseStatus, Field(alias="ResponseStatus", description="Details of the failure.")]


class FormDirectInvitee(Invitee):
    SignerType: Annotated[
        StrictStr | None, Field(description="Role of the signer; the form sets it, so keep it as it came.")
    ] = None
    UseIDData: Annotated[
        StrictBool | None, Field(description="Whether the signer is identified by questions instead of a mobile phone.")
    ] = None
    IDData: Annotated[list[AuthInfo] | None, Field(description="Questions by which the signer is identified.")] = None
    EnabledFaceToFaceSigning: Annotated[
        StrictBool | None, Field(description="Whether the signer signs face to face.")
    ] = None
    Optional: Annotated[
        StrictBool | None, Field(description="Whether this signer is left out, where the form allows it.")
    ] = None
    VideoConfirmation: Annotated[StrictBool | None, Field(description="Whether the signer confirms by video.")] = None


class DocumentValidationResponse(BaseModel):
    Signatures: Annotated[list[VerifySignature] | None, Field(description="One entry for each signature.")] = None
    DocumentURL: Annotated[StrictStr | None, Field(description="Web address of the document; URL is in capitals.")] = (
        None
    )
    DocumentName: Annotated[StrictStr | None, Field(description="File name of the document.")] = None


class FormDirect(BaseModel):
    Name: Annotated[StrictStr | None, Field(description="Name of the form.")] = None
    FormType: Annotated[
        StrictInt | None, Field(description="Kind of the form, as a number. What the numbers mean is not published.")
    ] = None
    Reference: Annotated[StrictStr, Field(description="Reference of the form.")]
    Signers: Annotated[
        list[FormDirectInvitee],
        Field(description="Signers the form needs. Fill them in, and keep what came with them."),
    ]
    EmbedForm: Annotated[
        StrictBool | None, Field(description="Whether the links to the form will be shown in an iframe.")
    ] = None
    ReturnUrl: Annotated[StrictStr | None, Field(description="Page to which the browser goes after signing.")] = None
    NotifyUrl: Annotated[
        StrictStr | None,
        Field(
            description="Address that the service calls when the state changes. What it sends is not documented: take a call as a hint and read the state."
        ),
    ] = None
    XMLData: Annotated[
        StrictStr | None,
        Field(
            description="Values to fill in beforehand: an XML document, as text. Its template comes from Secured Signing."
        ),
    ] = None
    EmployerReference: Annotated[
        StrictStr | None,
        Field(description="Reference of the employer whose details are filled in, as listEmployers gives it."),
    ] = None
    ClientReference: Annotated[
        StrictStr | None, Field(description="Caller's own id for the document; the service echoes it.")
    ] = None


class SendFormDirectRequest(BaseModel):
    Forms: Annotated[list[FormDirect], Field(description="Forms with their signers filled in.")]
    DueDate: Annotated[
        StrictStr | None,
        Field(
            description="Last day to sign; 14 days ahead when left out. ISO 8601, best in UTC; other formats are read by the settings of the user and refused when they are not clear."
        ),
    ] = None
    GMT: Annotated[
        StrictStr | None,
        Field(
            description="Offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in summer. The setting of the user applies when left out; 0 when DueDate is given in UTC."
        ),
    ] = None
    InvitationEmailTemplateReference: Annotated[
        StrictStr | None,
        Field(description="Reference of the template for the invitation email; the default of the user when left out."),
    ] = None
    ListItems: Annotated[
        list[DropDownListItem] | None,
        Field(description="Choices of drop-down fields, matched by the client field that they name."),
    ] = None


class FormFieldResponse(BaseModel):
    Fields: Annotated[list[FormField] | None, Field(description="The fields.")] = None
    LastUpdateTime: Annotated[
        StrictStr | None, Field(description="When the form was last changed, as text whose format is not stated.")
    ] = None


class MembershipRequest(BaseModel):
    TermsOfUse: Annotated[StrictBool, Field(description="Whether the terms of use are accepted.")]
    Company_1: Annotated[
        Company | None, Field(alias="Company", description="Company to create; left out when one is linked.")
    ] = None
    MembershipCode: Annotated[StrictStr | None, Field(description="Code of the company to link.")] = None
    MembershipAuthenticationCode: Annotated[
        StrictStr | None, Field(description="Proof that the company may be linked.")
    ] = None
    UserAuthenticationOptions: Annotated[
        MembershipUserAuthenticationOptions | None, Field(description="How the users of the company sign in.")
    ] = None
    ClientReference: Annotated[StrictStr | None, Field(description="Partner's own id for the company.")] = None
