# Generated from spec/paths/email-templates.yaml by group.py.jinja; do not edit.
"""The email_templates group: List the wordings of invitation and completion emails."""

from __future__ import annotations

from securedsigning._codec import decode_list
from securedsigning.models.email_template import EmailTemplate
from securedsigning.operations import LIST_COMPLETION_TEMPLATES, LIST_INVITATION_TEMPLATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions


class EmailTemplates:
    """List the wordings of invitation and completion emails."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def list_invitations(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[EmailTemplate]:
        """List the active templates for invitation emails.

        Their references go into InvitationEmailTemplateReference.

        ``GET /EmailTemplate/GetInvitationTemplates``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
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
        """List the active templates for completion emails.

        Their references go into CompletionEmailTemplateReference.

        ``GET /EmailTemplate/GetCompletionTemplates``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            LIST_COMPLETION_TEMPLATES, "/EmailTemplate/GetCompletionTemplates", options=options
        )
        return decode_list(response, LIST_COMPLETION_TEMPLATES, EmailTemplate)
