"""Any uploaded document to PDF: copied, through LibreOffice where it is installed, or drawn plainly by ourselves."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from .archive import OfficeArchive
from .blocks import BlockDocument, Paragraph, Run
from .docx_text import read_docx
from .errors import DocumentError
from .files import write_whole
from .odt_text import read_odt
from .office import office_convert, office_program
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
        _check_beginning(source, kind)
        converted = office_convert(program, source, kind)
        check_pdf(converted)
        write_whole(target, converted)
        return "libreoffice"
    if document is None:
        raise DocumentError(
            f"Turning {kind.upper()} documents into PDF needs LibreOffice (soffice on the PATH), which is not installed "
            f"here; upload the document as PDF or DOCX instead."
        )
    write_whole(target, draw_document(document))
    return "plain"


def _copy(source: Path, target: Path) -> str:
    data = source.read_bytes()
    if check_pdf(data):
        write_whole(target, data)
        return "copy"
    # Opens only because PDFium repairs it: what PDFium writes is sound, and is checked in its turn.
    repaired = BytesIO()
    with opened(data) as document:
        document.save(repaired)
    if not check_pdf(repaired.getvalue()):
        raise DocumentError("The PDF is damaged in a way that keeps it from being signed.")
    write_whole(target, repaired.getvalue())
    return "repaired copy"


def _check_beginning(source: Path, kind: str) -> None:
    """What we don't read ourselves must at least fit its extension: LibreOffice guesses by content and opens anything."""
    if kind in ("xlsx", "ods"):
        with OfficeArchive(source, kind.upper()):  # refuses zip bombs
            return
    with source.open("rb") as file:
        if kind in ("doc", "xls") and file.read(4) != b"\xd0\xcf\x11\xe0":
            raise DocumentError(
                f"The file is not a readable {kind.upper()} document: it is damaged or of another type."
            )


def _read_text(path: Path) -> BlockDocument:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return BlockDocument(body=[Paragraph([Run(line)]) for line in text.splitlines()])


_READERS: dict[str, Callable[[Path], BlockDocument]] = {
    "docx": read_docx,
    "odt": read_odt,
    "rtf": read_rtf,
    "txt": _read_text,
}
