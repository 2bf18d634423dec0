# Generated from spec/paths/smart-tags.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The smart_tags group: Send uploaded documents whose text holds signature tags."""

from __future__ import annotations

from securedsigning._codec import decode, decode_list, items, items_as_json, json_object, segment
from securedsigning.dates import wire_date
from securedsigning.models.document import Document
from securedsigning.models.package_response import PackageResponse
from securedsigning.models.process_document import ProcessDocument
from securedsigning.operations import GET_MAIL_MERGE_DOCUMENTS, SEND_MAIL_MERGE, SEND_SMART_TAG, SEND_SMART_TAG_PACKAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.models.drop_down_list_item import DropDownListItem
    from securedsigning.models.mail_merge_list_file_type import MailMergeListFileType
    from securedsigning.models.share_user import ShareUser
    from securedsigning.models.smart_tag_invitee import SmartTagInvitee
    from securedsigning.options import CallOptions


class AsyncSmartTags:
    """Send uploaded documents whose text holds signature tags."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def send_documents(
        self,
        *,
        document_references: Sequence[str],
        due_date: str | date | datetime,
        queue_reference: str | None = None,
        embedded: bool | None = None,
        gmt: str | None = None,
        email_template_reference: str | None = None,
        invitation_email_template_reference: str | None = None,
        completion_email_template_reference: str | None = None,
        workflow_reference: str | None = None,
        return_url: str | None = None,
        signers: Sequence[SmartTagInvitee] | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        no_package: bool | None = None,
        single_document_as_package: bool | None = None,
        notify_url: str | None = None,
        package_name: str | None = None,
        share_users: Sequence[ShareUser] | None = None,
        no_invitation_email_template: bool | None = None,
        no_completion_email_template: bool | None = None,
        supervising: bool | None = None,
        options: CallOptions | None = None,
    ) -> list[Document]:
        """Send smart tag documents and return the documents.

        ``POST /SmartTag/Send``. Known from an official page. Scope: SmartTag.

        Args:
            document_references: uploaded documents.
            due_date: sign by this date.
            queue_reference: queue reference.
            embedded: embedded signing for all invitees.
            gmt: UTC offset in minutes.
            email_template_reference: obsolete alias of InvitationEmailTemplateReference.
            invitation_email_template_reference: invitation template; user default when empty.
            completion_email_template_reference: completion template; user default when empty.
            workflow_reference: smart tag workflow to start.
            return_url: return address after embedded signing.
            signers: signer details replacing those in the document.
            list_items: options for drop-down list tags bound to a client field.
            no_package: true sends documents separately; by default they form a package.
            single_document_as_package: make a package even for one document.
            notify_url: callback address for status notices.
            package_name: package name; a lone document's name is used when empty.
            share_users: share users when the document names none.
            no_invitation_email_template: use the vendor's stock invitation text and ignore template settings.
            no_completion_email_template: use the vendor's stock completion text and ignore template settings.
            supervising: undocumented flag.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(
            ("QueueReference", queue_reference),
            ("DocumentReferences", items(document_references, "document_references")),
            ("Embedded", embedded),
            ("DueDate", wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("EmailTemplateReference", email_template_reference),
            ("InvitationEmailTemplateReference", invitation_email_template_reference),
            ("CompletionEmailTemplateReference", completion_email_template_reference),
            ("WorkflowReference", workflow_reference),
            ("ReturnUrl", return_url),
            ("Signers", items_as_json(signers, "signers")),
            ("ListItems", items_as_json(list_items, "list_items")),
            ("NoPackage", no_package),
            ("SingleDocumentAsPackage", single_document_as_package),
            ("NotifyUrl", notify_url),
            ("PackageName", package_name),
            ("ShareUsers", items_as_json(share_users, "share_users")),
            ("NoInvitationEmailTemplate", no_invitation_email_template),
            ("NoCompletionEmailTemplate", no_completion_email_template),
            ("Supervising", supervising),
        )
        response = await self._client.send(SEND_SMART_TAG, "/SmartTag/Send", json=body, options=options)
        return decode_list(response, SEND_SMART_TAG, Document)

    async def send_package(
        self,
        *,
        document_references: Sequence[str],
        due_date: str | date | datetime,
        queue_reference: str | None = None,
        embedded: bool | None = None,
        gmt: str | None = None,
        email_template_reference: str | None = None,
        invitation_email_template_reference: str | None = None,
        completion_email_template_reference: str | None = None,
        workflow_reference: str | None = None,
        return_url: str | None = None,
        signers: Sequence[SmartTagInvitee] | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        no_package: bool | None = None,
        single_document_as_package: bool | None = None,
        notify_url: str | None = None,
        package_name: str | None = None,
        share_users: Sequence[ShareUser] | None = None,
        no_invitation_email_template: bool | None = None,
        no_completion_email_template: bool | None = None,
        supervising: bool | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Send smart tag documents and return the package.

        ``POST /SmartTag/Send2``. Known from an official page. Scope: SmartTag.

        Args:
            document_references: uploaded documents.
            due_date: sign by this date.
            queue_reference: queue reference.
            embedded: embedded signing for all invitees.
            gmt: UTC offset in minutes.
            email_template_reference: obsolete alias of InvitationEmailTemplateReference.
            invitation_email_template_reference: invitation template; user default when empty.
            completion_email_template_reference: completion template; user default when empty.
            workflow_reference: smart tag workflow to start.
            return_url: return address after embedded signing.
            signers: signer details replacing those in the document.
            list_items: options for drop-down list tags bound to a client field.
            no_package: true sends documents separately; by default they form a package.
            single_document_as_package: make a package even for one document.
            notify_url: callback address for status notices.
            package_name: package name; a lone document's name is used when empty.
            share_users: share users when the document names none.
            no_invitation_email_template: use the vendor's stock invitation text and ignore template settings.
            no_completion_email_template: use the vendor's stock completion text and ignore template settings.
            supervising: undocumented flag.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(
            ("QueueReference", queue_reference),
            ("DocumentReferences", items(document_references, "document_references")),
            ("Embedded", embedded),
            ("DueDate", wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("EmailTemplateReference", email_template_reference),
            ("InvitationEmailTemplateReference", invitation_email_template_reference),
            ("CompletionEmailTemplateReference", completion_email_template_reference),
            ("WorkflowReference", workflow_reference),
            ("ReturnUrl", return_url),
            ("Signers", items_as_json(signers, "signers")),
            ("ListItems", items_as_json(list_items, "list_items")),
            ("NoPackage", no_package),
            ("SingleDocumentAsPackage", single_document_as_package),
            ("NotifyUrl", notify_url),
            ("PackageName", package_name),
            ("ShareUsers", items_as_json(share_users, "share_users")),
            ("NoInvitationEmailTemplate", no_invitation_email_template),
            ("NoCompletionEmailTemplate", no_completion_email_template),
            ("Supervising", supervising),
        )
        response = await self._client.send(SEND_SMART_TAG_PACKAGE, "/SmartTag/Send2", json=body, options=options)
        return decode(response, SEND_SMART_TAG_PACKAGE, PackageResponse)

    async def send_mail_merge(
        self,
        *,
        document_reference: str,
        mail_merge_list_file_type: MailMergeListFileType | str,
        mail_merge_list_file_data: str,
        due_date: str | date | datetime,
        email_template_reference: str | None = None,
        embedded: bool | None = None,
        return_url: str | None = None,
        options: CallOptions | None = None,
    ) -> ProcessDocument:
        """Merge a recipient list into a smart tag document and send the results.

        ``POST /SmartTag/MailMerge``. Known from an official page. Scope: SmartTag.

        Args:
            document_reference: mail merge document.
            mail_merge_list_file_type: type of the list file.
            mail_merge_list_file_data: list file in Base64.
            due_date: sign by this date.
            email_template_reference: invitation template.
            embedded: embedded signing.
            return_url: return address after signing.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(
            ("DocumentReference", document_reference),
            ("MailMergeListFileType", mail_merge_list_file_type),
            ("MailMergeListFileData", mail_merge_list_file_data),
            ("DueDate", wire_date(due_date, argument="due_date", now=self._client.now())),
            ("EmailTemplateReference", email_template_reference),
            ("Embedded", embedded),
            ("ReturnUrl", return_url),
        )
        response = await self._client.send(SEND_MAIL_MERGE, "/SmartTag/MailMerge", json=body, options=options)
        return decode(response, SEND_MAIL_MERGE, ProcessDocument)

    async def mail_merge_documents(
        self,
        process_document_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> ProcessDocument:
        """Read the progress and documents of a mail merge.

        ``GET /SmartTag/MailMergeDocuments/{ProcessDocumentReference}``. Known from an official page. Scope: SmartTag.

        Args:
            process_document_reference: mail merge process reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(
            GET_MAIL_MERGE_DOCUMENTS,
            "/SmartTag/MailMergeDocuments/" + segment(process_document_reference, "process_document_reference"),
            options=options,
        )
        return decode(response, GET_MAIL_MERGE_DOCUMENTS, ProcessDocument)
