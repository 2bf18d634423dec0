# Generated from spec/openapi.yaml by __init__.py.jinja; do not edit.
"""The groups of operations as attributes of the client; each is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import cast

    from securedsigning._sync.client import SecuredSigning
    from securedsigning._sync.extras.documents import Documents
    from securedsigning._sync.extras.email_templates import EmailTemplates
    from securedsigning._sync.extras.forms import Forms
    from securedsigning._sync.extras.smart_tags import SmartTags
    from securedsigning._sync.groups.account import Account
    from securedsigning._sync.groups.attachments import Attachments
    from securedsigning._sync.groups.billing import Billing
    from securedsigning._sync.groups.downloads import Downloads
    from securedsigning._sync.groups.form_filler import FormFiller
    from securedsigning._sync.groups.packages import Packages
    from securedsigning._sync.groups.partners import Partners
    from securedsigning._sync.groups.recipients import Recipients
    from securedsigning._sync.groups.ui import Ui
    from securedsigning._sync.groups.workflows import Workflows
    from securedsigning.operations import Operation
else:

    def cast(_, value):
        return value


class Groups:
    """Base of the client."""

    @property
    def operations(self) -> Mapping[str, Operation]:
        """Every operation by its name in the spec, with its scopes and where it is known from."""
        from securedsigning.operations import OPERATIONS

        return OPERATIONS

    @cached_property
    def account(self) -> Account:
        """Profile, plan and settings of the user, and the senders that calls can be made for."""
        from securedsigning._sync.groups.account import Account

        return Account(cast("SecuredSigning", self))

    @cached_property
    def documents(self) -> Documents:
        """Upload documents, and follow, change, check or remove them."""
        from securedsigning._sync.extras.documents import Documents

        return Documents(cast("SecuredSigning", self))

    @cached_property
    def packages(self) -> Packages:
        """Follow, extend or remove documents that were sent together."""
        from securedsigning._sync.groups.packages import Packages

        return Packages(cast("SecuredSigning", self))

    @cached_property
    def downloads(self) -> Downloads:
        """Fetch files: signed documents, form data, certificates, recordings, invoices."""
        from securedsigning._sync.groups.downloads import Downloads

        return Downloads(cast("SecuredSigning", self))

    @cached_property
    def smart_tags(self) -> SmartTags:
        """Send uploaded documents whose text holds signature tags."""
        from securedsigning._sync.extras.smart_tags import SmartTags

        return SmartTags(cast("SecuredSigning", self))

    @cached_property
    def workflows(self) -> Workflows:
        """List the workflows that were prepared in the account."""
        from securedsigning._sync.groups.workflows import Workflows

        return Workflows(cast("SecuredSigning", self))

    @cached_property
    def forms(self) -> Forms:
        """Send the online forms of the account, and fetch the data entered in them."""
        from securedsigning._sync.extras.forms import Forms

        return Forms(cast("SecuredSigning", self))

    @cached_property
    def form_filler(self) -> FormFiller:
        """Fill templates of the account and send them."""
        from securedsigning._sync.groups.form_filler import FormFiller

        return FormFiller(cast("SecuredSigning", self))

    @cached_property
    def email_templates(self) -> EmailTemplates:
        """List the wordings of invitation and completion emails."""
        from securedsigning._sync.extras.email_templates import EmailTemplates

        return EmailTemplates(cast("SecuredSigning", self))

    @cached_property
    def attachments(self) -> Attachments:
        """Upload, list or remove files that invitees receive beside the document."""
        from securedsigning._sync.groups.attachments import Attachments

        return Attachments(cast("SecuredSigning", self))

    @cached_property
    def recipients(self) -> Recipients:
        """List the people who are told about progress and completion. No call that adds or removes one is known."""
        from securedsigning._sync.groups.recipients import Recipients

        return Recipients(cast("SecuredSigning", self))

    @cached_property
    def billing(self) -> Billing:
        """List the invoices of the account and their lines."""
        from securedsigning._sync.groups.billing import Billing

        return Billing(cast("SecuredSigning", self))

    @cached_property
    def ui(self) -> Ui:
        """Get pages of the service for an iframe. I Sign and We Sign have no other calls that are known."""
        from securedsigning._sync.groups.ui import Ui

        return Ui(cast("SecuredSigning", self))

    @cached_property
    def partners(self) -> Partners:
        """Manage client companies, their users and plans; for partners of Secured Signing."""
        from securedsigning._sync.groups.partners import Partners

        return Partners(cast("SecuredSigning", self))
