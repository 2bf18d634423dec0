# Generated from spec/openapi.yaml by __init__.py.jinja; do not edit.
"""The groups of operations as attributes of the client; each is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import cast

    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning._async.extras.documents import AsyncDocuments
    from securedsigning._async.extras.email_templates import AsyncEmailTemplates
    from securedsigning._async.extras.forms import AsyncForms
    from securedsigning._async.extras.smart_tags import AsyncSmartTags
    from securedsigning._async.groups.account import AsyncAccount
    from securedsigning._async.groups.attachments import AsyncAttachments
    from securedsigning._async.groups.billing import AsyncBilling
    from securedsigning._async.groups.downloads import AsyncDownloads
    from securedsigning._async.groups.form_filler import AsyncFormFiller
    from securedsigning._async.groups.packages import AsyncPackages
    from securedsigning._async.groups.partners import AsyncPartners
    from securedsigning._async.groups.recipients import AsyncRecipients
    from securedsigning._async.groups.ui import AsyncUi
    from securedsigning._async.groups.workflows import AsyncWorkflows
    from securedsigning.operations import Operation
else:

    def cast(_, value):
        return value


class AsyncGroups:
    """Base of the client."""

    @property
    def operations(self) -> Mapping[str, Operation]:
        """Every operation by its name in the spec, with its scopes and where it is known from."""
        from securedsigning.operations import OPERATIONS

        return OPERATIONS

    @cached_property
    def account(self) -> AsyncAccount:
        """Profile, plan and settings of the user, and the senders that calls can be made for."""
        from securedsigning._async.groups.account import AsyncAccount

        return AsyncAccount(cast("AsyncSecuredSigning", self))

    @cached_property
    def documents(self) -> AsyncDocuments:
        """Upload documents, and follow, change, check or remove them."""
        from securedsigning._async.extras.documents import AsyncDocuments

        return AsyncDocuments(cast("AsyncSecuredSigning", self))

    @cached_property
    def packages(self) -> AsyncPackages:
        """Follow, extend or remove documents that were sent together."""
        from securedsigning._async.groups.packages import AsyncPackages

        return AsyncPackages(cast("AsyncSecuredSigning", self))

    @cached_property
    def downloads(self) -> AsyncDownloads:
        """Fetch files: signed documents, form data, certificates, recordings, invoices."""
        from securedsigning._async.groups.downloads import AsyncDownloads

        return AsyncDownloads(cast("AsyncSecuredSigning", self))

    @cached_property
    def smart_tags(self) -> AsyncSmartTags:
        """Send uploaded documents whose text holds signature tags."""
        from securedsigning._async.extras.smart_tags import AsyncSmartTags

        return AsyncSmartTags(cast("AsyncSecuredSigning", self))

    @cached_property
    def workflows(self) -> AsyncWorkflows:
        """List the workflows that were prepared in the account."""
        from securedsigning._async.groups.workflows import AsyncWorkflows

        return AsyncWorkflows(cast("AsyncSecuredSigning", self))

    @cached_property
    def forms(self) -> AsyncForms:
        """Send the online forms of the account, and fetch the data entered in them."""
        from securedsigning._async.extras.forms import AsyncForms

        return AsyncForms(cast("AsyncSecuredSigning", self))

    @cached_property
    def form_filler(self) -> AsyncFormFiller:
        """Fill templates of the account and send them."""
        from securedsigning._async.groups.form_filler import AsyncFormFiller

        return AsyncFormFiller(cast("AsyncSecuredSigning", self))

    @cached_property
    def email_templates(self) -> AsyncEmailTemplates:
        """List the wordings of invitation and completion emails."""
        from securedsigning._async.extras.email_templates import AsyncEmailTemplates

        return AsyncEmailTemplates(cast("AsyncSecuredSigning", self))

    @cached_property
    def attachments(self) -> AsyncAttachments:
        """Upload, list or remove files that invitees receive beside the document."""
        from securedsigning._async.groups.attachments import AsyncAttachments

        return AsyncAttachments(cast("AsyncSecuredSigning", self))

    @cached_property
    def recipients(self) -> AsyncRecipients:
        """List the people who are told about progress and completion. No call that adds or removes one is known."""
        from securedsigning._async.groups.recipients import AsyncRecipients

        return AsyncRecipients(cast("AsyncSecuredSigning", self))

    @cached_property
    def billing(self) -> AsyncBilling:
        """List the invoices of the account and their lines."""
        from securedsigning._async.groups.billing import AsyncBilling

        return AsyncBilling(cast("AsyncSecuredSigning", self))

    @cached_property
    def ui(self) -> AsyncUi:
        """Get pages of the service for an iframe. I Sign and We Sign have no other calls that are known."""
        from securedsigning._async.groups.ui import AsyncUi

        return AsyncUi(cast("AsyncSecuredSigning", self))

    @cached_property
    def partners(self) -> AsyncPartners:
        """Manage client companies, their users and plans; for partners of Secured Signing."""
        from securedsigning._async.groups.partners import AsyncPartners

        return AsyncPartners(cast("AsyncSecuredSigning", self))
