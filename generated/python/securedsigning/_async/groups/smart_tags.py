# Generated from spec/paths/smart-tags.yaml by group.py.jinja; do not edit.
"""The smart_tags group: Send uploaded documents whose text holds signature tags."""

from __future__ import annotations

from securedsigning._arguments import items, items_as_json, json_object, segment
from securedsigning._codec import decode, decode_list
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
    from securedsigning.models.enums import MailMergeListFileType
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
        """Send uploaded documents whose text holds Smart Tags, and get each document with its signers.

        Who signs where stands in the text of the documents; Signers overrides the people named there. Several
        documents form a package unless NoPackage is true. Invitations go out by email, save for embedded signing,
        where Signer.SigningKey opens the signing page.

        ``POST /SmartTag/Send``. Known from an official page. Scope: SmartTag.

        Args:
            document_references: references of the uploaded documents.
            due_date: last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and
                refused when they are not clear.
            queue_reference: reference of a send that waits in a queue. No call that makes one is known (inferred).
            embedded: whether all signers sign in a page of your own instead of being invited by email.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            email_template_reference: obsolete name of InvitationEmailTemplateReference.
            invitation_email_template_reference: reference of the template for the invitation email; the default of
                the user when left out.
            completion_email_template_reference: reference of the template for the completion email; the default of
                the user when left out.
            workflow_reference: reference of the Smart Tag workflow to run.
            return_url: page to which the browser goes after embedded signing. That it is reached proves nothing; read
                the state.
            signers: details of the signers. They override those in the text of the documents, and stand in for what a
                tag leaves blank.
            list_items: choices of drop-down tags, matched by the client field that the tag names.
            no_package: whether several documents are sent separately. They form a package otherwise.
            single_document_as_package: whether a single document forms a package too.
            notify_url: address that the service calls when the state changes. What it sends is not documented: take a
                call as a hint and read the state.
            package_name: name of the package; the name of the document when left out for a single one.
            share_users: people who get a copy, if the documents name none.
            no_invitation_email_template: whether the service's own text is used for invitations, whatever templates
                are set.
            no_completion_email_template: whether the service's own text is used for completion emails, whatever
                templates are set.
            supervising: a switch whose meaning is not published.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
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
        """Send uploaded documents whose text holds Smart Tags, and get the package with its documents.

        Sends the same way as ``smart_tags.send_documents`` and answers with one package instead of a list. A single
        document becomes a package only if SingleDocumentAsPackage is true.

        ``POST /SmartTag/Send2``. Known from an official page. Scope: SmartTag.

        Args:
            document_references: references of the uploaded documents.
            due_date: last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and
                refused when they are not clear.
            queue_reference: reference of a send that waits in a queue. No call that makes one is known (inferred).
            embedded: whether all signers sign in a page of your own instead of being invited by email.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            email_template_reference: obsolete name of InvitationEmailTemplateReference.
            invitation_email_template_reference: reference of the template for the invitation email; the default of
                the user when left out.
            completion_email_template_reference: reference of the template for the completion email; the default of
                the user when left out.
            workflow_reference: reference of the Smart Tag workflow to run.
            return_url: page to which the browser goes after embedded signing. That it is reached proves nothing; read
                the state.
            signers: details of the signers. They override those in the text of the documents, and stand in for what a
                tag leaves blank.
            list_items: choices of drop-down tags, matched by the client field that the tag names.
            no_package: whether several documents are sent separately. They form a package otherwise.
            single_document_as_package: whether a single document forms a package too.
            notify_url: address that the service calls when the state changes. What it sends is not documented: take a
                call as a hint and read the state.
            package_name: name of the package; the name of the document when left out for a single one.
            share_users: people who get a copy, if the documents name none.
            no_invitation_email_template: whether the service's own text is used for invitations, whatever templates
                are set.
            no_completion_email_template: whether the service's own text is used for completion emails, whatever
                templates are set.
            supervising: a switch whose meaning is not published.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
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
        """Send one copy of a Smart Tag document to each person of a list, and get the process that makes them.

        The copies may be made after the answer only; follow them with ``smart_tags.mail_merge_documents``.

        ``POST /SmartTag/MailMerge``. Known from an official page. Scope: SmartTag.

        Args:
            document_reference: reference of the uploaded document to merge the list into.
            mail_merge_list_file_type: type of the list.
            mail_merge_list_file_data: content of the list: a file in Base64.
            due_date: last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user and
                refused when they are not clear.
            email_template_reference: reference of the template for the invitation email; the default of the user when
                left out.
            embedded: whether all signers sign in a page of your own instead of being invited by email.
            return_url: page to which the browser goes after embedded signing. That it is reached proves nothing; read
                the state.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
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
        """Read how far a mail merge is, with the documents it has made so far.

        ``GET /SmartTag/MailMergeDocuments/{ProcessDocumentReference}``. Known from an official page. Scope: SmartTag.

        Args:
            process_document_reference: reference of the process, as ``smart_tags.send_mail_merge`` answered.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(
            GET_MAIL_MERGE_DOCUMENTS,
            "/SmartTag/MailMergeDocuments/" + segment(process_document_reference, "process_document_reference"),
            options=options,
        )
        return decode(response, GET_MAIL_MERGE_DOCUMENTS, ProcessDocument)
