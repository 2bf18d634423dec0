# Generated from spec/schemas/smart-tags.yaml#/SmartTagRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.drop_down_list_item import DropDownListItem
from securedsigning.models.share_user import ShareUser
from securedsigning.models.smart_tag_invitee import SmartTagInvitee

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SmartTagRequest(Model):
    """Send uploaded documents that carry smart tags (server base name SmartTagRequestBase).

    Attributes:
        document_references: Uploaded documents.
        due_date: Sign by this date.
        queue_reference: Queue reference.
        embedded: Embedded signing for all invitees.
        gmt: UTC offset in minutes.
        email_template_reference: Obsolete alias of InvitationEmailTemplateReference. Obsolete.
        invitation_email_template_reference: Invitation template; user default when empty.
        completion_email_template_reference: Completion template; user default when empty.
        workflow_reference: Smart tag workflow to start.
        return_url: Return address after embedded signing.
        signers: Signer details replacing those in the document.
        list_items: Options for drop-down list tags bound to a client field.
        no_package: True sends documents separately; by default they form a package.
        single_document_as_package: Make a package even for one document.
        notify_url: Callback address for status notices.
        package_name: Package name; a lone document's name is used when empty.
        share_users: Share users when the document names none.
        no_invitation_email_template: Use the vendor's stock invitation text and ignore template settings.
        no_completion_email_template: Use the vendor's stock completion text and ignore template settings.
        supervising: Undocumented flag.
        additional_properties: members that the spec does not know.
    """

    document_references: list[str]
    due_date: str
    queue_reference: str | None = None
    embedded: bool | None = None
    gmt: str | None = None
    email_template_reference: str | None = None
    invitation_email_template_reference: str | None = None
    completion_email_template_reference: str | None = None
    workflow_reference: str | None = None
    return_url: str | None = None
    signers: list[SmartTagInvitee] | None = None
    list_items: list[DropDownListItem] | None = None
    no_package: bool | None = None
    single_document_as_package: bool | None = None
    notify_url: str | None = None
    package_name: str | None = None
    share_users: list[ShareUser] | None = None
    no_invitation_email_template: bool | None = None
    no_completion_email_template: bool | None = None
    supervising: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("DueDate",)
    _checked: ClassVar[Mapping[str, str]] = {
        "Embedded": "boolean",
        "Signers": "list SmartTagInvitee",
        "ListItems": "list DropDownListItem",
        "NoPackage": "boolean",
        "SingleDocumentAsPackage": "boolean",
        "ShareUsers": "list ShareUser",
        "NoInvitationEmailTemplate": "boolean",
        "NoCompletionEmailTemplate": "boolean",
        "Supervising": "boolean",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.queue_reference = take("QueueReference", None)
        value = take("DocumentReferences", None)
        self.document_references = [] if value is None else value
        value = take("Embedded", None)
        self.embedded = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.due_date = take("DueDate")
        self.gmt = take("GMT", None)
        self.email_template_reference = take("EmailTemplateReference", None)
        self.invitation_email_template_reference = take("InvitationEmailTemplateReference", None)
        self.completion_email_template_reference = take("CompletionEmailTemplateReference", None)
        self.workflow_reference = take("WorkflowReference", None)
        self.return_url = take("ReturnUrl", None)
        value = take("Signers", None)
        self.signers = None if value is None else [SmartTagInvitee.decode_owned(item) for item in value]
        value = take("ListItems", None)
        self.list_items = None if value is None else [DropDownListItem.decode_owned(item) for item in value]
        value = take("NoPackage", None)
        self.no_package = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("SingleDocumentAsPackage", None)
        self.single_document_as_package = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        self.notify_url = take("NotifyUrl", None)
        self.package_name = take("PackageName", None)
        value = take("ShareUsers", None)
        self.share_users = None if value is None else [ShareUser.decode_owned(item) for item in value]
        value = take("NoInvitationEmailTemplate", None)
        self.no_invitation_email_template = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("NoCompletionEmailTemplate", None)
        self.no_completion_email_template = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        value = take("Supervising", None)
        self.supervising = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.queue_reference is not None:
            data["QueueReference"] = self.queue_reference
        data["DocumentReferences"] = self.document_references
        if self.embedded is not None:
            data["Embedded"] = self.embedded
        data["DueDate"] = self.due_date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        if self.email_template_reference is not None:
            data["EmailTemplateReference"] = self.email_template_reference
        if self.invitation_email_template_reference is not None:
            data["InvitationEmailTemplateReference"] = self.invitation_email_template_reference
        if self.completion_email_template_reference is not None:
            data["CompletionEmailTemplateReference"] = self.completion_email_template_reference
        if self.workflow_reference is not None:
            data["WorkflowReference"] = self.workflow_reference
        if self.return_url is not None:
            data["ReturnUrl"] = self.return_url
        if self.signers is not None:
            data["Signers"] = [item.to_dict() for item in self.signers]
        if self.list_items is not None:
            data["ListItems"] = [item.to_dict() for item in self.list_items]
        if self.no_package is not None:
            data["NoPackage"] = self.no_package
        if self.single_document_as_package is not None:
            data["SingleDocumentAsPackage"] = self.single_document_as_package
        if self.notify_url is not None:
            data["NotifyUrl"] = self.notify_url
        if self.package_name is not None:
            data["PackageName"] = self.package_name
        if self.share_users is not None:
            data["ShareUsers"] = [item.to_dict() for item in self.share_users]
        if self.no_invitation_email_template is not None:
            data["NoInvitationEmailTemplate"] = self.no_invitation_email_template
        if self.no_completion_email_template is not None:
            data["NoCompletionEmailTemplate"] = self.no_completion_email_template
        if self.supervising is not None:
            data["Supervising"] = self.supervising
        return data
