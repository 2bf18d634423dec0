"""What an invoice says, as PDF. The look of the real one is not known; this is our own."""

from __future__ import annotations

import sqlite3
from decimal import Decimal

from securedsigning_sandbox import prices
from securedsigning_sandbox.documents.blocks import Block, BlockDocument, Paragraph, Run
from securedsigning_sandbox.documents.plain_rendering import draw_document
from securedsigning_sandbox.invoices import Line, amount, line_amount, lines
from securedsigning_sandbox.paper_blocks import fact, readable, table
from securedsigning_sandbox.views import moment

_NOTE = "Made by the Secured Signing sandbox from fictional data, in no currency. Nothing has to be paid."


def invoice_pdf(account: sqlite3.Row, invoice: sqlite3.Row) -> bytes:
    """The invoice on paper.

    Args:
        account: the row of the account that is billed.
        invoice: its row.
    """
    found = lines(invoice)
    rows = [
        [_description(line), _time(line), _unit(line), _quantity(line), prices.text(line_amount(line))]
        for line in found
    ]
    rows.append(["Total", "", "", "", prices.text(amount(invoice))])
    body: list[Block] = [
        Paragraph([Run("Invoice")], heading=1),
        Paragraph([Run(invoice["description"], bold=True)]),
        fact("Number", invoice["number"]),
        fact("Reference", invoice["reference"]),
        fact("Date", readable(moment(invoice["at"]))),
        fact("To", f"{account['name']}, {account['email']}"),
        Paragraph([Run("What is billed")], heading=2),
        table(["Description", "Time", "Price", "Quantity", "Amount"], rows),
    ]
    return draw_document(BlockDocument(body=body, footer=[Paragraph([Run(_NOTE)])]))


def _time(line: Line) -> str:
    return f"{line['StartDate'][:10]} to {line['EndDate'][:10]}"


def _unit(line: Line) -> str:
    return prices.text(Decimal(str(line["Price"]))) if "Price" in line else ""


def _description(line: Line) -> str:
    checks = ", ".join(f"{item['Count']} {item['ServiceName']}" for item in line.get("IDCheckDetails", ()))
    return f"{line['Description']}: {checks}" if checks else str(line["Description"])


def _quantity(line: Line) -> str:
    return str(line.get("Quantity", sum(item["Count"] for item in line.get("IDCheckDetails", ()))))
