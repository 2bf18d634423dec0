"""Invoices: from the documents that were used, and older ones to read."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from answer_schemas import validator

MONTH = 31 * 86_400


def checked(caller: Any, path: str) -> Any:
    """The answer of a billing call, checked against the spec."""
    answer = caller.call("GET", path)
    assert answer.status_code == 200, answer.text
    operation, _ = caller.sandbox.state.spec.match("GET", path.strip("/").split("/"))
    validator(operation.raw["responses"]["200"]["content"]["application/json"]["schema"]).validate(answer.json())
    return answer.json()


@pytest.fixture
def biller(caller: Any) -> Any:
    """A caller whose token may see invoices, save senders and send, on the 10th of a month."""
    caller.sandbox.clock.set(1_923_004_800)  # 2030-12-09
    caller.token = str(caller.sandbox.token("Basic SmartTag Account Billing")["access_token"])
    return caller


def test_a_new_account_has_three_older_invoices(biller: Any) -> None:
    """Of three kinds, in the months before; their lines add up to their amounts, and asking again changes nothing."""
    found = checked(biller, "/Billing/Invoices")
    assert [each["InvoiceType"] for each in found] == ["BuyIdCheck", "BuySMS", "Account"]
    assert [each["InvoiceDate"][:10] for each in found] == ["2030-12-01", "2030-11-01", "2030-10-01"]
    assert [each["Amount"] for each in found] == [9.0, 10.0, 18.0]
    assert checked(biller, "/Billing/Invoices") == found
    checks, messages, documents = (
        checked(biller, f"/Billing/InvoiceDetail/{each['InvoiceReference']}")[0] for each in found
    )
    assert sum(each["Count"] for each in checks["IDCheckDetails"]) == 3
    assert messages["NumberOfSMS"] * messages["Price"] == 10.0
    assert (documents["TotalDocuments"], documents["StartDate"][:10], documents["EndDate"][:10]) == (
        12,
        "2030-09-01",
        "2030-09-30",
    )


def test_a_month_is_billed_when_it_is_over(biller: Any) -> None:
    """By user and by sender, at the price of a document; months without documents are not billed."""
    sender = biller.call(
        "POST",
        "/Account/SaveSender",
        json={"User": {"FirstName": "Sia", "LastName": "Maire", "Email": "sia@example.com"}},
    ).json()["Reference"]
    for _ in "12":
        biller.upload()
    headers = biller.headers(X_CUSTOM_SENDER=sender)
    biller.call("POST", "/Document/Uploader", headers=headers, files={"file": ("a.pdf", b"%PDF-1.4")})
    assert len(checked(biller, "/Billing/Invoices")) == 3
    biller.sandbox.clock.advance(3 * MONTH)
    biller.token = str(biller.sandbox.token("Billing")["access_token"])
    newest = checked(biller, "/Billing/Invoices")[0]
    assert (newest["Amount"], newest["InvoiceType"], newest["InvoiceDate"]) == (4.5, "Account", "2031-01-01T00:00:00Z")
    assert len(checked(biller, "/Billing/Invoices")) == 4
    lines = checked(biller, f"/Billing/InvoiceDetail/{newest['InvoiceReference']}")
    assert [(line["InvoiceType"], line["InvoiceUser"], line["Quantity"]) for line in lines] == [
        ("Account", "Mia Kauri", 2),
        ("Sender", "Sia Maire", 1),
    ]


def test_an_invoice_on_paper(biller: Any) -> None:
    """One page with number, lines and total."""
    for each in checked(biller, "/Billing/Invoices"):
        answer = biller.call("GET", f"/Download/Invoice/{each['InvoiceReference']}")
        assert answer.headers["content-type"] == "application/pdf"
        assert f'filename="{each["InvoiceNO"]}.pdf"' in answer.headers["content-disposition"]
        with pypdfium2.PdfDocument(io.BytesIO(answer.content)) as paper:
            assert len(paper) == 1
            text = paper[0].get_textpage().get_text_range()
        assert each["InvoiceNO"] in text
        assert f"{each['Amount']:.2f}" in text
        assert "Mia Kauri" in text


def test_others_invoices_are_unknown(biller: Any) -> None:
    """404 for another account, 401 without the scope."""
    reference = checked(biller, "/Billing/Invoices")[0]["InvoiceReference"]
    sandbox = biller.sandbox
    other = sandbox.add_account("eli@example.com", "Eli Totara")
    paths = ("/Billing/Invoices", f"/Billing/InvoiceDetail/{reference}", f"/Download/Invoice/{reference}")
    biller.token = str(sandbox.state.tokens.issue(sandbox.api_key, scope="Billing", account=other)["access_token"])
    assert [biller.call("GET", path).status_code for path in paths] == [200, 404, 404]
    biller.token = str(sandbox.token("Basic Account")["access_token"])
    assert [biller.call("GET", path).status_code for path in paths] == [401, 401, 401]
