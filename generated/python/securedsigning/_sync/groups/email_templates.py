# Generated from spec/paths/email-templates.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The email_templates group: Wordings of invitation and completion mails."""

from __future__ import annotations

from securedsigning._codec import decode_list
from securedsigning.models.email_template import EmailTemplate
from securedsigning.operations import LIST_COMPLETION_TEMPLATES, LIST_INVITATION_TEMPLATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions


class EmailTemplates:
    """Wordings of invitation and completion mails."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def list_invitations(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[EmailTemplate]:
        """List active invitation email templates.

        ``GET /EmailTemplate/GetInvitationTemplates``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = self._client.send(
            LIST_INVITATION_TEMPLATES, "/EmailTemplate/GetInvitationTemplates", options=options
        )
        return decode_list(response, LIST_INVITATION_TEMPLATES, EmailTemplate)

    def list_completions(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[EmailTemplate]:
        """List active completion email templates.

        ``GET /EmailTemplate/GetCompletionTemplates``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = self._client.send(
            LIST_COMPLETION_TEMPLATES, "/EmailTemplate/GetCompletionTemplates", options=options
        )
        return decode_list(response, LIST_COMPLETION_TEMPLATES, EmailTemplate)
