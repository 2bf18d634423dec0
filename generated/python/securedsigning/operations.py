# Generated from spec/paths/ by operations.py.jinja; do not edit.
"""Every operation of the API, with its scopes and where it is known from."""

from __future__ import annotations

from securedsigning.operation import Operation as Operation

GET_ACCOUNT_INFO = Operation(
    "getAccountInfo",
    "account.info",
    "GET",
    "/Account/Info",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:AccountRequest", "net:Requests/AccountRequest.cs"),
)
SAVE_SENDER = Operation(
    "saveSender",
    "account.save_sender",
    "POST",
    "/Account/SaveSender",
    scopes=("Account",),
    confidence="sdk-only",
    sources=("net:Requests/AccountRequest.cs", "net:ServiceClient.cs"),
)
UPLOAD_DOCUMENT = Operation(
    "uploadDocument",
    "documents.upload",
    "POST",
    "/Document/Uploader",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=(
        "net:Requests/DocumentRequest.cs",
        "net:ServiceClient.cs",
        "java:dto.java",
        "java:ServiceClient.java",
        "third-party",
    ),
)
UPLOAD_DOCUMENT_WITH_CLIENT_REFERENCE = Operation(
    "uploadDocumentWithClientReference",
    "documents.upload_with_client_reference",
    "POST",
    "/Document/Uploader/{ClientReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
UPLOAD_DOCUMENT_BY_URL = Operation(
    "uploadDocumentByUrl",
    "documents.upload_by_url",
    "POST",
    "/Document/UploadByUrl",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
COMBINE_DOCUMENTS = Operation(
    "combineDocuments",
    "documents.combine",
    "POST",
    "/Document/Combine",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:CombineRequest", "net:Requests/DocumentRequest.cs"),
)
GET_DOCUMENT_STATUS = Operation(
    "getDocumentStatus",
    "documents.status",
    "GET",
    "/Document/Status/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
GET_DOCUMENT_LOG = Operation(
    "getDocumentLog",
    "documents.log",
    "GET",
    "/Document/Log/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
EXTEND_DOCUMENT = Operation(
    "extendDocument",
    "documents.extend",
    "POST",
    "/Document/Extend",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
RESCHEDULE_VIDEO_SIGNING = Operation(
    "rescheduleVideoSigning",
    "documents.reschedule_video_signing",
    "POST",
    "/Document/Reschedule",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:RescheduleRequest",),
)
UPDATE_SIGNERS = Operation(
    "updateSigners",
    "documents.update_signers",
    "POST",
    "/Document/UpdateSigner",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
GET_DOCUMENT_URL = Operation(
    "getDocumentUrl",
    "documents.url",
    "GET",
    "/Document/GetDocumentUrl/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
VALIDATE_DOCUMENT = Operation(
    "validateDocument",
    "documents.validate",
    "GET",
    "/Document/Validation/{DocumentReference}",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:DocumentValidationRequest", "net:Requests/DocumentRequest.cs", "java:dto.java"),
)
VALIDATE_DOCUMENT_FILE = Operation(
    "validateDocumentFile",
    "documents.validate_file",
    "POST",
    "/Document/FileValidation",
    scopes=("Basic",),
    confidence="documented",
    sources=(
        "meta:DocumentFileValidationRequest",
        "net:Requests/DocumentRequest.cs",
        "java:dto.java",
        "java:ServiceClient.java",
    ),
)
LIST_ACTIVE_DOCUMENTS = Operation(
    "listActiveDocuments",
    "documents.list_active",
    "GET",
    "/Document/GetActiveDocuments/{Folder}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
SEND_REMINDER = Operation(
    "sendReminder",
    "documents.send_reminder",
    "POST",
    "/Document/SendReminder",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
GET_FIELD_DATA = Operation(
    "getFieldData",
    "documents.field_data",
    "GET",
    "/Document/FieldData/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
DELETE_DOCUMENT_POST = Operation(
    "deleteDocumentPost",
    "documents.delete_by_post",
    "POST",
    "/Document/Delete/{DocumentReference}",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:DeleteRequest", "net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
DELETE_DOCUMENT = Operation(
    "deleteDocument",
    "documents.delete",
    "DELETE",
    "/Document/{DocumentReference}",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:DeleteRequest", "net:Requests/DocumentRequest.cs"),
)
LIST_SIGNING_COMPLETION_CERTIFICATES = Operation(
    "listSigningCompletionCertificates",
    "documents.completion_certificates",
    "GET",
    "/Document/SigningCompletionCertificate/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=(
        "net:Requests/DocumentRequest.cs",
        "net:Requests/DownloadSigningCompletionCertificateDataRequest.cs",
        "net:ServiceClient.cs",
    ),
)
GET_PACKAGE_STATUS = Operation(
    "getPackageStatus",
    "packages.status",
    "GET",
    "/Package/Status/{PackageReference}",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:PackageStatusRequest", "net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
EXTEND_PACKAGE = Operation(
    "extendPackage",
    "packages.extend",
    "POST",
    "/Package/Extend",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta:PackageExtendRequest", "net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
DELETE_PACKAGE_POST = Operation(
    "deletePackagePost",
    "packages.delete_by_post",
    "POST",
    "/Package/Delete/{PackageReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs", "net:ServiceClient.cs"),
)
DELETE_PACKAGE = Operation(
    "deletePackage",
    "packages.delete",
    "DELETE",
    "/Package/{PackageReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DocumentRequest.cs",),
)
DOWNLOAD_DOCUMENT = Operation(
    "downloadDocument",
    "downloads.document",
    "GET",
    "/Download/GetDocumentData/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
DOWNLOAD_UPLOADED_FILES = Operation(
    "downloadUploadedFiles",
    "downloads.uploaded_files",
    "GET",
    "/Download/GetUploadedFileData/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_FORM_DATA = Operation(
    "downloadFormData",
    "downloads.form_data",
    "GET",
    "/Download/FormData/{DocumentReference}/{FormDataFileType}",
    scopes=("FormDirect",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "java:dto.java"),
)
DOWNLOAD_ATTACHMENT = Operation(
    "downloadAttachment",
    "downloads.attachment",
    "GET",
    "/Download/Attachment/{AttachmentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_INVOICE = Operation(
    "downloadInvoice",
    "downloads.invoice",
    "GET",
    "/Download/Invoice/{InvoiceReference}",
    scopes=("Billing",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_NOTARY_JOURNAL = Operation(
    "downloadNotaryJournal",
    "downloads.notary_journal",
    "GET",
    "/Download/ENotaryJournal/{DocumentReference}/{ENotaryJournalDataType}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_ID_VERIFICATION = Operation(
    "downloadIdVerification",
    "downloads.id_verification",
    "GET",
    "/Download/IDVerification/{DocumentReference}/{IDVerificationDataType}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_SIGNING_COMPLETION_CERTIFICATE = Operation(
    "downloadSigningCompletionCertificate",
    "downloads.completion_certificate",
    "GET",
    "/Download/SigningCompletionCertificate/{CertificateReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_VIDEO_SIGNING_RECORDING = Operation(
    "downloadVideoSigningRecording",
    "downloads.video_signing_recording",
    "GET",
    "/Download/VideoSigningRecording/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadRequest.cs", "net:ServiceClient.cs"),
)
DOWNLOAD_SNAPSHOTS = Operation(
    "downloadSnapshots",
    "downloads.snapshots",
    "GET",
    "/Download/Snapshot/{DocumentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/DownloadCapturedImagesRequest.cs", "net:ServiceClient.cs"),
)
SEND_SMART_TAG = Operation(
    "sendSmartTag",
    "smart_tags.send_documents",
    "POST",
    "/SmartTag/Send",
    scopes=("SmartTag",),
    confidence="documented",
    sources=("smarttag-doc", "net:Requests/SmartTagRequest.cs", "net:ServiceClient.cs", "java:dto.java", "third-party"),
)
SEND_SMART_TAG_PACKAGE = Operation(
    "sendSmartTagPackage",
    "smart_tags.send_package",
    "POST",
    "/SmartTag/Send2",
    scopes=("SmartTag",),
    confidence="documented",
    sources=("meta:SmartTag2Request", "net:ServiceClient.cs", "third-party"),
)
SEND_MAIL_MERGE = Operation(
    "sendMailMerge",
    "smart_tags.send_mail_merge",
    "POST",
    "/SmartTag/MailMerge",
    scopes=("SmartTag",),
    confidence="documented",
    sources=("meta:MailMergeRequest", "net:Requests/SmartTagRequest.cs", "java:dto.java"),
)
GET_MAIL_MERGE_DOCUMENTS = Operation(
    "getMailMergeDocuments",
    "smart_tags.mail_merge_documents",
    "GET",
    "/SmartTag/MailMergeDocuments/{ProcessDocumentReference}",
    scopes=("SmartTag",),
    confidence="documented",
    sources=("meta:ProcessDocumentRequest", "net:Requests/SmartTagRequest.cs", "java:dto.java"),
)
LIST_SMART_TAG_WORKFLOWS = Operation(
    "listSmartTagWorkflows",
    "workflows.list_smart_tag_workflows",
    "GET",
    "/Workflow/GetSmartTagWorkflows",
    scopes=("SmartTag",),
    confidence="sdk-only",
    sources=("net:2016/Requests/WorkflowRequest.cs", "net:ServiceClient.cs"),
)
LIST_FORMS = Operation(
    "listForms",
    "forms.list_all",
    "GET",
    "/FormDirect/GetFormList",
    scopes=("FormDirect",),
    confidence="sdk-only",
    sources=("net:Requests/FormDirectRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
GET_FORM = Operation(
    "getForm",
    "forms.get",
    "GET",
    "/FormDirect/GetSingleForm/{FormReference}",
    scopes=("FormDirect",),
    confidence="documented",
    sources=("meta:SingleFormDirectRequest", "net:Requests/FormDirectRequest.cs", "java:dto.java"),
)
GET_PREDEFINED_FORM_FIELDS = Operation(
    "getPredefinedFormFields",
    "forms.predefined_fields",
    "GET",
    "/FormDirect/GetPredefinedFormFields/{FormReference}",
    scopes=("FormDirect",),
    confidence="documented",
    sources=("meta:FormFieldsRequest", "net:Requests/FormDirectRequest.cs"),
)
SEND_FORMS = Operation(
    "sendForms",
    "forms.send_documents",
    "POST",
    "/FormDirect/SendForms",
    scopes=("FormDirect",),
    confidence="documented",
    sources=("meta:SendFormDirectRequest2", "net:Requests/FormDirectRequest.cs", "java:dto.java"),
)
SEND_FORMS_PACKAGE = Operation(
    "sendFormsPackage",
    "forms.send_package",
    "POST",
    "/FormDirect/SendForms2",
    scopes=("FormDirect",),
    confidence="documented",
    sources=("meta:SendFormDirectRequest", "net:Requests/FormDirectRequest.cs"),
)
GET_SIGNER_LINK = Operation(
    "getSignerLink",
    "forms.signer_link",
    "POST",
    "/FormDirect/GetSignerLink",
    scopes=("FormDirect",),
    confidence="sdk-only",
    sources=("net:Requests/FormDirectRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
EXPORT_FORM_DATA = Operation(
    "exportFormData",
    "forms.export_data",
    "GET",
    "/FormDirect/Export/{DocumentReference}/{FormDataFileType}",
    scopes=("FormDirect",),
    confidence="sdk-only",
    sources=("net:Requests/FormDirectRequest.cs", "net:ServiceClient.cs"),
)
LIST_EMPLOYERS = Operation(
    "listEmployers",
    "forms.employers",
    "GET",
    "/FormDirect/Employers",
    scopes=("FormDirect",),
    confidence="sdk-only",
    sources=("net:Requests/FormDirectRequest.cs", "net:ServiceClient.cs"),
)
UPDATE_EMPLOYERS = Operation(
    "updateEmployers",
    "forms.update_employers",
    "POST",
    "/FormDirect/UpdateEmployers",
    scopes=("FormDirect",),
    confidence="sdk-only",
    sources=("net:Requests/FormDirectRequest.cs", "net:ServiceClient.cs"),
)
LIST_FORM_FILLER_TEMPLATES = Operation(
    "listFormFillerTemplates",
    "form_filler.list_templates",
    "GET",
    "/FormFiller/GetTemplateList",
    scopes=("FormFiller",),
    confidence="sdk-only",
    sources=("net:Requests/FormFillerRequest.cs", "net:ServiceClient.cs"),
)
GET_FORM_FILLER_SIGNERS = Operation(
    "getFormFillerSigners",
    "form_filler.template_signers",
    "GET",
    "/FormFiller/GetSignerTemplate/{TemplateReference}",
    scopes=("FormFiller",),
    confidence="sdk-only",
    sources=("net:Requests/FormFillerRequest.cs", "net:ServiceClient.cs"),
)
GET_FORM_FILLER_FIELDS = Operation(
    "getFormFillerFields",
    "form_filler.template_fields",
    "GET",
    "/FormFiller/GetFieldTemplate/{TemplateReference}",
    scopes=("FormFiller",),
    confidence="sdk-only",
    sources=("net:Requests/FormFillerRequest.cs", "net:ServiceClient.cs"),
)
SEND_FORM_FILLER_TEMPLATES = Operation(
    "sendFormFillerTemplates",
    "form_filler.send",
    "POST",
    "/FormFiller/Send",
    scopes=("FormFiller",),
    confidence="documented",
    sources=("meta:SendFormFillerRequest", "net:Requests/FormFillerRequest.cs", "net:ServiceClient.cs"),
)
LIST_INVITATION_TEMPLATES = Operation(
    "listInvitationTemplates",
    "email_templates.list_invitations",
    "GET",
    "/EmailTemplate/GetInvitationTemplates",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/EmailTemplateRequest.cs", "net:ServiceClient.cs", "java:dto.java"),
)
LIST_COMPLETION_TEMPLATES = Operation(
    "listCompletionTemplates",
    "email_templates.list_completions",
    "GET",
    "/EmailTemplate/GetCompletionTemplates",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/EmailTemplateRequest.cs", "net:ServiceClient.cs"),
)
UPLOAD_ATTACHMENT = Operation(
    "uploadAttachment",
    "attachments.upload",
    "POST",
    "/Attachment/Uploader",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/AttachmentRequest.cs", "net:ServiceClient.cs"),
)
UPLOAD_ATTACHMENT_BY_URL = Operation(
    "uploadAttachmentByUrl",
    "attachments.upload_by_url",
    "POST",
    "/Attachment/UploadByUrl",
    scopes=("Basic",),
    confidence="documented",
    sources=("meta-dsx:UploadAttachmentRequest", "net:Requests/AttachmentRequest.cs", "net:ServiceClient.cs"),
)
LIST_ATTACHMENTS = Operation(
    "listAttachments",
    "attachments.list_all",
    "GET",
    "/Attachment/GetAttachments",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/AttachmentRequest.cs", "net:ServiceClient.cs"),
)
DELETE_ATTACHMENT_POST = Operation(
    "deleteAttachmentPost",
    "attachments.delete_by_post",
    "POST",
    "/Attachment/Delete/{AttachmentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/AttachmentRequest.cs", "net:ServiceClient.cs"),
)
DELETE_ATTACHMENT = Operation(
    "deleteAttachment",
    "attachments.delete",
    "DELETE",
    "/Attachment/{AttachmentReference}",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/AttachmentRequest.cs", "net:ServiceClient.cs"),
)
GET_RECIPIENTS = Operation(
    "getRecipients",
    "recipients.list_all",
    "GET",
    "/Recipient/GetRecipients",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/RecipientRequest.cs", "net:ServiceClient.cs"),
)
GET_RECIPIENTS_ALIAS = Operation(
    "getRecipientsAlias",
    "recipients.list_all_alias",
    "GET",
    "/Recipient/Recipients",
    scopes=("Basic",),
    confidence="sdk-only",
    sources=("net:Requests/RecipientRequest.cs",),
)
LIST_INVOICES = Operation(
    "listInvoices",
    "billing.invoices",
    "GET",
    "/Billing/Invoices",
    scopes=("Billing",),
    confidence="sdk-only",
    sources=("net:Requests/BillingRequest.cs", "net:ServiceClient.cs"),
)
GET_INVOICE_DETAILS = Operation(
    "getInvoiceDetails",
    "billing.invoice_details",
    "GET",
    "/Billing/InvoiceDetail/{InvoiceReference}",
    scopes=("Billing",),
    confidence="documented",
    sources=("meta:InvoiceDetailsRequest", "net:Requests/BillingRequest.cs"),
)
GET_UI_RESOURCE = Operation(
    "getUiResource",
    "ui.resource",
    "GET",
    "/UI/Resource",
    scopes=("Basic",),
    confidence="inferred",
    sources=("java:dto.java", "dev", "third-party"),
)
CREATE_OR_LINK_MEMBERSHIP = Operation(
    "createOrLinkMembership",
    "partners.create_or_link_membership",
    "POST",
    "/Account/Membership",
    scopes=(),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs", "partner-doc"),
)
ADD_MEMBERSHIP_USER = Operation(
    "addMembershipUser",
    "partners.add_membership_user",
    "POST",
    "/Account/AddMembershipUser",
    scopes=(),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs", "partner-doc"),
)
UPDATE_MEMBERSHIP_USER = Operation(
    "updateMembershipUser",
    "partners.update_membership_user",
    "POST",
    "/Account/UpdateMembershipUser",
    scopes=(),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs"),
)
REMOVE_MEMBERSHIP_USER = Operation(
    "removeMembershipUser",
    "partners.remove_membership_user",
    "POST",
    "/Account/RemoveMembershipUser",
    scopes=(),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs"),
)
GET_MEMBERSHIP_PLAN = Operation(
    "getMembershipPlan",
    "partners.membership_plan",
    "GET",
    "/Account/MembershipPlan",
    scopes=(),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs"),
)
ADD_ACCOUNT = Operation(
    "addAccount",
    "partners.add_account",
    "POST",
    "/Account/AddAccount",
    scopes=(),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs", "partner-doc"),
)
ADD_ACCOUNT_USER = Operation(
    "addAccountUser",
    "partners.add_account_user",
    "POST",
    "/Account/AddUser",
    scopes=("Account",),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs", "partner-doc"),
)
REMOVE_ACCOUNT_USER = Operation(
    "removeAccountUser",
    "partners.remove_account_user",
    "POST",
    "/Account/RemoveUser",
    scopes=("Account",),
    confidence="sdk-only",
    sources=("net-partner:Requests/AccountRequest.cs", "net-partner:ServiceClient.cs"),
)
OAUTH_AUTHORIZE = Operation(
    "oauthAuthorize",
    "oauth.authorization_url",
    "GET",
    "/authorize",
    scopes=(),
    confidence="documented",
    sources=("dev", "net:OAuth2Client.cs", "net-partner:OAuth2Client.cs"),
)
OAUTH_TOKEN = Operation(
    "oauthToken",
    "oauth.exchange_code",
    "POST",
    "/token",
    scopes=(),
    confidence="documented",
    sources=("dev", "net:OAuth2Client.cs", "net-partner:OAuth2Client.cs"),
)
OAUTH_REVOKE = Operation(
    "oauthRevoke",
    "oauth.revoke",
    "GET",
    "/revoke",
    scopes=(),
    confidence="documented",
    sources=("dev", "net:OAuth2Client.cs"),
)

OPERATIONS = {
    "getAccountInfo": GET_ACCOUNT_INFO,
    "saveSender": SAVE_SENDER,
    "uploadDocument": UPLOAD_DOCUMENT,
    "uploadDocumentWithClientReference": UPLOAD_DOCUMENT_WITH_CLIENT_REFERENCE,
    "uploadDocumentByUrl": UPLOAD_DOCUMENT_BY_URL,
    "combineDocuments": COMBINE_DOCUMENTS,
    "getDocumentStatus": GET_DOCUMENT_STATUS,
    "getDocumentLog": GET_DOCUMENT_LOG,
    "extendDocument": EXTEND_DOCUMENT,
    "rescheduleVideoSigning": RESCHEDULE_VIDEO_SIGNING,
    "updateSigners": UPDATE_SIGNERS,
    "getDocumentUrl": GET_DOCUMENT_URL,
    "validateDocument": VALIDATE_DOCUMENT,
    "validateDocumentFile": VALIDATE_DOCUMENT_FILE,
    "listActiveDocuments": LIST_ACTIVE_DOCUMENTS,
    "sendReminder": SEND_REMINDER,
    "getFieldData": GET_FIELD_DATA,
    "deleteDocumentPost": DELETE_DOCUMENT_POST,
    "deleteDocument": DELETE_DOCUMENT,
    "listSigningCompletionCertificates": LIST_SIGNING_COMPLETION_CERTIFICATES,
    "getPackageStatus": GET_PACKAGE_STATUS,
    "extendPackage": EXTEND_PACKAGE,
    "deletePackagePost": DELETE_PACKAGE_POST,
    "deletePackage": DELETE_PACKAGE,
    "downloadDocument": DOWNLOAD_DOCUMENT,
    "downloadUploadedFiles": DOWNLOAD_UPLOADED_FILES,
    "downloadFormData": DOWNLOAD_FORM_DATA,
    "downloadAttachment": DOWNLOAD_ATTACHMENT,
    "downloadInvoice": DOWNLOAD_INVOICE,
    "downloadNotaryJournal": DOWNLOAD_NOTARY_JOURNAL,
    "downloadIdVerification": DOWNLOAD_ID_VERIFICATION,
    "downloadSigningCompletionCertificate": DOWNLOAD_SIGNING_COMPLETION_CERTIFICATE,
    "downloadVideoSigningRecording": DOWNLOAD_VIDEO_SIGNING_RECORDING,
    "downloadSnapshots": DOWNLOAD_SNAPSHOTS,
    "sendSmartTag": SEND_SMART_TAG,
    "sendSmartTagPackage": SEND_SMART_TAG_PACKAGE,
    "sendMailMerge": SEND_MAIL_MERGE,
    "getMailMergeDocuments": GET_MAIL_MERGE_DOCUMENTS,
    "listSmartTagWorkflows": LIST_SMART_TAG_WORKFLOWS,
    "listForms": LIST_FORMS,
    "getForm": GET_FORM,
    "getPredefinedFormFields": GET_PREDEFINED_FORM_FIELDS,
    "sendForms": SEND_FORMS,
    "sendFormsPackage": SEND_FORMS_PACKAGE,
    "getSignerLink": GET_SIGNER_LINK,
    "exportFormData": EXPORT_FORM_DATA,
    "listEmployers": LIST_EMPLOYERS,
    "updateEmployers": UPDATE_EMPLOYERS,
    "listFormFillerTemplates": LIST_FORM_FILLER_TEMPLATES,
    "getFormFillerSigners": GET_FORM_FILLER_SIGNERS,
    "getFormFillerFields": GET_FORM_FILLER_FIELDS,
    "sendFormFillerTemplates": SEND_FORM_FILLER_TEMPLATES,
    "listInvitationTemplates": LIST_INVITATION_TEMPLATES,
    "listCompletionTemplates": LIST_COMPLETION_TEMPLATES,
    "uploadAttachment": UPLOAD_ATTACHMENT,
    "uploadAttachmentByUrl": UPLOAD_ATTACHMENT_BY_URL,
    "listAttachments": LIST_ATTACHMENTS,
    "deleteAttachmentPost": DELETE_ATTACHMENT_POST,
    "deleteAttachment": DELETE_ATTACHMENT,
    "getRecipients": GET_RECIPIENTS,
    "getRecipientsAlias": GET_RECIPIENTS_ALIAS,
    "listInvoices": LIST_INVOICES,
    "getInvoiceDetails": GET_INVOICE_DETAILS,
    "getUiResource": GET_UI_RESOURCE,
    "createOrLinkMembership": CREATE_OR_LINK_MEMBERSHIP,
    "addMembershipUser": ADD_MEMBERSHIP_USER,
    "updateMembershipUser": UPDATE_MEMBERSHIP_USER,
    "removeMembershipUser": REMOVE_MEMBERSHIP_USER,
    "getMembershipPlan": GET_MEMBERSHIP_PLAN,
    "addAccount": ADD_ACCOUNT,
    "addAccountUser": ADD_ACCOUNT_USER,
    "removeAccountUser": REMOVE_ACCOUNT_USER,
    "oauthAuthorize": OAUTH_AUTHORIZE,
    "oauthToken": OAUTH_TOKEN,
    "oauthRevoke": OAUTH_REVOKE,
}
"""All of them by their name in the spec."""
