"""Mail merge: each row of a list makes its own document and invites its own signers."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from answer_schemas import validator
from docx import Document
from openpyxl import Workbook
from pypdf import PdfReader
from securedsigning_sandbox.sandbox import Sandbox

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
NAMES = ["FirstName1", "LastName1", "Email1", "First Name 2", "Last Name 2", "E-Mail 2"]
ANA_BEN = ["Ana", "Tui", "ana@example.com", "Ben", "Rata", "ben@example.com"]
TOM_BEN = ["Tom", "Rimu", "tom@example.com", "Ben", "Rata", "ben@example.com"]


def csv_data(*rows: Sequence[str], separator: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(separator.join(row) for row in rows).encode(encoding)


def workbook(*rows: Sequence[Any]) -> bytes:
    book, data = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(data)
    return data.getvalue()


def letter(*lines: str) -> bytes:
    """A DOCX whose paragraphs are split into runs in the middle of every field."""
    document, data = Document(), io.BytesIO()
    for line in lines:
        paragraph = document.add_paragraph()
        for start in range(0, len(line), 3):
            paragraph.add_run(line[start : start + 3])
    document.save(data)
    return data.getvalue()


def merge(caller: Any, reference: str, data: bytes | str, kind: str = "csv", **body: Any) -> Any:
    encoded = data if isinstance(data, str) else base64.b64encode(data).decode()
    request = {
        "DocumentReference": reference,
        "MailMergeListFileType": kind,
        "MailMergeListFileData": encoded,
        "DueDate": "2031-01-01",
        **body,
    }
    return caller.call("POST", "/SmartTag/MailMerge", json=request)


def process(caller: Any, answer: Any) -> Any:
    """The process once it is over, judged by the spec."""
    assert answer.status_code == 200, answer.text
    caller.sandbox.wait()
    found = caller.call("GET", f"/SmartTag/MailMergeDocuments/{answer.json()['Reference']}").json()
    schema = {"$ref": "#/components/schemas/ProcessDocument"}
    for each in (answer.json(), found):
        assert list(validator(schema).iter_errors(each)) == []
    return found


def refused(answer: Any) -> str:
    """What a 400 says of its fields."""
    assert answer.status_code == 400, answer.text
    return "\n".join(entry["Message"] for entry in answer.json()["ResponseStatus"]["Errors"])


def text_of(caller: Any, reference: str) -> str:
    content = caller.call("GET", f"/Download/GetDocumentData/{reference}").content
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_each_row_makes_a_document_for_its_signers(caller: Any) -> None:
    """They can be signed like any other; the uploaded document stays as it was and can be merged again."""
    reference = caller.upload()
    found = process(caller, merge(caller, reference, csv_data(NAMES, ANA_BEN, TOM_BEN)))
    assert found["ProcessingStatus"] == "Complete"
    assert [document["Name"] for document in found["Documents"]] == ["contract-1.pdf", "contract-2.pdf"]
    assert [document["Signers"][0]["Email"] for document in found["Documents"]] == [
        "ana@example.com",
        "tom@example.com",
    ]
    assert [mail["recipient"] for mail in caller.sandbox.invitations()] == ["ana@example.com", "tom@example.com"]
    for signer in found["Documents"][1]["Signers"]:
        caller.sandbox.sign(signer["SignerReference"])
    states = [document["Status"] for document in process(caller, merge_answer(caller, found))["Documents"]]
    assert states == ["Invitation", "Complete"]
    assert caller.status(reference)["Status"] == "Initialized"
    assert merge(caller, reference, csv_data(NAMES, ANA_BEN)).status_code == 200


def merge_answer(caller: Any, found: Any) -> Any:
    return caller.call("GET", f"/SmartTag/MailMergeDocuments/{found['Reference']}")


def test_fields_in_the_text_are_replaced(caller: Any) -> None:
    """Both spellings, split over runs; a tag takes its details from them; quotations stay quotations."""
    data = letter("Kia ora «First_Name», about {{ unit }} & « more »:", "[!Sign.1.F, {{FirstName}}, Tui, {{Email}}]")
    rows = [["Unit", "First name", "Email"], ["7<A>", "Ana", "ana@example.com"], ["7B", "Zoë", "zoe@example.com"]]
    answer = merge(caller, caller.upload("letter.docx", data), csv_data(*rows))
    first, second = process(caller, answer)["Documents"]
    assert "Kia ora Ana, about 7<A> & « more »:" in text_of(caller, first["Reference"])
    assert "Kia ora Zoë, about 7B" in text_of(caller, second["Reference"])
    assert second["Signers"][0]["FirstName"] == "Zoë" and second["Signers"][0]["LastName"] == "Tui"
    assert caller.sandbox.sign(second["Signers"][0]["SignerReference"]) == "Complete"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_as_programs_write_it(encoding: str, separator: str, caller: Any) -> None:
    """Encodings and separators of spreadsheet programs of the world."""
    rows = [NAMES, ["Zoë", "Tūī" if encoding != "cp1252" else "Müller", *ANA_BEN[2:]]]
    data = csv_data(*rows, separator=separator, encoding=encoding)
    (document,) = process(caller, merge(caller, caller.upload(), data))["Documents"]
    assert (document["Signers"][0]["FirstName"], document["Signers"][0]["LastName"]) == tuple(rows[1][:2])


def test_csv_with_quotes_blank_rows_and_a_named_separator(caller: Any) -> None:
    """What is quoted may hold separators and line breaks; blank rows count as none."""
    data = 'sep=;\r\n\r\nFirstName;Email;Email2\r\n"A;n\na";ana@example.com;b@example.com\r\n;;\r\n'
    (document,) = process(caller, merge(caller, caller.upload(), data.encode()))["Documents"]
    assert document["Signers"][0]["FirstName"] == "A;n\na"


def test_a_workbook(caller: Any) -> None:
    """Numbers and dates read as people read them; formulas are not computed."""
    data = letter("{{Number}} {{Day}} {{Share}} {{Sum}}.", "[!Sign.1, , ,]")
    rows = [["Number", "Day", "Share", "Sum", "Email"], [7, date(2031, 4, 1), 0.5, "=1+1", "ana@example.com"]]
    answer = merge(caller, caller.upload("letter.docx", data), workbook(*rows), "xlsx")
    assert "7 2031-04-01 0.5 ." in text_of(caller, process(caller, answer)["Documents"][0]["Reference"])


def test_an_old_workbook(caller: Any) -> None:
    """XLS, as a spreadsheet program wrote it."""
    data = letter("{{Position}}, {{Start date}}", "[!Sign.1, , ,]")
    answer = merge(caller, caller.upload("letter.docx", data), (FILES / "form-data.xls").read_bytes(), "xls")
    (document,) = process(caller, answer)["Documents"]
    assert "Carpenter, 2031-04-01" in text_of(caller, document["Reference"])


def test_a_wrong_row_keeps_back_all(caller: Any) -> None:
    """Each is named by its number in the file."""
    reference = caller.upload("contract.docx")
    bad = [*ANA_BEN[:5], "ben"]
    missing = [*ANA_BEN[:2], "", *ANA_BEN[3:]]
    message = refused(merge(caller, reference, csv_data(NAMES, ANA_BEN, bad, missing)))
    assert "Row 3: " in message and "'ben' is no e-mail address" in message and "Row 4: " in message
    assert caller.sandbox.invitations() == []
    many = csv_data(NAMES, *[bad] * 30)
    assert refused(merge(caller, reference, many)).endswith("10 more rows are refused.")
    three = csv_data([*NAMES, "Email3"], [*ANA_BEN, "tom@example.com"])
    assert "3 are given" in refused(merge(caller, reference, three))


@pytest.mark.parametrize(
    ("kind", "data", "problem"),
    [
        ("csv", "no Base64!", "no Base64"),
        ("csv", b"", "empty"),
        ("csv", b"FirstName,Email\r\n", "no row"),
        ("csv", b"Email,e-mail\r\na@example.com,b@example.com", "same name"),
        ("csv", b"Email\r\na@example.com,x", "column 2"),
        ("csv", b'Email\r\n"a@example.com', "row 2"),
        ("csv", b"Email\r\n" + b"x" * 3000, "2000 characters"),
        ("csv", b"Email\r\n" + b"a@example.com\r\n" * 5001, "5000 rows"),
        ("csv", b"," * 1_000_000 + b"Email\r\na@example.com", "200 columns"),
        ("csv", bytes(range(256)), "no text"),
        ("csv", workbook(["Email"], ["a@example.com"]), "no text"),
        ("xlsx", b"Email\r\na@example.com", "not an xlsx file"),
        ("xlsx", workbook(["Email"], ["a@example.com"])[:900], "not an xlsx file"),
        ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not an xls file"),
        ("xls", workbook(["Email"], ["a@example.com"]), "not an xls file"),
    ],
)
def test_lists_that_are_refused(kind: str, data: bytes | str, problem: str, caller: Any) -> None:
    """With what is wrong, and nothing is sent."""
    answer = merge(caller, caller.upload(), data, kind)
    assert problem in refused(answer)
    assert caller.sandbox.invitations() == []


def sheet(cells: str) -> bytes:
    """A workbook whose only sheet holds the given cells."""
    data = io.BytesIO(workbook(["Email"]))
    copy = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                content = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()
            new.writestr(name, content)
    return copy.getvalue()


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "x" * 50_000_000 + "</t></is></c></row>",
        '<row r="1">' + "".join(f'<c r="A{row}"><v>1</v></c>' for row in range(1, 200_000)) + "</row>",
    ],
    ids=["two far cells", "a wide row", "a zip bomb", "many rows"],
)
def test_workbooks_that_would_fill_the_memory(cells: str, caller: Any) -> None:
    """Few bytes stand for very much; the sandbox lives on."""
    assert refused(merge(caller, caller.upload(), sheet(cells), "xlsx"))
    assert merge(caller, caller.upload(), csv_data(NAMES, ANA_BEN)).status_code == 200


def test_documents_that_are_refused(caller: Any) -> None:
    """A field without a column, fields in a PDF, a document without tags, one that was sent."""
    rows = csv_data(["Email", "Unit"], ["ana@example.com", "7A"])
    unknown = caller.upload("letter.docx", letter("{{Salutation}} [!Sign.1, , ,]"))
    assert "{{Salutation}}" in refused(merge(caller, unknown, rows))
    assert "tag" in refused(merge(caller, caller.upload("letter.docx", letter("Only text")), rows))
    sent = caller.upload()
    caller.send(sent)
    assert "sent before" in refused(merge(caller, sent, rows))
    assert merge(caller, "0" * 48, rows).status_code == 404
    assert caller.call("GET", f"/SmartTag/MailMergeDocuments/{'0' * 48}").status_code == 404


def test_the_plan_holds_for_all_rows(make_caller: Any) -> None:
    """Each document counts; if they are too many none is made."""
    caller = make_caller(documents_in_plan=3)
    reference = caller.upload()
    assert merge(caller, reference, csv_data(NAMES, *[ANA_BEN] * 3)).status_code == 426
    assert len(process(caller, merge(caller, reference, csv_data(NAMES, *[ANA_BEN] * 2)))["Documents"]) == 2
    assert caller.call("GET", "/Account/Info").json()["DocumentLeft"] == 0


def test_embedded_with_template_and_return_address(caller: Any) -> None:
    """As for other sends."""
    templates = caller.call("GET", "/EmailTemplate/GetInvitationTemplates").json()
    friendly = next(item for item in templates if not item["IsDefault"])["Reference"]
    reference, data = caller.upload(), csv_data(NAMES, ANA_BEN)
    process(caller, merge(caller, reference, data, EmailTemplateReference=friendly))
    assert "Kind regards" in caller.sandbox.invitations()[-1]["body"]
    embedded = process(caller, merge(caller, reference, data, Embedded=True, ReturnUrl="https://app.example/done"))
    assert embedded["Documents"][0]["Signers"][0]["SigningKey"]
    assert len(caller.sandbox.invitations()) == 1
    assert merge(caller, reference, data, ReturnUrl="javascript:alert(1)").status_code == 400
    assert merge(caller, reference, data, EmailTemplateReference="none").status_code == 404


def test_a_row_that_fails_in_the_making(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its document stays unsent with the reason in its log; the others are sent."""
    from securedsigning_sandbox import mail_merges

    real = mail_merges.send

    def failing(call: Any, row: Any, *rest: Any, **named: Any) -> None:
        if row["name"].endswith("-1.pdf"):
            raise OSError("No space left")
        real(call, row, *rest, **named)

    monkeypatch.setattr(mail_merges, "send", failing)
    found = process(caller, merge(caller, caller.upload(), csv_data(NAMES, ANA_BEN, TOM_BEN)))
    assert found["ProcessingStatus"] == "Failed"
    assert [document["Status"] for document in found["Documents"]] == ["Initialized", "Invitation"]
    log = caller.call("GET", f"/Document/Log/{found['Documents'][0]['Reference']}").json()
    assert log[-1]["Action"] == "Not sent: No space left"


def test_a_restarted_sandbox_goes_on(make_caller: Any, tmp_path: Path) -> None:
    """What was not made when it ended is made by the next one, once."""
    caller = make_caller(database=tmp_path / "state.db")
    reference = caller.upload("letter.docx", letter("{{FirstName}}", "[!Sign.1, , ,]"))
    caller.sandbox.state.background.closing.set()  # as if it ended before the first row
    rows = csv_data(["FirstName", "Email"], ["Ana", "ana@example.com"], ["Ben", "ben@example.com"])
    answer = merge(caller, reference, rows).json()
    assert answer["ProcessingStatus"] == "Processing" and answer["Documents"] == []
    caller.sandbox.close()
    again = make_caller(database=tmp_path / "state.db")
    again.sandbox.wait()
    found = again.call("GET", f"/SmartTag/MailMergeDocuments/{answer['Reference']}").json()
    assert found["ProcessingStatus"] == "Complete" and len(found["Documents"]) == 2
    assert len(again.sandbox.invitations()) == 2


def test_a_reset_ends_a_merge(caller: Any) -> None:
    """Nothing of it comes back."""
    merge(caller, caller.upload(), csv_data(NAMES, *[ANA_BEN] * 200))
    caller.sandbox.reset()
    caller.sandbox.wait()
    assert caller.sandbox.invitations() == []


def test_a_closed_sandbox_has_no_thread_left() -> None:
    """And takes no more work."""
    sandbox = Sandbox()
    sandbox.state.background.submit(lambda: None)
    sandbox.close()
    assert not any(thread.name == "securedsigning-background" for thread in __import__("threading").enumerate())


def test_tags_that_ask_for_something_hold_for_each_row(caller: Any) -> None:
    """In a document without fields and in one with them; drop-down lists need items, which a mail merge has not."""
    tags = "[!Sign.1, , ,] [!IDCheck.1] [!Attachment.1]"
    data = csv_data(["FirstName", "LastName", "Email", "Unit"], ["Ana", "Tui", "ana@example.com", "7"])
    for text in (tags, tags + " {{Unit}}"):
        started = merge(caller, caller.upload("letter.docx", letter(text)), data).json()
        caller.sandbox.wait()
        (document,) = caller.call("GET", f"/SmartTag/MailMergeDocuments/{started['Reference']}").json()["Documents"]
        assert document["IDVerificationRequested"] is True
        assert "Add your files" in caller.http.get(f"/sign/{document['Signers'][0]['SigningKey']}").text
    refused = merge(caller, caller.upload("letter.docx", letter(tags + " [!DropDown.1, Pay]")), data)
    assert refused.status_code == 400 and "[!DropDown.1, Pay]" in refused.text
