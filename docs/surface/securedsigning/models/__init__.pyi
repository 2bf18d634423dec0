from __future__ import annotations
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.models.acc_claims_history_info import AccClaimsHistoryInfo as AccClaimsHistoryInfo
    from securedsigning.models.account_info import AccountInfo as AccountInfo
    from securedsigning.models.add_account_user_response import AddAccountUserResponse as AddAccountUserResponse
    from securedsigning.models.attachment_file_info import AttachmentFileInfo as AttachmentFileInfo
    from securedsigning.models.attachment_response import AttachmentResponse as AttachmentResponse
    from securedsigning.models.auth_info import AuthInfo as AuthInfo
    from securedsigning.models.company import Company as Company
    from securedsigning.models.document import Document as Document
    from securedsigning.models.document_file_info import DocumentFileInfo as DocumentFileInfo
    from securedsigning.models.document_log import DocumentLog as DocumentLog
    from securedsigning.models.document_reference import DocumentReference as DocumentReference
    from securedsigning.models.document_url import DocumentUrl as DocumentUrl
    from securedsigning.models.document_validation_response import DocumentValidationResponse as DocumentValidationResponse
    from securedsigning.models.drop_down_list_item import DropDownListItem as DropDownListItem
    from securedsigning.models.email_template import EmailTemplate as EmailTemplate
    from securedsigning.models.employers import Employers as Employers
    from securedsigning.models.enums import AccountStatus as AccountStatus
    from securedsigning.models.enums import AuthInfoDataType as AuthInfoDataType
    from securedsigning.models.enums import CombineRequestFolder as CombineRequestFolder
    from securedsigning.models.enums import DocumentStatus as DocumentStatus
    from securedsigning.models.enums import ENotaryJournalDataType as ENotaryJournalDataType
    from securedsigning.models.enums import FileType as FileType
    from securedsigning.models.enums import Folder as Folder
    from securedsigning.models.enums import FormDataFileType as FormDataFileType
    from securedsigning.models.enums import HTMLElementType as HTMLElementType
    from securedsigning.models.enums import IDVerificationDataType as IDVerificationDataType
    from securedsigning.models.enums import InvoiceType as InvoiceType
    from securedsigning.models.enums import MailMergeListFileType as MailMergeListFileType
    from securedsigning.models.enums import SignedStatus as SignedStatus
    from securedsigning.models.enums import UserAuthenticationType as UserAuthenticationType
    from securedsigning.models.form_direct import FormDirect as FormDirect
    from securedsigning.models.form_direct_invitee import FormDirectInvitee as FormDirectInvitee
    from securedsigning.models.form_field import FormField as FormField
    from securedsigning.models.form_field_response import FormFieldResponse as FormFieldResponse
    from securedsigning.models.form_filler_field import FormFillerField as FormFillerField
    from securedsigning.models.form_filler_send_response import FormFillerSendResponse as FormFillerSendResponse
    from securedsigning.models.form_filler_signer import FormFillerSigner as FormFillerSigner
    from securedsigning.models.form_filler_template import FormFillerTemplate as FormFillerTemplate
    from securedsigning.models.id_check_detail_item import IDCheckDetailItem as IDCheckDetailItem
    from securedsigning.models.invoice_detail import InvoiceDetail as InvoiceDetail
    from securedsigning.models.invoice_info import InvoiceInfo as InvoiceInfo
    from securedsigning.models.membership_response import MembershipResponse as MembershipResponse
    from securedsigning.models.membership_user_authentication_options import MembershipUserAuthenticationOptions as MembershipUserAuthenticationOptions
    from securedsigning.models.notification_recipient import NotificationRecipient as NotificationRecipient
    from securedsigning.models.package_response import PackageResponse as PackageResponse
    from securedsigning.models.partner_user_details import PartnerUserDetails as PartnerUserDetails
    from securedsigning.models.plan_details import PlanDetails as PlanDetails
    from securedsigning.models.plan_response import PlanResponse as PlanResponse
    from securedsigning.models.process_document import ProcessDocument as ProcessDocument
    from securedsigning.models.recipient import Recipient as Recipient
    from securedsigning.models.recipients_response import RecipientsResponse as RecipientsResponse
    from securedsigning.models.share_user import ShareUser as ShareUser
    from securedsigning.models.signer import Signer as Signer
    from securedsigning.models.signing_completion_certificate import SigningCompletionCertificate as SigningCompletionCertificate
    from securedsigning.models.smart_tag_invitee import SmartTagInvitee as SmartTagInvitee
    from securedsigning.models.super_fund_info import SuperFundInfo as SuperFundInfo
    from securedsigning.models.tfn_info import TFNInfo as TFNInfo
    from securedsigning.models.ui_resource import UiResource as UiResource
    from securedsigning.models.user_details import UserDetails as UserDetails
    from securedsigning.models.user_reference_response import UserReferenceResponse as UserReferenceResponse
    from securedsigning.models.verified_signer import VerifiedSigner as VerifiedSigner
    from securedsigning.models.verify_signature import VerifySignature as VerifySignature
    from securedsigning.models.workflow import Workflow as Workflow
__all__ = ('AccClaimsHistoryInfo', 'AccountInfo', 'AccountStatus', 'AddAccountUserResponse', 'AttachmentFileInfo', 'AttachmentResponse', 'AuthInfo', 'AuthInfoDataType', 'CombineRequestFolder', 'Company', 'Document', 'DocumentFileInfo', 'DocumentLog', 'DocumentReference', 'DocumentStatus', 'DocumentUrl', 'DocumentValidationResponse', 'DropDownListItem', 'ENotaryJournalDataType', 'EmailTemplate', 'Employers', 'FileType', 'Folder', 'FormDataFileType', 'FormDirect', 'FormDirectInvitee', 'FormField', 'FormFieldResponse', 'FormFillerField', 'FormFillerSendResponse', 'FormFillerSigner', 'FormFillerTemplate', 'HTMLElementType', 'IDCheckDetailItem', 'IDVerificationDataType', 'InvoiceDetail', 'InvoiceInfo', 'InvoiceType', 'MailMergeListFileType', 'MembershipResponse', 'MembershipUserAuthenticationOptions', 'NotificationRecipient', 'PackageResponse', 'PartnerUserDetails', 'PlanDetails', 'PlanResponse', 'ProcessDocument', 'Recipient', 'RecipientsResponse', 'ShareUser', 'SignedStatus', 'Signer', 'SigningCompletionCertificate', 'SmartTagInvitee', 'SuperFundInfo', 'TFNInfo', 'UiResource', 'UserAuthenticationType', 'UserDetails', 'UserReferenceResponse', 'VerifiedSigner', 'VerifySignature', 'Workflow')
_MODULES = {'AccClaimsHistoryInfo': 'acc_claims_history_info', 'AccountInfo': 'account_info', 'AccountStatus': 'enums', 'AddAccountUserResponse': 'add_account_user_response', 'AttachmentFileInfo': 'attachment_file_info', 'AttachmentResponse': 'attachment_response', 'AuthInfo': 'auth_info', 'AuthInfoDataType': 'enums', 'CombineRequestFolder': 'enums', 'Company': 'company', 'Document': 'document', 'DocumentFileInfo': 'document_file_info', 'DocumentLog': 'document_log', 'DocumentReference': 'document_reference', 'DocumentStatus': 'enums', 'DocumentUrl': 'document_url', 'DocumentValidationResponse': 'document_validation_response', 'DropDownListItem': 'drop_down_list_item', 'ENotaryJournalDataType': 'enums', 'EmailTemplate': 'email_template', 'Employers': 'employers', 'FileType': 'enums', 'Folder': 'enums', 'FormDataFileType': 'enums', 'FormDirect': 'form_direct', 'FormDirectInvitee': 'form_direct_invitee', 'FormField': 'form_field', 'FormFieldResponse': 'form_field_response', 'FormFillerField': 'form_filler_field', 'FormFillerSendResponse': 'form_filler_send_response', 'FormFillerSigner': 'form_filler_signer', 'FormFillerTemplate': 'form_filler_template', 'HTMLElementType': 'enums', 'IDCheckDetailItem': 'id_check_detail_item', 'IDVerificationDataType': 'enums', 'InvoiceDetail': 'invoice_detail', 'InvoiceInfo': 'invoice_info', 'InvoiceType': 'enums', 'MailMergeListFileType': 'enums', 'MembershipResponse': 'membership_response', 'MembershipUserAuthenticationOptions': 'membership_user_authentication_options', 'NotificationRecipient': 'notification_recipient', 'PackageResponse': 'package_response', 'PartnerUserDetails': 'partner_user_details', 'PlanDetails': 'plan_details', 'PlanResponse': 'plan_response', 'ProcessDocument': 'process_document', 'Recipient': 'recipient', 'RecipientsResponse': 'recipients_response', 'ShareUser': 'share_user', 'SignedStatus': 'enums', 'Signer': 'signer', 'SigningCompletionCertificate': 'signing_completion_certificate', 'SmartTagInvitee': 'smart_tag_invitee', 'SuperFundInfo': 'super_fund_info', 'TFNInfo': 'tfn_info', 'UiResource': 'ui_resource', 'UserAuthenticationType': 'enums', 'UserDetails': 'user_details', 'UserReferenceResponse': 'user_reference_response', 'VerifiedSigner': 'verified_signer', 'VerifySignature': 'verify_signature', 'Workflow': 'workflow'}

def __dir__() -> list[str]:
    ...
