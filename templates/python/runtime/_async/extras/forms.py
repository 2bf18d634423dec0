"""Sending forms without having to choose between the service's two calls for it."""

from __future__ import annotations

from securedsigning._async.groups.forms import AsyncForms as _AsyncForms
from securedsigning.sent import SentDocuments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from securedsigning.models.drop_down_list_item import DropDownListItem
    from securedsigning.models.form_direct import FormDirect
    from securedsigning.options import CallOptions


class AsyncForms(_AsyncForms):
    """Send online forms of the account."""

    async def send(
        self,
        forms: Sequence[FormDirect],
        *,
        due_date: str | date | datetime | None = None,
        as_package: bool = False,
        invitation_email_template_reference: str | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        options: CallOptions | None = None,
    ) -> SentDocuments:
        """Send forms to be filled in and signed.

        Args:
            forms: forms from ``list_all`` or ``get``, their signers filled in.
            due_date: until when to sign; 14 days ahead by default.
            as_package: whether the documents form a package.
            invitation_email_template_reference: wording of the invitation.
            list_items: options of drop-down fields.
            options: settings for this call.

        Returns:
            The documents made from the forms, with the package they form.

        Raises:
            InputError: the due date is certainly past; nothing was sent.
            PaymentRequiredError: the account is on hold.
            PlanExhaustedError: no documents are left in the plan.
        """
        if not as_package:
            return SentDocuments(
                await self.send_documents(
                    forms=forms,
                    due_date=due_date,
                    invitation_email_template_reference=invitation_email_template_reference,
                    list_items=list_items,
                    options=options,
                )
            )
        package = await self.send_package(
            forms=forms,
            due_date=due_date,
            invitation_email_template_reference=invitation_email_template_reference,
            list_items=list_items,
            options=options,
        )
        return SentDocuments(package.documents or [], package)
