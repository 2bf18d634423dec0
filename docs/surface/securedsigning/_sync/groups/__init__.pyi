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

    @property
    def operations(self) -> Mapping[str, Operation]:
        ...

    @cached_property
    def account(self) -> Account:
        ...

    @cached_property
    def documents(self) -> Documents:
        ...

    @cached_property
    def packages(self) -> Packages:
        ...

    @cached_property
    def downloads(self) -> Downloads:
        ...

    @cached_property
    def smart_tags(self) -> SmartTags:
        ...

    @cached_property
    def workflows(self) -> Workflows:
        ...

    @cached_property
    def forms(self) -> Forms:
        ...

    @cached_property
    def form_filler(self) -> FormFiller:
        ...

    @cached_property
    def email_templates(self) -> EmailTemplates:
        ...

    @cached_property
    def attachments(self) -> Attachments:
        ...

    @cached_property
    def recipients(self) -> Recipients:
        ...

    @cached_property
    def billing(self) -> Billing:
        ...

    @cached_property
    def ui(self) -> Ui:
        ...

    @cached_property
    def partners(self) -> Partners:
        ...
