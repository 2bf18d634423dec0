"""What was entered in a form, as XML, CSV or a workbook."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.office import office_convert, office_program
from securedsigning_sandbox.errors import ApiError

Columns = Sequence[tuple[str, str]]
"""Name and value of each field."""

MEDIA_TYPES = {
    "xml": "application/xml",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
}
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9 ().,/-]*\Z")
_HEXADECIMAL = re.compile(r"0x([0-9A-Fa-f]{1,4})\Z")


def exported(columns: Columns, kind: str, separator: str = "\t") -> bytes:
    """The data in one of the formats of ``FormDataFileType``.

    Args:
        columns: the data.
        kind: ``xml``, ``csv``, ``xlsx`` or ``xls``.
        separator: between the columns of a CSV, from ``csv_separator``.

    Raises:
        ApiError: 400; the sandbox cannot write XLS here.
    """
    if kind == "xml":
        return _xml(columns)
    if kind == "csv":
        return _csv(columns, separator)
    book = _workbook(columns)
    return book if kind == "xlsx" else _xls(book)


def csv_separator(text: str | None) -> str:
    """The separator that a request asks for: a visible character, or ``0x`` and its code; a tab by default.

    Raises:
        ApiError: 400.
    """
    if not text:
        return "\t"
    code = _HEXADECIMAL.fullmatch(text)
    separator = chr(int(code[1], 16)) if code else text
    visible = separator.isprintable() and not separator.isspace()
    if len(separator) != 1 or not (visible or (code and separator in "\t ")) or separator in "\"'":
        problem = f"{text[:20]!r} is no visible character such as ; and no code such as 0x09."
        raise ApiError(400, "The separator cannot be used.", [("Separator", problem)])
    return separator


def _xml(columns: Columns) -> bytes:
    root = Element("FormData")
    for name, value in columns:
        SubElement(root, name).text = value
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _csv(columns: Columns, separator: str) -> bytes:
    """One line of names and one of values, in UTF-8 without a mark, since that would belong to the first name."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([name for name, _ in columns])
    writer.writerow([_harmless(value) for _, value in columns])
    return text.getvalue().encode()


def _harmless(value: str) -> str:
    """A value that a spreadsheet program does not take for a formula: an apostrophe stands before what looks like one."""
    return f"'{value}" if _FORMULA.match(value) and not _NUMBER.match(value) else value


def _workbook(columns: Columns) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Form data")
    for texts in zip(*columns, strict=True):
        cells = []
        for text in texts:
            cell = WriteOnlyCell(sheet, text)
            cell.data_type = "s"  # openpyxl would make a formula of what begins with =
            cells.append(cell)
        sheet.append(cells)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _xls(book: bytes) -> bytes:
    """No library that writes XLS is kept up any more, so LibreOffice does it."""
    program = office_program()
    if program is None:
        problem = "Writing XLS needs LibreOffice (soffice on the PATH), which is not installed here; take xlsx."
        raise ApiError(400, "The sandbox cannot write XLS.", [("FormDataFileType", problem)])
    with tempfile.TemporaryDirectory(prefix="securedsigning-export-") as folder:
        source = Path(folder) / "data.xlsx"
        source.write_bytes(book)
        try:
            return office_convert(program, source, "xlsx", "xls")
        except DocumentError as error:
            raise ApiError(400, "The sandbox cannot write XLS.", [("FormDataFileType", str(error))]) from error
