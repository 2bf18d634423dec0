"""Any uploaded document to PDF: copied, through LibreOffice where it is installed, or drawn plainly by ourselves."""

from collections.abc import Callable
from pathlib import Path

from .blocks import BlockDocument, Paragraph, Run
from .docx_text import read_docx
from .errors import DocumentError
from .files import write_whole
from .odt_text import read_odt
from .office import office_program, office_to_pdf
from .pdf_safety import check_pdf
from .pdfium import opened
from .plain_rendering import draw_document
from .rtf_text import read_rtf

SUPPORTED = ("pdf", "docx", "doc", "odt", "rtf", "txt", "xls", "xlsx", "ods")


def to_pdf(source: Path, extension: str, target: Path) -> str:
    """Make a PDF of a document.

    Arguments:
        source: the document.
        extension: what it is, such as `docx`; a leading dot and the case do not matter.
        target: where the PDF goes.

    Returns:
        What made it: `copy`, `repaired copy` (by PDFium), `libreoffice`, or `plain` (our own drawing, which keeps text,
        emphasis, tables and lists, and drops pictures).

    Raises:
        DocumentError: the document is damaged, protected, of another type or unsupported here, or holds a script.
    """
    kind = extension.lower().lstrip(".")
    if kind == "pdf":
        return _copy(source, target)
    if kind not in SUPPORTED:
        raise DocumentError(f"Documents of type {kind or 'unknown'} can't be signed; upload {', '.join(SUPPORTED)}.")
    reader = _READERS.get(kind)
    document = reader(source) if reader else None  # reading comes first: it refuses what is hostile
    program = office_program()
    if program is not None:
        _check_signature(source, kind)
        office_to_pdf(program, source, kind, target)
        check_pdf(target)
        return "libreoffice"
    if document is None:
        raise DocumentError(
            f"Turning {kind.upper()} documents into PDF needs LibreOffice (soffice on the PATH), which is not installed "
            f"here; upload the document as PDF or DOCX instead."
        )
    write_whole(target, draw_document(document))
    return "plain"


def _copy(source: Path, target: Path) -> str:
    if check_pdf(source):
        write_whole(target, source.read_bytes())
        return "copy"
    # Opens only because PDFium repairs it: what PDFium writes is sound, and is checked in its turn.
    with opened(source) as document:
        document.save(target)
    if not check_pdf(target):
        target.unlink()
        raise DocumentError("The PDF is damaged in a way that keeps it from being signed.")
    return "repaired copy"


def _check_signature(source: Path, kind: str) -> None:
    """The first bytes must fit the extension: LibreOffice guesses by content and would open anything."""
    with source.open("rb") as file:
        beginning = file.read(8)
    expected = {"doc": b"\xd0\xcf\x11\xe0", "xls": b"\xd0\xcf\x11\xe0", "xlsx": b"PK", "ods": b"PK"}.get(kind)
    if expected is not None and not beginning.startswith(expected):
        raise DocumentError(f"The file is not a readable {kind.upper()} document: it is damaged or of another type.")


def _read_text(path: Path) -> BlockDocument:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return BlockDocument(body=[Paragraph([Run(line)]) for line in text.splitlines()])


_READERS: dict[str, Callable[[Path], BlockDocument]] = {
    "docx": read_docx,
    "odt": read_odt,
    "rtf": read_rtf,
    "txt": _read_text,
}
