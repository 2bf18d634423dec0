"""A program: reads a spreadsheet from its input and writes the cells of the first sheet as JSON. See merge_lists.py.

Cells with formulas have the value that the spreadsheet program left there; nothing is computed.
"""

import io
import json
import sys
from datetime import date, datetime, time

from python_calamine import CalamineError, PasswordError, load_workbook

_MEMORY = 1536 * 1024 * 1024  # bytes of address space, most of which the interpreter only reserves


def main() -> None:
    """Write `{"table": [[text]]}` or `{"problem": sentence}`; arguments: most rows, most columns."""
    _limit_memory()
    json.dump(_read(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2])), sys.stdout)


def _read(data: bytes, most_rows: int, most_columns: int) -> dict[str, object]:
    try:
        book = load_workbook(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
    except PasswordError:
        return {"problem": "The list is protected by a password; send it without."}
    except (CalamineError, OSError, ValueError, IndexError):
        return {"problem": "The data is not an {kind} file."}
    if sheet.height > most_rows or sheet.width > most_columns:
        return {"problem": "The list has more rows or columns than the sandbox accepts."}
    return {"table": [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]}


def _text(cell: object) -> str:
    """A cell as its reader sees it, near enough: whole numbers without a fraction, dates in ISO 8601."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell).strip()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows; the limit on time is all there is
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
