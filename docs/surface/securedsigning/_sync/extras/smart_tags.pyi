from __future__ import annotations
from securedsigning._sync.groups.smart_tags import SmartTags as _AsyncSmartTags
from securedsigning.sent import SentDocuments, references
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from securedsigning.models.document import Document
    from securedsigning.models.document_reference import DocumentReference
    from securedsigning.models.share_user import ShareUser
    from securedsigning.models.smart_tag_invitee import SmartTagInvitee
    from securedsigning.options import CallOptions

class SmartTags(_AsyncSmartTags):

    def send(self, documents: Sequence[str | Document | DocumentReference], *, due_date: str | date | datetime, signers: Sequence[SmartTagInvitee] | None=None, package_name: str | None=None, as_package: bool | None=None, embedded: bool | None=None, return_url: str | None=None, notify_url: str | None=None, share_users: Sequence[ShareUser] | None=None, invitation_email_template_reference: str | None=None, completion_email_template_reference: str | None=None, options: CallOptions | None=None) -> SentDocuments:
        ...
