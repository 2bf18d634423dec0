# Generated from spec/paths/billing.yaml by group.py.jinja; do not edit.
"""The billing group: List the invoices of the account and their lines."""

from __future__ import annotations

from securedsigning._arguments import segment
from securedsigning._codec import decode_list
from securedsigning.models.invoice_detail import InvoiceDetail
from securedsigning.models.invoice_info import InvoiceInfo
from securedsigning.operations import GET_INVOICE_DETAILS, LIST_INVOICES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions


class AsyncBilling:
    """List the invoices of the account and their lines."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def invoices(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[InvoiceInfo]:
        """List the invoices of the account.

        ``GET /Billing/Invoices``. Known from an official SDK only; no official page shows it. Scope: Billing.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
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
            invoice_reference: reference of the invoice, as ``billing.invoices`` gives it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(
            GET_INVOICE_DETAILS,
            "/Billing/InvoiceDetail/" + segment(invoice_reference, "invoice_reference"),
            options=options,
        )
        return decode_list(response, GET_INVOICE_DETAILS, InvoiceDetail)
