"""The billing group, and the download of an invoice."""

from __future__ import annotations

import sqlite3
from typing import Any

from starlette.responses import Response

from securedsigning_sandbox import invoices, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import not_found
from securedsigning_sandbox.invoice_paper import invoice_pdf
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.downloads import disposition


@operation("listInvoices")
def list_invoices(call: Call) -> Any:
    """Newest first; the order is our choice."""
    return [
        {
            "InvoiceReference": row["reference"],
            "InvoiceNO": row["number"],
            "InvoiceDate": views.moment(row["at"]),
            "InvoiceTimezone": "UTC",
            "Description": row["description"],
            "Amount": float(invoices.amount(row)),
            "InvoiceType": row["type"],
        }
        for row in invoices.invoices(call.state, call.account["reference"])
    ]


@operation("getInvoiceDetails")
def details(call: Call) -> Any:
    return invoices.lines(_invoice(call))


@operation("downloadInvoice")
def download(call: Call) -> Any:
    row = _invoice(call)
    headers = {"Content-Disposition": disposition(f"{row['number']}.pdf")}
    return Response(invoice_pdf(call.account, row), media_type="application/pdf", headers=headers)


def _invoice(call: Call) -> sqlite3.Row:
    reference = call.parameters["InvoiceReference"]
    row = invoices.invoice(call.state, call.account["reference"], reference)
    if row is None:
        raise not_found("invoice", reference)
    return row
