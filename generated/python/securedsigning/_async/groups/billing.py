# Generated from spec/paths/billing.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The billing group: Invoices of the account."""

from __future__ import annotations

from securedsigning._codec import decode_list, segment
from securedsigning.models.invoice_detail import InvoiceDetail
from securedsigning.models.invoice_info import InvoiceInfo
from securedsigning.operations import GET_INVOICE_DETAILS, LIST_INVOICES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions


class AsyncBilling:
    """Invoices of the account."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def invoices(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[InvoiceInfo]:
        """List the account's invoices.

        ``GET /Billing/Invoices``. Known from an official SDK only; no official page shows it. Scope: Billing.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(LIST_INVOICES, "/Billing/Invoices", options=options)
        return decode_list(response, LIST_INVOICES, InvoiceInfo)

    async def invoice_details(
        self,
        invoice_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> list[InvoiceDetail]:
        """List the lines of an invoice.

        ``GET /Billing/InvoiceDetail/{InvoiceReference}``. Known from an official page. Scope: Billing.

        Args:
            invoice_reference: invoice reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(
            GET_INVOICE_DETAILS,
            "/Billing/InvoiceDetail/" + segment(invoice_reference, "invoice_reference"),
            options=options,
        )
        return decode_list(response, GET_INVOICE_DETAILS, InvoiceDetail)
