# Made from templates/python/runtime/_async/extras/smart_tags.py by generator/synchronous.py; edit it there.
"""Sending Smart Tag documents without having to choose between the service's two calls for it."""

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
    """Send uploaded documents whose text holds signature tags."""

    def send(
        self,
        documents: Sequence[str | Document | DocumentReference],
        *,
        due_date: str | date | datetime,
        signers: Sequence[SmartTagInvitee] | None = None,
        package_name: str | None = None,
        as_package: bool | None = None,
        embedded: bool | None = None,
        return_url: str | None = None,
        notify_url: str | None = None,
        share_users: Sequence[ShareUser] | None = None,
        invitation_email_template_reference: str | None = None,
        completion_email_template_reference: str | None = None,
        options: CallOptions | None = None,
    ) -> SentDocuments:
        """Send documents to be signed. For the rarer options see ``send_documents`` and ``send_package``.

        Several documents form a package unless ``as_package`` is False; a single one only if it is True.

        Args:
            documents: what to send: uploaded documents or their references.
            due_date: until when to sign. A datetime needs a time zone; a date means its end.
            signers: details of the signers, in the order of the tags; they replace those in the documents.
            package_name: name of the package.
            as_package: whether the documents form a package.
            embedded: whether the signers sign in a page of yours, so that nobody is invited by mail.
            return_url: where a signer's browser goes after embedded signing.
            notify_url: address that the service is to tell about changes.
            share_users: people who receive the documents too.
            invitation_email_template_reference: wording of the invitation.
            completion_email_template_reference: wording of the mail when all have signed.
            options: settings for this call.

        Returns:
            The documents sent, with the package they form.

        Raises:
            InputError: the due date is certainly past, or an argument has the wrong form; nothing was sent.
            BadRequestError: a document holds no tag, or a signer is missing.
            NotFoundError: a document is not known.
        """
        chosen = references(documents)
        if as_package is False or (as_package is None and len(chosen) == 1 and package_name is None):
            sent = self.send_documents(
                document_references=chosen,
                due_date=due_date,
                signers=signers,
                no_package=True if len(chosen) > 1 else None,
                embedded=embedded,
                return_url=return_url,
                notify_url=notify_url,
                share_users=share_users,
                invitation_email_template_reference=invitation_email_template_reference,
                completion_email_template_reference=completion_email_template_reference,
                options=options,
            )
            return SentDocuments(sent)
        package = self.send_package(
            document_references=chosen,
            due_date=due_date,
            signers=signers,
            package_name=package_name,
            single_document_as_package=True if len(chosen) == 1 else None,
            embedded=embedded,
            return_url=return_url,
            notify_url=notify_url,
            share_users=share_users,
            invitation_email_template_reference=invitation_email_template_reference,
            completion_email_template_reference=completion_email_template_reference,
            options=options,
        )
        return SentDocuments(package.documents or [], package)
