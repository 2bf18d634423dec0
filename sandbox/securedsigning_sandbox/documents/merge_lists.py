"""Lists for mail merge: CSV as spreadsheet programs write it, XLSX and XLS; read within limits, computing nothing."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .errors import DocumentError
from .merge_fields import field_key

LARGEST_LIST = 8 * 1024 * 1024  # bytes
MOST_ROWS = 5_000
MOST_COLUMNS = 200
LONGEST_VALUE = 2_000  # characters
_READER = Path(__file__).with_name("spreadsheet_reader.py")
_SECONDS = 30
_BEGINNINGS = {"xlsx": b"PK\x03\x04", "xls": b"\xd0\xcf\x11\xe0"}
_BYTE_ORDERS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One row.

    Arguments:
        number: its number in the file, from 1, the row of names included.
        values: by `field_key` of the column's name.
    """

    number: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class MergeList:
    """A list: names of columns by their `field_key`, and the rows that are not empty."""

    columns: dict[str, str]
    rows: list[MergeRow]


def read_list(data: bytes, kind: str) -> MergeList:
    """Read a list; its first row that is not empty names the columns.

    Arguments:
        data: the file.
        kind: `csv`, `xlsx` or `xls`.

    Raises:
        DocumentError: it is of another type, damaged, too large, or its columns are not clear.
    """
    if len(data) > LARGEST_LIST:
        raise DocumentError(f"The list is larger than {LARGEST_LIST} bytes.")
    table = _csv_table(data) if kind == "csv" else _spreadsheet_table(data, kind)
    numbered = [(number, row) for number, row in enumerate(table, 1) if any(row)]
    if not numbered:
        raise DocumentError("The list is empty.")
    names = numbered[0][1]
    if len(numbered) - 1 > MOST_ROWS or max(len(row) for _, row in numbered) > MOST_COLUMNS:
        raise DocumentError(f"The list has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns.")
    columns = _columns(names)
    rows = [MergeRow(number, _values(number, row, names)) for number, row in numbered[1:]]
    if not rows:
        raise DocumentError("The list names its columns, but has no row.")
    return MergeList(columns, rows)


def _columns(names: list[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for name in names:
        key = field_key(name)
        if name and not key:
            raise DocumentError(f"The column {name[:80]!r} has no letter or digit in its name.")
        if key in columns:
            raise DocumentError(f"The columns {columns[key]!r} and {name[:80]!r} have the same name.")
        if key:
            columns[key] = name
    return columns


def _values(number: int, row: list[str], names: list[str]) -> dict[str, str]:
    values = {}
    for position, value in enumerate(row):
        if len(value) > LONGEST_VALUE:
            raise DocumentError(f"Row {number} has a value of more than {LONGEST_VALUE} characters.")
        name = names[position] if position < len(names) else ""
        if name:
            values[field_key(name)] = value
        elif value:
            raise DocumentError(
                f"Row {number} has a value in column {position + 1}, which has no name in the first row."
            )
    return values


def _csv_table(data: bytes) -> list[list[str]]:
    text = _csv_text(data)
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.rstrip("\r")) == 5:  # what Excel writes and reads
        separator, text = first[4], rest
    else:
        separator = max(",;\t", key=lambda mark: _cells_in_first_row(text, mark))
    table: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            table.append([cell.strip() for cell in row])
            if len(table) > 2 * MOST_ROWS:
                raise DocumentError(f"The list has more than {MOST_ROWS} rows.")
    except csv.Error as error:
        raise DocumentError(f"The data is not a csv file: row {len(table) + 1}: {error}.") from error
    return table


def _cells_in_first_row(text: str, separator: str) -> int:
    try:
        return len(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), []))
    except csv.Error:
        return 0


def _csv_text(data: bytes) -> str:
    encoding = next((name for mark, name in _BYTE_ORDERS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise DocumentError("The data is not a csv file: it is damaged text.") from error
        text = data.decode("cp1252", errors="replace")  # what Excel writes in Europe and America
    if "\0" in text or data.startswith(tuple(_BEGINNINGS.values())):
        raise DocumentError("The data is not a csv file: it is no text.")
    return text


def _spreadsheet_table(data: bytes, kind: str) -> list[list[str]]:
    """In a process of its own: a few bytes can stand for billions of cells, which only a limit on memory stops for sure."""
    if not data.startswith(_BEGINNINGS[kind]):
        raise DocumentError(f"The data is not an {kind} file.")
    command = [sys.executable, "-I", str(_READER), str(MOST_ROWS + 100), str(MOST_COLUMNS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(f"The list could not be read within {_SECONDS} seconds.") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:  # the process was ended, most likely by its limit on memory
        raise DocumentError(f"The data is not an {kind} file that can be read within the sandbox's limits.") from error
    if "table" in answer:
        table: list[list[str]] = answer["table"]
        return table
    raise DocumentError(answer["problem"].format(kind=kind))
