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

    @property
    def operations(self) -> Mapping[str, Operation]:
        ...

    @cached_property
    def account(self) -> AsyncAccount:
        ...

    @cached_property
    def documents(self) -> AsyncDocuments:
        ...

    @cached_property
    def packages(self) -> AsyncPackages:
        ...

    @cached_property
    def downloads(self) -> AsyncDownloads:
        ...

    @cached_property
    def smart_tags(self) -> AsyncSmartTags:
        ...

    @cached_property
    def workflows(self) -> AsyncWorkflows:
        ...

    @cached_property
    def forms(self) -> AsyncForms:
        ...

    @cached_property
    def form_filler(self) -> AsyncFormFiller:
        ...

    @cached_property
    def email_templates(self) -> AsyncEmailTemplates:
        ...

    @cached_property
    def attachments(self) -> AsyncAttachments:
        ...

    @cached_property
    def recipients(self) -> AsyncRecipients:
        ...

    @cached_property
    def billing(self) -> AsyncBilling:
        ...

    @cached_property
    def ui(self) -> AsyncUi:
        ...

    @cached_property
    def partners(self) -> AsyncPartners:
        ...
