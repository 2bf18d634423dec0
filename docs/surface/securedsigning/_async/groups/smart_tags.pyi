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

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def send_documents(self, *, document_references: Sequence[str], due_date: str | date | datetime, queue_reference: str | None=None, embedded: bool | None=None, gmt: str | None=None, email_template_reference: str | None=None, invitation_email_template_reference: str | None=None, completion_email_template_reference: str | None=None, workflow_reference: str | None=None, return_url: str | None=None, signers: Sequence[SmartTagInvitee] | None=None, list_items: Sequence[DropDownListItem] | None=None, no_package: bool | None=None, single_document_as_package: bool | None=None, notify_url: str | None=None, package_name: str | None=None, share_users: Sequence[ShareUser] | None=None, no_invitation_email_template: bool | None=None, no_completion_email_template: bool | None=None, supervising: bool | None=None, options: CallOptions | None=None) -> list[Document]:
        ...

    async def send_package(self, *, document_references: Sequence[str], due_date: str | date | datetime, queue_reference: str | None=None, embedded: bool | None=None, gmt: str | None=None, email_template_reference: str | None=None, invitation_email_template_reference: str | None=None, completion_email_template_reference: str | None=None, workflow_reference: str | None=None, return_url: str | None=None, signers: Sequence[SmartTagInvitee] | None=None, list_items: Sequence[DropDownListItem] | None=None, no_package: bool | None=None, single_document_as_package: bool | None=None, notify_url: str | None=None, package_name: str | None=None, share_users: Sequence[ShareUser] | None=None, no_invitation_email_template: bool | None=None, no_completion_email_template: bool | None=None, supervising: bool | None=None, options: CallOptions | None=None) -> PackageResponse:
        ...

    async def send_mail_merge(self, *, document_reference: str, mail_merge_list_file_type: MailMergeListFileType | str, mail_merge_list_file_data: str, due_date: str | date | datetime, email_template_reference: str | None=None, embedded: bool | None=None, return_url: str | None=None, options: CallOptions | None=None) -> ProcessDocument:
        ...

    async def mail_merge_documents(self, process_document_reference: str, *, options: CallOptions | None=None) -> ProcessDocument:
        ...
