"""What was entered in forms, as files."""

from __future__ import annotations

import csv
import os
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl import load_workbook
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.form_data import csv_separator, exported

HOSTILE = [
    ("Name", '<b>Ana & "Ben"</b>'),
    ("Notes", "One\ttwo\nthree; 'four'"),
    ("Formula", '=HYPERLINK("http://a.example")'),
    ("Command", "@SUM(A1)"),
    ("Phone", "+64 21 555 0100"),
    ("Change", "-5.20"),
    ("Empty", ""),
]


def test_xml_escapes() -> None:
    """Whatever was entered comes back."""
    root = fromstring(exported(HOSTILE, "xml"))
    assert root.tag == "FormData"
    assert [(element.tag, element.text or "") for element in root] == HOSTILE


@pytest.mark.parametrize("separator", ["\t", ";", "|", ","])
def test_csv_quotes_and_defuses(separator: str) -> None:
    """Separators and line breaks are kept within a value; formulas are none; numbers stay as they are."""
    text = exported(HOSTILE, "csv", separator).decode()
    names, values = csv.reader(StringIO(text, newline=""), delimiter=separator)
    assert names == [name for name, _ in HOSTILE]
    expected = dict(HOSTILE) | {"Formula": "'" + HOSTILE[2][1], "Command": "'@SUM(A1)"}
    assert dict(zip(names, values, strict=True)) == expected


def test_a_workbook_holds_text() -> None:
    """What looks like a formula is none."""
    sheet = load_workbook(BytesIO(exported(HOSTILE, "xlsx"))).active
    names, values = sheet.iter_rows()
    assert [cell.value for cell in names] == [name for name, _ in HOSTILE]
    assert [cell.value or "" for cell in values] == [value for _, value in HOSTILE]
    assert {cell.data_type for cell in values if cell.value} == {"s"}


@pytest.mark.parametrize(
    ("text", "separator"),
    [(None, "\t"), ("", "\t"), (";", ";"), ("0x2C", ","), ("0x09", "\t"), ("0x20", " "), ("¦", "¦")],
)
def test_separators(text: str | None, separator: str) -> None:
    """A visible character or its code; a tab by default."""
    assert csv_separator(text) == separator


@pytest.mark.parametrize("text", [";;", "0x", "0x0A", "0x0D", '"', " ", "\n", "0xZZ", "0xD800", "0x00"])
def test_separators_that_would_spoil_the_file(text: str) -> None:
    """Are refused."""
    with pytest.raises(ApiError, match="separator cannot be used"):
        csv_separator(text)


def test_xls_is_written_by_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that stands in for it is asked for XLS; without one the refusal says what is missing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ApiError) as refusal:
        exported(HOSTILE, "xls")
    assert "LibreOffice" in refusal.value.reason
    program = tmp_path / "soffice"
    program.write_text(
        '#!/bin/sh\ncase "$*" in *"--convert-to xls "*) ;; *) exit 1;; esac\n'
        'while [ $# -gt 2 ]; do shift; done\nmkdir -p "$1" && printf book > "$1/document.xls"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    assert exported(HOSTILE, "xls") == b"book"


def test_both_routes_answer_with_a_named_file(caller: Any) -> None:
    """Of a form's document; of another 400, of none 404."""
    caller.token = str(caller.sandbox.token("Basic SmartTag FormDirect")["access_token"])
    form = next(each for each in caller.call("GET", "/FormDirect/GetFormList").json() if each["Name"] == "Timesheet")
    for signer in form["Signers"]:
        signer |= {"FirstName": "Ana", "LastName": "Tui", "Email": "ana@example.com"}
    reference = caller.call("POST", "/FormDirect/SendForms", json={"Forms": [form]}).json()[0]["Reference"]
    for route in ("/FormDirect/Export", "/Download/FormData"):
        for kind, media in (("csv", "text/csv"), ("xml", "application/xml"), ("xlsx", "application/vnd.openxml")):
            answer = caller.call("GET", f"{route}/{reference}/{kind}")
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith(media)
            assert f'filename="Timesheet.{kind}"' in answer.headers["content-disposition"]
        assert caller.call("GET", f"{route}/{caller.upload()}/csv").status_code == 400
        assert caller.call("GET", f"{route}/{'0' * 48}/csv").status_code == 404
        assert caller.call("GET", f"{route}/{reference}/pdf").status_code == 400
